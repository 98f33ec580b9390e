#!/usr/bin/python3
"""Judges a finished PDF by the clauses of PDF/UA-1 and PDF/A-2 and -3, with pikepdf and nothing of ours.

Usage: structure.py FILE [--standards ua-1,a-2a] [--list]

Prints one line for each clause that failed (`clause: what`), then a line that begins with `judged`;
exit status 0 where nothing failed. Needs Debian's python3-pikepdf; with fontTools there, the
widths and glyphs of embedded fonts are judged too.

Clauses: UA is ISO 14289-1, A is ISO 19005-2 and -3, PDF is ISO 32000-1.
"""

import hashlib
import io
import re
import sys
import xml.etree.ElementTree as XML

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

STANDARD_TYPES = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4"
    " H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code"
    " Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form".split()
)
CHILDREN = {  # UA 7.2, 7.5, 7.6; PDF 14.8.4.3
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"}, "TR": {"TH", "TD"},
    "L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"},
    "TOC": {"TOC", "TOCI", "Caption"}, "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC", "Link"},
}
PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"}, "LI": {"L"},
    "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"}, "LBody": {"LI"}, "TOCI": {"TOC"},
}
PAINTS = set("f F f* B B* b b* S s sh Do Tj TJ ' \" EI INLINE".split()) | {"INLINE IMAGE"}
NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/", "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "ext": "http://www.aiim.org/pdfa/ns/extension/", "schema": "http://www.aiim.org/pdfa/ns/schema#",
}
ANNOTATION_FLAGS = {"hidden": 2, "print": 4, "no view": 32}


class Judge:
    def __init__(self, path, standards):
        self.bytes = open(path, "rb").read()
        self.pdf = pikepdf.open(path)
        self.root = self.pdf.Root
        self.standards = standards
        self.accessible = "ua-1" in standards
        self.archival = next((s for s in standards if s.startswith("a-")), None)
        self.failed = []
        self.asked = set()
        self.counted = {}

    def ask(self, clause, holds, what):
        self.asked.add(clause)
        if not holds:
            self.failed.append(f"{clause}: {what}")
        return holds

    def count(self, what):
        self.counted[what] = self.counted.get(what, 0) + 1

    def run(self):
        for chapter in (self.file, self.catalogue, self.metadata, self.objects, self.pages,
                        self.structure, self.annotations, self.fonts, self.outline,
                        self.attachments):
            try:
                chapter()
            except (AttributeError, KeyError, TypeError, ValueError, IndexError) as error:
                self.ask("PDF", False, f"{chapter.__name__} cannot be made out: {error!r}")

    # The file itself

    def file(self):
        data = self.bytes
        self.ask("A 6.1.2", re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", data), "header")
        self.ask("A 6.1.3", "/ID" in self.pdf.trailer and len(self.pdf.trailer.ID) == 2
                 and len(bytes(self.pdf.trailer.ID[0])) == 16, "file identifier")
        self.ask("A 6.1.3", not self.pdf.is_encrypted, "encryption")
        self.ask("A 6.1.3", data.endswith(b"%%EOF\n") and data.count(b"%%EOF\n") == 1, "end of file")
        streams = [m.end() for m in re.finditer(rb">>\nstream\n", data)]
        for start in streams:
            head = data[max(0, start - 400):start]
            length = re.findall(rb"/Length (\d+)>>\nstream\n$", head)
            ok = length and data[start + int(length[0]):].startswith(b"\nendstream\nendobj\n")
            self.ask("A 6.1.7.1", ok, f"length or line ends of the stream at byte {start}")
        for match in re.finditer(rb"(?:^|\n)(\d+ \d+ obj)(.)", data, re.S):
            self.ask("A 6.1.9", match.group(2) == b"\n", f"line end after {match.group(1)!r}")
        self.ask("PDF 7.5.8", not self.pdf.check(), "damage found by qpdf")

    def catalogue(self):
        root = self.root
        if self.accessible:
            self.ask("UA 7.1-10", root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") == True,
                     "DisplayDocTitle")
            self.ask("UA 7.2-2", bool(str(root.get("/Lang", ""))), "language of the document")
            self.ask("UA 7.1-7", not root.get("/MarkInfo", {}).get("/Suspects", False), "Suspects")
        self.ask("UA 6.2/A 6.7.2.1", root.get("/MarkInfo", {}).get("/Marked") == True, "Marked")
        self.ask("UA 7.2", re.fullmatch(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", str(root.get("/Lang", ""))),
                 "form of the language")
        if self.archival:
            for key in ["/AA", "/OpenAction", "/OCProperties", "/Requirements", "/NeedsRendering",
                        "/AcroForm", "/Perms"]:
                self.ask("A 6.1.12/6.5", key not in root, f"{key} in the catalogue")
            names = root.get("/Names", {})
            self.ask("A 6.5.1", "/JavaScript" not in names and "/AlternatePresentations" not in names,
                     "scripts or presentations")
            self.output_intent()
        labels = root.get("/PageLabels")
        if labels is not None:
            nums = list(labels.get("/Nums", []))
            self.ask("PDF 12.4.2", nums and nums[0] == 0, "page labels begin with the first page")

    def output_intent(self):
        intents = list(self.root.get("/OutputIntents", []))
        if not self.ask("A 6.2.3", len(intents) == 1, "one output intent"):
            return
        intent = intents[0]
        self.ask("A 6.2.3", intent.get("/S") == Name.GTS_PDFA1, "kind of the output intent")
        profile = bytes(intent.DestOutputProfile.read_bytes())
        self.ask("A 6.2.3", int.from_bytes(profile[:4], "big") == len(profile), "profile's size")
        self.ask("A 6.2.3", profile[12:20] == b"mntrRGB " and profile[36:40] == b"acsp"
                 and profile[8] in (2, 4), "profile's header")
        self.ask("A 6.2.3", intent.DestOutputProfile.get("/N") == 3, "profile's components")
        count = int.from_bytes(profile[128:132], "big")
        tags = {}
        for index in range(count):
            at = 132 + index * 12
            start, size = (int.from_bytes(profile[at + k:at + k + 4], "big") for k in (4, 8))
            tags[profile[at:at + 4]] = profile[start:start + size]
            self.ask("ICC 7.3", start % 4 == 0 and start + size <= len(profile), "profile's tags")
        for tag in b"desc cprt wtpt chad rXYZ gXYZ bXYZ rTRC gTRC bTRC".split():
            self.ask("ICC 8.3", tag in tags, f"profile without {tag.decode()}")
        total = [0, 0, 0]
        for tag in (b"rXYZ", b"gXYZ", b"bXYZ"):
            for k in range(3):
                total[k] += int.from_bytes(tags[tag][8 + 4 * k:12 + 4 * k], "big", signed=True)
        white = [0.9642, 1, 0.8249]
        self.ask("ICC 8.3", all(abs(t / 65536 - w) < 0.0002 for t, w in zip(total, white)),
                 "the profile's primaries do not add up to white")

    def metadata(self):
        stream = self.root.get("/Metadata")
        if not self.ask("UA 5/A 6.6.2.1", stream is not None, "metadata"):
            return
        self.ask("A 6.6.2.1", "/Filter" not in stream, "metadata are packed")
        self.ask("A 6.6.2.1", stream.get("/Type") == Name.Metadata
                 and stream.get("/Subtype") == Name.XML, "kind of the metadata")
        data = bytes(stream.read_raw_bytes())
        self.ask("A 6.6.2.1", data.startswith(b"<?xpacket begin=") and b"bytes=" not in data[:100]
                 and b"encoding=" not in data[:100], "packet's header")
        try:
            tree = XML.fromstring(re.sub(rb"<\?xpacket.*?\?>", b"", data).decode("utf-8"))
        except (XML.ParseError, UnicodeDecodeError) as error:
            return self.ask("A 6.6.2.1", False, f"metadata are no XML: {error}")

        def text(path):
            found = tree.find(f".//{path}", NAMESPACES)
            return None if found is None else "".join(found.itertext()).strip()

        info = self.pdf.trailer.get("/Info", {})

        def stated(key):
            return str(info[key]) if key in info else None

        self.ask("UA 7.1-9", bool(text("dc:title")), "dc:title")
        for key, path in [("/Title", "dc:title"), ("/Subject", "dc:description"),
                          ("/Creator", "xmp:CreatorTool"), ("/Producer", "pdf:Producer"),
                          ("/Keywords", "pdf:Keywords")]:
            mine, theirs = stated(key), text(path)
            same = (mine or None) == theirs or (mine and theirs and " ".join(mine.split()) == " ".join(theirs.split()))
            self.ask("A 6.6.3", same, f"{key} differs: {mine!r} and {theirs!r}")
        creators = [e.text for e in tree.findall(".//dc:creator/rdf:Seq/rdf:li", NAMESPACES)]
        self.ask("A 6.6.3", (stated("/Author") or "") == "; ".join(creators), "/Author differs")
        for key, path in [("/CreationDate", "xmp:CreateDate"), ("/ModDate", "xmp:ModifyDate")]:
            digits = [re.sub(r"\D", "", value or "") for value in (stated(key), text(path))]
            self.ask("A 6.6.3", digits[0] == digits[1], f"{key} differs: {digits}")
        if self.accessible:
            self.ask("UA 5", text("pdfuaid:part") == "1", "pdfuaid:part")
        if self.archival:
            part, level = self.archival[2], self.archival[3].upper()
            self.ask("A 6.6.4", text("pdfaid:part") == part
                     and text("pdfaid:conformance") == level, "part and level")
            if self.accessible:
                uris = [e.text for e in tree.findall(".//schema:namespaceURI", NAMESPACES)]
                self.ask("A 6.6.2.3.1", NAMESPACES["pdfuaid"] in uris, "extension schema")
            known = set(NAMESPACES.values()) | {
                "http://www.aiim.org/pdfa/ns/property#", "adobe:ns:meta/"}
            used = {e.tag[1:].split("}")[0] for e in tree.iter()}
            self.ask("A 6.6.2.3.1", used <= known, f"names unexplained: {used - known}")

    # Every object

    def objects(self):
        reached = set()
        waiting = [self.pdf.trailer]
        while waiting:
            item = waiting.pop()
            if isinstance(item, pikepdf.Object) and item.is_indirect:
                if item.objgen in reached:
                    continue
                reached.add(item.objgen)
            if isinstance(item, Stream):
                self.stream(item)
            if isinstance(item, (Dictionary, Stream)):
                self.dictionary(item)
                waiting += [value for _, value in item.items()]
            elif isinstance(item, Array):
                waiting += list(item)
            elif isinstance(item, pikepdf.String):
                self.ask("A 6.1.13", len(bytes(item)) <= 32767, "string's length")
            elif isinstance(item, Name):
                self.ask("A 6.1.13", len(bytes(item)) <= 128, "name's length")
        everything = set()
        for item in self.pdf.objects:
            if isinstance(item, Stream) and item.get("/Type") in (Name.ObjStm, Name.XRef):
                continue
            if item is not None and item.is_indirect:
                everything.add(item.objgen)
        lost = everything - reached
        self.ask("PDF 7.5", not lost, f"objects that nothing reaches: {sorted(lost)[:8]}")
        self.ask("A 6.1.13", len(everything) < 8388607, "number of objects")

    def stream(self, stream):
        filters = stream.get("/Filter", [])
        filters = [filters] if isinstance(filters, Name) else list(filters)
        for each in filters:
            self.ask("A 6.1.7.2", each in (Name.FlateDecode, Name.DCTDecode, Name.CCITTFaxDecode,
                                           Name.JBIG2Decode, Name.JPXDecode), f"filter {each}")
        self.ask("A 6.1.7.1", not {"/F", "/FFilter", "/FDecodeParms"} & set(stream.keys()),
                 "data outside the file")
        if stream.get("/Subtype") == Name.Image:
            self.count("images")
            self.ask("A 6.2.8", stream.get("/Interpolate", False) == False, "Interpolate")
            self.ask("A 6.2.8", not {"/Alternates", "/OPI"} & set(stream.keys()), "Alternates or OPI")
        if stream.get("/Subtype") == Name.Form:
            self.ask("A 6.2.9", not {"/OPI", "/PS", "/Ref"} & set(stream.keys()), "OPI, PS or Ref")
            self.ask("UA 7.1-3", b"MCID" not in stream.read_bytes(), "marks inside a form")
        self.ask("A 6.2.9", stream.get("/Subtype") != Name.PS, "PostScript")

    def dictionary(self, item):
        if self.archival:
            for _, value in item.items():
                self.ask("A 6.2.4.3", value != Name.DeviceCMYK, "DeviceCMYK under an RGB intent")
        if "/S" in item and item.get("/Type") in (None, Name.Action) and item.get("/S") in (
                Name.Launch, Name.Sound, Name.Movie, Name.ResetForm, Name.ImportData, Name.JavaScript,
                Name.Hide, Name.SetOCGState, Name.Rendition, Name.Trans, Name.GoTo3DView):
            self.ask("A 6.5.1", False, f"action {item.S}")
        if item.get("/Type") == Name.ExtGState:
            self.graphics_state(item)
        for _, state in item.ExtGState.items() if isinstance(
                item.get("/ExtGState"), Dictionary) else []:
            self.graphics_state(state)

    def graphics_state(self, state):
        self.ask("A 6.2.5", "/TR" not in state and "/HTP" not in state and state.get("/TR2", Name.Default)
                 == Name.Default, "transfer functions")
        self.ask("A 6.2.10", state.get("/BM", Name.Normal) in [Name("/" + n) for n in (
            "Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight"
            " SoftLight Difference Exclusion Hue Saturation Color Luminosity").split()], "blend mode")

    # Pages and their content

    def pages(self):
        self.marks = []
        for index, page in enumerate(self.pdf.pages):
            self.count("pages")
            self.boxes(index, page)
            self.ask("UA 7.18.3", "/Annots" not in page or page.get("/Tabs") == Name.S, "tab order")
            self.ask("A 6.5.2", "/AA" not in page, "actions of a page")
            group = page.get("/Group")
            if group is not None and self.archival:
                self.ask("A 6.2.10", group.get("/CS") in (Name.DeviceRGB, None), "group's colours")
            self.marks.append(self.content(index, page))

    def boxes(self, index, page):
        media = [float(v) for v in page.MediaBox]
        width, height = media[2] - media[0], media[3] - media[1]
        self.ask("A 6.1.13", 3 <= width <= 14400 and 3 <= height <= 14400, f"page {index + 1}'s size")
        outer = media
        for name in ("/BleedBox", "/TrimBox"):
            if name in page:
                box = [float(v) for v in page.obj[name]]
                inside = (outer[0] <= box[0] + .01 and outer[1] <= box[1] + .01
                          and box[2] <= outer[2] + .01 and box[3] <= outer[3] + .01 and box[0] < box[2]
                          and box[1] < box[3])
                self.ask("PDF 14.11.2", inside, f"{name} of page {index + 1}")
                outer = box

    def content(self, index, page):
        """The marks of a page in order: identifier, tag, whether anything is painted in it."""
        where = f"page {index + 1}"
        stack, marks, saved = [], [], 0
        for operands, operator in pikepdf.parse_content_stream(page):
            word = str(operator)
            if word in ("BDC", "BMC"):
                tag = str(operands[0])[1:]
                properties = operands[1] if len(operands) > 1 else {}
                number = properties.get("/MCID") if isinstance(properties, Dictionary) else None
                kind = "artifact" if tag == "Artifact" else "content" if number is not None else "span"
                kinds = [entry[0] for entry in stack]
                self.ask("UA 7.1-1", not (kind == "artifact" and "content" in kinds),
                         f"artifact inside content on {where}")
                self.ask("UA 7.1-2", not (kind == "content" and kinds), f"content inside {kinds} on {where}")
                if kind == "content":
                    self.ask("PDF 14.7.4.4", int(number) == len(marks), f"gap before mark {number} on {where}")
                    marks.append([int(number), tag, False])
                if kind == "artifact":
                    self.count("artifacts")
                    if isinstance(properties, Dictionary) and "/Subtype" in properties:
                        self.ask("UA 7.8", properties.get("/Type") == Name.Pagination
                                 and properties.Subtype in (Name.Header, Name.Footer, Name.Watermark),
                                 f"artifact's kind on {where}")
                stack.append((kind, len(marks) - 1))
            elif word == "EMC":
                if not self.ask("PDF 14.6", stack, f"EMC without a mark on {where}"):
                    break
                stack.pop()
            elif word == "q":
                saved += 1
            elif word == "Q":
                saved -= 1
            elif word in PAINTS:
                kinds = [entry[0] for entry in stack]
                self.ask("UA 7.1-3", "artifact" in kinds or "content" in kinds,
                         f"{word} outside every mark on {where}")
                self.count("drawn")
                for kind, mark in stack:
                    if kind == "content":
                        marks[mark][2] = True
            elif word in ("k", "K") and self.archival:
                self.ask("A 6.2.4.3", False, f"ink on {where}")
            elif word == "ri":
                self.ask("A 6.2.6", str(operands[0])[1:] in (
                    "RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"), "intent")
        self.ask("PDF 14.6", not stack, f"marks left open on {where}")
        self.ask("PDF 8.4.2", saved == 0 and 28 > saved, f"q and Q on {where}")
        return marks

    # Structure

    def structure(self):
        root = self.root.get("/StructTreeRoot")
        if not self.ask("UA 7.1-11", root is not None, "structure"):
            return
        self.roles = {str(k): str(v) for k, v in root.get("/RoleMap", {}).items()}
        self.owners = {}  # (page, identifier) or annotation -> element
        self.identifiers = {}
        self.headings = []
        pages = {page.obj.objgen: index for index, page in enumerate(self.pdf.pages)}
        self.seen = set()
        waiting = [(kid, root, "StructTreeRoot", None, 0) for kid in reversed(self.kids(root))]
        top = [self.kind(kid) for kid in self.kids(root) if isinstance(kid, Dictionary)]
        self.ask("PDF 14.8.4.2", top == ["Document"], f"top of the structure: {top}")
        while waiting:
            element, parent, above, page, depth = waiting.pop()
            waiting += reversed(self.element(element, parent, above, page, pages, depth))
        self.every_mark_has_one_owner()
        self.parents(root)
        self.heading_levels()
        self.notes(root)

    def kids(self, element):
        kids = element.get("/K", Array([]))
        return list(kids) if isinstance(kids, Array) else [kids]

    def kind(self, element):
        return str(element.get("/S", "/"))[1:]

    def element(self, element, parent, above, page, pages, depth):
        kind = self.kind(element)
        self.count("elements")
        self.ask("PDF 14.7.2", element.is_indirect and element.objgen not in self.seen,
                 f"{kind} has two parents")
        self.seen.add(element.objgen)
        self.ask("PDF 14.7.2", element.get("/P") is not None and element.P.objgen == parent.objgen,
                 f"{kind} does not know its parent")
        self.ask("UA 7.1-5", kind in STANDARD_TYPES, f"type {kind}")
        if above in CHILDREN:
            self.ask(f"UA 7.2/{above}", kind in CHILDREN[above], f"{kind} in {above}")
        if kind in PARENTS:
            self.ask(f"UA 7.2/{kind}", above in PARENTS[kind], f"{kind} in {above}")
        if kind == "Figure":
            self.ask("UA 7.3-1", str(element.get("/Alt", "")) or str(element.get("/ActualText", "")),
                     "figure without alternative")
            box = self.attribute(element, "/BBox")
            self.ask("PDF 14.8.5.4.3", box is not None and len(box) == 4, "figure without a box")
        if kind == "TH":
            self.ask("UA 7.5-1", self.attribute(element, "/Scope") in (Name.Row, Name.Column, Name.Both),
                     "header cell without scope")
        if kind == "Table":
            self.table(element)
        if kind == "Formula":
            self.ask("UA 7.7-1", "/Alt" in element or "/ActualText" in element, "formula without words")
        if re.fullmatch("H[1-6]", kind):
            self.headings.append(int(kind[1]))
        self.ask("UA 7.4.4", kind != "H", "H beside numbered headings")
        if "/ID" in element:
            self.ask("UA 7.9-2", bytes(element.ID) not in self.identifiers, "two notes with one name")
            self.identifiers[bytes(element.ID)] = element.objgen
        if kind == "Note":
            self.ask("UA 7.9-1", "/ID" in element, "note without a name")
        if "/Lang" in element:
            self.ask("UA 7.2", re.fullmatch(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*", str(element.Lang)),
                     f"language {element.Lang}")
        for key in ("/Alt", "/ActualText"):
            if key in element:
                self.ask("UA 7.2", not re.search("[\ue000-\uf8ff]", str(element[key])), f"{key} in private letters")
        own = element.get("/Pg")
        own = pages.get(own.objgen) if own is not None else None
        inner = []
        for kid in self.kids(element):
            if isinstance(kid, int):
                self.own((own, int(kid)), element, kind)
            elif kid.get("/Type") == Name.MCR:
                self.own((pages.get(kid.Pg.objgen), int(kid.MCID)), element, kind)
            elif kid.get("/Type") == Name.OBJR:
                self.own(("link", kid.Obj.objgen), element, kind)
                self.ask("PDF 14.7.4.3", pages.get(kid.Pg.objgen) is not None, "OBJR without page")
            else:
                inner.append((kid, element, kind, own, depth + 1))
        if not self.kids(element):
            self.ask("PDF 14.7.2", kind in ("TD", "TH", "TR", "Document"), f"empty {kind}")
        return inner

    def own(self, key, element, kind):
        self.ask("PDF 14.7.4", key not in self.owners, f"{key} belongs to two elements")
        self.owners[key] = element
        if kind in ("Document", "Part", "Sect", "L", "LI", "Table", "TR", "THead", "TBody", "TOC"):
            self.ask("PDF 14.8.4.2", key[0] == "link", f"content directly in {kind}")

    def attribute(self, element, key):
        attributes = element.get("/A", [])
        for each in attributes if isinstance(attributes, Array) else [attributes]:
            if isinstance(each, Dictionary) and key in each:
                return each[key]
        return None

    def table(self, table):
        rows, heads = [], 0
        for kid in self.kids(table):
            if not isinstance(kid, Dictionary):
                continue
            if self.kind(kid) == "TR":
                rows.append(kid)
            elif self.kind(kid) in ("THead", "TBody", "TFoot"):
                rows += [row for row in self.kids(kid) if isinstance(row, Dictionary)]
        grid, width = {}, None
        for y, row in enumerate(rows):
            x = 0
            for cell in self.kids(row):
                if not isinstance(cell, Dictionary):
                    continue
                heads += self.kind(cell) == "TH"
                while (y, x) in grid:
                    x += 1
                spans = [int(self.attribute(cell, k) or 1) for k in ("/RowSpan", "/ColSpan")]
                for dy in range(spans[0]):
                    for dx in range(spans[1]):
                        self.ask("UA 7.2-15", (y + dy, x + dx) not in grid, "cells of a table overlap")
                        grid[y + dy, x + dx] = True
                x += spans[1]
        for y in range(len(rows)):
            columns = sum(1 for cell in grid if cell[0] == y)
            width = columns if width is None else width
            self.ask("UA 7.2-41", columns == width, f"row {y + 1} of a table has {columns} columns, not {width}")
        self.ask("UA 7.2-42", all(cell[0] < len(rows) for cell in grid), "a cell reaches below its table")
        self.ask("UA 7.5", heads > 0, "table without header cells")

    def every_mark_has_one_owner(self):
        for index, marks in enumerate(self.marks):
            for number, tag, paints in marks:
                self.count("marks")
                self.ask("UA 7.1-3", (index, number) in self.owners,
                         f"mark {number} of page {index + 1} belongs to nobody")
        there = {(i, m[0]) for i, marks in enumerate(self.marks) for m in marks}
        annotations = {a.objgen for page in self.pdf.pages for a in page.get("/Annots", [])}
        for key in self.owners:
            there_is = key in there or (key[0] == "link" and key[1] in annotations)
            self.ask("PDF 14.7.4", there_is, f"{key} is on no page")

    def number_tree(self, node, depth=0):
        if depth > 8:
            return
        nums = list(node.get("/Nums", []))
        keys = [int(k) for k in nums[::2]]
        if "/Limits" in node:
            self.ask("PDF 7.9.7", keys == [] or [int(v) for v in node.Limits] == [keys[0], keys[-1]], "limits")
        self.ask("PDF 7.9.7", keys == sorted(set(keys)), "keys out of order")
        yield from zip(keys, nums[1::2])
        for kid in node.get("/Kids", []):
            yield from self.number_tree(kid, depth + 1)

    def parents(self, root):
        tree = dict(self.number_tree(root.ParentTree))
        self.ask("PDF 14.7.4.4", int(root.get("/ParentTreeNextKey", 0)) > max(tree, default=-1), "next key")
        used = set()
        for index, page in enumerate(self.pdf.pages):
            key = int(page.get("/StructParents", -1))
            if not self.ask("PDF 14.7.4.4", key in tree and key not in used, f"page {index + 1}'s key"):
                continue
            used.add(key)
            entries = list(tree[key])
            self.ask("PDF 14.7.4.4", len(entries) == len(self.marks[index]), f"parents of page {index + 1}")
            for number, entry in enumerate(entries):
                owner = self.owners.get((index, number))
                self.ask("PDF 14.7.4.4", owner is not None and entry is not None and entry.objgen == owner.objgen,
                         f"parent of mark {number} of page {index + 1}")
        for page in self.pdf.pages:
            for annotation in page.get("/Annots", []):
                key = int(annotation.get("/StructParent", -1))
                owner = self.owners.get(("link", annotation.objgen))
                ok = key in tree and key not in used and owner is not None and tree[key].objgen == owner.objgen
                self.ask("UA 7.18.1", ok, "annotation outside the structure")
                used.add(key)
        self.ask("PDF 14.7.4.4", used == set(tree), "keys that nobody uses")

    def heading_levels(self):
        last = 0
        for level in self.headings:
            self.ask("UA 7.4.2-1", level <= last + 1, f"H{level} after H{last}")
            last = level

    def notes(self, root):
        names = {}
        tree = root.get("/IDTree", {})
        entries = list(tree.get("/Names", []))
        keys = [bytes(k) for k in entries[::2]]
        self.ask("PDF 7.9.6", keys == sorted(keys), "names out of order")
        for key, value in zip(keys, entries[1::2]):
            names[key] = value.objgen
        self.ask("PDF 14.7.2", names == self.identifiers, "names of elements")

    def annotations(self):
        for page in self.pdf.pages:
            for annotation in page.get("/Annots", []):
                self.count("annotations")
                flags = int(annotation.get("/F", 0))
                self.ask("A 6.3.2", flags & 4 and not flags & (1 | 2 | 32 | 256), "annotation's flags")
                self.ask("A 6.3.1", annotation.get("/Subtype") == Name.Link, "annotation's kind")
                self.ask("UA 7.18.5-2", str(annotation.get("/Contents", "")), "link without description")
                owner = self.owners.get(("link", annotation.objgen))
                self.ask("UA 7.18.5-1", owner is not None and self.kind(owner) == "Link", "link that is read as none")
                rect = [float(v) for v in annotation.Rect]
                self.ask("PDF 12.5.2", rect[0] < rect[2] and rect[1] < rect[3], "link's area")
                action = annotation.get("/A")
                if action is not None:
                    self.ask("A 6.5.1", action.S in (Name.URI, Name.GoTo), "link's action")
                    if "/URI" in action:
                        self.ask("RFC 3986", re.fullmatch(rb"[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-\[\]_a-z~]*",
                                                          bytes(action.URI)), f"address {action.URI}")
                else:
                    self.ask("PDF 12.5.6.5", "/Dest" in annotation, "link that leads nowhere")

    # Fonts

    def fonts(self):
        fonts = {}
        for page in self.pdf.pages:
            used = self.text_of(page)
            for name, font in (page.get("/Resources", {}).get("/Font") or {}).items():
                fonts.setdefault(font.objgen, (font, set()))[1].update(used.get(str(name), set()))
        for font, used in fonts.values():
            self.count("fonts")
            self.font(font, used)

    def text_of(self, page):
        font, used = None, {}
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                font = str(operands[0])
            elif str(operator) in ("Tj", "TJ", "'"):
                for each in operands[0] if isinstance(operands[0], Array) else operands:
                    if isinstance(each, pikepdf.String):
                        used.setdefault(font, set()).add(bytes(each))
        return used

    def font(self, font, used):
        kind = font.get("/Subtype")
        self.ask("A 6.2.11.2", font.get("/Type") == Name.Font, "font's type")
        if kind == Name.Type3:
            return
        composite = kind == Name.Type0
        inner = font.DescendantFonts[0] if composite else font
        name = str(font.BaseFont)
        descriptor = inner.FontDescriptor
        program = next((descriptor[k] for k in ("/FontFile", "/FontFile2", "/FontFile3") if k in descriptor), None)
        if not self.ask("A 6.2.11.4.1/UA 7.21.4.1", program is not None, f"{name} is not embedded"):
            return
        self.ask("A 6.2.11.4.2", "/CIDSet" not in descriptor, f"{name} has a CIDSet")
        self.ask("A 6.2.11.3", re.match(r"/[A-Z]{6}\+", name) and str(descriptor.FontName) == name, f"{name}'s name")
        if composite:
            self.ask("A 6.2.11.3.3", font.Encoding == Name("/Identity-H"), f"{name}'s encoding")
            if inner.Subtype == Name.CIDFontType2:
                self.ask("A 6.2.11.3.2/UA 7.21.3.2", inner.get("/CIDToGIDMap") == Name.Identity, f"{name} has no CIDToGIDMap")
        codes = set()
        for string in used:
            codes |= ({int.from_bytes(string[i:i + 2], "big") for i in range(0, len(string), 2)}
                      if composite else set(string))
        mapped = self.unicode_of(font, composite)
        for code in codes:
            value = mapped.get(code)
            if value is None and not composite and font.get("/Encoding") == Name.WinAnsiEncoding:
                value = bytes([code]).decode("cp1252", "ignore")
            self.ask("A 6.2.11.7/UA 7.21.7", value not in (None, "", "\0", "\ufeff", "\ufffe"),
                     f"{name}: code {code} has no letters")
            if self.archival and self.archival[3] == "a":
                self.ask("A 6.2.11.7.3", not (value and re.search("[\ue000-\uf8ff]", value)), f"{name}: private letters")
        if self.accessible:
            self.ask("UA 7.21.8", not (composite and 0 in codes), f"{name}: .notdef is drawn")
        self.widths(name, font, inner, program, codes, composite)

    def unicode_of(self, font, composite):
        if "/ToUnicode" not in font:
            return {}
        text = font.ToUnicode.read_bytes().decode("latin-1")
        mapped = {}

        def letters(digits):
            return bytes.fromhex(digits).decode("utf-16-be", "replace")

        for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.S):
            for code, to in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
                mapped[int(code, 16)] = letters(to)
        for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.S):
            for low, high, to in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
                for step in range(int(high, 16) - int(low, 16) + 1):
                    value = letters(to)
                    mapped[int(low, 16) + step] = value[:-1] + chr(ord(value[-1]) + step)
            for low, high, to in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.S):
                for step, each in enumerate(re.findall(r"<(\w+)>", to)):
                    mapped[int(low, 16) + step] = letters(each)
        return mapped

    def widths(self, name, font, inner, program, codes, composite):
        try:
            from fontTools.ttLib import TTFont
        except ImportError:
            return
        if "/Length1" not in program:
            return
        face = TTFont(io.BytesIO(program.read_bytes()), lazy=True)
        scale = 1000 / face["head"].unitsPerEm
        order = face.getGlyphOrder()
        if not composite:
            return
        stated, items, index = {}, list(inner.get("/W", [])), 0
        while index < len(items):
            first = int(items[index])
            if isinstance(items[index + 1], Array):
                for step, width in enumerate(items[index + 1]):
                    stated[first + step] = float(width)
                index += 2
            else:
                for code in range(first, int(items[index + 1]) + 1):
                    stated[code] = float(items[index + 2])
                index += 3
        for code in codes:
            if not self.ask("A 6.2.11.4.1", code < len(order), f"{name}: glyph {code} is not embedded"):
                continue
            true = face["hmtx"][order[code]][0] * scale
            said = stated.get(code, float(inner.get("/DW", 1000)))
            self.ask("A 6.2.11.5/UA 7.21.5", abs(true - said) <= 1, f"{name}: width of {code}: {said}, not {true:.1f}")

    def outline(self):
        top = self.root.get("/Outlines")
        if top is None:
            return
        pages = {page.obj.objgen for page in self.pdf.pages}
        total, waiting, seen = 0, [(top, None)], set()
        while waiting:
            item, _ = waiting.pop()
            child, before = item.get("/First"), None
            while child is not None and child.objgen not in seen:
                seen.add(child.objgen)
                total += 1
                self.ask("PDF 12.3.3", child.Parent.objgen == item.objgen and str(child.get("/Title", "")), "entry of the outline")
                self.ask("PDF 12.3.3", (child.get("/Prev").objgen if "/Prev" in child else None)
                         == (before.objgen if before is not None else None), "order of the outline")
                self.ask("PDF 12.3.2", child.Dest[0].objgen in pages, "outline that leads nowhere")
                waiting.append((child, item))
                before, child = child, child.get("/Next")
            if before is not None:
                self.ask("PDF 12.3.3", item.Last.objgen == before.objgen, "last entry of the outline")
        self.counted["outline entries"] = total

    def attachments(self):
        listed = list(self.root.get("/AF", []))
        entries = list((self.root.get("/Names", {}).get("/EmbeddedFiles") or {}).get("/Names", []))
        self.ask("A3 6.8", {f.objgen for f in listed} == {f.objgen for f in entries[1::2]}, "AF and names agree")
        if self.archival and self.archival.startswith("a-2"):
            self.ask("A2 6.8", not listed, "attached files")
        keys = [str(k) for k in entries[::2]]
        self.ask("PDF 7.9.6", [bytes(k) for k in entries[::2]] == sorted(bytes(k) for k in entries[::2]), f"order of {keys}")
        for file in listed:
            self.count("attachments")
            for key in ("/F", "/UF", "/Desc", "/AFRelationship", "/EF"):
                self.ask("A3 6.8", key in file, f"attachment without {key}")
            stream = file.EF.F
            self.ask("A3 6.8", re.fullmatch(r"/[\w.+-]+/[\w.+-]+", str(stream.get("/Subtype", ""))), "media type")
            data = stream.read_bytes()
            self.ask("PDF 7.11.4", int(stream.Params.Size) == len(data), "size of an attachment")
            self.ask("PDF 7.11.4", bytes(stream.Params.CheckSum) == hashlib.md5(data).digest(), "checksum of an attachment")


def main(arguments):
    standards = {"ua-1", "a-2a"}
    if "--standards" in arguments:
        at = arguments.index("--standards")
        standards = set(filter(None, arguments[at + 1].split(",")))
        del arguments[at:at + 2]
    listing = "--list" in arguments
    judge = Judge([a for a in arguments if not a.startswith("--")][0], standards)
    judge.run()
    for line in dict.fromkeys(judge.failed):
        print(line)
    if listing:
        print("clauses", ", ".join(sorted(judge.asked)))
    figures = ", ".join(f"{count} {what}" for what, count in sorted(judge.counted.items()))
    print(f"judged {len(judge.asked)} clauses, {len(set(judge.failed))} failed: {figures}")
    return 1 if judge.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

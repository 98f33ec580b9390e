"""The tree that is read: its elements, who owns which content, tables, headings, notes."""

import re

from pikepdf import Array, Dictionary, Name

STANDARD_TYPES = set(
    "Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4"
    " H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code"
    " Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form".split()
)
CHILDREN = {  # UA 7.2, 7.5, 7.6; PDF 14.8.4.3
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"}, "TR": {"TH", "TD"},
    "L": {"L", "LI", "Caption"}, "LI": {"Lbl", "LBody"},
    "TOC": {"TOC", "TOCI", "Caption"}, "TOCI": {"Lbl", "Reference", "NonStruct", "P", "TOC"},
}
BLOCKS = set("Document Part Art Sect Div BlockQuote TOC TOCI Index P H H1 H2 H3 H4 H5 H6 L LI LBody Table TR TH TD"
             " THead TBody TFoot".split())
LINES = set("P H H1 H2 H3 H4 H5 H6 Span Quote Link Reference Lbl Code".split())
ATTRIBUTES = {  # PDF 14.8.5: what each owner of attributes knows
    "/List": {"/ListNumbering"}, "/Table": {"/RowSpan", "/ColSpan", "/Headers", "/Scope", "/Summary"},
    "/Layout": {"/BBox", "/Placement", "/Width", "/Height", "/TextAlign", "/WritingMode"},
}
NUMBERINGS = {"/None", "/Disc", "/Circle", "/Square", "/Decimal", "/UpperRoman", "/LowerRoman", "/UpperAlpha", "/LowerAlpha"}
LANGUAGE = r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*"
UNSAYABLE = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\ue000-\uf8ff\ufeff\ufffe\uffff]"
PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"}, "LI": {"L"},
    "THead": {"Table"}, "TBody": {"Table"}, "TFoot": {"Table"}, "LBody": {"LI"}, "TOCI": {"TOC"},
}


class Tags:
    def structure(self):
        root = self.root.get("/StructTreeRoot")
        if not self.ask("UA 7.1-11", root is not None, "structure"):
            return
        self.roles = {str(k): str(v) for k, v in root.get("/RoleMap", {}).items()}
        for kind in self.roles:
            self.ask("UA 7.1-7", kind[1:] not in STANDARD_TYPES, f"{kind} is said to be something else")
            steps = {kind}
            while kind in self.roles and self.roles[kind] not in steps:
                kind = self.roles[kind]
                steps.add(kind)
            self.ask("UA 7.1-6", kind not in self.roles, f"{kind} is said to be itself in the end")
        self.owners = {}  # (page, identifier) or annotation -> element
        self.identifiers = {}
        self.headings = []
        self.linked = set()  # elements that stand in a link
        self.said = []  # elements that words stand for, with their kinds
        self.counts = {"Note": 0, "Reference": 0}
        pages = {page.obj.objgen: index for index, page in enumerate(self.pdf.pages)}
        self.seen = set()
        waiting = [(kid, root, "StructTreeRoot", None, 0) for kid in reversed(self.kids(root))]
        top = [self.kind(kid) for kid in self.kids(root) if isinstance(kid, Dictionary)]
        self.ask("PDF 14.8.4.2", top == ["Document"], f"top of the structure: {top}")
        while waiting:
            element, parent, above, page, depth = waiting.pop()
            waiting += reversed(self.element(element, parent, above, page, pages, depth))
        self.every_mark_has_one_owner()
        self.words_stand_for_something()
        self.ask("UA 7.9", self.counts["Reference"] >= self.counts["Note"], "a note that nothing refers to")
        self.parents(root)
        self.heading_levels()
        self.notes(root)

    def kids(self, element):
        kids = element.get("/K", Array([]))
        return list(kids) if isinstance(kids, Array) else [kids]

    def kind(self, element):
        """What an element is in the words of the standard: the file says what other words mean."""
        kind = str(element.get("/S", "/"))
        for _ in self.roles:
            kind = self.roles.get(kind, kind)
        return kind[1:]

    def element(self, element, parent, above, page, pages, depth):
        kind = self.kind(element)
        self.count("elements")
        self.ask("PDF 14.7.2", element.is_indirect and element.objgen not in self.seen,
                 f"{kind} has two parents")
        self.seen.add(element.objgen)
        self.ask("PDF 14.7.2", element.get("/P") is not None and element.P.objgen == parent.objgen,
                 f"{kind} does not know its parent")
        self.ask("UA 7.1-5/A 6.7.3.4", kind in STANDARD_TYPES, f"type {kind}")
        self.ask("PDF 14.8.4.2", kind != "Document" or depth == 0, "a document in a document")
        self.ask("PDF 14.8.4.3", not (above in LINES and kind in BLOCKS), f"{kind} in {above}")
        if kind in self.counts and above != "TOCI":
            self.counts[kind] += 1
        self.attributes(element, kind)
        if above in CHILDREN:
            self.ask(f"UA 7.2/{above}", kind in CHILDREN[above], f"{kind} in {above}")
        if kind in PARENTS:
            self.ask(f"UA 7.2/{kind}", above in PARENTS[kind], f"{kind} in {above}")
        if kind == "Figure":
            self.ask("UA 7.3-1", not self.accessible or str(element.get("/Alt", "")) or str(element.get("/ActualText", "")),
                     "figure without alternative")
            box = self.attribute(element, "/BBox")
            sides = [float(side) for side in box] if box is not None else []
            self.ask("PDF 14.8.5.4.3", len(sides) == 4 and sides[0] < sides[2] and sides[1] < sides[3],
                     "figure without a box")
        if kind == "TH":
            self.ask("UA 7.5-1", self.attribute(element, "/Scope") in (Name.Row, Name.Column, Name.Both),
                     "header cell without scope")
        if kind == "Table":
            self.ask("UA 7.5", "/Alt" not in element and "/ActualText" not in element, "words in the place of a table's cells")
            self.table(element)
        if kind in ("Table", "L", "TOC"):
            self.parts(element, kind)
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
            self.ask("PDF 14.8.4.4.1", self.has_label(element), "a note without its number")
        if "/Lang" in element:
            self.ask("UA 7.2-29/A 6.7.4", re.fullmatch(LANGUAGE, str(element.Lang)), f"language {element.Lang}")
        for key in ("/Alt", "/ActualText", "/E"):
            if key in element:
                self.said.append((element, kind, key))
                self.ask("UA 7.1", str(element[key]).strip(), f"{key} of a {kind} says nothing")
                self.ask("UA 7.2", not re.search(UNSAYABLE, str(element[key])), f"{key} in letters that are none")
        own = element.get("/Pg")
        own = pages.get(own.objgen) if own is not None else None
        within = kind == "Link" or element.objgen in self.linked
        self.ask("PDF 14.8.4.4.2", kind != "Link" or element.objgen not in self.linked, "a link in a link")
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
                if within:
                    self.linked.add(kid.objgen)
        if kind == "Link":
            held = [kid for kid in self.kids(element) if isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR]
            self.ask("UA 7.18.5-1", held, "a link that leads nowhere")
        if not self.kids(element):
            self.ask("PDF 14.7.2", kind in ("TD", "TH", "TR", "Document"), f"empty {kind}")
        return inner

    def has_label(self, note):
        """Whether its number stands in it, or in the first of its paragraphs."""
        kids = [kid for kid in self.kids(note) if isinstance(kid, Dictionary) and "/S" in kid]
        inner = [kid for first in kids[:1] for kid in self.kids(first) if isinstance(kid, Dictionary) and "/S" in kid]
        return any(self.kind(kid) == "Lbl" for kid in kids + inner)

    def parts(self, element, kind):
        """A caption stands first or last; a table has one head and one foot."""
        kids = [self.kind(kid) for kid in self.kids(element) if isinstance(kid, Dictionary)]
        places = [place for place, kid in enumerate(kids) if kid == "Caption"]
        allowed = (0, len(kids) - 1) if kind == "Table" else (0,)
        self.ask("UA 7.2-3" if kind == "Table" else "UA 7.2-19", len(places) <= 1 and all(p in allowed for p in places),
                 f"captions of a {kind}")
        for part in ("THead", "TFoot"):
            self.ask("UA 7.2-11", kids.count(part) <= 1, f"two {part} in a {kind}")
        if "THead" in kids or "TFoot" in kids:
            self.ask("UA 7.2-14", "TBody" in kids, "a table of heads without a body")
        if kind == "L" and self.attribute(element, "/ListNumbering") in (None, Name("/None")):
            labels = [kid for item in self.kids(element) if isinstance(item, Dictionary)
                      for kid in self.kids(item) if isinstance(kid, Dictionary) and self.kind(kid) == "Lbl"]
            self.ask("UA 7.6-2", not labels, "labels in a list that does not count")

    def own(self, key, element, kind):
        self.ask("PDF 14.7.4", key not in self.owners, f"{key} belongs to two elements")
        self.owners[key] = element
        if kind in ("Document", "Part", "Sect", "L", "LI", "Table", "TR", "THead", "TBody", "TOC"):
            self.ask("PDF 14.8.4.2", key[0] == "link", f"content directly in {kind}")

    def owned(self, element):
        attributes = element.get("/A", [])
        return [each for each in (attributes if isinstance(attributes, Array) else [attributes])
                if isinstance(each, Dictionary)]

    def attribute(self, element, key):
        return next((each[key] for each in self.owned(element) if key in each), None)

    def attributes(self, element, kind):
        for each in self.owned(element):
            owner = str(each.get("/O"))
            strangers = set(each.keys()) - ATTRIBUTES.get(owner, set()) - {"/O"}
            self.ask("PDF 14.8.5", owner in ATTRIBUTES and not strangers, f"attributes of {owner}: {strangers}")
            self.ask("PDF 14.8.5.5", str(each.get("/ListNumbering", "/None")) in NUMBERINGS, "how a list counts")
            spans = [each.get(key, 1) for key in ("/RowSpan", "/ColSpan")]
            self.ask("PDF 14.8.5.7", all(isinstance(span, int) and span >= 1 for span in spans), f"spans of a {kind}")

    def words_stand_for_something(self):
        """Words that stand for what is drawn are said only where something is drawn."""
        holders = {owner.objgen for owner in self.owners.values()}
        for element, kind, key in self.said:
            waiting, found = [element], False
            while waiting and not found:
                each = waiting.pop()
                found = each.objgen in holders
                waiting += [kid for kid in self.kids(each) if isinstance(kid, Dictionary) and "/S" in kid]
            self.ask("UA 7.1", found, f"{key} of a {kind} that holds nothing")

    def table(self, table):
        rows, heads = [], 0
        for kid in self.kids(table):
            if not isinstance(kid, Dictionary):
                continue
            if self.kind(kid) == "TR":
                rows.append(kid)
            elif self.kind(kid) in ("THead", "TBody", "TFoot"):
                rows += [row for row in self.kids(kid) if isinstance(row, Dictionary)]
        grid, width, names, wanted = {}, None, set(), set()
        for y, row in enumerate(rows):
            x = 0
            for cell in self.kids(row):
                if not isinstance(cell, Dictionary):
                    continue
                heads += self.kind(cell) == "TH"
                names |= {bytes(cell.ID)} if "/ID" in cell else set()
                wanted |= {bytes(name) for name in self.attribute(cell, "/Headers") or []}
                while (y, x) in grid:
                    x += 1
                spans = [int(self.attribute(cell, k) or 1) for k in ("/RowSpan", "/ColSpan")]
                for dy in range(spans[0]):
                    for dx in range(spans[1]):
                        self.ask("UA 7.2-43", (y + dy, x + dx) not in grid, "cells of a table overlap")
                        grid[y + dy, x + dx] = True
                x += spans[1]
        for y in range(len(rows)):
            columns = sum(1 for cell in grid if cell[0] == y)
            width = columns if width is None else width
            self.ask("UA 7.2-15", columns == width, f"row {y + 1} of a table has {columns} columns, not {width}")
        self.ask("UA 7.2-42", all(cell[0] < len(rows) for cell in grid), "a cell reaches below its table")
        if self.accessible:
            self.ask("UA 7.5", heads > 0, "table without header cells")
        self.ask("UA 7.5-2", wanted <= names, "a cell names a header that its table does not have")

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

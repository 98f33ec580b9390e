"""What the file says of itself to those who look for it."""

import re
import xml.etree.ElementTree as XML

from pikepdf import Name

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/", "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "ext": "http://www.aiim.org/pdfa/ns/extension/", "schema": "http://www.aiim.org/pdfa/ns/schema#",
    "property": "http://www.aiim.org/pdfa/ns/property#",
}
MOMENT = r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[-+]\d\d:\d\d))?)?)?"
FORMS = {  # properties that may be there, and the list that each is
    "dc:format": None, "dc:title": "Alt", "dc:description": "Alt", "dc:creator": "Seq", "dc:subject": "Bag",
    "dc:language": "Bag", "dc:rights": "Alt", "xmp:CreatorTool": None, "xmp:CreateDate": None, "xmp:ModifyDate": None,
    "xmp:MetadataDate": None, "pdf:Producer": None, "pdf:Keywords": None, "pdfaid:part": None,
    "pdfaid:conformance": None, "pdfuaid:part": None, "ext:schemas": "Bag",
}


class Metadata:
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
            moments = [re.findall(r"\d+|[-+Z]", re.sub(r"(?<=\d\d)-(?=\d\d(-|T|$))|[:T]|D:", "", value or "").replace("'", ""))
                       for value in (stated(key), text(path))]
            self.ask("A 6.6.3", moments[0] == moments[1], f"{key} differs: {moments}")
            self.ask("A 6.6.2.1", re.fullmatch(MOMENT, text(path) or "2000"), f"{path} is no date")
        self.forms(tree, data.decode("utf-8"))
        if self.accessible:
            self.ask("UA 5", text("pdfuaid:part") == "1", "pdfuaid:part")
        if self.archival:
            part, level = self.archival[2], self.archival[3].upper()
            self.ask("A 6.6.4", text("pdfaid:part") == part
                     and text("pdfaid:conformance") == level, "part and level")
            if self.accessible:
                uris = [e.text for e in tree.findall(".//schema:namespaceURI", NAMESPACES)]
                self.ask("A 6.6.2.3.1", NAMESPACES["pdfuaid"] in uris, "extension schema")
                self.extension(tree)
            known = set(NAMESPACES.values()) | {"adobe:ns:meta/"}
            used = {e.tag[1:].split("}")[0] for e in tree.iter()}
            self.ask("A 6.6.2.3.1", used <= known, f"names unexplained: {used - known}")

    def forms(self, tree, text):
        """Each property in the form that its schema gives it, under the prefix that it must have."""
        for prefix, uri in NAMESPACES.items():
            prefix = {"ext": "pdfaExtension", "schema": "pdfaSchema", "property": "pdfaProperty"}.get(prefix, prefix)
            for found in re.findall(r'xmlns:(\w+)="' + re.escape(uri) + '"', text):
                self.ask("A 6.6.4/UA 5-3", found == prefix, f"{uri} under the prefix {found}")
        self.ask("A 6.6.2.1", re.search(r"<\?xpacket end=.[rw].\?>\s*$", text), "packet's end")
        abouts = {each.get(f"{{{NAMESPACES['rdf']}}}about") for each in tree.iter(f"{{{NAMESPACES['rdf']}}}Description")}
        self.ask("A 6.6.2.1", len(abouts) == 1, "metadata about several things")
        for each in tree.iter(f"{{{NAMESPACES['rdf']}}}Description"):
            for property in each:
                name = self.name_of(property)
                self.ask("A 6.6.2.3.1", name in FORMS, f"property {name}")
                kinds = [self.name_of(kid).split(":")[1] for kid in property]
                self.ask("A 6.6.2.3.1", kinds == ([FORMS[name]] if FORMS.get(name) else []), f"{name} is a {kinds}")
                if kinds == ["Alt"]:
                    languages = [item.get("{http://www.w3.org/XML/1998/namespace}lang") for item in property[0]]
                    self.ask("A 6.6.2.1", languages and languages[0] == "x-default", f"languages of {name}")
                self.ask("A 6.6.2.1", "".join(property.itertext()).strip(), f"{name} says nothing")

    def name_of(self, element):
        uri, name = element.tag[1:].split("}")
        return next((f"{prefix}:{name}" for prefix, known in NAMESPACES.items() if known == uri), f"?:{name}")

    def extension(self, tree):
        """What the extension schema must say of itself, all of it and no more."""
        for schema in tree.findall(".//ext:schemas/rdf:Bag/rdf:li", NAMESPACES):
            fields = [self.name_of(each) for each in schema]
            self.ask("A 6.6.2.3.3", set(fields) <= {"schema:schema", "schema:namespaceURI", "schema:prefix",
                     "schema:property", "schema:valueType"} and {"schema:schema", "schema:namespaceURI",
                     "schema:prefix", "schema:property"} <= set(fields), f"fields of the schema: {fields}")
            for each in schema.findall("schema:property/rdf:Seq/rdf:li", NAMESPACES):
                said = {self.name_of(field): field.text for field in each}
                self.ask("A 6.6.2.3.3", set(said) == {f"property:{f}" for f in ("name", "valueType", "category", "description")}
                         and all(said.values()), f"fields of a property: {sorted(said)}")
                self.ask("A 6.6.2.3.3", said.get("property:category") in ("internal", "external")
                         and said.get("property:valueType") in ("Integer", "Text", "URI", "Date", "Boolean"), "kind of a property")
        names = [each.text for each in tree.findall(".//property:name", NAMESPACES)]
        used = {self.name_of(each).split(":")[1] for each in tree.iter() if f"{{{NAMESPACES['pdfuaid']}}}" in each.tag}
        self.ask("A 6.6.2.3.1", used <= set(names), f"{used} is not what the schema explains")

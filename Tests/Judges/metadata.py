"""What the file says of itself to those who look for it."""

import re
import xml.etree.ElementTree as XML

from pikepdf import Name

NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/", "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "ext": "http://www.aiim.org/pdfa/ns/extension/", "schema": "http://www.aiim.org/pdfa/ns/schema#",
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

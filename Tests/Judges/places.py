"""What leads elsewhere: links, the outline, attached files."""

import hashlib
import re

from pikepdf import Name

RELATIONSHIPS = {"/Source", "/Data", "/Alternative", "/Supplement", "/Unspecified"}
DAY = r"D:\d{4}(\d\d(\d\d(\d\d(\d\d(\d\d)?)?)?)?)?(Z|[-+]\d\d'\d\d'?)?"


class Places:
    def annotations(self):
        for page in self.pdf.pages:
            for annotation in page.get("/Annots", []):
                self.count("annotations")
                flags = int(annotation.get("/F", 0))
                self.ask("A 6.3.2", flags & 4 and not flags & (1 | 2 | 32 | 256), "annotation's flags")
                self.ask("A 6.3.1", annotation.get("/Subtype") == Name.Link, "annotation's kind")
                words = str(annotation.get("/Contents", ""))
                self.ask("UA 7.18.5-2", words.strip() and "\ufffc" not in words, "link without description")
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
            self.ask("A3 6.8", str(file.get("/F", "")) and str(file.get("/UF", "")), "an attachment without a name")
            self.ask("A3 6.8", str(file.get("/AFRelationship")) in RELATIONSHIPS, "what an attachment is to the document")
            stream = file.EF.F
            self.ask("A3 6.8", re.fullmatch(r"/[\w.+-]+/[\w.+-]+", str(stream.get("/Subtype", ""))), "media type")
            data = stream.read_bytes()
            self.ask("PDF 7.11.4", int(stream.Params.Size) == len(data), "size of an attachment")
            if self.ask("A3 E.1", "/ModDate" in stream.Params, "attachment without the day of its last change"):
                self.ask("PDF 7.11.4", re.fullmatch(DAY, str(stream.Params.ModDate)), "day of an attachment")
            self.ask("PDF 7.11.4", bytes(stream.Params.CheckSum) == hashlib.md5(data).digest(), "checksum of an attachment")

"""Pages and what is drawn on them."""

import re

import pikepdf
from pikepdf import Dictionary, Name

PAINTS = set("f F f* B B* b b* S s sh Do Tj TJ ' \" EI INLINE".split()) | {"INLINE IMAGE"}

# PDF annex A
OPERATORS = set(
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP"
    " n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split()
)
# What the first operand names (of scn, the last).
RESOURCES = {"Tf": "/Font", "Do": "/XObject", "gs": "/ExtGState", "cs": "/ColorSpace", "CS": "/ColorSpace",
             "scn": "/Pattern", "SCN": "/Pattern", "sh": "/Shading"}
DEVICES = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern"}


class Content:
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
        stack, marks, saved, deepest = [], [], 0, 0
        for operands, operator in pikepdf.parse_content_stream(page):
            word = str(operator)
            self.asks_only_for_what_is_there(word, operands, page, where)
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
                deepest = max(deepest, saved)
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
        self.ask("PDF 8.4.2", saved == 0, f"q and Q on {where}")
        self.ask("A 6.1.13", deepest <= 28, f"{deepest} states of graphics within each other on {where}")
        return marks

    def asks_only_for_what_is_there(self, word, operands, page, where):
        """Operators that exist, and names that the page's own resources explain."""
        if not word.startswith("INLINE"):
            self.ask("A 6.2.2", word in OPERATORS, f"{word} is no operator on {where}")
        kind = RESOURCES.get(word)
        if kind is not None and operands and isinstance(operands[-1 if word == "scn" else 0], Name):
            name = str(operands[-1 if word == "scn" else 0])
            known = page.get("/Resources", {}).get(kind) or {}
            self.ask("A 6.2.2", name in known or name in DEVICES, f"{name} is no resource of {where}")
        for number in operands if word not in ("BDC", "BMC") else []:
            if isinstance(number, int):
                self.ask("A 6.1.13", abs(number) < 2 ** 31, f"a number too large on {where}")

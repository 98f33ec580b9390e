"""Pages and what is drawn on them."""

import re
from decimal import Decimal

import pikepdf
from pikepdf import Dictionary, Name

from tags import LANGUAGE

PAINTS = set("f F f* B B* b b* S s sh Do Tj TJ ' \" EI INLINE".split()) | {"INLINE IMAGE"}

# PDF annex A
OPERATORS = set(
    "b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP"
    " n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"".split()
)
# What the first operand names (of scn, the last).
RESOURCES = {"Tf": "/Font", "Do": "/XObject", "gs": "/ExtGState", "cs": "/ColorSpace", "CS": "/ColorSpace",
             "scn": "/Pattern", "SCN": "/Pattern", "sh": "/Shading"}
INTENTS = {"/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"}
INLINE_FILTERS = {"/AHx", "/A85", "/Fl", "/RL", "/CCF", "/DCT", "/ASCIIHexDecode", "/ASCII85Decode", "/FlateDecode",
                  "/RunLengthDecode", "/CCITTFaxDecode", "/DCTDecode"}
DEVICES = {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern"}


class Content:
    def pages(self):
        self.marks = []
        self.shown = {}  # what is shown in each mark: fonts and strings
        self.unread = []  # the same of each artifact that shows text, with its page
        for index, page in enumerate(self.pdf.pages):
            self.count("pages")
            self.boxes(index, page)
            self.ask("UA 7.18.3", "/Annots" not in page or page.get("/Tabs") == Name.S, "tab order")
            self.ask("A 6.5.2", "/AA" not in page, "actions of a page")
            self.ask("A 6.10", "/PresSteps" not in page, "presentation of a page")
            self.ask("A 6.2.2", "/Resources" in page.obj, f"page {index + 1} has its resources from elsewhere")
            self.marks.append(self.content(index, page))

    def boxes(self, index, page):
        media = [float(v) for v in page.MediaBox]
        width, height = media[2] - media[0], media[3] - media[1]
        self.ask("A 6.1.13", 3 <= width <= 14400 and 3 <= height <= 14400, f"page {index + 1}'s size")
        for name in ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox"):
            box = [float(v) for v in page.obj.get(name, media)]
            sides = [abs(box[2] - box[0]), abs(box[3] - box[1])]
            self.ask("A 6.1.13", all(3 <= side <= 14400 for side in sides), f"{name} of page {index + 1}")
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
        stack, marks, saved, deepest, font = [], [], 0, 0, None
        for operands, operator in pikepdf.parse_content_stream(page):
            word = str(operator)
            self.asks_only_for_what_is_there(word, operands, page, where)
            if word in ("BDC", "BMC"):
                tag = str(operands[0])[1:]
                properties = operands[1] if len(operands) > 1 else {}
                number = properties.get("/MCID") if isinstance(properties, Dictionary) else None
                self.properties(tag, properties, where)
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
                    self.unread.append((index, []))
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
                        self.shown.setdefault((index, mark), []).append((font, word, operands))
                if "artifact" in kinds:
                    self.unread[-1][1].append((font, word, operands))
            elif word == "Tf":
                font = str(operands[0])
            elif word in ("k", "K") and self.archival:
                self.ask("A 6.2.4.3", False, f"ink on {where}")
            elif word == "ri":
                self.ask("A 6.2.6", str(operands[0]) in INTENTS, f"intent on {where}")
            if word in ("INLINE IMAGE", "INLINE"):
                self.inline_image(operands[0], where)
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
            if isinstance(number, (int, Decimal)):
                self.ask("A 6.1.13", abs(number) < 2 ** 31, f"a number too large on {where}")
                self.ask("A 6.1.13", number == 0 or abs(number) > 1.175e-38, f"a number too near to nought on {where}")

    def properties(self, tag, properties, where):
        """What a mark says of itself beside its number."""
        self.ask("UA 7.10/A 6.9", tag != "OC", f"content that may be hidden on {where}")
        self.ask("A 6.2.2", isinstance(properties, (Dictionary, dict)), f"a mark on {where} names what is not there")
        if not isinstance(properties, Dictionary):
            return
        if "/Lang" in properties:
            self.ask("UA 7.2-29/A 6.7.4", re.fullmatch(LANGUAGE, str(properties.Lang)), f"language of a mark on {where}")
        for key in ("/ActualText", "/Alt", "/E"):
            words = str(properties.get(key, ""))
            self.ask("A 6.2.11.7.3", not re.search("[\ue000-\uf8ff]", words), f"{key} in private letters on {where}")

    def inline_image(self, image, where):
        items = image._image_object
        entries = {str(key): value for key, value in zip(items[::2], items[1::2])}
        smooth = entries.get("/I", entries.get("/Interpolate", False))
        self.ask("A 6.2.8", smooth is False, f"Interpolate on {where}")
        filters = entries.get("/F", entries.get("/Filter", []))
        filters = [filters] if isinstance(filters, Name) else list(filters)
        self.ask("A 6.1.10", all(str(each) in INLINE_FILTERS for each in filters), f"filter of an image on {where}")

"""Embedded fonts: letters behind every code, widths, no missing glyph."""

import re
import unicodedata

import pikepdf
from pikepdf import Array, Dictionary, Name

from programs import Compact, TrueType

KINDS = {"/Type0", "/Type1", "/MMType1", "/Type3", "/TrueType"}
PROGRAMS = {"/FontFile": None, "/FontFile2": None, "/FontFile3": {"/Type1C", "/CIDFontType0C", "/OpenType"}}
DESCRIBED = ("/FontName", "/Flags", "/FontBBox", "/ItalicAngle", "/Ascent", "/Descent", "/StemV")


class Fonts:
    def fonts(self):
        fonts = {}
        for content in self.contents():
            used = self.text_of(content)
            for name, font in (content.get("/Resources", {}).get("/Font") or {}).items():
                fonts.setdefault(font.objgen, (font, set()))[1].update(used.get(str(name), set()))
        for font, used in fonts.values():
            self.count("fonts")
            self.font(font, used)
        if self.accessible:
            self.words_in_order()

    def words_in_order(self):
        """Where letters run from right to left, the words are said in the order in which they are spoken."""
        maps = {}
        for (index, mark), shown in self.shown.items():
            fonts = self.pdf.pages[index].get("/Resources", {}).get("/Font") or {}
            letters = ""
            for name, word, operands in shown:
                if word not in ("Tj", "TJ", "'") or name not in fonts:
                    continue
                font = fonts[name]
                if font.objgen not in maps:
                    maps[font.objgen] = self.unicode_of(font, font.Subtype == Name.Type0)
                for each in operands[0] if isinstance(operands[0], Array) else operands:
                    if isinstance(each, pikepdf.String) and font.Subtype == Name.Type0:
                        data = bytes(each)
                        letters += "".join(maps[font.objgen].get(int.from_bytes(data[i:i + 2], "big"), "")
                                           for i in range(0, len(data), 2))
            turned = [each for each in letters if unicodedata.bidirectional(each) in ("R", "AL")
                      and each != "\u200f"]
            # A ligature may be called by the one character that stands for its letters.
            turned = unicodedata.normalize("NFKC", "".join(turned))
            if not turned:
                continue
            element, said = self.owners.get((index, mark)), None
            while element is not None and said is None and "/S" in element:
                said = element.get("/ActualText", element.get("/Alt"))
                element = element.get("/P")
            self.ask("PDF 14.8.2.3.3", said is not None, f"mark {mark} of page {index + 1} is read backwards")
            if said is not None:
                heard = {each for form in ("NFD", "NFKC") for each in unicodedata.normalize(form, str(said))}
                lost = {each for each in turned if not each.isspace()} - heard - set(str(said))
                self.ask("PDF 14.9.4", not lost, f"mark {mark} of page {index + 1} does not say {lost}")

    def contents(self):
        """Pages, and the forms that they draw, at any depth."""
        waiting, seen = [page.obj for page in self.pdf.pages], set()
        while waiting:
            content = waiting.pop()
            if content.objgen in seen:
                continue
            seen.add(content.objgen)
            yield content
            waiting += [each for _, each in (content.get("/Resources", {}).get("/XObject") or {}).items()
                        if each.get("/Subtype") == Name.Form]

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
        self.ask("A 6.2.11.2", font.get("/Type") == Name.Font and str(kind) in KINDS, f"font of type {kind}")
        self.ask("A 6.2.11.2", "/BaseFont" in font or kind == Name.Type3, "a font without a name")
        if kind == Name.Type3:
            return
        composite = kind == Name.Type0
        inner = font.DescendantFonts[0] if composite else font
        name = str(font.BaseFont)
        descriptor = inner.FontDescriptor
        program = next((descriptor[k] for k in ("/FontFile", "/FontFile2", "/FontFile3") if k in descriptor), None)
        if not self.ask("A 6.2.11.4.1/UA 7.21.4.1", program is not None, f"{name} is not embedded"):
            return
        self.parts_of(name, font, inner, descriptor, composite)
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
        self.ask("PDF 9.10.3", "/ToUnicode" in font, f"{name} has no map to Unicode")
        mapped = self.unicode_of(font, composite)
        self.ask("A 6.2.11.7/UA 7.21.7-2", not any(letter in value for value in mapped.values() for letter in "\0\ufeff\ufffe"),
                 f"{name}: a code means no letter")
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

    def parts_of(self, name, font, inner, descriptor, composite):
        """What PDF 9.6 to 9.8 ask of every font."""
        for key in DESCRIBED:
            self.ask("A 6.2.11.2", key in descriptor, f"{name} has no {key}")
        flags = int(descriptor.get("/Flags", 0))
        self.ask("PDF 9.8.2", bool(flags & 4) != bool(flags & 32), f"{name}'s flags")
        for key, kinds in PROGRAMS.items():
            if key in descriptor:
                kind = descriptor[key].get("/Subtype")
                self.ask("A 6.2.11.2", kinds is None or str(kind) in kinds, f"{name}'s program is a {kind}")
        if composite:
            system = inner.get("/CIDSystemInfo", Dictionary())
            self.ask("A 6.2.11.3.1/UA 7.21.3.1", {"/Registry", "/Ordering", "/Supplement"} <= set(system.keys()),
                     f"{name}'s CIDSystemInfo")
            self.ask("A 6.2.11.2", inner.get("/Subtype") in (Name.CIDFontType0, Name.CIDFontType2)
                     and inner.get("/BaseFont") == font.BaseFont, f"{name}'s descendant")
            return
        count = int(font.get("/LastChar", -1)) - int(font.get("/FirstChar", 0)) + 1
        self.ask("A 6.2.11.2", count > 0 and len(font.get("/Widths", [])) == count, f"{name}'s widths")
        if font.Subtype == Name.TrueType:
            self.maps_of(name, font, descriptor, flags)
        self.ask("A 6.2.11.4.2", "/CharSet" not in descriptor, f"{name} lists its glyphs")

    def maps_of(self, name, font, descriptor, flags):
        """UA 7.21.6: by which of its maps a TrueType font finds a letter."""
        program = TrueType(descriptor.FontFile2)
        maps = program.maps()
        if flags & 4:
            self.ask("A 6.2.11.6/UA 7.21.6-3", "/Encoding" not in font, f"{name} has symbols and an encoding")
            self.ask("A 6.2.11.6/UA 7.21.6-4", len(maps) == 1 or (3, 0) in maps, f"{name}'s maps: {maps}")
        else:
            self.ask("A 6.2.11.6/UA 7.21.6-2", font.get("/Encoding") in (Name.WinAnsiEncoding, Name.MacRomanEncoding),
                     f"{name}'s encoding")
            self.ask("A 6.2.11.6/UA 7.21.6-1", set(maps) - {(3, 0)}, f"{name} has no map of letters")

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
        """Holds the widths that the file states, and the glyphs behind its codes, to the font program."""
        try:
            import fontTools  # noqa: F401
        except ImportError:
            return
        outlines = TrueType(program) if "/FontFile2" in inner.FontDescriptor else Compact(program, composite)
        stated = self.widths_by_glyph(inner) if composite else self.widths_by_code(font)
        missing = float(inner.get("/DW", 1000)) if composite else None
        for code in sorted(codes):
            glyph = outlines.glyph(code) if composite else outlines.glyph_of_letter(code)
            if not self.ask("A 6.2.11.4.1/UA 7.21.4.1", glyph is not None, f"{name}: code {code} has no glyph"):
                continue
            self.ask("UA 7.21.8", not outlines.is_missing_glyph(glyph), f"{name}: code {code} draws .notdef")
            true, said = outlines.width(glyph), stated.get(code, missing)
            self.ask("A 6.2.11.5/UA 7.21.5", said is not None and abs(true - said) <= 1,
                     f"{name}: width of {code}: {said}, not {true:.1f}")
            self.count("glyphs measured")

    def widths_by_code(self, font):
        first = int(font.FirstChar)
        return {first + step: float(width) for step, width in enumerate(font.Widths)}

    def widths_by_glyph(self, inner):
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
        return stated

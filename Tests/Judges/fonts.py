"""Embedded fonts: letters behind every code, widths, no missing glyph."""

import logging
import io
import re

import pikepdf
from pikepdf import Array, Name


class Fonts:
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
        """Holds the widths that the file states, and the glyphs behind its codes, to the font program."""
        try:
            import fontTools  # noqa: F401
            # It remarks upon what subset fonts leave blank, which no reader of the verdict asked for.
            logging.getLogger("fontTools").setLevel(logging.CRITICAL)
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


class TrueType:
    """A font program with quadratic outlines, whose codes are glyph numbers."""

    def __init__(self, program):
        from fontTools.ttLib import TTFont
        self.face = TTFont(io.BytesIO(program.read_bytes()), lazy=True)
        self.scale = 1000 / self.face["head"].unitsPerEm
        self.order = self.face.getGlyphOrder()

    def glyph(self, code):
        return self.order[code] if code < len(self.order) else None

    def glyph_of_letter(self, code):
        """PDF 9.6.6.4: through the Windows map by Unicode, or else the Macintosh map by code."""
        letter = ord(bytes([code]).decode("cp1252", "replace"))
        tables = {(t.platformID, t.platEncID): t.cmap for t in self.face["cmap"].tables}
        return tables.get((3, 1), {}).get(letter) or tables.get((1, 0), {}).get(code)

    def is_missing_glyph(self, glyph):
        return glyph == self.order[0]

    def width(self, glyph):
        return self.face["hmtx"][glyph][0] * self.scale


class Compact:
    """A font program with cubic outlines (CFF)."""

    def __init__(self, program, composite):
        from fontTools.cffLib import CFFFontSet
        fonts = CFFFontSet()
        fonts.decompile(io.BytesIO(program.read_bytes()), None)
        self.top = fonts[0]
        self.names = self.top.charset
        self.by_number = composite and hasattr(self.top, "ROS")

    def glyph(self, code):
        name = f"cid{code:05d}" if self.by_number else (self.names[code] if code < len(self.names) else None)
        return name if name in self.top.CharStrings else None

    def glyph_of_letter(self, code):
        from fontTools.agl import UV2AGL
        name = UV2AGL.get(ord(bytes([code]).decode("cp1252", "replace")))
        return name if name in self.top.CharStrings else None

    def is_missing_glyph(self, glyph):
        return glyph in (".notdef", "cid00000")

    def width(self, glyph):
        from fontTools.pens.basePen import NullPen
        outline, _ = self.top.CharStrings.getItemAndSelector(glyph)
        outline.draw(NullPen())
        matrix = getattr(self.top, "FontMatrix", [0.001])
        return outline.width * matrix[0] * 1000

"""Font programs, asked for the glyph behind a code and its width; needs fontTools."""

import io
import logging

# It remarks upon what subset fonts leave blank, which no reader of the verdict asked for.
logging.getLogger("fontTools").setLevel(logging.CRITICAL)


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

    def maps(self):
        return [(t.platformID, t.platEncID) for t in self.face["cmap"].tables] if "cmap" in self.face else []

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

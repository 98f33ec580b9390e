"""Words that are drawn where nobody hears them."""

import re

import pikepdf
from pikepdf import Array, Name


class Silence:
    def silence(self):
        """What heads and feet of pages say is read somewhere, a word or two such as “continued” aside."""
        if not self.accessible:
            return
        self.maps = {}
        read = "".join(self.letters(index, shown) for (index, _), shown in self.shown.items())
        read += "".join(str(element[key]) for element, _, key in self.said)
        read = self.bare(read)
        for index, shown in self.unread:
            words = re.findall(r"[^\W\d_]{3,}", self.letters(index, shown, " "))
            # Letters from right to left stand in a page the other way about.
            lost = [word for word in words if self.bare(word) not in read and not re.search("[\u0590-\u08ff]", word)]
            self.ask("UA 7.8", len(lost) < 3, f"page {index + 1} draws what it does not say: {' '.join(lost[:8])}")

    def bare(self, text):
        return re.sub(r"[\W_]+", "", text).casefold()

    def letters(self, index, shown, between=""):
        fonts = self.pdf.pages[index].get("/Resources", {}).get("/Font") or {}
        return between.join(self.spelt(fonts[name], operands) for name, word, operands in shown
                            if word in ("Tj", "TJ", "'") and name in fonts)

    def spelt(self, font, operands):
        composite = font.Subtype == Name.Type0
        if font.objgen not in self.maps:
            self.maps[font.objgen] = self.unicode_of(font, composite)
        letters = self.maps[font.objgen]
        width = 2 if composite else 1
        data = b"".join(bytes(each) for each in (operands[0] if isinstance(operands[0], Array) else operands)
                        if isinstance(each, pikepdf.String))
        return "".join(letters.get(int.from_bytes(data[at:at + width], "big"), "") for at in range(0, len(data), width))

"""The bytes of the file: objects, strings and names as they are written, and where each stands."""

import re
import zlib

TOKEN = re.compile(rb"\((?:\\.|[^\\()])*\)|<<|>>|<([^<>]*)>|/([^\s/<>\[\]()%]*)|[^\s/<>\[\]()%]+|[\[\]]|%[^\n\r]*", re.S)


class Syntax:
    def syntax(self):
        data = self.bytes
        self.ask("A 6.1.2", re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}", data), "header")
        self.ask("A 6.1.3", data.endswith(b"%%EOF\n") and data.count(b"%%EOF\n") == 1, "end of file")
        self.streams = {}
        bare = self.without_streams(data)
        for match in re.finditer(rb"(\d+) (\d+) obj(.)", bare, re.S):
            before = bare[match.start() - 1:match.start()]
            self.ask("A 6.1.9", before == b"\n" and match.group(3) == b"\n", f"lines of object {match.group(1)!r}")
        for match in re.finditer(rb"endobj", bare):
            self.ask("A 6.1.9", bare[match.start() - 1:match.start()] == b"\n" and bare[match.end():match.end() + 1] == b"\n",
                     f"lines of endobj at {match.start()}")
        self.words(bare, "the file")
        for number, (head, body) in self.streams.items():
            if b"/ObjStm" in head:
                self.object_stream(number, head, body)
        self.cross_references(data)

    def without_streams(self, data):
        """What stands outside streams; each stream is kept by the number of its object."""
        kept, place = [], 0
        for match in re.finditer(rb"(\d+) 0 obj\n(<<(?:(?!endobj|stream\r?\n).)*>>)\s*stream(\r\n|\n|\r)", data, re.S):
            if match.start() < place:
                continue
            length = re.search(rb"/Length (\d+)(?! \d+ R)", match.group(2))
            start = match.end()
            end = start + int(length.group(1)) if length else -1
            # A line feed behind a carriage return would be one line end with it, and the length one too many.
            line = b"\r\n" if data[end - 1:end] == b"\r" else b"\n"
            ok = length and match.group(3) == b"\n" and data[end:].startswith(line + b"endstream\nendobj\n")
            if not self.ask("A 6.1.7.1", ok, f"length or line ends of the stream of object {match.group(1)!r}"):
                end = data.index(b"endstream", start)
            self.streams[int(match.group(1))] = (match.group(2), data[start:end])
            kept.append(data[place:start])
            place = end
        return b"".join(kept) + data[place:]

    def words(self, text, where):
        """Strings in digits, names that everybody can read."""
        for match in TOKEN.finditer(text):
            digits, name = match.group(1), match.group(2)
            if digits is not None:
                self.ask("A 6.1.6", re.fullmatch(rb"(?:[0-9A-Fa-f]{2}|\s)*", digits), f"string <{digits[:20]!r}> in {where}")
            if name is not None:
                plain = re.sub(rb"#([0-9A-Fa-f]{2})", lambda m: bytes([int(m.group(1), 16)]), name)
                self.ask("A 6.1.13", len(plain) <= 127, f"name of {len(plain)} bytes in {where}")
                self.ask("A 6.1.8", self.is_utf8(plain), f"name {name!r} in {where}")

    def is_utf8(self, data):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return False
        return True

    def object_stream(self, number, head, body):
        text = zlib.decompress(body) if b"/FlateDecode" in head else body
        first = int(re.search(rb"/First (\d+)", head).group(1))
        count = int(re.search(rb"/N (\d+)", head).group(1))
        numbers = [int(each) for each in text[:first].split()]
        self.ask("PDF 7.5.7", len(numbers) == 2 * count, f"head of the objects in {number}")
        places = numbers[1::2]
        self.ask("PDF 7.5.7", places == sorted(places) and len(set(numbers[::2])) == count, f"order of the objects in {number}")
        self.packed.update({each: (number, index) for index, each in enumerate(numbers[::2])})
        for start, end in zip(places, places[1:] + [len(text) - first]):
            self.ask("PDF 7.5.7", re.match(rb"\s*(<<|\[|\(|<|/|[-+.\d]|true|false|null)", text[first + start:first + end]),
                     f"an object in {number} begins in the middle of another")
        self.words(text[first:], f"object stream {number}")

    def cross_references(self, data):
        """Every row of the table leads to its object."""
        place = int(re.search(rb"startxref\n(\d+)\n%%EOF\n$", data).group(1))
        match = re.match(rb"(\d+) 0 obj\n", data[place:])
        if not self.ask("PDF 7.5.8", match, "startxref leads to no table"):
            return
        head, body = self.streams[int(match.group(1))]
        widths = [int(each) for each in re.search(rb"/W ?\[ ?(\d+) (\d+) (\d+) ?\]", head).groups()]
        size = int(re.search(rb"/Size (\d+)", head).group(1))
        body = zlib.decompress(body) if b"/FlateDecode" in head else body
        rows = self.rows(body, sum(widths), b"/Predictor 12" in head)
        self.ask("PDF 7.5.8", len(rows) == size and b"/Index" not in head, f"{len(rows)} rows for {size} objects")
        self.ask("PDF 7.5.8", not re.search(rb"/Encrypt|/Prev|/XRefStm", head), "encryption or older tables")
        found = {}
        for number, row in enumerate(rows):
            fields, start = [], 0
            for width in widths:
                fields.append(int.from_bytes(row[start:start + width], "big"))
                start += width
            if fields[0] == 1:
                self.ask("PDF 7.5.8", data[fields[1]:].startswith(b"%d %d obj\n" % (number, fields[2])),
                         f"object {number} is not where the table says")
            elif fields[0] == 2:
                found[number] = (fields[1], fields[2])
            else:
                self.ask("PDF 7.5.8", fields[0] == 0 and (number > 0 or fields[2] == 65535), f"row of object {number}")
        self.ask("PDF 7.5.8", found == self.packed, "objects in streams are not where the table says")

    def rows(self, data, width, has_predictor):
        if not has_predictor:
            return [data[at:at + width] for at in range(0, len(data), width)]
        rows, above = [], bytes(width)
        for at in range(0, len(data), width + 1):
            self.ask("PDF 7.4.4.4", data[at] == 2, "predictor of the table")
            above = bytes((a + b) & 255 for a, b in zip(data[at + 1:at + 1 + width], above))
            rows.append(above)
        return rows

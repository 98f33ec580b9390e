#!/usr/bin/python3
"""Hands damaged files to every door of the program, and sees whether it answers.

Usage: fuzz.py PROGRAM [--home FOLDER] [--runs N] [--seed N] [--doors yaml,layouts,…] [--keep FOLDER]

Each run changes one sound file at random, always in the same way for the same seed, and starts the
program on it. An answer is pages or a message, within ten seconds and a gigabyte; a crash, silence,
a half-written file or a file beside an error is a finding, and the file is kept. Exit status 0 where
there was none. Needs nothing but Python.
"""

import argparse
import glob
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor

SECONDS, BYTES = 10, 1_000_000_000

# What programs trip over: limits of numbers, signs that are not seen, halves of signs.
WORDS = [
    b"0", b"-1", b"99999999999999999999", b"1e999", b"NaN", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80",
    b"\xef\xbf\xbf", b"\xe2\x80\xae", b"\xe2\x81\xa6", b"\xcc\x81" * 40, b"\xf3\xa0\x80\x81", b"\xf4\x8f\xbf\xbf",
    b"\xe2\x80\xa8", b"\r", b"\t", b"*a", b"&a ", b"!!str ", b"{", b"}", b"[", b"]", b": ", b"- ", b"|\n", b">\n",
    b"'", b'"', b"#", b"%YAML 9.9\n", b"---\n", b"...\n", b"? ", b"<<: ", b"{ar}", b"[^a]", b"![](x)", b"](", b"{{", b"}}",
    b"../../../etc/passwd", b"/dev/zero", b"\xd8\xa7\xd9\x84", b"\xdf\x8a\xdf\x8b", b"\xf0\x9e\xa4\x80", b"\xe1\x88\x80",
    b"100%", b"-5mm", b"1000000pt", b"0pt", b"each", b"when", b"extends", b"\xef\xb7\xba", b"\xe0\xb8\xb3", b"\xe1\x9f\x92",
]


def mutate(dice, data):
    """One to six changes: bytes flipped, cut, doubled, swapped, numbers and words put in."""
    data = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        if not data:
            break
        at = dice.randrange(len(data))
        size = min(len(data) - at, int(2 ** dice.uniform(0, 9)))
        kind = dice.randrange(9)
        if kind == 0:
            data[at] ^= 1 << dice.randrange(8)
        elif kind == 1:
            data[at] = dice.randrange(256)
        elif kind == 2:
            del data[at:at + size]
        elif kind == 3:
            data[at:at] = data[at:at + size] * dice.choice([1, 2, 30])
        elif kind == 4:
            data[at:at] = dice.choice(WORDS)
        elif kind == 5:
            data[at:at + 1] = dice.choice(WORDS)
        elif kind == 6:
            other = dice.randrange(len(data))
            data[at:at + size] = data[other:other + size]
        elif kind == 7:
            del data[at:]
        else:
            lines = bytes(data).split(b"\n")
            first, second = dice.randrange(len(lines)), dice.randrange(len(lines))
            lines[first], lines[second] = lines[second], lines[first]
            if dice.random() < 0.5:
                lines[first] = b" " * dice.randrange(12) + lines[first].lstrip()
            data = bytearray(b"\n".join(lines))
    return bytes(data[:4_000_000])


def overwrite(dice, data):
    """As many changes, none of which moves anything."""
    data = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        at = dice.randrange(len(data))
        word = dice.choice(WORDS + [b"null", b"9 0 R", b"/K", b"[[[", b"<<<<", b">>", os_bytes(dice)])
        data[at:at + len(word)] = word
    return bytes(data)


class Driver:
    def __init__(self, options):
        self.program = os.path.abspath(options.program)
        self.home = os.path.abspath(options.home)
        self.keep = options.keep
        self.samples = os.path.join(self.home, "samples")
        self.papers = [p for p in sorted(glob.glob(self.samples + "/*/*.yaml"))
                       if not os.path.basename(p) in ("people.yaml", "event.yaml", "organisations.yaml", "abstracts.yaml")]
        self.findings = []
        self.pdfs = None

    # Doors: each prepares a folder with one damaged file, and returns the commands to start in it.

    def yaml(self, dice, folder):
        paper = dice.choice(self.papers)
        event = os.path.join(folder, "event")
        shutil.copytree(os.path.dirname(paper), event)
        victim = os.path.join(event, os.path.basename(paper) if dice.random() < 0.7
                              else dice.choice([n for n in os.listdir(event) if n.endswith(".yaml")]))
        self.damage(dice, victim)
        name = "event/" + os.path.basename(paper)
        return victim, [["check", name], ["check", "--accessibility", name],
                        ["render", name, "-o", "out/", "-f", dice.choice(["pdf", "pdf", "svg"])]][dice.randrange(3):][:2]

    def layouts(self, dice, folder):
        paper = dice.choice(self.papers)
        event = os.path.join(folder, "event")
        shutil.copytree(os.path.dirname(paper), event)
        shutil.copytree(os.path.join(self.home, "layouts"), os.path.join(event, "layouts"))
        kind = dice.choice(["papers/*", "papers/*", "parts/*", "brands/*", "languages/*"])
        victim = dice.choice(sorted(glob.glob(f"{event}/layouts/{kind}.yaml")))
        self.damage(dice, victim)
        layout = ["--layout", os.path.basename(victim)[:-5]] if kind == "papers/*" and dice.random() < 0.5 else []
        return victim, [["render", "event/" + os.path.basename(paper), "-o", "out/"] + layout]

    def csv(self, dice, folder):
        rows = ["given,family,role,organisation,email,phone"]
        rows += [f"Awa{n},N’DIAYE,\"Cheffe, projet\",Centre {n},a{n}@example.org,+221 33 {n}" for n in range(4)]
        victim = os.path.join(folder, "people.csv")
        data = "\n".join(rows).encode(dice.choice(["utf-8", "utf-8", "utf-16", "latin-1"]), "replace")
        self.write(victim, mutate(dice, data))
        if dice.random() < 0.3:
            self.write(os.path.join(folder, "a.yaml"),
                       b"kind: attendance-sheet\nevent: {title: A, date: 2026-03-10}\npeople: all\n")
            return victim, [["check", "people.csv"], ["render", "a.yaml", "-o", "out/"]]
        layout = dice.choice(["card", "badge", "certificate"])
        output = dice.choice(["out/{family}.pdf", "out.pdf", "out/{given}-{index}.pdf"])
        return victim, [["merge", layout, "--data", "people.csv", "-o", output]]

    def workbooks(self, dice, folder):
        parts = dice.choice([excel_parts, libreoffice_parts])()
        victim = os.path.join(folder, "people." + ("ods" if "mimetype" in parts else "xlsx"))
        if dice.random() < 0.8:
            name = dice.choice(sorted(parts))
            parts[name] = mutate(dice, parts[name])
        with zipfile.ZipFile(victim, "w", dice.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as book:
            for name, data in parts.items():
                book.writestr(name, data)
        if dice.random() < 0.3:
            self.damage(dice, victim)
        if dice.random() < 0.3:
            self.write(os.path.join(folder, "a.yaml"),
                       b"kind: attendance-sheet\nevent: {title: A, date: 2026-03-10}\npeople: all\n")
            return victim, [["render", "a.yaml", "-o", "out/"]]
        sheet = ["--sheet", dice.choice(["Gens", "Autres", ""])] if dice.random() < 0.3 else []
        return victim, [["merge", "card", "--data", os.path.basename(victim), "-o", "out.pdf"] + sheet]

    def pictures(self, dice, folder):
        source = dice.choice(sorted(p for p in glob.glob(self.samples + "/*/images/*")
                                    + glob.glob(self.home + "/layouts/brands/**/*", recursive=True)
                                    if p.rsplit(".")[-1] in ("png", "jpg", "jpeg", "svg")))
        victim = os.path.join(folder, "picture." + source.rsplit(".")[-1])
        with open(source, "rb") as file:
            self.write(victim, mutate(dice, file.read()))
        self.write(os.path.join(folder, "a.yaml"),
                   f"kind: workshop-summary\ntitle: A\nphotos:\n  - {{src: {os.path.basename(victim)}, alt: b}}\n".encode())
        return victim, [["render", "a.yaml", "-o", "out/", "-e", dice.choice(["public", "light", "print"])]
                        + (["-f", "png"] if dice.random() < 0.2 else [])]

    def pdf(self, dice, folder):
        victim = os.path.join(folder, "a.pdf")
        with open(dice.choice(self.sound_pdfs()), "rb") as file:
            data = file.read()
        # Most changes that move what follows are found at once, by the table of places.
        self.write(victim, mutate(dice, data) if dice.random() < 0.3 else overwrite(dice, data))
        return victim, [["open", "a.pdf", "-o", "out/folder"], ["extract", "a.pdf", "-o", "out"],
                        ["check", "--accessibility", "a.pdf"]]

    def fonts(self, dice, folder):
        for part in ("kinds", "layouts"):
            os.symlink(os.path.join(self.home, part), os.path.join(folder, part))
        os.mkdir(os.path.join(folder, "fonts"))
        shutil.copy(os.path.join(self.home, "fonts/fonts.yaml"), os.path.join(folder, "fonts/fonts.yaml"))
        source = dice.choice(self.font_files())
        victim = os.path.join(folder, "fonts", os.path.basename(source))
        with open(source, "rb") as file:
            data = bytearray(file.read())
        for _ in range(dice.randint(1, 8)):
            # Heads of tables lie in front; what is in them, anywhere.
            at = dice.randrange(min(len(data), 2000) if dice.random() < 0.4 else len(data))
            data[at:at + 2] = dice.choice([b"\x00\x00", b"\xff\xff", b"\x7f\xff", b"\x80\x00", os_bytes(dice)])
        if dice.random() < 0.1:
            del data[dice.randrange(len(data)):]
        self.write(victim, bytes(data))
        paper = dice.choice(self.papers)
        return victim, [["render", paper, "-o", "out/"]]

    def sound_pdfs(self):
        if self.pdfs is None:
            self.pdfs = []
            folder = tempfile.mkdtemp()
            for index, paper in enumerate(self.papers[::3]):
                whole = ["--source"] if index % 2 else []
                self.start(["render", paper, *whole, "-o", folder + "/"], folder, self.home)
            self.pdfs = sorted(glob.glob(folder + "/*.pdf"))
        return self.pdfs

    def font_files(self):
        names = [line.split(":", 1)[1].strip() for line in open(os.path.join(self.home, "fonts/fonts.yaml"), encoding="utf-8")
                 if line.strip().startswith(("file:", "- file:"))]
        files = []
        for name in names:
            for folder in ("/usr/share/fonts", "/usr/local/share/fonts"):
                path = os.path.join(folder, name)
                if os.path.exists(path) and os.path.getsize(path) < 1_500_000:
                    files.append(path)
        return sorted(set(files)) or sorted(glob.glob("/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf"))

    def damage(self, dice, path):
        with open(path, "rb") as file:
            data = file.read()
        self.write(path, mutate(dice, data))

    def write(self, path, data):
        with open(path, "wb") as file:
            file.write(data)

    # Runs.

    def start(self, command, folder, home):
        process = subprocess.Popen([self.program] + command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, start_new_session=True,
                                   env={**os.environ, "GRIOT_HOME": home, "SWIFT_BACKTRACE": "enable=no"})
        begun = time.monotonic()
        timer = SECONDS if "asan" not in self.program else SECONDS * 6
        try:
            said, _ = process.communicate(timeout=timer)
            return process.returncode, said, time.monotonic() - begun
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            said, _ = process.communicate()
            return None, said, timer

    def run(self, door, seed):
        dice = random.Random(f"{door} {seed}")
        folder = tempfile.mkdtemp(prefix="griot-fuzz-")
        try:
            victim, commands = getattr(self, door)(dice, folder)
            for command in commands:
                before = self.files(folder)
                status, said, seconds = self.start(command, folder, folder if door == "fonts" else self.home)
                finding = self.judge(command, status, said, self.files(folder) - before)
                if finding:
                    self.found(door, seed, victim, command, finding, said)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def files(self, folder):
        return {os.path.join(place, name) for place, _, names in os.walk(folder) for name in names}

    def judge(self, command, status, said, written):
        if status is None:
            return "no answer in time"
        if status < 0 or status > 3:
            return f"it died ({status})"
        if b"AddressSanitizer" in said or b"Fatal error" in said:
            return "it died"
        if any(name.endswith(".part") for name in written):
            return "a file half written"
        if status != 0 and not said.strip():
            return "no word of why"
        if command[0] != "merge" and status != 0 and written:
            return f"an error, and files: {sorted(written)[:2]}"
        return None

    def found(self, door, seed, victim, command, finding, said):
        kept = ""
        if self.keep:
            os.makedirs(self.keep, exist_ok=True)
            kept = os.path.join(self.keep, f"{door}-{seed}-{os.path.basename(victim)}")
            shutil.copy(victim, kept)
        text = f"{door} {seed}: {finding}: griot {' '.join(command)} {kept}\n    {said[-300:].decode('utf-8', 'replace')}"
        self.findings.append(text)
        print(text, flush=True)


PEOPLE = [("given", "family", "role", "phone"), ("Awa", "N’DIAYE", "Cheffe", "+221 33 800 00 00"),
          ("Ibra", "SARR", "Chercheur", "0033"), ("", "", "", "")]


def excel_parts():
    """The parts of a workbook of Office Open XML, its words shared."""
    words = [word for row in PEOPLE for word in row]
    cells = iter(range(len(words)))
    rows = "".join(
        f'<row r="{n}">' + "".join(f'<c r="{c}{n}" t="s"><v>{next(cells)}</v></c>' for c in "ABCD") + "</row>"
        for n in range(1, 5))
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return {name: text.encode() for name, text in {
        "_rels/.rels": f'<Relationships xmlns="{package}"><Relationship Id="a" Type="{office}/officeDocument"'
                       ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
                           '<sheet name="Gens" sheetId="1" r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}">'
                                      f'<Relationship Id="b" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
                                      f'<Relationship Id="c" Type="{office}/sharedStrings" Target="sharedStrings.xml"/>'
                                      f'<Relationship Id="d" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData>'
                                    '<mergeCells><mergeCell ref="A4:B4"/></mergeCells></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">' + "".join(f"<si><t>{word}</t></si>" for word in words) + "</sst>",
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><cellXfs><xf numFmtId="14"/><xf numFmtId="0"/></cellXfs></styleSheet>',
    }.items()}


def libreoffice_parts():
    """The parts of a spreadsheet of OpenDocument, with the endless empty rows that its programs write."""
    cells = "".join(
        "<table:table-row>" + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{word}<text:s text:c="2"/></text:p></table:table-cell>'
            for word in row) + '<table:table-cell table:number-columns-repeated="16380"/></table:table-row>'
        for row in PEOPLE)
    names = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
                     for name in ("office", "table", "text", "style"))
    return {name: text.encode() for name, text in {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "content.xml": f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="Gens">'
                       f"{cells}<table:table-row><table:table-cell/><table:covered-table-cell/><table:table-cell"
                       ' office:value-type="date" office:date-value="2026-03-10" table:number-rows-spanned="2"/>'
                       '</table:table-row><table:table-row table:number-rows-repeated="1048570"><table:table-cell'
                       ' table:number-columns-repeated="16384"/></table:table-row></table:table></office:spreadsheet>'
                       "</office:body></office:document-content>",
        "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
    }.items()}


def os_bytes(dice):
    return bytes([dice.randrange(256), dice.randrange(256)])


DOORS = ["yaml", "layouts", "csv", "workbooks", "pictures", "pdf", "fonts"]


def main():
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("program")
    reader.add_argument("--home", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../.."))
    reader.add_argument("--runs", type=int, default=200, help="damaged files for each door")
    reader.add_argument("--seed", type=int, default=0)
    reader.add_argument("--doors", default=",".join(DOORS))
    reader.add_argument("--keep")
    options = reader.parse_args()
    driver = Driver(options)
    for door in options.doors.split(","):
        if door == "pdf":
            driver.sound_pdfs()
        with ThreadPoolExecutor(os.cpu_count()) as crew:
            list(crew.map(lambda seed, door=door: driver.run(door, seed), range(options.seed, options.seed + options.runs)))
        largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
        if largest > BYTES and "asan" not in driver.program:
            driver.findings.append(f"{door}: a run took {largest // 1_000_000} MB")
        print(f"{door}: {options.runs} damaged files, {len(driver.findings)} findings so far,"
              f" {largest // 1_000_000} MB at most", flush=True)
    return 1 if driver.findings else 0


if __name__ == "__main__":
    sys.exit(main())

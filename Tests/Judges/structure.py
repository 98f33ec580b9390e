#!/usr/bin/python3
"""Judges a finished PDF by the clauses of PDF/UA-1 and PDF/A-2 and -3, with pikepdf and nothing of ours.

Usage: structure.py FILE [--standards ua-1,a-2a] [--list]

Prints one line for each clause that failed (`clause: what`), then a line that begins with `judged`;
exit status 0 where nothing failed. Needs Debian's python3-pikepdf; with fontTools there, the
widths and glyphs of embedded fonts are judged too.

Clauses: UA is ISO 14289-1, A is ISO 19005-2 and -3, PDF is ISO 32000-1.
"""

import sys
import zlib

import pikepdf

from content import Content
from fonts import Fonts
from metadata import Metadata
from places import Places
from silence import Silence
from syntax import Syntax
from tags import Tags
from whole import Whole


class Judge(Syntax, Whole, Metadata, Content, Tags, Places, Fonts, Silence):
    def __init__(self, path, standards):
        self.bytes = open(path, "rb").read()
        self.path = path
        self.standards = standards
        self.accessible = "ua-1" in standards
        self.archival = next((s for s in standards if s.startswith("a-")), None)
        self.failed = []
        self.packed = {}  # objects in streams: which stream, which place
        self.asked = set()
        self.counted = {}

    def ask(self, clause, holds, what):
        self.asked.add(clause)
        if not holds:
            self.failed.append(f"{clause}: {what}")
        return holds

    def count(self, what):
        self.counted[what] = self.counted.get(what, 0) + 1

    def run(self):
        self.chapter(self.syntax)
        try:
            # What a page has of its own is asked, not what QPDF would give it.
            self.pdf = pikepdf.open(self.path, inherit_page_attributes=False)
        except pikepdf.PdfError as error:
            return self.ask("PDF 7.5", False, f"it cannot be opened: {error}")
        self.root = self.pdf.Root
        for chapter in (self.file, self.catalogue, self.metadata, self.objects, self.pages,
                        self.structure, self.annotations, self.fonts, self.silence,
                        self.outline, self.attachments):
            self.chapter(chapter)

    def chapter(self, chapter):
        try:
            chapter()
        except (AttributeError, KeyError, TypeError, ValueError, IndexError, zlib.error) as error:
            self.ask("PDF", False, f"{chapter.__name__} cannot be made out: {error!r}")


def main(arguments):
    standards = {"ua-1", "a-2a"}
    if "--standards" in arguments:
        at = arguments.index("--standards")
        standards = set(filter(None, arguments[at + 1].split(",")))
        del arguments[at:at + 2]
    listing = "--list" in arguments
    judge = Judge([a for a in arguments if not a.startswith("--")][0], standards)
    judge.run()
    for line in dict.fromkeys(judge.failed):
        print(line)
    if listing:
        print("clauses", ", ".join(sorted(judge.asked)))
    figures = ", ".join(f"{count} {what}" for what, count in sorted(judge.counted.items()))
    print(f"judged {len(judge.asked)} clauses, {len(set(judge.failed))} failed: {figures}")
    return 1 if judge.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

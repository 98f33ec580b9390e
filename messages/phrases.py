#!/usr/bin/env python3
"""Lists the phrases of the code that a language has no words for yet: ./run phrases [fr]

A phrase is a literal that the compiler takes for a message, wherever it stands; so the compiler is
asked. It prints its typed syntax trees, which give each literal's place, and the literal is read
there. Needs a debug build (./run tests makes one) and three minutes.
"""

import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LITERAL = re.compile(
    r'(?:string_literal_expr|interpolated_string_literal_expr) (?:implicit )?'
    r'type="(?:Diagnostic\.)?Message"[^\n]*?location=([^\s:]+):(\d+):(\d+)'
)
# What the compiler is told in a build, and has nothing to do with trees.
ALONE = {
    "-c", "-emit-dependencies", "-emit-module", "-emit-objc-header", "-enable-batch-mode",
    "-incremental", "-parseable-output", "-serialize-diagnostics",
}
WITH_VALUE = {
    "-emit-module-path", "-emit-objc-header-path", "-index-store-path", "-output-file-map",
}


def compilations():
    """The arguments by which each module is compiled."""
    plan = (ROOT / ".build/debug.yaml").read_text()
    for match in re.finditer(r'"C\.(\w+)-[^"]*-debug\.module":\n(?:    .*\n)*?    args: (\[.*\])', plan):
        if match[1].endswith("Tests") or match[1] == "TestSupport":
            continue
        words = iter(json.loads(match[2]))
        kept = []
        for word in words:
            if word in WITH_VALUE:
                next(words)
            elif word not in ALONE:
                kept.append(word)
        yield kept


def literal(code, start):
    """The phrase of the literal that begins with a mark at `start`, and where it ends."""
    phrase, place, holes = "", start + 1, 0
    while code[place] != '"':
        if code[place] != "\\":
            phrase += code[place]
            place += 1
        elif code[place + 1] == "(":
            holes += 1
            phrase += "{%d}" % holes
            place = after_bracket(code, place + 2)
        elif code[place + 1] == "u":
            end = code.index("}", place)
            phrase += chr(int(code[place + 3:end], 16))
            place = end + 1
        else:
            phrase += {"n": "\n", "t": "\t"}.get(code[place + 1], code[place + 1])
            place += 2
    return phrase, place + 1


def after_bracket(code, place):
    depth = 1
    while depth:
        if code[place] == '"':
            place = literal(code, place)[1]
            continue
        depth += {"(": 1, ")": -1}.get(code[place], 0)
        place += 1
    return place


def phrases():
    """Each phrase and the first place that says it."""
    found = {}
    for arguments in compilations():
        tree = subprocess.run(arguments + ["-dump-ast"], capture_output=True, text=True, cwd=ROOT)
        for match in LITERAL.finditer(tree.stderr + tree.stdout):
            path, line, column = match[1], int(match[2]), int(match[3])
            code = pathlib.Path(path).read_bytes()
            lines = code.split(b"\n")
            start = sum(len(text) + 1 for text in lines[:line - 1]) + column - 1
            place = f"{pathlib.Path(path).relative_to(ROOT)}:{line}"
            phrase = literal(code.decode(), len(code[:start].decode()))[0]
            found.setdefault(phrase, place)
    return found


def known(language):
    """The phrases that a language has words for; its file is a list of pairs, each on lines of its own."""
    lines = (ROOT / f"messages/{language}.yaml").read_text().split("\n")
    return {json.loads(line[len("- en: "):]) for line in lines if line.startswith("- en: ")}


def main():
    code = phrases()
    for language in sys.argv[1:] or [file.stem for file in ROOT.glob("messages/*.yaml")]:
        wanting = {
            phrase: place
            for phrase, place in code.items()
            if phrase not in known(language) and re.search(r"[A-Za-z]{2}", re.sub(r"{\d+}", "", phrase))
        }
        for phrase, place in sorted(wanting.items(), key=lambda pair: pair[1]):
            print(f"# {place}\n- en: {json.dumps(phrase, ensure_ascii=False)}\n  {language}:")
        print(f"{language}: {len(wanting)} of {len(code)} phrases are wanting", file=sys.stderr)


main()

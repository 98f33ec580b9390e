import Glibc

// Single stages, asked by outside judges: a subcommand for each, standard input to standard output.
let subcommands: [String: () -> Int32] = [
    "bidi": probeBidi,
    "breaks": probeBreaks,
    "grapheme": probeGraphemes,
    "hyphenate": probeHyphenation,
    "line": probeLines,
    "micro": probePunctuation,
    "place": probeValues,
    "yaml": probeYAML,
]

guard CommandLine.arguments.count == 2, let answer = subcommands[CommandLine.arguments[1]] else {
    StandardStream.error.write("usage: probe \(subcommands.keys.sorted().joined(separator: "|"))\n")
    exit(2)
}
exit(answer())

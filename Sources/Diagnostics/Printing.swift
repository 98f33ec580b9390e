/// How diagnostics look on a terminal: place, sentence, the line with its mark, the mend.
package struct DiagnosticPrinter {
    package var usesColour: Bool
    package var phrasebook: Phrasebook

    package init(usesColour: Bool = false, phrasebook: Phrasebook = .english) {
        self.usesColour = usesColour
        self.phrasebook = phrasebook
    }

    package func text(of report: Report, from sources: Sources) -> String {
        let shown = report.diagnostics.prefix(Self.most).map { text(of: $0, from: sources) }
        let more = report.diagnostics.count - shown.count
        return shown.joined(separator: "\n")
            + (more > 0 ? "\n" + phrasebook.text(of: .more(more)) + "\n" : "")
    }

    /// As many as anybody reads: a file that is no such file can be wrong in every line.
    private static let most = 200

    package func text(of diagnostic: Diagnostic, from sources: Sources) -> String {
        let sentence = labelled(
            diagnostic.severity.label,
            as: style(of: diagnostic.severity),
            diagnostic.message
        )
        var lines: [String] = []
        if let span = diagnostic.span {
            lines.append("\(styled(place(of: span, in: sources), as: .bold)): \(sentence)")
            lines += excerpt(of: span, in: sources)
        } else {
            lines.append(sentence)
        }
        for note in diagnostic.notes {
            let place = note.span.map { self.place(of: $0, in: sources) + ": " } ?? ""
            lines.append("  \(place)\(labelled("note", as: .blue, note.message))")
        }
        lines += diagnostic.hints.map { "  \(labelled("hint", as: .green, $0))" }
        return lines.joined(separator: "\n") + "\n"
    }

    private func labelled(
        _ label: Diagnostic.Message,
        as style: Style,
        _ message: Diagnostic.Message
    ) -> String {
        let label = styled(phrasebook.text(of: label), as: style)
        return phrasebook.text(of: "\(label): \(plain(phrasebook.text(of: message)))")
    }

    /// With nothing in it that a terminal would obey: names of files, and words of theirs, may be anybody’s.
    private func plain(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 32 || $0 == 127 || $0 == 0xC2 }) else { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { $0.isObeyed ? "\u{FFFD}" : $0 }
            )
        )
    }

    private func place(of span: Span, in sources: Sources) -> String {
        plain(typedPlace(of: span, in: sources))
    }

    private func typedPlace(of span: Span, in sources: Sources) -> String {
        let file = sources[span.source]
        if let grid = file.grid, let cell = grid.cell(at: Int(span.start)) {
            if let sheet = grid.sheet { return "\(file.name):\(sheet)!\(cell.column)\(cell.row)" }
            return "\(file.name): \(phrasebook.text(of: .place(of: cell)))"
        }
        let position = file.position(of: Int(span.start))
        return "\(file.name):\(position.line):\(position.column)"
    }

    /// The line a span starts on and, under it, the part that is meant.
    private func excerpt(of span: Span, in sources: Sources) -> [String] {
        let file = sources[span.source]
        let start = file.position(of: Int(span.start))
        let end = file.position(of: Int(max(span.end, span.start)))
        let line = file.line(around: Int(span.start))
        guard line.text.contains(where: { !$0.isWhitespace }) else { return [] }
        let visible = Self.window(of: Array(line.text), around: line.column)
        let width = end.line == start.line ? end.column - start.column : visible.characters.count
        let number = "\(file.grid?.cell(at: Int(span.start))?.row ?? start.line)"
        let gutter = String(repeating: " ", count: number.count)
        let lead = String(repeating: " ", count: max(0, line.column - visible.dropped))
        let room = max(1, visible.characters.count - (line.column - visible.dropped))
        let mark = String(repeating: "^", count: min(max(1, width), room))
        return [
            "  \(styled("\(number) |", as: .blue)) \(String(visible.characters))",
            "  \(styled("\(gutter) |", as: .blue)) \(lead)\(styled(mark, as: .red))",
        ]
    }

    /// A long line is cut to what a terminal shows around the place that matters.
    private static func window(of line: [Character], around column: Int) -> (
        characters: [Character], dropped: Int
    ) {
        let width = 96
        let clean = line.map { letter -> Character in
            letter == "\t" || letter.unicodeScalars.contains(where: \.isObeyed) ? " " : letter
        }
        guard clean.count > width else { return (clean, 0) }
        let start = min(max(0, column - width / 3), clean.count - width)
        return (Array(clean[start..<start + width]), start)
    }

    private func style(of severity: Diagnostic.Severity) -> Style {
        switch severity {
        case .remark: .blue
        case .warning: .yellow
        case .error: .red
        }
    }

    private enum Style: String {
        case bold = "1", red = "1;31", yellow = "1;33", green = "1;32", blue = "1;34"
    }

    private func styled(_ text: String, as style: Style) -> String {
        usesColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}

extension Diagnostic.Severity {
    fileprivate var label: Diagnostic.Message {
        switch self {
        case .remark: "remark"
        case .warning: "warning"
        case .error: "error"
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func more(_ count: Int) -> Self { "… and \(count) more of their kind" }

    fileprivate static func place(of cell: CellGrid.Cell) -> Self {
        cell.head.map { "row \(cell.row), ‘\($0)’" } ?? "row \(cell.row), column \(cell.column)"
    }
}

extension Unicode.Scalar {
    /// Whether a terminal does something at it, besides ending a line or leaving a gap.
    fileprivate var isObeyed: Bool {
        properties.generalCategory == .control && self != "\n" && self != "\t"
    }
}

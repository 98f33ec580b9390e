/// Diagnostics for editors and CI: one JSON object a line.
package struct DiagnosticJSON {
    private let phrasebook: Phrasebook

    package init(phrasebook: Phrasebook = .english) { self.phrasebook = phrasebook }

    package func lines(of report: Report, from sources: Sources) -> String {
        report.diagnostics.prefix(Self.most).map { line(of: $0, from: sources) + "\n" }.joined()
    }

    /// As many as any editor shows.
    private static let most = 2_000

    package func line(of diagnostic: Diagnostic, from sources: Sources) -> String {
        var json = JSONWriter()
        var members: [JSONWriter.Member] = [
            ("severity", { $0.string(diagnostic.severity.rawValue) }),
            ("message", { $0.string(phrasebook.text(of: diagnostic.message)) }),
        ]
        if let span = diagnostic.span {
            members.append(("place", { $0.place(of: span, in: sources) }))
        }
        members.append(
            (
                "notes",
                { json in json.array(diagnostic.notes) { $0.note($1, phrasebook, in: sources) } }
            )
        )
        members.append(
            (
                "hints",
                { json in json.array(diagnostic.hints) { $0.string(phrasebook.text(of: $1)) } }
            )
        )
        json.object(members)
        return json.text
    }
}

extension JSONWriter {
    fileprivate mutating func note(
        _ note: Diagnostic.Note,
        _ phrasebook: Phrasebook,
        in sources: Sources
    ) {
        var members: [Member] = [("message", { $0.string(phrasebook.text(of: note.message)) })]
        if let span = note.span { members.append(("place", { $0.place(of: span, in: sources) })) }
        object(members)
    }

    fileprivate mutating func place(of span: Span, in sources: Sources) {
        let file = sources[span.source]
        if let grid = file.grid, let cell = grid.cell(at: Int(span.start)) {
            var members: [Member] = [("file", { $0.string(file.name) })]
            if let sheet = grid.sheet { members.append(("sheet", { $0.string(sheet) })) }
            members += [
                ("row", { $0.number(cell.row) }), ("column", { $0.string(cell.column) }),
            ]
            if let head = cell.head { members.append(("head", { $0.string(head) })) }
            return object(members)
        }
        let start = file.position(of: Int(span.start))
        let end = file.position(of: Int(span.end))
        object([
            ("file", { $0.string(file.name) }), ("line", { $0.number(start.line) }),
            ("column", { $0.number(start.column) }), ("endLine", { $0.number(end.line) }),
            ("endColumn", { $0.number(end.column) }),
        ])
    }
}

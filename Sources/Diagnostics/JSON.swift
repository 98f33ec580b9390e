/// Diagnostics for editors and CI: one JSON object a line.
package struct DiagnosticJSON {
    package init() {}

    package func lines(of report: Report, from sources: Sources) -> String {
        report.diagnostics.prefix(Self.most).map { line(of: $0, from: sources) + "\n" }.joined()
    }

    /// As many as any editor shows.
    private static let most = 2_000

    package func line(of diagnostic: Diagnostic, from sources: Sources) -> String {
        var members = [
            "\"severity\":\"\(diagnostic.severity.rawValue)\"",
            "\"message\":\(JSONText.quoted(diagnostic.message.description))",
        ]
        if let span = diagnostic.span {
            members.append("\"place\":\(place(of: span, in: sources))")
        }
        let notes = diagnostic.notes.map { note in
            let place = note.span.map { ",\"place\":\(self.place(of: $0, in: sources))" } ?? ""
            return "{\"message\":\(JSONText.quoted(note.message.description))\(place)}"
        }
        members.append("\"notes\":[\(notes.joined(separator: ","))]")
        let hints = diagnostic.hints.map { JSONText.quoted($0.description) }
        members.append("\"hints\":[\(hints.joined(separator: ","))]")
        return "{\(members.joined(separator: ","))}"
    }

    private func place(of span: Span, in sources: Sources) -> String {
        let file = sources[span.source]
        let start = file.position(of: Int(span.start))
        let end = file.position(of: Int(span.end))
        if let grid = file.grid, let cell = grid.cell(at: Int(span.start)) {
            return
                "{\"file\":\(JSONText.quoted(file.name)),\"sheet\":\(JSONText.quoted(grid.sheet)),"
                + "\"row\":\(cell.row),\"column\":\(JSONText.quoted(cell.column))}"
        }
        return
            "{\"file\":\(JSONText.quoted(file.name)),\"line\":\(start.line),\"column\":\(start.column),"
            + "\"endLine\":\(end.line),\"endColumn\":\(end.column)}"
    }
}

/// Text as JSON writes it (RFC 8259, section 7).
package enum JSONText {
    package static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where scalar.value < 32:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

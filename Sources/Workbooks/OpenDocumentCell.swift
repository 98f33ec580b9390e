/// A cell of an OpenDocument spreadsheet: what it holds, and the paragraphs in which that is shown.
struct OpenDocumentCell {
    let attributes: [String: String]
    private(set) var text = ""
    private var hasParagraph = false
    private var isInParagraph = false
    /// Whether a blank would begin a paragraph or follow another: such are not shown.
    private var dropsBlank = true

    init(_ attributes: [String: String]) { self.attributes = attributes }

    // MARK: Its paragraphs

    /// Takes up an element, or says that it is none of the text: a note, a drawing, a reading aid.
    ///
    /// Source: OpenDocument 1.3, part 3, 6.1.
    mutating func begin(_ name: String, _ attributes: [String: String]) -> Bool {
        guard isInParagraph else {
            guard name == "p" else { return false }
            beginParagraph()
            return true
        }
        switch name {
        case "s": add(explicit: String(repeating: " ", count: Self.blanks(attributes["c"])))
        case "tab": add(explicit: "\t")
        case "line-break": add(explicit: "\n")
        case "annotation", "custom-shape", "frame", "note", "ruby-text": return false
        default: break
        }
        return true
    }

    private mutating func beginParagraph() {
        if hasParagraph { text += "\n" }
        (hasParagraph, isInParagraph, dropsBlank) = (true, true, true)
    }

    mutating func end(_ name: String) { if name == "p" { isInParagraph = false } }

    /// Text as it stands in the part, where lines may end anywhere and blanks may be many.
    mutating func add(_ written: String) {
        guard isInParagraph else { return }
        for scalar in written.unicodeScalars {
            let isBlank = [0x20, 0x09, 0x0A, 0x0D].contains(scalar.value)
            if isBlank, dropsBlank { continue }
            text.unicodeScalars.append(isBlank ? " " : scalar)
            dropsBlank = isBlank
        }
    }

    private mutating func add(explicit blanks: String) {
        text += blanks
        dropsBlank = false
    }

    private static func blanks(_ typed: String?) -> Int {
        min(max(typed.flatMap { Int($0) } ?? 1, 0), 1_000)
    }

    // MARK: What it says

    /// Whether its text is one of the program’s errors.
    ///
    /// To the format it is a text; programs say otherwise beside that.
    var isError: Bool {
        attributes["value-type"] == "error" || attributes["calcext:value-type"] == "error"
    }

    /// What somebody sees in it, days and hours as ISO 8601 writes them.
    ///
    /// Source: OpenDocument 1.3, part 3, 19.385 (office:value-type) and those beside it.
    var shown: String {
        switch attributes["value-type"] {
        case "float": number(attributes["value"] ?? "")
        case "percentage" where text.isEmpty:
            attributes["value"].flatMap(Double.init).map { CellText.number("\($0 * 100)") + " %" }
                ?? ""
        case "currency" where text.isEmpty: CellText.number(attributes["value"] ?? "")
        case "date": attributes["date-value"].flatMap(CellText.day(written:)) ?? text
        case "time": attributes["time-value"].flatMap(CellText.hour(lasting:)) ?? text
        case "boolean": ["true": "yes", "false": "no"][attributes["boolean-value"] ?? ""] ?? text
        default: hasParagraph ? text : attributes["string-value"] ?? ""
        }
    }

    /// A number as plain figures, unless it is shown as one to dial: `0`, `+` and blanks are then part of it.
    private func number(_ stored: String) -> String {
        let plain = stored.isEmpty ? text : CellText.number(stored)
        guard text.allSatisfy({ "0123456789 \u{A0}\u{202F}+-/()".contains($0) }) else {
            return plain
        }
        let figures = text.filter { $0.isASCII && $0.isNumber }
        return figures.drop { $0 == "0" } == plain[...] ? text : plain
    }
}

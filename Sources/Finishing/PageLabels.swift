import Pages

extension [String] {
    /// Writes what the folios say, as ranges.
    ///
    /// Where they only count from one, or say nothing, pages are counted: so a reader's program would
    /// do by itself, but who asks the file is told.
    ///
    /// Source: ISO 32000-1, section 12.4.2.
    func writeLabels(into catalogue: inout PDFText) {
        guard !isEmpty else { return }
        var folios = map { Folio($0) }
        let isPlain = folios.enumerated().allSatisfy { $1 == .decimal($0 + 1) || $1 == .words("") }
        if isPlain { folios = [.decimal(1)] }
        catalogue.dictionary(at: "/PageLabels") { tree in
            tree.array(at: "/Nums") { ranges in
                for (page, folio) in folios.enumerated()
                where page == 0 || !folio.continues(folios[page - 1]) {
                    ranges.write(page)
                    ranges.dictionary { folio.write(into: &$0) }
                }
            }
        }
    }
}

private enum Folio: Equatable {
    case decimal(Int)
    case roman(Int)
    case words(String)

    init(_ label: String) {
        let isCanonical =
            label.utf8.first != UInt8(ascii: "0")
            && label.utf8.allSatisfy { (0x30...0x39).contains($0) }
        if isCanonical, let number = Int(label) {
            self = .decimal(number)
        } else if let number = Folio.roman(label) {
            self = .roman(number)
        } else {
            self = .words(label)
        }
    }

    func continues(_ before: Folio) -> Bool {
        switch (before, self) {
        case (.decimal(let a), .decimal(let b)), (.roman(let a), .roman(let b)): a + 1 == b
        default: false
        }
    }

    func write(into label: inout PDFText) {
        switch self {
        case .decimal(let number): write("/D", from: number, into: &label)
        case .roman(let number): write("/r", from: number, into: &label)
        case .words(let words): if !words.isEmpty { label.entry("/P", text: words) }
        }
    }

    private func write(_ style: StaticString, from number: Int, into label: inout PDFText) {
        label.entry("/S", style)
        if number > 1 { label.entry("/St", number) }
    }

    /// The value of a small Roman numeral written as a reader's program would write it.
    private static func roman(_ label: String) -> Int? {
        let isNumeral = label.utf8.allSatisfy { "ivxlc".utf8.contains($0) }
        guard !label.isEmpty, label.utf8.count <= 12, isNumeral else { return nil }
        return (1...200).first { numeral($0) == label }
    }

    private static func numeral(_ number: Int) -> String {
        let steps = [
            (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
            (4, "iv"), (1, "i"),
        ]
        var (rest, text) = (number, "")
        for (value, letters) in steps {
            while rest >= value {
                text += letters
                rest -= value
            }
        }
        return text
    }
}

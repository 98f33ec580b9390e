import Diagnostics
package import Units

/// A length as a layout writes it, some of which wait for a grid, a type size or a measure.
package enum Measure: Hashable, Sendable {
    case absolute(Length)
    /// Of the document's leading.
    case lines(Double)
    /// Of the type size at hand.
    case ems(Double)
    /// Of what it is measured against: 1 is the whole.
    case share(Double)
    /// Of the page's grid, gutters between them included.
    case columns(Double)

    package static let zero = Measure.absolute(.zero)

    /// Reads `9.5pt`, `4mm`, `1 line`, `50%`, `2col`, `1.5em` or a bare `0`.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8.filter { $0 != 0x20 })
        let digits = bytes.prefix { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D }
        guard let number = Double(String(decoding: digits, as: UTF8.self)) else { return nil }
        self.init(number, String(decoding: bytes[digits.count...], as: UTF8.self))
    }

    /// So many of a unit; nil where there is no such unit, or no page could hold that many.
    package init?(_ number: Double, _ unit: String) {
        guard number.isFinite, abs(number) < 1e6 else { return nil }
        if unit.isEmpty, number == 0 {
            self = .zero
            return
        }
        guard let unit = Unit(rawValue: unit) else { return nil }
        self =
            switch unit {
            case .points: .absolute(.pt(number))
            case .millimetres: .absolute(.mm(number))
            case .centimetres: .absolute(.mm(number * 10))
            case .inches: .absolute(.pt(number * 72))
            case .picas: .absolute(.pt(number * 12))
            case .line, .lines: .lines(number)
            case .ems: .ems(number)
            case .share: .share(number / 100)
            case .column, .columns: .columns(number)
            }
    }

    /// What a length is counted in.
    enum Unit: String, CaseIterable {
        case points = "pt"
        case millimetres = "mm"
        case centimetres = "cm"
        case inches = "in"
        case picas = "pc"
        case line, lines
        case ems = "em"
        case share = "%"
        case column = "col"
        case columns = "cols"

        var help: String {
            switch self {
            case .points: "72 to the inch."
            case .millimetres, .centimetres, .inches: "As on a ruler."
            case .picas: "12 points."
            case .line, .lines: "The document’s leading: `baseline` of the grid."
            case .ems: "The type size of the style."
            case .share: "Of what it is measured against: the frame’s width, as a rule."
            case .column, .columns: "Columns of the page’s grid, with the gutters between them."
            }
        }
    }

    /// How many of its unit, whichever that is.
    var number: Double {
        switch self {
        case .absolute(let length): length.points
        case .lines(let number), .ems(let number), .share(let number), .columns(let number): number
        }
    }

    /// What a number with a decimal comma was meant to be: `12,5mm`; with a unit where it lacks one.
    static func withPoint(_ text: some StringProtocol, in unit: String = "") -> Diagnostic.Message?
    {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].last?.isNumber == true,
            parts[1].first?.isNumber == true
        else { return nil }
        let mended = "\(parts[0]).\(parts[1])"
        guard Double(mended) != nil || Measure(mended) != nil else { return nil }
        return "decimals have a point: write ‘\(mended)\(Double(mended) == nil ? "" : unit)’"
    }

    /// What a bare number may have been meant to be, or one with a decimal comma.
    static func mended(_ text: String) -> Diagnostic.Message? {
        if let number = Double(text), number.isFinite {
            return "a length has a unit: write ‘\(text)mm’ or ‘\(text)pt’"
        }
        return withPoint(text, in: "mm")
    }

    /// The same of a type size.
    static func mendedSize(_ text: String) -> Diagnostic.Message? {
        if let number = Double(text), number.isFinite {
            return "a type size has a unit: write ‘\(text)pt’"
        }
        return withPoint(text, in: "pt")
    }

    static let examples = "‘9.5pt’, ‘4mm’, ‘1 line’, ‘1.5em’, ‘50%’ or ‘2col’"
}

extension Measure: CustomStringConvertible {
    package var description: String {
        switch self {
        case .absolute(let length): length.description
        case .lines(let number): "\(number.inHundredths) lines"
        case .ems(let number): "\(number.inHundredths)em"
        case .share(let share): "\((share * 100).inHundredths)%"
        case .columns(let number): "\(number.inHundredths)col"
        }
    }
}

import Content
import Layouts

/// Columns of numbers as the language groups them: 15416 is typed, and 15 416 printed.
///
/// Years, codes and telephone numbers are figures too, and stay as they were typed: so does a column
/// that may be of such.
struct FigureColumns {
    let form: NumberForm

    /// The cells of a column with their numbers in groups, or as they were.
    ///
    /// - Parameter head: What stands above them; a unit in brackets says that they are amounts.
    func grouped(_ cells: [[RichBlock]], below head: [RichBlock]) -> [[RichBlock]] {
        let texts = cells.map { $0.map(\.plainText).joined() }
        let unit = head.contains { $0.plainText.contains("(") }
        guard areAmounts(texts, ofUnit: unit) else { return cells }
        let figures = texts.map { Figures($0, decimal: form.pack.decimalSeparator) }
        // Beside 24.561, 9.893 has its group as well, of which the language has none in a text.
        let hasGroups = figures.contains { ($0?.whole.count ?? 0) >= form.pack.groupFrom }
        return zip(cells, figures).map { cell, figures in
            guard let figures else { return cell }
            let grouped = form.grouped(figures.whole, from: hasGroups ? 4 : nil)
            return cell.map { $0.replacing(figures.whole, with: grouped) }
        }
    }

    private func areAmounts(_ texts: [String], ofUnit hasUnit: Bool) -> Bool {
        var found: [Figures] = []
        for text in texts {
            if FigureCells.isAbsence(text) { continue }
            guard let figures = Figures(text, decimal: form.pack.decimalSeparator) else {
                return false
            }
            found.append(figures)
        }
        guard !found.isEmpty, !found.contains(where: \.isCode) else { return false }
        if hasUnit || found.contains(where: \.isMeasured) { return true }
        let lengths = Set(found.map(\.whole.count))
        // As long as each other, they are years or codes, unless all are round.
        guard lengths.count == 1, let length = lengths.first else { return true }
        return length >= Self.leastRound && found.allSatisfy { $0.whole.hasSuffix("00") }
    }

    /// Figures of a number that is an amount where it is round; codes of places have fewer.
    private static let leastRound = 6
}

/// A number as it was typed in a cell.
private struct Figures {
    /// Before a decimal mark.
    var whole: String
    /// Whether decimals, a sign or a share stand with it.
    var isMeasured: Bool
    /// Whether it is none that is counted with: it begins with a nought, or has more figures than amounts.
    var isCode: Bool

    /// Nil where anything else stands in the cell, groups that the writer made included.
    init?(_ text: String, decimal: String) {
        var rest = Substring(text)
        let sign = rest.first.flatMap { "+-−–".contains($0) ? $0 : nil }
        if sign != nil { rest = rest.dropFirst() }
        let digits = rest.prefix { ("0"..."9").contains($0) }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        let hasDecimals = !decimal.isEmpty && rest.hasPrefix(decimal)
        if hasDecimals {
            rest = rest.dropFirst(decimal.count)
            let places = rest.prefix { ("0"..."9").contains($0) }
            if places.isEmpty { return nil }
            rest = rest.dropFirst(places.count)
        }
        let isShare = rest.hasSuffix("%")
        guard rest.allSatisfy({ " \u{A0}\u{202F}%".contains($0) }) else { return nil }
        whole = String(digits)
        isMeasured = hasDecimals || sign != nil || isShare
        let isTelephone = sign == "+" && digits.count >= 7
        isCode = isTelephone || digits.count > 1 && digits.first == "0" || digits.count > 12
    }
}

extension RichBlock {
    fileprivate func replacing(_ figures: String, with others: String) -> RichBlock {
        guard figures != others, case .paragraph(let inlines) = content else { return self }
        var block = self
        block.content = .paragraph(inlines.map { $0.replacing(figures, with: others) })
        return block
    }
}

extension Inline {
    /// With the text that begins with some figures, wherever emphasis or a link has it.
    fileprivate func replacing(_ figures: String, with others: String) -> Inline {
        func replaced(_ inner: [Inline]) -> [Inline] {
            inner.map { $0.replacing(figures, with: others) }
        }
        var inline = self
        switch content {
        case .text(let text):
            guard let place = text.firstRange(of: figures) else { return self }
            inline.content = .text(text.replacingCharacters(in: place, with: others))
        case .emphasis(let inner): inline.content = .emphasis(replaced(inner))
        case .strong(let inner): inline.content = .strong(replaced(inner))
        case .link(let place, let inner):
            inline.content = .link(destination: place, replaced(inner))
        default: break
        }
        return inline
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
        self[..<range.lowerBound] + other + self[range.upperBound...]
    }
}

import Diagnostics
import YAML

/// What a layout adds around a text, and the text has no need to bring along.
enum Surround: String, CaseIterable {
    /// A quotation has its marks by itself.
    case quotationMarks = "quotation-marks"
    /// A letter has its salutation, and the closing formula above the signature.
    case formulas
}

extension Surround {
    init?(_ node: Node, reporting report: inout Report) {
        if let known = node.text.flatMap(Surround.init(rawValue:)) {
            self = known
            return
        }
        report.add(.error("‘surround’ must be quotation-marks or formulas", at: node.span))
        return nil
    }
}

extension Reader {
    /// A text as it is to be read in a field that is surrounded by something.
    mutating func bare(_ node: Node, of field: FieldDescription) -> Node {
        switch field.surround {
        case .quotationMarks: return withoutMarks(node)
        case .formulas: warnOfFormulas(in: node)
        case nil: break
        }
        return node
    }

    // MARK: Quotation marks

    /// The text without the marks that stand around the whole of it.
    private func withoutMarks(_ node: Node) -> Node {
        guard let text = node.text.map(trimmed), text.count > 2, let first = text.first,
            let last = text.last, Self.pairs[first]?.contains(last) == true
        else { return node }
        let words = text.dropFirst().dropLast()
        // Two quotations with words between them.
        guard !words.contains(where: { $0 == first || $0 == last && last != "’" }) else {
            return node
        }
        return .text(trimmed(String(words)), at: node.span)
    }

    private static let pairs: [Character: String] = [
        "«": "»", "»": "«", "‹": "›", "›": "‹", "“": "”", "„": "“”", "\"": "\"", "‘": "’",
        "‚": "‘’",
        "「": "」",
    ]

    // MARK: Formulas of letters

    private mutating func warnOfFormulas(in node: Node) {
        guard let text = node.text.map(trimmed) else { return }
        let lines = text.split(separator: "\n").map { trimmed(String($0)) }.filter { !$0.isEmpty }
        if let first = lines.first, let salutation = Self.salutation(beginning: first) {
            report.add(
                .warning(
                    "a letter is begun by itself, and ‘\(shortened(salutation))’ stands in its text",
                    at: node.span
                )
                .hinting(
                    "take it out of the text; another than the usual one stands under ‘salutation’ of whom the letter is to"
                )
            )
        }
        if let last = lines.last, let closing = Self.closing(ending: lines.count > 1 ? last : text)
        {
            report.add(
                .warning(
                    "a letter is ended by itself, and ‘\(shortened(closing))’ stands in its text",
                    at: node.span
                )
                .hinting(
                    "take it out of the text; another than the usual one stands under ‘closing’"
                )
            )
        }
    }

    /// The words before the first comma, where they address somebody and nothing is said of them.
    private static func salutation(beginning line: String) -> String? {
        let end = line.lastIndex { ",!".contains($0) } ?? line.endIndex
        let isAlone = line.index(end, offsetBy: 1, limitedBy: line.endIndex) == line.endIndex
        let whole = isAlone ? String(line[..<end]) : String(line.prefix { $0 != "," })
        let words = plainWords(whole)
        guard let first = words.first, words.count <= 8, addresses.contains(first) else {
            return nil
        }
        if isAlone { return whole }
        return line.contains(",") && words.allSatisfy(addressed.contains) ? whole : nil
    }

    /// The last sentences, where they say nothing but good-bye.
    private static func closing(ending paragraph: String) -> String? {
        let sentences = paragraph.split(whereSeparator: { ".!?".contains($0) }).map {
            trimmed(String($0))
        }
        return sentences.suffix(2).first { sentence in
            let words = plainWords(sentence).joined(separator: " ")
            return closings.contains { words.hasPrefix($0) }
                || words.contains("agreer") && (words.contains("veuillez") || words.contains("pri"))
        }
    }

    private static func plainWords(_ text: String) -> [String] {
        withoutAccents(text.lowercased()).split { !$0.isLetter && $0 != "'" }.map(String.init)
    }

    /// The first words of a salutation, without accents.
    private static let addresses: Set = [
        "madame", "monsieur", "mesdames", "messieurs", "excellence", "excellences", "cher", "chere",
        "chers", "cheres", "dear", "sir", "madam", "sirs", "sehr", "liebe", "lieber", "exmo",
        "exma",
        "exmos", "exmas", "caro", "cara", "caros", "caras", "prezado", "prezada", "prezados",
        "prezadas",
        "senhor", "senhora", "monseigneur",
    ]

    /// All the words of one behind which the text goes on in the same line.
    private static let addressed = addresses.union([
        "le", "la", "les", "et", "ministre", "maire", "directeur", "directrice", "president",
        "presidente",
        "professeur", "professeure", "docteur", "gouverneur", "prefet", "collegue", "collegues",
        "ami",
        "amis", "or", "and", "colleague", "colleagues", "geehrte", "geehrter", "damen", "und",
        "herren", "e",
    ])

    /// What closings begin with, without accents.
    private static let closings = [
        "veuillez recevoir", "veuillez croire", "recevez", "cordialement", "bien cordialement",
        "bien a vous",
        "salutations distinguees", "avec nos salutations", "yours sincerely", "yours faithfully",
        "sincerely", "kind regards", "best regards", "with kind regards", "respectfully yours",
        "mit freundlichen gru", "mit besten gru", "hochachtungsvoll",
        "com os melhores cumprimentos",
        "atenciosamente", "cordialmente", "melhores cumprimentos",
    ]
}

/// Numbers with a hyphen that are what something is called, and no range: a house, a box, a law.
///
/// Addresses are printed as given: what a house has over its door, and the post in its books, is `12-14`.
extension Proofreader {
    /// Whether a number names something: `rue 42-118`, `12-14, rue des Manguiers`, `loi 96-107`.
    mutating func names(aThingBy number: Range<Int>) -> Bool {
        var before = bytes[wordBefore(number.lowerBound)]
        if before.elementsEqual(":".utf8) { before = bytes[wordBefore(before.startIndex)] }
        if before.count <= 40 {
            if Self.standards.contains(where: { before.elementsEqual($0.utf8) }) { return true }
            var word = String(decoding: before, as: UTF8.self).lowercased()
            if word.last == ":" { word.removeLast() }
            if Self.named.contains(word) || Self.streetEndings.contains(where: word.hasSuffix) {
                return true
            }
        }
        return standsBeforeStreet(number.upperBound)
    }

    /// Whether what comes next is a street: `, avenue Cheikh Anta Diop`, ` Mango Street`.
    private mutating func standsBeforeStreet(_ end: Int) -> Bool {
        var start = end
        if byte(start) == UInt8(ascii: ",") { start += 1 }
        for place in 0..<3 {
            let blanks = blanks(startingAt: start)
            guard !blanks.isEmpty, blanks.upperBound < range.upperBound else { return false }
            let next = word(around: blanks.upperBound)
            guard next.count <= 24 else { return false }
            let text = String(decoding: bytes[next], as: UTF8.self)
            let word = text.lowercased().filter { $0.isLetter || $0 == "-" }
            if place == 0, Self.streets.contains(word) { return true }
            if place > 0, Self.lastOfStreets.contains(word) { return true }
            // The names of streets have capitals.
            guard text.first?.isUppercase == true else { return false }
            start = next.upperBound
        }
        return false
    }

    private static let named: Set = [
        // Where somebody lives.
        "rue", "avenue", "av.", "boulevard", "bd", "villa", "lot", "parcelle", "porte", "immeuble",
        "appartement", "appt", "cité", "bp", "b.p.", "box", "flat", "plot", "lote", "porta",
        // What somebody has laid down.
        "loi", "décret", "arrêté", "ordonnance", "directive", "résolution", "décision", "norme",
        "règlement", "règle", "article", "rapport",
        "law", "act", "decree", "resolution", "decision", "standard", "regulation", "rule",
        "lei", "decreto", "regulamento", "artigo", "norma", "artikel", "verordnung", "norm", "§",
        "gesetz", "erlass", "beschluss", "richtlinie", "az", "az.", "aktenzeichen", "ref", "ref.",
        "réf",
        "réf.", "dossier",
        // What a maker of programs calls one.
        "version", "v.",
        // What has the number of its chapter first.
        "figure", "table", "section", "tableau", "abbildung", "tabelle", "abschnitt", "tabela",
    ]

    /// Whose standards have numbers in parts; `en` is a word of French, `EN` is none.
    private static let standards = ["EN", "ISO", "IEC", "CEI", "DIN", "NF", "ASTM", "IEEE"]

    private static let streets: Set = [
        "rue", "avenue", "av", "ave", "boulevard", "bd", "bld", "blvd", "place", "quai", "allée",
        "allées", "route", "impasse", "ruelle", "corniche", "esplanade", "square", "passage",
        "chemin", "sentier", "rond-point", "rua", "avenida", "praça", "travessa", "largo",
    ]

    private static let lastOfStreets: Set = [
        "street", "st", "road", "rd", "avenue", "ave", "lane", "drive", "square", "close",
        "crescent", "way",
    ]

    private static let streetEndings = ["straße", "strasse", "str.", "weg", "platz", "gasse"]
}

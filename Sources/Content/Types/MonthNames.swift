import Unicode

/// Names of months and weekdays in the languages people type dates in.
enum CalendarWords {
    /// January first; English, French, German, Portuguese, Spanish; without accents.
    private static let months: [[String]] = [
        ["january", "janvier", "januar", "janeiro", "enero"],
        ["february", "fevrier", "februar", "fevereiro", "febrero"],
        ["march", "mars", "marz", "marco", "marzo"],
        ["april", "avril", "april", "abril"],
        ["may", "mai", "maio", "mayo"],
        ["june", "juin", "juni", "junho", "junio"],
        ["july", "juillet", "juli", "julho", "julio"],
        ["august", "aout", "agosto"],
        ["september", "septembre", "setembro", "septiembre"],
        ["october", "octobre", "oktober", "outubro", "octubre"],
        ["november", "novembre", "novembro", "noviembre"],
        ["december", "decembre", "dezember", "dezembro", "diciembre"],
    ]

    /// Monday first.
    private static let weekdays: [[String]] = [
        ["monday", "lundi", "montag", "segunda-feira", "segunda", "lunes"],
        ["tuesday", "mardi", "dienstag", "terca-feira", "terca", "martes"],
        ["wednesday", "mercredi", "mittwoch", "quarta-feira", "quarta", "miercoles"],
        ["thursday", "jeudi", "donnerstag", "quinta-feira", "quinta", "jueves"],
        ["friday", "vendredi", "freitag", "sexta-feira", "sexta", "viernes"],
        ["saturday", "samedi", "samstag", "sonnabend", "sabado"],
        ["sunday", "dimanche", "sonntag", "domingo"],
    ]

    static let englishWeekdays = weekdays.map { $0[0].prefix(1).uppercased() + $0[0].dropFirst() }

    /// The month, from 1, that a word or its first three or more letters name.
    static func month(_ word: Substring) -> Int? {
        place(of: word, in: months, orPrefixFrom: 3).map { $0 + 1 }
    }

    /// The weekday, 0 for Monday.
    static func weekday(_ word: Substring) -> Int? {
        place(of: word, in: weekdays, orPrefixFrom: 3)
    }

    private static func place(
        of word: Substring,
        in names: [[String]],
        orPrefixFrom length: Int
    ) -> Int? {
        let plain = withoutAccents(word.hasSuffix(".") ? word.dropLast() : word)
        if let whole = names.firstIndex(where: { $0.contains(plain) }) { return whole }
        guard plain.count >= length else { return nil }
        let places = names.indices.filter { names[$0].contains { $0.hasPrefix(plain) } }
        return places.count == 1 ? places[0] : nil
    }
}

/// Small letters without accents and with a plain apostrophe, for comparing words people type.
func withoutAccents(_ text: some StringProtocol) -> String {
    String(text).withoutMarks.replacing("’", with: "'")
}

import Unicode

/// Names of months and weekdays in the languages people type dates in.
enum CalendarWords {
    /// January first; English, French, German, Portuguese, Spanish, and Arabic as it is written from
    /// Egypt to Sudan, in Morocco, in Algeria and Tunisia, and in the Levant; without accents.
    private static let months: [[String]] = [
        [
            "january", "janvier", "januar", "janeiro", "enero",
            "يناير", "جانفي", "كانون الثاني",
        ],
        [
            "february", "fevrier", "februar", "fevereiro", "febrero",
            "فبراير", "فيفري", "شباط",
        ],
        [
            "march", "mars", "marz", "marco", "marzo",
            "مارس", "اذار",
        ],
        [
            "april", "avril", "april", "abril",
            "ابريل", "افريل", "نيسان",
        ],
        [
            "may", "mai", "maio", "mayo",
            "مايو", "ماي", "ايار",
        ],
        [
            "june", "juin", "juni", "junho", "junio",
            "يونيو", "يونيه", "جوان", "حزيران",
        ],
        [
            "july", "juillet", "juli", "julho", "julio",
            "يوليو", "يوليه", "يوليوز", "جويلية", "تموز",
        ],
        [
            "august", "aout", "agosto",
            "اغسطس", "غشت", "اوت", "اب",
        ],
        [
            "september", "septembre", "setembro", "septiembre",
            "سبتمبر", "شتنبر", "ايلول",
        ],
        [
            "october", "octobre", "oktober", "outubro", "octubre",
            "اكتوبر", "تشرين الاول",
        ],
        [
            "november", "novembre", "novembro", "noviembre",
            "نوفمبر", "نونبر", "تشرين الثاني",
        ],
        [
            "december", "decembre", "dezember", "dezembro", "diciembre",
            "ديسمبر", "دجنبر", "كانون الاول",
        ],
    ]

    /// Monday first.
    private static let weekdays: [[String]] = [
        ["monday", "lundi", "montag", "segunda-feira", "segunda", "lunes", "الاثنين"],
        ["tuesday", "mardi", "dienstag", "terca-feira", "terca", "martes", "الثلاثاء"],
        ["wednesday", "mercredi", "mittwoch", "quarta-feira", "quarta", "miercoles", "الاربعاء"],
        ["thursday", "jeudi", "donnerstag", "quinta-feira", "quinta", "jueves", "الخميس"],
        ["friday", "vendredi", "freitag", "sexta-feira", "sexta", "viernes", "الجمعة"],
        ["saturday", "samedi", "samstag", "sonnabend", "sabado", "السبت"],
        ["sunday", "dimanche", "sonntag", "domingo", "الاحد"],
    ]

    static let englishWeekdays = weekdays.map { $0[0].prefix(1).uppercased() + $0[0].dropFirst() }

    /// The month, from 1, that a word or its first three or more letters name, or that it names twice:
    /// “شباط/فبراير”.
    static func month(_ word: Substring) -> Int? {
        let names = word.split(separator: "/").map { place(of: $0, in: months, orPrefixFrom: 3) }
        guard let first = names.first, names.allSatisfy({ $0 == first }) else { return nil }
        return first.map { $0 + 1 }
    }

    /// Words, those as one that name a month together: “كانون الثاني”.
    static func monthsJoined(_ words: [Substring]) -> [Substring] {
        for index in words.indices.dropLast() where ["كانون", "تشرين"].contains(words[index]) {
            let both = "\(words[index]) \(words[index + 1])"
            return words[..<index] + [both[...]] + words[(index + 2)...]
        }
        return words
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

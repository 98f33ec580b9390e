import Diagnostics

extension Reader {
    /// Reads a telephone number, with its country or in the country of its record.
    mutating func readPhone(_ text: String, at span: Span) -> Value.Content? {
        guard text.utf8.count <= 60 else { return nil }
        let (main, inner) = partedExtension(text.lowercased())
        guard var figures = figures(of: main) else { return nil }
        var phone = PhoneNumber(typed: text, extension: inner)
        if figures.hasPrefix("00") { figures = "+" + figures.dropFirst(2) }
        if figures.hasPrefix("+") {
            guard (8...16).contains(figures.utf8.count) else { return nil }
            phone.e164 = figures
            checkLength(of: figures.dropFirst(), at: span)
            return .phone(phone)
        }
        guard (3...15).contains(figures.utf8.count) else { return nil }
        guard let home = country.flatMap(Country.named) else {
            report.add(
                .warning(.withoutCountry, at: span)
                    .hinting("begin it with + and the country’s code, such as +221")
            )
            return .phone(phone)
        }
        let short = withoutCalling(figures, of: home)
        phone.e164 = "+" + home.calling + national(short, in: home)
        if short.hasPrefix("0"), home.knowsNoLeadingZero {
            refuseZero(in: home, at: span)
        } else {
            checkLength(of: phone.e164!.dropFirst(), at: span)
        }
        return .phone(phone)
    }

    /// What a text is that is no number: several, or one that a spreadsheet has rounded.
    func mendOfPhone(_ text: String) -> Diagnostic.Message? {
        if let numbers = telephones(in: text) {
            return
                "a field takes one number: ‘\(numbers[0])’ here, and the other, of a person, under ‘cell:’"
        }
        if let fax = text.lowercased().firstRange(of: "fax"), fax.lowerBound > text.startIndex {
            return "a field takes one number: that of the fax goes under ‘fax:’"
        }
        if text.uppercased().contains("E+") && text.first?.isNumber == true {
            return
                "a spreadsheet has rounded it: make its column one of texts, and type the number again"
        }
        if let letter = text.first(where: { "oOlI".contains($0) }) {
            let mended = String(text.map { "oO".contains($0) ? "0" : "lI".contains($0) ? "1" : $0 })
            if figures(of: mended).map({ $0.utf8.count >= 6 }) == true {
                return "‘\(letter)’ is a letter here: write ‘\(mended)’"
            }
        }
        let bare = trimmed(
            String(text.prefix { !$0.isLetter }).replacing(/[(\[:;,–-]*\s*$/, with: "")
        )
        guard bare != text, figures(of: bare).map({ $0.utf8.count >= 6 }) == true else {
            return nil
        }
        return "a field takes the number alone: write ‘\(bare)’"
    }

    /// A `0` that is dialled only inside the country goes; where it is part of the number it stays.
    private func national(_ figures: String, in home: Country) -> String {
        figures.hasPrefix("0") && !home.keepsLeadingZero ? String(figures.dropFirst()) : figures
    }

    /// `221338592002`: a spreadsheet takes the + from a number, and leaves the country’s code.
    private func withoutCalling(_ figures: String, of home: Country) -> String {
        let count = figures.utf8.count - home.calling.utf8.count
        let isWhole = home.forms.contains { $0.length == count }
        return isWhole && figures.hasPrefix(home.calling)
            ? String(figures.dropFirst(home.calling.count)) : figures
    }

    private mutating func checkLength(of figures: Substring, at span: Span) {
        guard let country = Country.called(by: figures) else {
            return refuseCalling(of: figures, at: span)
        }
        let inner = figures.dropFirst(country.calling.utf8.count)
        if inner.hasPrefix("0"), country.knowsNoLeadingZero {
            return refuseZero(in: country, at: span)
        }
        guard !country.forms.isEmpty else { return }
        let given = figures.utf8.count - country.calling.utf8.count
        guard !country.forms.contains(where: { $0.length == given }) else { return }
        let counts = country.lengths.map(String.init).joined(separator: "/")
        report.add(
            .warning(
                "a number that begins with +\(country.calling) has \(counts) figures behind that, this one \(given)",
                at: span
            )
            .hinting("check the number; it is printed as typed")
        )
    }

    private mutating func refuseZero(in country: Country, at span: Span) {
        report.add(
            .warning("no telephone number has a 0 behind +\(country.calling)", at: span)
                .hinting(
                    "check the number; where it is of another country, begin it with + and that country’s code"
                )
        )
    }

    private mutating func refuseCalling(of figures: Substring, at span: Span) {
        guard !Country.isCallingCode(atStartOf: figures) else { return }
        report.add(
            .warning("no country is called by +\(figures.prefix(3))", at: span)
                .hinting("check the number; it is printed as typed")
        )
    }

    private func partedExtension(_ text: String) -> (main: String, inner: String?) {
        // Hardly a number has words in it.
        guard text.utf8.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) else { return (text, nil) }
        for word in ["extension", "ext.", "ext", "poste", "apparat", "ramal", "x"] {
            guard let place = text.firstRange(of: word) else { continue }
            let inner = text[place.upperBound...].filter { $0.isASCII && $0.isNumber }
            guard !inner.isEmpty, inner.count <= 6 else { continue }
            return (String(text[..<place.lowerBound]), inner)
        }
        return (text, nil)
    }
}

/// Figures and the leading `+`; nil where there is anything that no number has.
func figures(of text: String) -> String? {
    let number =
        text.utf8.contains(UInt8(ascii: "(")) ? text.replacing("(0)", with: "") : text
    var figures: [UInt8] = []
    for scalar in withoutLabel(number).unicodeScalars {
        switch scalar {
        case "0"..."9": figures.append(UInt8(scalar.value))
        case "+" where figures.isEmpty: figures.append(UInt8(ascii: "+"))
        case " ", "\u{A0}", "\u{202F}", "-", "–", ".", "/", "(", ")", "\u{2011}": continue
        default: return nil
        }
    }
    return String(decoding: figures, as: UTF8.self)
}

/// The number behind a label such as “Tél” that may have been copied along.
private func withoutLabel(_ number: String) -> Substring {
    let first = number.utf8.first ?? 0
    if first == UInt8(ascii: "+") || 0x30...0x39 ~= first { return number[...] }
    let label = number.prefix { $0.isLetter || ".: \u{A0}\u{202F}".contains($0) }
    return label.count <= 12 ? number.dropFirst(label.count) : number[...]
}

extension Diagnostic.Message {
    fileprivate static var withoutCountry: Self {
        let message: Self = "this telephone number names no country"
        return message.about(.dialling)
    }
}

extension PhoneNumber {
    /// The calling code of its country, such as `+221`, and the groups that people there write its
    /// figures in; nil where no grouping is known.
    ///
    /// Source: ITU-T E.123 for the form.
    package var grouped: (calling: String, groups: [Substring])? {
        guard let e164, let country = Country.called(by: e164.dropFirst()) else { return nil }
        let figures = e164.dropFirst(1 + country.calling.utf8.count)
        guard let form = country.forms.first(where: { $0.isOf(figures) }) else { return nil }
        return ("+" + country.calling, form.parted(figures))
    }
}

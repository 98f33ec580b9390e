extension ContactCard {
    /// The card as a file that address books import.
    ///
    /// Source: RFC 6350 (vCard 4.0).
    package func vCard() -> String {
        var lines = ContentLines()
        lines.add("BEGIN", "VCARD")
        lines.add("VERSION", "4.0")
        lines.add("KIND", isOrganisation ? "org" : "individual")
        if !identifier.isEmpty { lines.add("UID", "urn:uuid:\(StableIdentifier(of: identifier))") }
        addNames(to: &lines)
        for (place, language) in languages.enumerated() {
            lines.add("LANG;PREF=\(place + 1)", language)
        }
        for phone in phones {
            lines.add(
                "TEL;VALUE=uri;TYPE=\(Self.types(of: phone.use, version: 4))",
                "tel:\(phone.number)"
            )
        }
        for email in emails { lines.add("EMAIL;TYPE=work", ContentLines.escaped(email)) }
        addAddress(to: &lines)
        if !url.isEmpty { lines.add("URL", url) }
        if !note.isEmpty { lines.add("NOTE", ContentLines.escaped(note)) }
        lines.add("END", "VCARD")
        return lines.text
    }

    /// The card as a QR code carries it, in at most so many bytes.
    ///
    /// Version 3.0 (RFC 2426), because telephones misread 4.0. Where it is too long, what a
    /// telephone can do without goes first: the note, the address, languages and links, the unit, the
    /// title, all but the first telephone number, the organisation.
    ///
    /// - Parameters:
    ///   - limit: In UTF-8, what it is to keep to.
    ///   - most: What it may take where a long name leaves it no choice.
    /// - Returns: The card and what it goes without; nil where even then it does not fit.
    package func compactVCard(bytes limit: Int, atMost most: Int)
        -> (text: String, lacks: [Part])?
    {
        var card = self
        var lacks: [Part] = []
        for part in Part.allCases {
            let text = card.compact()
            if text.utf8.count <= limit { return (text, lacks) }
            let whole = card
            card.leaveOut(part)
            if card != whole { lacks.append(part) }
        }
        let text = card.compact()
        return text.utf8.count <= max(limit, most) ? (text, lacks) : nil
    }

    /// What a telephone can do without, the least needed first.
    package enum Part: CaseIterable, Hashable, Sendable {
        case note, address, site, unit, title, otherPhones, organisation
    }

    private mutating func leaveOut(_ part: Part) {
        switch part {
        case .note: note = ""
        case .address: address = nil
        case .site: url = ""
        case .unit: unit = ""
        case .title: title = ""
        case .otherPhones: phones = Array(phones.prefix(1))
        case .organisation: organisation = ""
        }
    }

    private func compact() -> String {
        var lines = ContentLines()
        lines.folds = false
        lines.add("BEGIN", "VCARD")
        lines.add("VERSION", "3.0")
        addNames(to: &lines)
        for phone in phones {
            lines.add("TEL;TYPE=\(Self.types(of: phone.use, version: 3))", phone.number)
        }
        for email in emails { lines.add("EMAIL", ContentLines.escaped(email)) }
        addAddress(to: &lines)
        if !url.isEmpty { lines.add("URL", url) }
        if !note.isEmpty { lines.add("NOTE", ContentLines.escaped(note)) }
        lines.add("END", "VCARD")
        return lines.text
    }

    private func addNames(to lines: inout ContentLines) {
        lines.add("FN", ContentLines.escaped(formattedName))
        let parts =
            isOrganisation
            ? ContentLines.structured(formattedName, "", "", "", "")
            : ContentLines.structured(family, given, "", prefixes, suffixes)
        lines.add("N", parts)
        if !organisation.isEmpty {
            let unit = self.unit.isEmpty ? "" : ";" + ContentLines.escaped(self.unit)
            lines.add("ORG", ContentLines.escaped(organisation) + unit)
        }
        if !title.isEmpty { lines.add("TITLE", ContentLines.escaped(title)) }
    }

    private func addAddress(to lines: inout ContentLines) {
        guard let address else { return }
        lines.add(
            "ADR;TYPE=work",
            ContentLines.structured(
                address.postBox,
                "",
                address.street,
                address.city,
                address.region,
                address.code,
                address.country
            )
        )
    }

    private static func types(of use: Phone.Use, version: Int) -> String {
        switch use {
        case .work: version == 4 ? "\"work,voice\"" : "WORK,VOICE"
        case .cell: version == 4 ? "cell" : "CELL"
        case .fax: version == 4 ? "fax" : "FAX"
        }
    }
}

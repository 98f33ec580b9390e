extension Value {
    /// A part of a value that layouts may ask for by name, such as the `family` of a name.
    func part(_ name: String) -> Value? {
        switch content {
        case .personName(let person): person.part(name).map { Value($0, at: span) }
        case .phone(let phone): phone.part(name).map { Value($0, at: span) }
        case .timeRange(let range): range.part(name).map { Value($0, at: span) }
        case .dateTime(let moment): moment.part(name).map { Value($0, at: span) }
        case .date(let date): date.part(name).map { Value($0, at: span) }
        default: nil
        }
    }
}

extension FieldType {
    /// The parts of its values that layouts may ask for by name: none of what is in one piece; nil of what
    /// holds others.
    package var namesOfParts: [String]? {
        switch self {
        case .personName:
            [
                "honorific", "academic_title", "title", "given", "particles", "family",
                "degrees", "full", "address", "sort_as",
            ]
        case .phone: ["e164", "typed", "extension"]
        case .timeRange: ["start", "end"]
        case .dateTime: ["date", "time"]
        case .date: ["year", "month", "day"]
        case .text, .line, .richText, .number, .time, .duration, .email, .url, .country, .language,
            .colour, .length, .truth, .identifier, .choice:
            []
        case .address, .table, .kind, .list, .record, .tally: nil
        }
    }
}

extension PersonName {
    /// Of a name with a form for each language, what the forms have: nothing, where one is not in parts.
    fileprivate func part(_ name: String) -> Value.Content? {
        guard !forms.isEmpty else { return ownPart(name) }
        let isKnown = forms.contains { $0.name.ownPart(name) != nil }
        guard isKnown else { return nil }
        let editions = forms.map { form in
            let part = form.name.ownPart(name).flatMap { Self.words(of: $0, in: form.language) }
            return LocalizedText.Edition(
                language: form.language,
                content: part ?? "",
                span: form.span
            )
        }
        return .text(LocalizedText(editions))
    }

    private static func words(of part: Value.Content, in language: String?) -> String? {
        switch part {
        case .text(let text): text.edition(in: language ?? "").content
        case .identifier(let word): word
        default: nil
        }
    }

    private func ownPart(_ name: String) -> Value.Content? {
        switch name {
        case "honorific": honorific.map { .text($0) }
        case "title", "academic_title": title.map { .text($0) }
        case "address": address.map { .text($0) }
        case "full": full.map { .text($0) }
        case "given": given.isEmpty ? nil : .identifier(given)
        case "particles": particles.isEmpty ? nil : .identifier(particles)
        case "degrees": degrees.isEmpty ? nil : .identifier(degrees)
        case "family": family.isEmpty ? nil : .identifier(family)
        case "sort_as": sortAs.map { .identifier($0) }
        default: nil
        }
    }
}

extension PhoneNumber {
    fileprivate func part(_ name: String) -> Value.Content? {
        switch name {
        case "e164": e164.map { .identifier($0) }
        case "typed": .identifier(typed)
        case "extension": `extension`.map { .identifier($0) }
        default: nil
        }
    }
}

extension TimeRange {
    fileprivate func part(_ name: String) -> Value.Content? {
        switch name {
        case "start": .time(start)
        case "end": end.map { .time($0) }
        default: nil
        }
    }
}

extension DateTime {
    fileprivate func part(_ name: String) -> Value.Content? {
        switch name {
        case "date": .date(date)
        case "time": time.map { .time($0) }
        default: nil
        }
    }
}

extension CalendarDate {
    fileprivate func part(_ name: String) -> Value.Content? {
        switch name {
        case "year": .number(Number(Double(year)))
        case "month": .number(Number(Double(month)))
        case "day": .number(Number(Double(day)))
        default: nil
        }
    }
}

internal import Diagnostics
internal import Exchange

extension Report {
    /// Tells of letters that were read wrong or lost before the text came here, of each sort once: it is
    /// printed as it stands.
    mutating func add(garbledLettersOf text: [UInt8], in source: SourceID) {
        let found = GarbledLetters.all(in: text)
        let (lost, misread) = (found.filter { $0.meant == nil }, found.filter { $0.meant != nil })
        if let first = misread.first, let meant = first.meant {
            let typed = String(decoding: text[first.range], as: UTF8.self)
            let warning = Diagnostic.warning(
                .misread(typed, meant, others: misread.count - 1),
                at: Span(source, first.range)
            )
            add(
                warning.hinting(
                    "copy the text again from where its accents are right, or type them"
                )
            )
        }
        if let first = lost.first {
            let warning = Diagnostic.warning(
                .lostLetter(others: lost.count - 1),
                at: Span(source, first.range)
            )
            add(warning.hinting("type it again"))
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func misread(_ typed: String, _ meant: String, others: Int) -> Self {
        switch others {
        case 0:
            "‘\(typed)’ stands here for ‘\(meant)’: a program has read the text in the wrong code"
        case 1:
            "‘\(typed)’ stands here for ‘\(meant)’, and one more sign for another: a program has read the text in the wrong code"
        default:
            "‘\(typed)’ stands here for ‘\(meant)’, and \(others) more signs for others: a program has read the text in the wrong code"
        }
    }

    fileprivate static func lostLetter(others: Int) -> Self {
        switch others {
        case 0: "a letter was lost here before the text was saved"
        case 1: "a letter was lost here before the text was saved, and one more further on"
        default: "a letter was lost here before the text was saved, and \(others) more further on"
        }
    }
}

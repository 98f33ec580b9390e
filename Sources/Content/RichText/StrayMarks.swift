import Diagnostics

/// Marks that mean nothing here, or not what they were to mean.
extension InlineMarks {
    /// Reads `~~`, by which others cross words out: no paper that is finished has any.
    mutating func crossing(at index: Int) -> Int {
        let run = bytes[index...].prefix { $0 == UInt8(ascii: "~") }.count
        guard run == 2 else {
            for offset in 0..<run { append(bytes[index + offset], at: places[index]) }
            return run
        }
        isCrossing.toggle()
        if isCrossing {
            let place = builder.span(places[index]..<places[index] + run)
            builder.report.add(
                .warning(
                    "words are not crossed out here: those after ‘~~’ are printed plain",
                    at: place
                )
                .hinting("take them out, or say in words what no longer holds")
            )
        }
        return run
    }

    /// `[^1]` is still here only where no note answers to it.
    mutating func warnOfLostNote(at index: Int) {
        guard isNext(UInt8(ascii: "^"), after: index),
            let end = bytes[index...].prefix(40).firstIndex(of: UInt8(ascii: "]"))
        else { return }
        let mark = String(decoding: bytes[index...end], as: UTF8.self)
        let last = max(places[end], places[index])
        builder.report.add(
            .warning("no note answers to ‘\(mark)’", at: builder.span(places[index]..<last + 1))
                .hinting("add a line ‘\(mark): …’ at the end of this text, or write ^[…] in place")
        )
    }

    /// `[here] (https://example.org)` is still here, since a blank parts the words from the address.
    mutating func warnOfPartedLink(at index: Int) {
        guard let close = bytes[index...].prefix(200).firstIndex(of: UInt8(ascii: "]")),
            bytes[(close + 1)...].starts(with: " (http".utf8),
            let end = bytes[close...].prefix(300).firstIndex(of: UInt8(ascii: ")"))
        else { return }
        let words = String(decoding: bytes[index...close], as: UTF8.self)
        let address = String(decoding: bytes[(close + 2)...end], as: UTF8.self)
        let last = max(places[end], places[index])
        builder.report.add(
            .warning(
                "a blank parts the words of this link from its address, and both are printed",
                at: builder.span(places[index]..<last + 1)
            )
            .hinting("write ‘\(shortened(words))\(shortened(address))’")
        )
    }

    /// Asterisks are still here where nothing closes, or opens, what they were to mark.
    ///
    /// One behind a word, or between blanks, is a sign: `water*`, `3 * 4`.
    mutating func warnOfAsterisks(_ run: Int, at index: Int) {
        func isWord(_ byte: UInt8?) -> Bool {
            byte.map { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 } ?? false
        }
        let before = index > 0 ? bytes[index - 1] : nil
        let after = index + run < bytes.count ? bytes[index + run] : nil
        let opens = isWord(after) && !isWord(before)
        guard run == 2 && isWord(before) != isWord(after) || run < 4 && opens,
            !isWord(before) || !isWord(after)
        else { return }
        let mark = String(repeating: "*", count: run)
        let place = builder.span(places[index]..<places[index] + run)
        builder.report.add(
            .warning(
                opens
                    ? "nothing closes this ‘\(mark)’, and it is printed as it stands"
                    : "nothing opens what this ‘\(mark)’ closes, and it is printed as it stands",
                at: place
            )
            .hinting(
                opens
                    ? "write ‘\(mark)’ behind the last word that it marks as well, with no blank between"
                    : "write ‘\(mark)’ before the first word that it marks as well, with no blank between"
            )
            .hinting("where the sign itself is meant, write ‘\(mark.replacing("*", with: "\\*"))’")
        )
    }
}

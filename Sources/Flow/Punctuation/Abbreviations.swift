/// Abbreviations of several words, and the initials of a name.
extension Proofreader {
    /// No abbreviation of this kind has more words.
    private static let mostWords = 6

    /// `z. B.`, `m. a. W.`: typed with blanks inside or without, it is set with narrow ones.
    ///
    /// Those that the language names, and any of single letters of which one is small: `J.R.` may be a
    /// name. Typed with blanks and before a capital, single letters may end a sentence: they have to be
    /// named. Source: Duden, *Die deutsche Rechtschreibung*, on abbreviations; DIN 5008.
    mutating func spacedAbbreviation(at point: Int) -> Bool {
        guard let first = lettersBeforePoint(point) else { return false }
        var letters = Array(bytes[first..<point + 1])
        var areSingle = isOneLetter(first..<point)
        var gaps: [Range<Int>] = []
        var found = (gaps: 0, end: point)
        var end = point + 1
        while gaps.count + 1 < Self.mostWords {
            let gap = blanks(startingAt: end)
            guard let word = lettersAndPoint(startingAt: gap.upperBound) else { break }
            gaps.append(gap)
            letters += bytes[word]
            end = word.upperBound
            areSingle = areSingle && isOneLetter(word.lowerBound..<end - 1)
            let isAbbreviation =
                language.spaced.contains(letters)
                || areSingle && letters.contains { (0x61...0x7A).contains($0) }
                    && (gaps.allSatisfy(isTight) || !beginsSentence(after: end))
            let isData = end < range.upperBound && "@_=\\/".utf8.contains(bytes[end])
            if isAbbreviation, !isData, !beginsLetterOrDigit(end) { found = (gaps.count, end) }
        }
        guard found.gaps > 0 else { return false }
        for gap in gaps.prefix(found.gaps) { replace(gap, with: Punctuation.narrow) }
        place = found.end
        abbreviationEnd = found.end
        return true
    }

    /// Whether the words are typed without a blank between them, or set already.
    private func isTight(_ gap: Range<Int>) -> Bool {
        gap.isEmpty || bytes[gap].elementsEqual(Punctuation.narrow)
    }

    private func beginsSentence(after end: Int) -> Bool {
        capital(startingAt: blanks(startingAt: end).upperBound) != nil
    }

    /// Where the word begins, not longer than those of the language's abbreviations, that a point ends.
    private func lettersBeforePoint(_ point: Int) -> Int? {
        var start = point
        while start > range.lowerBound {
            if isLetterOfASCII(bytes[start - 1]) {
                start -= 1
            } else if start - 2 >= range.lowerBound, bytes[start - 2] == 0xC3 {
                start -= 2
            } else {
                break
            }
            if point - start > language.longestSpacedWord { return nil }
        }
        guard start < point,
            start == range.lowerBound || !"._@\\=`".utf8.contains(bytes[start - 1]),
            !endsLetterOrDigit(start)
        else { return nil }
        return start
    }

    private func lettersAndPoint(startingAt start: Int) -> Range<Int>? {
        var end = start
        while end < range.upperBound {
            if isLetterOfASCII(bytes[end]) {
                end += 1
            } else if bytes[end] == 0xC3, end + 2 <= range.upperBound {
                end += 2
            } else {
                break
            }
            if end - start > language.longestSpacedWord { return nil }
        }
        guard end > start, end < range.upperBound, bytes[end] == UInt8(ascii: ".") else {
            return nil
        }
        return start..<end + 1
    }

    /// Those of Latin-1 begin with C3.
    private func isLetterOfASCII(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private func isOneLetter(_ word: Range<Int>) -> Bool {
        word.count == 1 || word.count == 2 && bytes[word.lowerBound] == 0xC3
    }

    /// `a. C.`, `i. e.`: what two letters with their points say stays together, where no narrow space does
    /// it.
    func isWithinAbbreviation(_ blank: Int) -> Bool {
        guard language.spaced.isEmpty, blank - 2 >= range.lowerBound,
            (0x61...0x7A).contains(bytes[blank - 2]),
            isMarkOrBlank(endingAt: blank - 2)
        else { return false }
        let next = blanks(startingAt: blank).upperBound
        return next + 1 < range.upperBound && isLetterOfASCII(bytes[next])
            && bytes[next + 1] == UInt8(ascii: ".")
    }

    /// `J. K. Rowling`, `J.-P. Diallo`, `É. Zola`, `J.R.R. Tolkien`: an initial stays with what follows.
    func isAfterInitial(_ end: Int) -> Bool {
        guard byte(end - 1) == UInt8(ascii: "."), let start = capital(endingAt: end - 1),
            let next = capital(startingAt: blanks(startingAt: end).upperBound)
        else { return false }
        if start == range.lowerBound || isMarkOrBlank(endingAt: start) { return true }
        switch byte(start - 1) {
        case UInt8(ascii: "-"): return byte(start - 2) == UInt8(ascii: ".")
        case UInt8(ascii: "."):
            return followsInitial(start) && (byte(next) == 0xC3 || isLetterOfASCII(byte(next) ?? 0))
        // A sentence may end on one letter: two initials make it sure.
        default: return !isLetterOrDigit(byte(start - 1)) && byte(next) == UInt8(ascii: ".")
        }
    }

    /// Whether an initial with its point, and no others than initials, stand right before a place.
    private func followsInitial(_ start: Int) -> Bool {
        guard let first = capital(endingAt: start - 1) else { return false }
        return first == range.lowerBound || isMarkOrBlank(endingAt: first)
            || byte(first - 1) == UInt8(ascii: ".") && followsInitial(first)
    }

    /// Where the capital, of ASCII or Latin-1, that ends just before a place begins.
    private func capital(endingAt end: Int) -> Int? {
        [end - 1, end - 2].first { $0 >= range.lowerBound && capital(startingAt: $0) == end }
    }

    /// Where the capital that begins at a place ends.
    func capital(startingAt start: Int) -> Int? {
        guard start < range.upperBound, let first = byte(start) else { return nil }
        if (0x41...0x5A).contains(first) { return start + 1 }
        guard first == 0xC3, let second = byte(start + 1), second != 0x97 else { return nil }
        return (0x80...0x9E).contains(second) ? start + 2 : nil
    }
}

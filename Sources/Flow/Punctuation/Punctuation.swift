import Layouts

/// A change to some bytes of a text.
struct Edit: Hashable {
    var range: Range<Int>
    var replacement: [UInt8]
}

/// A language's punctuation, put right in text that is typed as people type.
///
/// Spaces before marks and inside quotation marks, turned quotation marks and apostrophes, dashes,
/// points of ellipsis, raised ordinals, and spaces at which no line may end. Letters and figures
/// are never changed, but for endings of ordinals that nobody prints as they are typed and the `x` of
/// `3x4`, and text that is right already stays as it is. Addresses are left alone.
///
/// The rules of a language are shared by all texts in it, and not copied for each.
///
/// Sources: Imprimerie nationale, *Lexique des règles typographiques*; CLDR; Hart's rules.
final class Punctuation {
    /// What is to be done to a text.
    struct Proof {
        var edits: [Edit] = []
        /// Endings of ordinals.
        var raised: [Range<Int>] = []
        /// Marks that stand off their word where the language does not do so.
        var foreignSpacing: [Int] = []
    }

    struct Marks {
        var open: [UInt8]
        var close: [UInt8]
        var inner: [UInt8]

        var isGuillemet: Bool { open == [0xC2, 0xAB] }
        /// Whether blanks typed inside give way: guillemets have their space or none.
        var ownsBlanks: Bool { !inner.isEmpty || isGuillemet }

        init(_ quotes: LanguagePack.Quotes) {
            open = Array(quotes.open.utf8)
            close = Array(quotes.close.utf8)
            inner = Array(quotes.inner.utf8)
        }
    }

    /// The ending of an ordinal.
    struct Ordinal {
        /// The only Roman figures it stands after; empty stands after any.
        var figures: [UInt8] = []
        var typed: [UInt8]
        var printed: [UInt8]

        var isMended: Bool { typed != printed }
    }

    let outer: Marks
    let inner: Marks
    let apostrophe: [UInt8]
    let ellipsis: [UInt8]
    let rangeDash: [UInt8]
    let clauseDash: [UInt8]
    /// Of two of these a hyphen makes a span of time; in languages that write them small it stays one.
    let weekdays: Set<[UInt8]>
    /// By ASCII mark, what stands before it.
    let spaceBefore: [UInt8: [UInt8]]
    let percentSpace: [UInt8]?
    /// What takes the place of a blank before a percent sign where the language has none of its own.
    var closedPercentSpace: [UInt8] { keepsWhite ? Self.noBreak : [] }
    /// The longest first, as are those after Roman figures that are typed otherwise than printed.
    let ordinals: [Ordinal]
    let romanOrdinals: [Ordinal]
    /// By byte, whether no rule of the language begins with it.
    let isPlain: [Bool]
    let abbreviations: Set<[UInt8]>
    /// `No.`: abbreviations that are one before a figure, and a word with its stop elsewhere.
    let numberAbbreviations: Set<[UInt8]>
    let longestAbbreviation: Int
    /// By byte, whether an abbreviation ends in it; one before a figure, where a month may stand too;
    /// and one that a figure may be typed right after.
    let endsAbbreviation: [Bool]
    let endsNumberAbbreviation: [Bool]
    let endsSign: [Bool]
    let units: Set<[UInt8]>
    /// Units that no letter is a part of.
    let unitSigns: [[UInt8]]
    /// Whether a unit typed right after its number is set off.
    let spacesUnits: Bool
    let months: Set<[UInt8]>
    /// Between a day and its month, as `de`.
    let monthJoint: [UInt8]?
    /// Whether a day has a point after it.
    let ordinalPoint: Bool
    /// Between groups of figures typed apart.
    let groupSpace: [UInt8]
    /// `z.B.`: abbreviations with narrow spaces inside, without them.
    let spaced: Set<[UInt8]>
    /// Of a word of these, in bytes.
    let longestSpacedWord: Int
    /// Whether points of ellipsis stand at the word before them; after these words something is left
    /// out, or to be filled in, and they stand off.
    let closesEllipses: Bool
    let gapWords: Set<[UInt8]>
    /// Words that begin with an apostrophe: `’n’`, `’tis`.
    let elisions: Set<[UInt8]>
    /// Marks of other scripts, and the language’s own in their place.
    let ownMarks: [(typed: [UInt8], own: [UInt8])]
    let isRightToLeft: Bool
    /// Whether the dash that opens an aside stays with what follows it.
    let pairsDashes: Bool
    /// Whether white before marks stays as it is typed: the language has no pack that would tell.
    let keepsWhite: Bool

    init(_ pack: LanguagePack) {
        outer = Marks(pack.outerQuotes)
        inner = Marks(pack.innerQuotes)
        apostrophe = Array(pack.apostrophe.utf8)
        ellipsis = Array(pack.ellipsis.utf8)
        rangeDash = Array(pack.rangeDash.utf8)
        // A dash between clauses never begins a line.
        clauseDash =
            pack.clauseDash.hasPrefix(" ")
            ? Self.noBreak + Array(pack.clauseDash.utf8.dropFirst()) : Array(pack.clauseDash.utf8)
        var spaces: [UInt8: [UInt8]] = [:]
        for (mark, space) in pack.spaceBefore {
            if let byte = mark.utf8.first, mark.utf8.count == 1 { spaces[byte] = Array(space.utf8) }
        }
        spaceBefore = spaces
        percentSpace =
            pack.percent.hasPrefix("\u{202F}")
            ? Array("\u{202F}".utf8)
            : pack.percent.hasPrefix("\u{A0}") ? Array("\u{A0}".utf8) : nil
        let mended = pack.typedOrdinals.map {
            Ordinal(typed: Array($0.key.utf8), printed: Array($0.value.utf8))
        }
        ordinals = Self.longestFirst(
            pack.ordinals.map { Ordinal(typed: Array($0.utf8), printed: Array($0.utf8)) } + mended
        )
        let roman = pack.romanOrdinals.map { word in
            let figures = word.utf8.prefix { Proofreader.isRomanFigure($0) }
            let ending = Array(word.utf8.dropFirst(figures.count))
            return Ordinal(figures: Array(figures), typed: ending, printed: ending)
        }
        romanOrdinals =
            Self.longestFirst(mended).flatMap { ending in
                roman.filter { $0.printed == ending.printed }.map {
                    Ordinal(figures: $0.figures, typed: ending.typed, printed: ending.printed)
                }
            } + roman
        isPlain = Proofreader.plainBytes(besides: romanOrdinals.isEmpty ? "" : "IVX")
        let isBeforeFigures = { (text: String) in text.hasSuffix(" #") }
        abbreviations = Set(
            pack.abbreviations.filter { !isBeforeFigures($0) }.map { Array($0.utf8) }
        )
        numberAbbreviations = Set(
            pack.abbreviations.filter(isBeforeFigures).map { Array($0.utf8.dropLast(2)) }
        )
        weekdays = Set(pack.weekdays.map { Array($0.utf8) })
        months = Set((pack.months + pack.shortMonths).map { Array($0.utf8) })
        let beforeFigures = abbreviations.union(numberAbbreviations).union(months)
        longestAbbreviation = beforeFigures.map(\.count).max() ?? 0
        endsAbbreviation = Self.lastBytes(of: abbreviations)
        endsNumberAbbreviation = Self.lastBytes(of: beforeFigures)
        spacesUnits = pack.spacesUnits
        let signEndings = [".", "°", "º", "ᵒ", "§", "$"].map { Array($0.utf8) }
        endsSign = Self.lastBytes(
            of: beforeFigures.filter { sign in signEndings.contains { sign.ends(with: $0) } }
        )
        units = Set(pack.units.map { Array($0.utf8) })
        unitSigns = ["$", "‰"].map { Array($0.utf8) }.filter(units.contains)
        let day = (pack.dates["long"] ?? "").split(separator: " ")
        monthJoint =
            day.count > 2 && day[0] == "{day}" && day[2] == "{month}" ? Array(day[1].utf8) : nil
        ordinalPoint = day.first == "{day}."
        let group = Array(pack.groupSeparator.utf8)
        groupSpace = group == Self.noBreak ? group : Self.narrow
        let spacedWords = pack.spacedAbbreviations.map { $0.split(separator: " ") }
        spaced = Set(spacedWords.map { Array($0.joined().utf8) })
        longestSpacedWord = spacedWords.joined().map { $0.utf8.count - 1 }.max() ?? 0
        closesEllipses = pack.closesEllipses
        gapWords = closesEllipses ? Set(pack.boundWords.map { Array($0.utf8) }) : []
        elisions = Set(pack.elisions.map { Array($0.utf8) })
        ownMarks = pack.ownMarks.map { (Array($0.key.utf8), Array($0.value.utf8)) }
            .sorted { $0.0.count > $1.0.count }
        isRightToLeft = pack.isRightToLeft
        pairsDashes = pack.pairsDashes
        keepsWhite = pack.standsIn
    }

    private static func lastBytes(of words: Set<[UInt8]>) -> [Bool] {
        words.reduce(into: Array(repeating: false, count: 256)) {
            if let last = $1.last { $0[Int(last)] = true }
        }
    }

    /// Of endings that begin alike, the longer is tried before the other.
    private static func longestFirst(_ endings: [Ordinal]) -> [Ordinal] {
        endings.sorted {
            $0.typed.count == $1.typed.count
                ? $0.typed.lexicographicallyPrecedes($1.typed) : $0.typed.count > $1.typed.count
        }
    }

    static let noBreak: [UInt8] = [0xC2, 0xA0]
    static let narrow: [UInt8] = [0xE2, 0x80, 0xAF]

    /// Reads a passage and says what is to be done to it.
    ///
    /// - Parameter others: What stands in the passage and is not the language's to read, in order: words
    ///   of another language, addresses, code. Marks stand around it as around any word.
    func proof(_ text: [UInt8], in range: Range<Int>, without others: [Range<Int>] = []) -> Proof {
        text.withUnsafeBufferPointer { bytes in
            var reader = Proofreader(bytes: bytes, range: range, language: self)
            reader.others = others[...]
            return reader.read()
        }
    }
}

extension [UInt8] {
    fileprivate func ends(with other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }
}

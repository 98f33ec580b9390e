internal import Glibc

/// Copies what pages draw with, and whatever that refers to, into the finished file.
///
/// Nothing that no page reaches is copied: Cairo's own structure, catalogue and date stay behind.
struct ObjectCopier {
    /// What has been painted since the last time.
    var source: CairoReader
    /// What the pages say of the glyphs they show.
    var letters = SpokenLetters()
    /// By the number of a font, its name in the pages' resources; by that of its map, the same.
    private var fonts: [Int: [UInt8]] = [:]
    private var letterMaps: [Int: [UInt8]] = [:]
    /// Colours for the press are a mistake in a file that promises to look the same on screens.
    let allowsInk: Bool
    /// Nil where colours stay those of the screen.
    let inks: InkRewriter?
    private var sharedMap: Reference?
    private var copies: [Int: Reference] = [:]
    private var waiting: [(number: Int, copy: Reference)] = []
    private var text = PDFText()
    /// What was copied lately: pages say much alike, and what they refer to keeps its number.
    private var recent: [(painted: [UInt8], copy: PDFText)] = []
    private static let mostRecent = 4

    init(from source: CairoReader, allowsInk: Bool, inks: InkRewriter?) {
        self.source = source
        self.allowsInk = allowsInk
        self.inks = inks
    }

    /// What an object will be in the finished file; it is written by ``copyWaiting(into:)``.
    mutating func copy(of number: Int, in file: inout FileWriter) -> Reference {
        if let copy = copies[number] { return copy }
        let copy = file.reserve()
        copies[number] = copy
        waiting.append((number, copy))
        return copy
    }

    /// Whether an object was copied, or will be.
    func takes(_ number: Int) -> Bool { copies[number] != nil }

    /// Copies what has been asked for, as far as it has been painted; Cairo writes fonts at the end.
    mutating func copyWaiting(into file: inout FileWriter) throws(FinishingError) {
        var missing: [(number: Int, copy: Reference)] = []
        while let (number, copy) = waiting.popLast() {
            guard let object = source.objects[number] else {
                missing.append((number, copy))
                continue
            }
            text.clear()
            if object.stream != nil {
                try writeStream(object, numbered: number, as: copy, in: &file)
            } else {
                if let font = fonts[number] { try noteLetterMap(of: font, in: object.value) }
                try write(object.value, in: &file)
                file.define(copy) { $0.write(text) }
            }
        }
        waiting = missing
    }

    func checkNothingWaits() throws(FinishingError) {
        guard let first = waiting.first else { return }
        throw FinishingError(CairoReader.task, "object \(first.number) is missing")
    }

    /// The value as it stands in the finished file.
    mutating func copied(_ value: Range<Int>, in file: inout FileWriter) throws(FinishingError)
        -> PDFText
    {
        let painted = source.slice(value)
        if let known = recent.first(where: { $0.painted.isSame(as: painted) }) { return known.copy }
        text.clear()
        try write(value, in: &file)
        if recent.count == Self.mostRecent { recent.removeFirst() }
        recent.append((Array(painted), text))
        return text
    }

    private mutating func writeStream(
        _ object: CairoReader.Object,
        numbered number: Int,
        as copy: Reference,
        in file: inout FileWriter
    ) throws(FinishingError) {
        guard let stream = object.stream else { return }
        let isPacked = try writeStreamEntries(object.value, in: &file)
        let purpose = try source.purpose(ofStream: object.value)
        func define(_ bytes: UnsafeBufferPointer<UInt8>) {
            file.define(copy, stream: bytes, for: purpose, isCompressed: !isPacked) {
                $0.write(text)
            }
        }
        let painted = source.slice(stream)
        if !isPacked, let font = letterMaps[number],
            let completed = letters.completed(painted, of: font)
        {
            completed.withUnsafeBufferPointer { define($0) }
        } else if !isPacked, let inks, case .drawings = purpose {
            inks.rewrite(drawing: painted).bytes.withUnsafeBufferPointer { define($0) }
        } else {
            define(painted)
        }
    }

    private mutating func noteLetterMap(of font: [UInt8], in value: Range<Int>)
        throws(FinishingError)
    {
        let map = try source.value(of: "/ToUnicode", in: value).flatMap(source.reference)
        if let map { letterMaps[map] = font }
    }

    /// Whether the stream is packed already.
    private mutating func writeStreamEntries(_ value: Range<Int>, in file: inout FileWriter)
        throws(FinishingError) -> Bool
    {
        var isPacked = false
        for entry in try source.entries(of: value) {
            if source.spells(entry.key, "/Length") { continue }
            // PDF/A forbids smoothing that the reader makes up (ISO 19005-2, 6.2.8).
            if source.spells(entry.key, "/Interpolate") { continue }
            if source.spells(entry.key, "/Filter") {
                isPacked = true
                guard source.isKnownFilter(entry.value) else {
                    throw FinishingError(CairoReader.task, "a stream is packed in an unknown way")
                }
            }
            text.write(source.slice(entry.key))
            try write(entry.value, in: &file, after: entry.key)
        }
        return isPacked
    }

    private mutating func write(
        _ value: Range<Int>,
        in file: inout FileWriter,
        after key: Range<Int>? = nil
    ) throws(FinishingError) {
        if let number = source.reference(in: value) {
            if key != nil { text.write(" ") }
            return text.write(copy(of: number, in: &file))
        }
        var walk = Walk(
            scanner: TokenScanner(source.bytes, in: value),
            name: value.lowerBound..<value.lowerBound,
            wasRegular: key != nil,
            isCIDFont: try needsGlyphMap(value),
            sharesLetterMap: try source.mapsAsWinAnsi(value)
        )
        while true {
            let token = try walk.scanner.next()
            switch token.kind {
            case .end: return
            case .dictionaryStart: walk.depth += 1
            case .dictionaryEnd:
                walk.depth -= 1
                if walk.depth == 0, walk.isCIDFont { text.write("/CIDToGIDMap/Identity") }
            case .name where try replaces(token, of: value, on: &walk, in: &file): continue
            default: break
            }
            write(token, of: value, on: &walk, in: &file)
        }
    }

    /// The way through a value, token after token.
    private struct Walk {
        var scanner: TokenScanner
        /// The latest.
        var name: Range<Int>
        /// Whether what was written last runs together with a word or a number behind it.
        var wasRegular: Bool
        /// Of dictionaries.
        var depth = 0
        /// Pictures met so far: Cairo names one in a page’s resources again each time the page shows it.
        var drawings: Set<Int> = []
        let isCIDFont: Bool
        let sharesLetterMap: Bool
    }

    /// Writes what the finished file has in the place of a name, or of a name and its value, and passes
    /// over these; false where they stay.
    private mutating func replaces(
        _ token: TokenScanner.Token,
        of value: Range<Int>,
        on walk: inout Walk,
        in file: inout FileWriter
    ) throws(FinishingError) -> Bool {
        try check(token.range)
        let before = walk.name
        walk.name = token.range
        // What is drawn in inks is put together in inks: on its way through the colours of a screen,
        // black would become all four.
        if inks != nil, source.spells(before, "/CS"), source.spells(token.range, "/DeviceRGB") {
            text.write("/DeviceCMYK")
        } else if walk.sharesLetterMap, walk.depth == 1, source.spells(token.range, "/ToUnicode") {
            text.write("/ToUnicode ")
            text.write(winAnsiMap(in: &file))
            walk.scanner = try passing(token, in: value)
        } else {
            guard walk.depth > 0, isRepeated(token.range, among: &walk.drawings) else {
                return false
            }
            walk.scanner = try passing(token, in: value)
            return true
        }
        walk.wasRegular = true
        return true
    }

    private mutating func write(
        _ token: TokenScanner.Token,
        of value: Range<Int>,
        on walk: inout Walk,
        in file: inout FileWriter
    ) {
        let isRegular = token.kind == .number || token.kind == .keyword
        if isRegular, walk.wasRegular { text.write(" ") }
        walk.wasRegular = isRegular || token.kind == .name
        guard let (number, end) = reference(beginningWith: token, in: value) else {
            return text.write(source.slice(token.range))
        }
        if source.isFont(walk.name) { fonts[number] = Array(source.slice(walk.name)) }
        text.write(copy(of: number, in: &file))
        walk.scanner = TokenScanner(source.bytes, in: end..<value.upperBound)
    }

    /// The map of all fonts whose codes are those of WinAnsiEncoding.
    private mutating func winAnsiMap(in file: inout FileWriter) -> Reference {
        if let map = sharedMap { return map }
        let map = file.reserve()
        WinAnsi.letterMap.withUnsafeBufferPointer {
            file.define(map, stream: $0, for: .fonts) { _ in }
        }
        sharedMap = map
        return map
    }

    /// Whether a picture or a drawing of this name has been met; if not, it now has.
    private func isRepeated(_ name: Range<Int>, among drawings: inout Set<Int>) -> Bool {
        source.drawing(named: name).map { !drawings.insert($0).inserted } ?? false
    }

    /// Goes on behind what a key stands for.
    private func passing(_ key: TokenScanner.Token, in value: Range<Int>) throws(FinishingError)
        -> TokenScanner
    {
        let rest = try source.valueEnd(after: key.range.upperBound, in: value)
        return TokenScanner(source.bytes, in: rest..<value.upperBound)
    }

    /// Of `12 0 R`, the number of the object, and where the reference ends.
    private func reference(beginningWith token: TokenScanner.Token, in value: Range<Int>)
        -> (number: Int, end: Int)?
    {
        let end = min(token.range.upperBound + 4, value.upperBound)
        guard token.kind == .number, source.spells(token.range.upperBound..<end, " 0 R") else {
            return nil
        }
        return source.reference(in: token.range.lowerBound..<end).map { ($0, end) }
    }

    /// Cairo leaves out what PDF/A asks of every TrueType font by glyph (ISO 19005-2, 6.2.11.3.2).
    private func needsGlyphMap(_ value: Range<Int>) throws(FinishingError) -> Bool {
        let entries = try source.entries(of: value)
        return entries.contains {
            source.spells($0.key, "/Subtype") && source.spells($0.value, "/CIDFontType2")
        } && !entries.contains { source.spells($0.key, "/CIDToGIDMap") }
    }

    private func check(_ name: Range<Int>) throws(FinishingError) {
        if !allowsInk, source.spells(name, "/DeviceCMYK") {
            throw FinishingError(
                "copying a picture",
                "its colours are inks, which PDF/A does not take: turn it into RGB"
            )
        }
        for word in ["/JavaScript", "/JS", "/AA", "/OpenAction", "/PS"] as [StaticString]
        where source.spells(name, word) {
            throw FinishingError(CairoReader.task, "it holds what Cairo never writes")
        }
    }
}

extension [UInt8] {
    /// Whether they are the same bytes as others.
    func isSame(as others: UnsafeBufferPointer<UInt8>) -> Bool {
        guard count == others.count, let start = others.baseAddress else { return count == 0 }
        return withUnsafeBytes { memcmp($0.baseAddress!, start, others.count) == 0 }
    }
}

extension CairoReader {
    /// The number in Cairo's name for a picture or a drawing, such as `/x16`; nil for other words.
    fileprivate func drawing(named name: Range<Int>) -> Int? {
        guard name.count > 2, bytes[name.lowerBound + 1] == UInt8(ascii: "x") else { return nil }
        return integer(in: name.lowerBound + 2..<name.upperBound)
    }

    /// Whether a word is Cairo's name for a font, such as `/f-0-1`.
    fileprivate func isFont(_ name: Range<Int>) -> Bool {
        name.count > 3 && spells(name.lowerBound..<name.lowerBound + 3, "/f-")
    }
}

internal import Glibc

/// One file of hyphenation patterns, read.
///
/// The files are those of libhyphen or of TeX (`\patterns{…}`, in UTF-8, or in Latin-1 as troff has them). The
/// former are read here and not by the library: it takes 16 ms to open the English
/// patterns and 2.7 s for the German, more than a whole brief may cost. A table of patterns by their
/// letters is read in a fiftieth of that, and the tests hold it against the library word by word.
///
/// Source: F. M. Liang, *Word Hy-phen-a-tion by Com-put-er* (1983); L. Németh, “Automatic
/// non-standard hyphenation in OpenOffice.org”, *TUGboat* 27 (2006), for levels and exceptions.
final class PatternFile: Sendable {
    /// Levels in the order in which they divide: compounds first, then their parts.
    private let levels: [PatternTable]
    /// For files that are not in UTF-8, the byte of each letter.
    private let bytes: [Unicode.Scalar: UInt8]?

    /// Nil where the file can't be read or its letters are in a code that nobody knows here.
    init?(path: String) {
        guard let file = Self.contents(of: path) else { return nil }
        if let patterns = Self.patterns(ofTeX: file) {
            if String(validating: patterns, as: UTF8.self) != nil {
                bytes = nil
            } else {
                guard let table = Self.table(ofCode: "ISO-8859-1") else { return nil }
                bytes = table
            }
            levels = [.level(ofTeX: patterns)]
            return
        }
        let code = String(decoding: file.prefix { $0 > 32 }, as: UTF8.self)
        if code.uppercased() == "UTF-8" {
            bytes = nil
        } else {
            guard let table = Self.table(ofCode: code) else { return nil }
            bytes = table
        }
        levels = PatternTable.levels(of: file)
    }

    /// Patterns written out, parted by blanks.
    init(patterns: String) {
        bytes = nil
        levels = [.level(ofTeX: Array(patterns.utf8))]
    }

    /// What stands between the braces of `\patterns`; nil in a file that has none.
    private static func patterns(ofTeX file: [UInt8]) -> [UInt8]? {
        guard let first = file.first, "%\\".utf8.contains(first) else { return nil }
        let name = Array("\\patterns{".utf8)
        guard
            let start = file.indices.first(where: {
                file[$0] == name[0] && ($0 == 0 || file[$0 - 1] == 10)
                    && file[$0...].starts(with: name)
            })
        else { return nil }
        return Array(file[(start + name.count)...].prefix { $0 != UInt8(ascii: "}") })
    }

    /// Whether there is no pattern in it.
    var isEmpty: Bool { levels.allSatisfy(\.isEmpty) }

    /// Whether the word may divide after each of its letters, which are small ones.
    ///
    /// Breaks that would change the spelling are left out.
    func breaks(after letters: some Collection<Unicode.Scalar>) -> [Bool] {
        guard let word = encoded(letters) else {
            return Array(repeating: false, count: letters.count)
        }
        let places = divide(word, by: levels[...])
        guard word.count > letters.count else { return places }
        var end = 0
        return letters.map { letter in
            end += UTF8.width(letter)
            return places[end - 1]
        }
    }

    /// Whether a break follows each byte; the parts of a compound are divided one by one.
    private func divide(_ word: [UInt8], by levels: ArraySlice<PatternTable>) -> [Bool] {
        guard let level = levels.first else { return Array(repeating: false, count: word.count) }
        var marks = level.breaks(in: word)
        let rest = levels.dropFirst()
        guard !rest.isEmpty else { return marks }
        var start = 0
        for end in 1...max(1, marks.count) where end == marks.count || marks[end - 1] {
            guard end > start else { continue }
            let part = Array(word[start..<end])
            for (offset, isBreak) in divide(part, by: rest).enumerated() where isBreak {
                marks[start + offset] = true
            }
            start = end
        }
        return marks
    }

    /// The word in the file's own code; nil where that has no byte for one of its letters.
    private func encoded(_ letters: some Collection<Unicode.Scalar>) -> [UInt8]? {
        guard !letters.isEmpty else { return nil }
        var word: [UInt8] = []
        word.reserveCapacity(letters.count * 2)
        for letter in letters {
            if let bytes {
                guard let byte = bytes[letter] else { return nil }
                word.append(byte)
            } else if letter.isASCII {
                word.append(UInt8(letter.value))
            } else {
                word += UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter
            }
        }
        return word
    }

    /// No language has patterns as large.
    private static let largest = 16 * 1_048_576

    /// The bytes of a file, and after them ``PatternIndex/end``.
    private static func contents(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var facts = stat()
        guard fstat(fileno(file), &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        let size = Int(facts.st_size)
        guard size <= largest else { return nil }
        let most = size + PatternIndex.endLength
        return [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
            count = fread(buffer.baseAddress, 1, size, file)
            for byte in PatternIndex.end {
                buffer.initializeElement(at: count, to: byte)
                count += 1
            }
        }
    }

    /// The letters of an eight-bit code such as ISO8859-1.
    private static func table(ofCode name: String) -> [Unicode.Scalar: UInt8]? {
        let code = name.hasPrefix("ISO8859") ? "ISO-8859" + name.dropFirst(7) : name
        guard let converter = iconv_open("UTF-32LE", code), Int(bitPattern: converter) != -1
        else { return nil }
        defer { iconv_close(converter) }
        var table: [Unicode.Scalar: UInt8] = [:]
        for byte in UInt8(0x21)...0xFF {
            if let scalar = decoded(byte, by: converter) { table[scalar] = byte }
        }
        return table
    }

    private static func decoded(_ byte: UInt8, by converter: iconv_t) -> Unicode.Scalar? {
        var input = CChar(bitPattern: byte)
        var value: UInt32 = 0
        let done = withUnsafeMutablePointer(to: &input) { source in
            withUnsafeMutableBytes(of: &value) { target in
                var from: UnsafeMutablePointer<CChar>? = source
                var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var fromCount = 1
                var toCount = 4
                return iconv(converter, &from, &fromCount, &to, &toCount) != Int.max
                    && toCount == 0
            }
        }
        return done ? Unicode.Scalar(UInt32(littleEndian: value)) : nil
    }
}

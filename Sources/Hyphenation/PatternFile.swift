internal import CHyphen
internal import Glibc

/// One file of hyphenation patterns, opened.
///
/// Shared by all who hyphenate its language, and never changed once it is read, so it has identity.
///
/// Source: F. M. Liang, *Word Hy-phen-a-tion by Com-put-er* (1983); L. Németh, “Automatic
/// non-standard hyphenation in OpenOffice.org”, *TUGboat* 27 (2006).
final class PatternFile: @unchecked Sendable {
    private let handle: UnsafeMutablePointer<HyphenDict>
    /// For files that are not in UTF-8, the byte of each letter.
    private let bytes: [Unicode.Scalar: UInt8]?

    /// Nil where the file can't be read or its letters are in a code that nobody knows here.
    init?(path: String) {
        guard let handle = hnj_hyphen_load(path) else { return nil }
        if handle.pointee.utf8 != 0 {
            bytes = nil
        } else {
            let code = withUnsafeBytes(of: handle.pointee.cset) { raw in
                String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let table = Self.table(ofCode: code) else {
                hnj_hyphen_free(handle)
                return nil
            }
            bytes = table
        }
        self.handle = handle
    }

    deinit { hnj_hyphen_free(handle) }

    /// Whether the word may divide after each of its letters, which are small ones.
    ///
    /// Breaks that would change the spelling are left out.
    func breaks(after letters: [Unicode.Scalar]) -> [Bool] {
        let none = [Bool](repeating: false, count: letters.count)
        guard let word = encoded(letters) else { return none }
        var marks = [CChar](repeating: 0, count: word.count + 8)
        var changes: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        var places: UnsafeMutablePointer<Int32>?
        var cuts: UnsafeMutablePointer<Int32>?
        let failed = word.withUnsafeBufferPointer { word in
            hnj_hyphen_hyphenate2(
                handle,
                word.baseAddress,
                Int32(word.count),
                &marks,
                nil,
                &changes,
                &places,
                &cuts
            )
        }
        defer {
            if let changes {
                for index in 0..<word.count { free(changes[index]) }
            }
            free(changes)
            free(places)
            free(cuts)
        }
        guard failed == 0 else { return none }
        return letters.indices.map { index in
            marks[index] & 1 == 1 && changes?[index] == nil
        }
    }

    private func encoded(_ letters: [Unicode.Scalar]) -> [CChar]? {
        var result: [CChar] = []
        result.reserveCapacity(letters.count * 2)
        for letter in letters {
            if let bytes {
                guard let byte = bytes[letter] else { return nil }
                result.append(CChar(bitPattern: byte))
            } else {
                for byte in UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter {
                    result.append(CChar(bitPattern: byte))
                }
            }
        }
        return result
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

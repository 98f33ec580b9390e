/// Letters that a program saved in one code and another read in the next, and such as were lost at it.
///
/// `Ã©` is what the two bytes of `é` are in Windows-1252; U+FFFD stands for what could not be read at all.
package struct GarbledLetters: Hashable, Sendable {
    /// In bytes of the text.
    package var range: Range<Int>
    /// What was written; nil where nobody can tell.
    package var meant: String?

    /// Those of a text in UTF-8, in its order.
    ///
    /// - Parameter most: How many are looked for.
    package static func all(in bytes: [UInt8], atMost most: Int = 100) -> [GarbledLetters] {
        bytes.withUnsafeBufferPointer { bytes in
            var found: [GarbledLetters] = []
            var place = 0
            while place < bytes.count, found.count < most {
                // Most bytes are those of plain letters.
                guard bytes[place] >= leastLead, let letters = garbled(at: place, in: bytes) else {
                    place += 1
                    continue
                }
                found.append(letters)
                place = letters.range.upperBound
            }
            return found
        }
    }

    /// `Â`, `Ã` and `â` begin with it, which letters of Latin become that are read in the wrong code.
    private static let leastLead: UInt8 = 0xC3
    private static let lost: [UInt8] = [0xEF, 0xBF, 0xBD]

    private static func garbled(at place: Int, in bytes: UnsafeBufferPointer<UInt8>)
        -> GarbledLetters?
    {
        if bytes[place] == lost[0], bytes[place...].starts(with: lost) {
            return GarbledLetters(range: place..<place + lost.count)
        }
        guard bytes[place] == leastLead, place + 1 < bytes.count,
            [0x82, 0x83, 0xA2].contains(bytes[place + 1])
        else { return nil }
        let signs = String(decoding: bytes[place...].prefix(9), as: UTF8.self).unicodeScalars
        var read: [UInt8] = []
        var end = place
        for sign in signs.prefix(3) {
            guard let byte = SpreadsheetText.windows1252(of: sign) else { break }
            read.append(byte)
            end += UTF8.width(sign)
            let isWhole = read.count == (read[0] == 0xE2 ? 3 : 2)
            if isWhole {
                let meant = String(validating: read, as: UTF8.self)
                return meant.map { GarbledLetters(range: place..<end, meant: $0) }
            }
        }
        return nil
    }
}

/// Numbers by which words are known again where lines begin or end with them.
///
/// Marks and capitals do not count; words of less than three letters are like nothing else, nor are
/// such as no language has.
enum WordLooks {
    static func number(of bytes: ArraySlice<UInt8>) -> UInt32 {
        guard bytes.count <= ParagraphSetter.endlessWord else { return 0 }
        var hash: UInt32 = 2_166_136_261
        var count = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            // General punctuation, U+2000–U+206F, is three bytes long.
            if byte == 0xE2, index + 2 < bytes.endIndex, bytes[index + 1] & 0xFE == 0x80 {
                index += 3
                continue
            }
            index += 1
            guard let letter = folded(byte) else { continue }
            hash = (hash ^ UInt32(letter)) &* 16_777_619
            count += 1
        }
        return count < 3 ? 0 : max(hash, 1)
    }

    private static func folded(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x41...0x5A: byte + 0x20
        case 0x61...0x7A, 0x30...0x39, 0x80...: byte
        default: nil
        }
    }
}

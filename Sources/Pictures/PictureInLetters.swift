/// A picture that stands in a text as letters: `data:image/jpeg;base64,…`.
///
/// Source: RFC 2397; RFC 4648, section 4.
struct PictureInLetters {
    /// What stands before the letters of every one.
    static let mark = ";base64,"

    /// Up to the comma.
    private let head: ArraySlice<UInt8>
    private let picture: [UInt8]

    /// Nil where the text is no such thing.
    init?(_ text: ArraySlice<UInt8>) {
        let start = text.drop { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        guard start.starts(with: "data:".utf8),
            let comma = start.firstIndex(of: UInt8(ascii: ",")),
            start[...comma].reversed().starts(with: Self.mark.utf8.reversed()),
            let bytes = Self.bytes(of: start[(comma + 1)...])
        else { return nil }
        head = start[...comma]
        picture = bytes
    }

    /// The same, without what was written into the picture beside what is seen.
    var bared: [UInt8] { head + Self.letters(for: barePicture) }

    /// What it is and how large; nil where nobody can read it, which leaves a hole in the drawing.
    ///
    /// - Throws: Where it is too large to be drawn.
    func read(within limits: PictureLimits) throws(PictureError) -> Picture? {
        do throws(PictureError) {
            return try Picture.read(picture, limits: limits)
        } catch {
            guard error.kind == .tooLarge else { return nil }
            throw error
        }
    }

    private var barePicture: [UInt8] {
        if picture.starts(with: [0xFF, 0xD8, 0xFF]) {
            return JPEGBaring.bared(picture, JPEGSegments.exif(in: picture).flatMap { Exif($0) })
        }
        if picture.starts(with: PNG.signature) { return PNGBaring.bared(picture) }
        return SVGRoot.find(in: picture) == nil ? picture : SVGBaring.bared(picture)
    }

    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
    )
    private static let values: [UInt8?] = {
        var values = [UInt8?](repeating: nil, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    /// Nil where a letter is none of these; ends of lines may be written as `&#10;`.
    private static func bytes(of letters: ArraySlice<UInt8>) -> [UInt8]? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(letters.count * 3 / 4)
        var (bits, count) = (0 as UInt32, 0)
        var index = letters.startIndex
        while index < letters.endIndex {
            let letter = letters[index]
            index += 1
            if letter == UInt8(ascii: "&") {
                guard let end = letters[index...].prefix(8).firstIndex(of: UInt8(ascii: ";")) else {
                    return nil
                }
                index = end + 1
            } else if let value = values[Int(letter)] {
                bits = bits << 6 | UInt32(value)
                count += 6
                guard count >= 8 else { continue }
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            } else if letter != UInt8(ascii: "="), ![0x20, 0x09, 0x0A, 0x0D].contains(letter) {
                return nil
            }
        }
        return bytes
    }

    private static func letters(for bytes: [UInt8]) -> [UInt8] {
        var letters: [UInt8] = []
        letters.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let three = bytes[start..<min(start + 3, bytes.count)]
            let bits =
                three.reduce(0 as UInt32) { $0 << 8 | UInt32($1) } << (8 * UInt32(3 - three.count))
            for place in 0..<4 {
                let value = Int(bits >> (18 - 6 * UInt32(place)) & 63)
                letters.append(place <= three.count ? alphabet[value] : UInt8(ascii: "="))
            }
        }
        return letters
    }
}

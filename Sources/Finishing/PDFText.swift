import Glibc
import Structure
import Units

/// An object of the file being written, by its number.
struct Reference: Hashable {
    let number: Int
}

/// Text as PDF spells it, being written.
///
/// Source: ISO 32000-1, section 7.3.
struct PDFText {
    private(set) var bytes: [UInt8] = []

    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    mutating func write(_ literal: StaticString) {
        bytes.append(
            contentsOf: UnsafeBufferPointer(
                start: literal.utf8Start,
                count: literal.utf8CodeUnitCount
            )
        )
    }

    mutating func write(_ other: PDFText) { bytes.append(contentsOf: other.bytes) }

    mutating func write(_ other: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: other) }

    mutating func write(_ byte: UInt8) { bytes.append(byte) }

    mutating func write(_ number: Int) {
        var rest = number.magnitude
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
            var start = digits.count
            repeat {
                start -= 1
                digits[start] = 0x30 + UInt8(rest % 10)
                rest /= 10
            } while rest > 0
            if number < 0 { bytes.append(0x2D) }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
        }
    }

    /// A length in points, to a thousandth.
    mutating func write(_ length: Length) {
        write(Int((min(max(length.points, -1e9), 1e9) * 1000).rounded()), over: 1000)
    }

    mutating func write(tenThousandths number: Int) { write(number, over: 10_000) }

    /// - Parameter parts: How many of its parts are one, a power of ten.
    private mutating func write(_ number: Int, over parts: UInt) {
        if number < 0 { bytes.append(0x2D) }
        let (whole, fraction) = number.magnitude.quotientAndRemainder(dividingBy: parts)
        write(Int(whole))
        guard fraction > 0 else { return }
        bytes.append(0x2E)
        var (rest, divisor) = (fraction, parts / 10)
        while rest > 0 {
            bytes.append(0x30 + UInt8(rest / divisor))
            rest %= divisor
            divisor /= 10
        }
    }

    mutating func write(_ reference: Reference) {
        write(reference.number)
        write(" 0 R")
    }

    mutating func write(_ references: some Sequence<Reference>) {
        array(of: references) { $0.write($1) }
    }

    mutating func write(_ rect: Rect) {
        array(of: [rect.minX, rect.minY, rect.maxX, rect.maxY]) { $0.write($1) }
    }

    /// A text string: a byte for each letter where they have one, otherwise UTF-16 in hexadecimal.
    mutating func write(text: String) {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        if isPlain, text.utf8.count <= SayableText.limit { return write(string: text.utf8) }
        let text = SayableText.of(text)
        if let codes = DocumentEncoding.codes(of: text) { return write(string: codes) }
        write("<FEFF")
        for unit in text.utf16 {
            writeHexadecimal(UInt8(unit >> 8))
            writeHexadecimal(UInt8(unit & 0xFF))
        }
        write(">")
    }

    /// A byte string without control characters.
    mutating func write(string: some Sequence<UInt8>) {
        write("(")
        for byte in string {
            if byte == 0x28 || byte == 0x29 || byte == 0x5C { bytes.append(0x5C) }
            bytes.append(byte)
        }
        write(")")
    }

    mutating func write(hexadecimal data: some Sequence<UInt8>) {
        write("<")
        for byte in data { writeHexadecimal(byte) }
        write(">")
    }

    mutating func write(name: String) {
        write("/")
        for byte in name.utf8 {
            if isRegular(byte) {
                bytes.append(byte)
            } else {
                write("#")
                writeHexadecimal(byte)
            }
        }
    }

    private func isRegular(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "(", ")", "<", ">", "[", "]", "{", "}", "/", "%", "#": false
        default: byte > 0x20 && byte < 0x7F
        }
    }

    private mutating func writeHexadecimal(_ byte: UInt8) {
        bytes.append(Self.digit(byte >> 4))
        bytes.append(Self.digit(byte & 15))
    }

    private static func digit(_ nibble: UInt8) -> UInt8 {
        nibble < 10 ? 0x30 + nibble : 0x37 + nibble
    }
}

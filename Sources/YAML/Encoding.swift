import Diagnostics

/// Whether a file holds text that YAML allows (section 5.1); what it does not is reported.
func admits(
    _ bytes: [UInt8],
    of source: SourceID,
    limits: Limits,
    reporting report: inout Report
) -> Bool {
    guard bytes.count <= limits.fileSize else {
        report.add(
            .error(.fileTooLarge(bytes.count, limit: limits.fileSize), at: Span(source, 0..<0))
        )
        return false
    }
    if let packing = packing(of: bytes) {
        report.add(
            .error(.notText(packing.what), at: Span(source, 0..<0)).hinting(packing.mend)
        )
        return false
    }
    if let mark = wideByteOrderMark(of: bytes) {
        report.add(
            .error(.wideEncoding(mark), at: Span(source, 0..<0)).hinting("save it as UTF-8")
        )
        return false
    }
    return isPrintableUTF8(bytes, of: source, reporting: &report)
}

/// What a file of another program is, by its first bytes, and what to do.
private func packing(of bytes: [UInt8]) -> (what: Diagnostic.Message, mend: Diagnostic.Message)? {
    let plain: Diagnostic.Message =
        "copy what it says into a plain text file, saved as UTF-8, whose name ends in .yaml"
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
        return ("a packed file, such as one of Word or Excel", plain)
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return ("a file of an old Office", plain) }
    if bytes.starts(with: Array("{\\rtf".utf8)) { return ("a text with formats (RTF)", plain) }
    let pictures: [[UInt8]] = [[0xFF, 0xD8, 0xFF], [0x89, 0x50, 0x4E, 0x47], Array("GIF8".utf8)]
    if pictures.contains(where: bytes.starts) { return ("a picture", plain) }
    if bytes.starts(with: Array("%PDF-".utf8)) {
        return ("a PDF", "‘griot open’ takes out of a PDF by Griot what it was made of")
    }
    return nil
}

/// The encoding that the first bytes announce, where it is not UTF-8.
private func wideByteOrderMark(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
        return "UTF-32"
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    guard bytes.count >= 4 else { return nil }
    // Without a mark, every second byte of Western text is zero all the same.
    if (bytes[0] == 0 && bytes[2] == 0) || (bytes[1] == 0 && bytes[3] == 0) { return "UTF-16" }
    return nil
}

/// Reads through the whole file once, since every later step trusts its bytes.
private func isPrintableUTF8(
    _ bytes: [UInt8],
    of source: SourceID,
    reporting report: inout Report
) -> Bool {
    var offset = 0
    var faults = 0
    var endOfMarks = 0
    while offset < bytes.count, faults < 10 {
        let byte = bytes[offset]
        if byte >= 0x20 && byte < 0x7F || byte == 10 || byte == 9 || byte == 13 {
            offset += 1
            continue
        }
        guard let (scalar, length) = decodeScalar(in: bytes, at: offset) else {
            report.add(brokenByte(byte, at: offset, of: source))
            return false
        }
        if !isPrintable(scalar) && !(scalar == 0xFEFF && startsLine(offset, in: bytes)) {
            report.add(
                .error(.controlCharacter(scalar), at: Span(source, offset..<offset + length))
                    .hinting(
                        windowsLetter(scalar).map { .writeInstead($0) } ?? .deleteOrEscape(scalar)
                    )
            )
            faults += 1
        }
        if offset >= endOfMarks, PiledMarks.isMark(scalar) {
            let (count, end) = marks(in: bytes, from: offset)
            endOfMarks = end
            if let pile = PiledMarks.warning(of: count, at: Span(source, offset..<end)) {
                report.add(pile)
            }
        }
        offset += length
    }
    return faults == 0
}

/// How many marks stand on one letter, and where they end.
private func marks(in bytes: [UInt8], from offset: Int) -> (count: Int, end: Int) {
    var (count, end) = (0, offset)
    while end < bytes.count, let (scalar, length) = decodeScalar(in: bytes, at: end),
        PiledMarks.isMark(scalar)
    {
        count += 1
        end += length
    }
    return (count, end)
}

/// What programs of Windows mean by a control character that they have written by its number there.
private func windowsLetter(_ scalar: UInt32) -> Character? {
    switch scalar {
    case 0x80: "€"
    case 0x85: "…"
    case 0x91: "‘"
    case 0x92: "’"
    case 0x93: "“"
    case 0x94: "”"
    case 0x95: "•"
    case 0x96: "–"
    case 0x97: "—"
    case 0x9C: "œ"
    default: nil
    }
}

private func brokenByte(_ byte: UInt8, at offset: Int, of source: SourceID) -> Diagnostic {
    .error(.notUTF8(byte, offset: offset), at: Span(source, offset..<offset + 1))
        .hinting("it was probably saved as Windows-1252 or Latin-1: save it again as UTF-8")
}

/// A byte order mark is at home where a document begins, which is always a line's start.
private func startsLine(_ offset: Int, in bytes: [UInt8]) -> Bool {
    offset == 0 || bytes[offset - 1] == 10 || bytes[offset - 1] == 13
}

/// Production `c-printable`, less the code points that only escapes may bring.
private func isPrintable(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD:
        true
    case 0x10000...0x10FFFF: true
    default: false
    }
}

/// One code point by the table of well-formed UTF-8 (Unicode 15, table 3-7).
private func decodeScalar(in bytes: [UInt8], at offset: Int) -> (scalar: UInt32, length: Int)? {
    let first = UInt32(bytes[offset])
    let length: Int
    switch first {
    case 0..<0x80: return (first, 1)
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF: length = 3
    case 0xF0...0xF4: length = 4
    default: return nil
    }
    guard offset + length <= bytes.count else { return nil }
    var scalar = first & (0x7F >> UInt32(length))
    for next in bytes[offset + 1..<offset + length] {
        guard next & 0xC0 == 0x80 else { return nil }
        scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard scalar >= least, scalar <= 0x10FFFF, !(0xD800...0xDFFF).contains(scalar) else {
        return nil
    }
    return (scalar, length)
}

extension Diagnostic.Message {
    fileprivate static func fileTooLarge(_ size: Int, limit: Int) -> Self {
        "the file has \(size) bytes, more than the \(limit) that are read"
    }

    fileprivate static func wideEncoding(_ name: String) -> Self {
        "the file is saved as \(name), not as UTF-8"
    }

    fileprivate static func notUTF8(_ byte: UInt8, offset: Int) -> Self {
        "byte \(offset) of the file (0x\(hexadecimal(UInt32(byte), digits: 2))) is not UTF-8"
    }

    fileprivate static func notText(_ what: Self) -> Self { "this is \(what), and no plain text" }

    fileprivate static func deleteOrEscape(_ scalar: UInt32) -> Self {
        let escape =
            scalar < 0x100
            ? "x\(hexadecimal(scalar, digits: 2))"
            : scalar < 0x10000
                ? "u\(hexadecimal(scalar, digits: 4))" : "U\(hexadecimal(scalar, digits: 8))"
        return "delete it; inside \"…\" it can be written as the escape \\\(escape)"
    }

    fileprivate static func writeInstead(_ letter: Character) -> Self {
        "a program of Windows means the sign \(letter) by it: write that in its place"
    }

    fileprivate static func controlCharacter(_ scalar: UInt32) -> Self {
        "the invisible character U+\(hexadecimal(scalar, digits: 4)) cannot stand in a file"
    }

    private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
}

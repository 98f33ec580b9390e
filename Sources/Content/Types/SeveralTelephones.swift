/// The numbers of a text that holds several: “77 123 45 67 / 33 859 20 02”, “33 889 49 49 / 50”, of which the
/// second ends otherwise than the first; nil where it holds one, or anything else beside them.
package func telephones(in text: String) -> [String]? {
    // Of ten thousand guests most have one, without any sign or word in it.
    guard text.utf8.count <= 120, text.utf8.contains(where: { isSignOrLetter($0) }),
        !text.lowercased().contains("fax")
    else { return nil }
    let parts = [" ou ", " et ", " - ", " – "].reduce(text) { $0.replacing($1, with: "/") }
        .split { "/;,|\n".contains($0) }.map { trimmed(String($0)) }
    guard parts.count > 1, let first = parts.first, isWhole(first) else { return nil }
    var numbers: [String] = []
    for part in parts {
        guard let number = isWhole(part) ? part : ending(of: first, as: part) else { return nil }
        numbers.append(number)
    }
    return numbers
}

private func isWhole(_ number: String) -> Bool {
    (6...16).contains(figures(of: number)?.utf8.count ?? 0)
}

/// A number that ends with other figures than another, as switchboards are told of; nil where it is none.
private func ending(of number: String, as figures: String) -> String? {
    guard (1...4).contains(figures.utf8.count), figures.allSatisfy({ $0.isASCII && $0.isNumber }),
        number.count(where: \.isNumber) >= 7
    else { return nil }
    var left = figures[...]
    let ended = number.reversed().map { letter in
        letter.isNumber ? left.popLast() ?? letter : letter
    }
    return String(ended.reversed())
}

/// Whether a byte may part one number from the next: “/”, “,”, “;”, “|”, a dash, a line’s end, a letter of
/// “ou”.
private func isSignOrLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x2F, 0x2C, 0x3B, 0x7C, 0x2D, 0x0A, 0x61...0x7A, 0xE2: true
    default: false
    }
}

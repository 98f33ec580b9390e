/// Whether text can name a record: letters, digits, hyphens, points and underscores.
func isIdentifier(_ text: String) -> Bool {
    guard let first = text.utf8.first, first.isASCIILetter || first.isASCIIDigit else {
        return false
    }
    return text.utf8.count <= 80
        && text.utf8.allSatisfy {
            $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".")
        }
}

/// Whether text looks as ids are usually written, so that it is hardly meant to be read.
package func looksLikeIdentifier(_ text: String) -> Bool {
    isIdentifier(text)
        && text.utf8.allSatisfy {
            !($0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z")) && $0 != UInt8(ascii: ".")
        }
}

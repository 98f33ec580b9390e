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

/// The id that people would guess for a name: in small letters without marks, hyphens for what parts its
/// words; nil where it has no Latin letter and no figure.
package func identifier(madeOf text: String) -> String? {
    var words: [String] = [""]
    for letter in withoutAccents(text.replacing("’", with: "'")) {
        if letter.isASCII, letter.isLetter || letter.isNumber {
            words[words.count - 1].append(letter)
        } else if let plain = plainLetters[letter] {
            words[words.count - 1] += plain
        } else if letter != "'", words.last != "" {
            // Nobody parts “N'Diaye” in two.
            words.append("")
        }
    }
    var id = words.filter { !$0.isEmpty }.joined(separator: "-").prefix(longestMade)
    while id.last == "-" { id.removeLast() }
    return id.isEmpty ? nil : String(id)
}

/// In letters; longer, nobody types it.
private let longestMade = 60

/// What people type for letters that keep their strokes, hooks and bows when marks are taken off.
private let plainLetters: [Character: String] = [
    "ɓ": "b", "ɗ": "d", "ɖ": "d", "đ": "d", "ð": "d", "ƙ": "k", "ł": "l", "ŋ": "n", "ɲ": "n",
    "ɔ": "o", "ø": "o", "ɛ": "e", "ǝ": "e", "ı": "i", "ʋ": "v", "ƴ": "y", "ʼ": "", "æ": "ae",
    "œ": "oe", "ß": "ss", "þ": "th",
]

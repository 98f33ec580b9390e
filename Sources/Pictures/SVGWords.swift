/// What an SVG says in letters, to be searched: none of it is drawn in words that a page knows.
///
/// A word may be spread over several `tspan` and words over several `text` elements, as drawing programs
/// place their letters. So what each `text` says stands here twice, its pieces joined and parted; and
/// behind these all that the file says, in its order.
struct SVGWords {
    private let bytes: [UInt8]
    private let isLatin: Bool
    private var declared: [String: String] = [:]
    /// What the `text` element at hand says.
    private var joined = ""
    private var parted = ""
    private var isInText = false
    private var whole = ""
    private(set) var passages: [String] = []

    /// - Parameter encoding: What the file says of its letters, nil where it says nothing.
    init(_ bytes: [UInt8], encoding: String?) {
        self.bytes = bytes
        let word = encoding?.lowercased() ?? "utf-8"
        isLatin = word.hasPrefix("iso-8859") || word.hasPrefix("windows")
        walk()
        passages.append(whole)
    }

    private mutating func walk() {
        var place = 0
        while place < bytes.count {
            let next = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            take(resolved(text(place..<next)))
            place = next
            if place == bytes.count { break }
            if starts(with: "<!--", at: place) {
                place = end(of: "-->", from: place)
            } else if starts(with: "<![CDATA[", at: place) {
                let end = end(of: "]]>", from: place)
                take(text(place + 9..<max(place + 9, end - 3)))
                place = end
            } else if starts(with: "<!DOCTYPE", at: place) {
                place = declare(from: place)
            } else {
                place = step(overTagAt: place)
            }
        }
    }

    private mutating func take(_ text: String) {
        whole += text
        guard isInText else { return }
        joined += text
        parted += text
    }

    // MARK: Tags

    /// - Returns: Where what stands behind the tag begins; behind all of it for a sheet of styles.
    private mutating func step(overTagAt place: Int) -> Int {
        let end = end(of: ">", from: place)
        var name = bytes[place..<end].dropFirst()
        let isEnd = name.first == UInt8(ascii: "/")
        name = name.drop { $0 == UInt8(ascii: "/") }
        name = name.prefix { $0 > 32 && !"/>".utf8.contains($0) }
        if let colon = name.lastIndex(of: UInt8(ascii: ":")) { name = name[(colon + 1)...] }
        whole += " "
        parted += " "
        let isEmpty = bytes[place..<end].dropLast().last == UInt8(ascii: "/")
        if name.elementsEqual("text".utf8) {
            endText()
            isInText = !isEnd && !isEmpty
        } else if name.elementsEqual("style".utf8), !isEnd, !isEmpty {
            return self.end(of: "</", from: end)
        }
        return end
    }

    private mutating func endText() {
        for passage in Set([joined, parted]).sorted() where !passage.isEmpty {
            passages.append(passage)
        }
        (joined, parted) = ("", "")
    }

    // MARK: Letters by name

    /// Takes in the names that the document type gives to texts: `<!ENTITY who "Awa BA">`.
    private mutating func declare(from place: Int) -> Int {
        let end = end(of: ">", from: place)
        let head = bytes[place..<end]
        guard head.contains(UInt8(ascii: "[")) else { return end }
        let last = self.end(of: "]", from: place)
        for declaration in text(place..<last).split(separator: "<!ENTITY").dropFirst() {
            let parts = declaration.split(maxSplits: 1, whereSeparator: \.isWhitespace)
            guard parts.count == 2, let mark = parts[1].first else { continue }
            declared[String(parts[0])] = String(parts[1].dropFirst().prefix { $0 != mark })
        }
        return self.end(of: ">", from: last)
    }

    private func resolved(_ text: String) -> String {
        guard text.contains("&") else { return text }
        let pieces = text.split(separator: "&", omittingEmptySubsequences: false)
        return pieces.dropFirst().reduce(into: String(pieces[0])) { text, piece in
            guard let end = piece.firstIndex(of: ";") else {
                text += piece
                return
            }
            text += letters(named: String(piece[..<end])) + piece[piece.index(after: end)...]
        }
    }

    private func letters(named name: String) -> String {
        let usual = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
        guard name.hasPrefix("#") else { return usual[name] ?? declared[name] ?? " " }
        let digits = name.dropFirst()
        let number =
            digits.first == "x" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits, radix: 10)
        return number.flatMap(Unicode.Scalar.init).map { String($0) } ?? " "
    }

    // MARK: Steps

    private func text(_ range: Range<Int>) -> String {
        guard isLatin else { return String(decoding: bytes[range], as: UTF8.self) }
        return String(String.UnicodeScalarView(bytes[range].map { Unicode.Scalar($0) }))
    }

    private func starts(with word: String, at place: Int) -> Bool {
        bytes[place...].starts(with: word.utf8)
    }

    private func end(of mark: String, from place: Int) -> Int {
        bytes.place(of: mark, from: place).map { $0 + mark.utf8.count } ?? bytes.count
    }
}

extension Picture {
    /// What it says in letters, as far as a file can tell: of an SVG, piece by piece.
    package var wordsToSearch: [String] {
        guard kind == .svg else { return [] }
        return SVGWords(bytes, encoding: SVGContent(bytes).encoding).passages
    }
}

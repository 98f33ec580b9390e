/// Lists as word processors put them on the clipboard: `• wells`, each in a line of its own.
enum PastedList {
    /// Round, square and hollow ones, and those of the fonts Symbol and Wingdings.
    private static let bullets = ["•", "◦", "▪", "●", "■", "‣", "\u{F0B7}", "\u{F0A7}"]
        .map { Array($0.utf8) }

    /// What CommonMark knows, as long as any of them.
    private static let item = Array("-  ".utf8)

    /// Whether a text begins with one of the signs.
    static func begins(_ text: some StringProtocol) -> Bool {
        bullets.contains { text.utf8.starts(with: $0) }
    }

    /// The text with a hyphen for each sign that begins a line; every letter stays in its place.
    static func withHyphens(_ text: [UInt8]) -> [UInt8] {
        var text = text
        var start = 0
        while start < text.count {
            var place = start
            while place < text.count, text[place] == 0x20 || text[place] == 0x09 { place += 1 }
            if place < text.count, text[place] >= 0x80,
                bullets.contains(where: { text[place...].starts(with: $0) })
            {
                text.replaceSubrange(place..<place + item.count, with: item)
            }
            start = (text[place...].firstIndex(of: 0x0A) ?? text.count) + 1
        }
        return text
    }
}

/// How much was found that would keep a document from being read by everybody.
package struct AccessibilityFindings: Hashable, Sendable {
    package var titles = 0
    /// Things that a file does not say of itself.
    package var declarations = 0
    package var headings = 0
    package var pictures = 0
    package var tables = 0
    package var links = 0
    package var contrasts = 0
    /// Pictures in which letters are drawn.
    package var lettering = 0

    package init() {}

    /// In plain words, a sentence.
    package var verdict: String {
        func counted(_ count: Int, _ one: String, _ many: String) -> String? {
            count == 0 ? nil : count == 1 ? "1 \(one)" : "\(count) \(many)"
        }
        let findings = [
            counted(titles, "document has no title", "documents have no title"),
            counted(
                declarations,
                "thing is not said of the file",
                "things are not said of the file"
            ),
            counted(pictures, "picture needs a description", "pictures need a description"),
            counted(tables, "table needs header cells", "tables need header cells"),
            counted(headings, "heading skips a level", "headings skip a level"),
            counted(links, "link leads nowhere", "links lead nowhere"),
            counted(
                contrasts,
                "pair of colours is hard to read",
                "pairs of colours are hard to read"
            ),
            counted(lettering, "picture holds text", "pictures hold text"),
        ]
        .compactMap(\.self)
        return findings.isEmpty
            ? "everybody can read it: nothing to mend" : findings.joined(separator: ", ")
    }

    package static func + (a: Self, b: Self) -> Self {
        var sum = a
        sum.titles += b.titles
        sum.declarations += b.declarations
        sum.headings += b.headings
        sum.pictures += b.pictures
        sum.tables += b.tables
        sum.links += b.links
        sum.contrasts += b.contrasts
        sum.lettering += b.lettering
        return sum
    }
}

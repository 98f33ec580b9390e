package import Diagnostics

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
    package var verdict: Diagnostic.Message {
        let findings = [
            counted(titles, "1 document has no title", "\(titles) documents have no title"),
            counted(
                declarations,
                "1 thing is not said of the file",
                "\(declarations) things are not said of the file"
            ),
            counted(
                pictures,
                "1 picture needs a description",
                "\(pictures) pictures need a description"
            ),
            counted(tables, "1 table needs header cells", "\(tables) tables need header cells"),
            counted(headings, "1 heading skips a level", "\(headings) headings skip a level"),
            counted(links, "1 link leads nowhere", "\(links) links lead nowhere"),
            counted(
                contrasts,
                "1 pair of colours is hard to read",
                "\(contrasts) pairs of colours are hard to read"
            ),
            counted(lettering, "1 picture holds text", "\(lettering) pictures hold text"),
        ]
        .compactMap(\.self)
        return findings.isEmpty ? "everybody can read it: nothing to mend" : "\(findings)"
    }

    private func counted(
        _ count: Int,
        _ one: Diagnostic.Message,
        _ many: Diagnostic.Message
    ) -> Diagnostic.Message? {
        count == 0 ? nil : count == 1 ? one : many
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

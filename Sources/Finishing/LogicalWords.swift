import Glyphs
import Pages
import Structure

/// The words of marks whose glyphs give them back in the order of sight.
///
/// Runs from right to left are painted from left to right, as all programs that search and copy
/// expect; whoever listens is given the words as they are spoken.
///
/// Source: ISO 32000-1, section 14.8.2.3, for the order of content, and 14.9.4, for words that stand
/// for it.
struct LogicalWords {
    /// For each page, by the number of the mark; pages that need none are empty.
    private var pages: [[String?]] = []

    /// Takes in the next page.
    mutating func add(_ page: Page) {
        pages.append(page.hasRunsFromRightToLeft ? page.wordsOfMarks() : [])
    }

    /// Nil where the glyphs say it themselves.
    func words(ofMark number: Int, onPage page: Int) -> String? {
        pages[page].indices.contains(number) ? pages[page][number] : nil
    }
}

extension Page {
    fileprivate var hasRunsFromRightToLeft: Bool {
        fragments.contains { fragment in
            guard case .element = fragment.owner else { return false }
            return fragment.hasRunsFromRightToLeft
        }
    }

    /// Painting marks together what follows each other and has one owner.
    fileprivate func wordsOfMarks() -> [String?] {
        var words: [String?] = []
        for leaf in leaves {
            guard case .element? = leaf.first?.owner else { continue }
            let isTurned = leaf.contains { $0.hasRunsFromRightToLeft }
            words.append(isTurned ? leaf.words.spoken : nil)
        }
        return words
    }

    private var leaves: [ArraySlice<Fragment>] {
        let drawn = fragments.filter { !$0.marks.isEmpty }
        var leaves: [ArraySlice<Fragment>] = []
        var start = 0
        for place in 1..<max(drawn.count, 1) where drawn[place].owner != drawn[start].owner {
            leaves.append(drawn[start..<place])
            start = place
        }
        if !drawn.isEmpty { leaves.append(drawn[start...]) }
        return leaves
    }
}

extension Fragment {
    fileprivate var hasRunsFromRightToLeft: Bool {
        marks.contains { mark in
            if case .text(let text) = mark { text.run.isRightToLeft } else { false }
        }
    }
}

extension String {
    /// Without what only divides words at the end of a line; nil where no more than a space is left, which
    /// its glyph says as well.
    fileprivate var spoken: String? {
        let letters = unicodeScalars.filter { $0 != "\u{AD}" }
        guard letters.contains(where: { !$0.properties.isWhitespace }) else { return nil }
        return String(String.UnicodeScalarView(letters))
    }
}

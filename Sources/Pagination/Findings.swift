import Flow
import Pages
import Units

/// What was come across while pages were filled.
struct Findings {
    var destinations: [String: Destination] = [:]
    var outline: [OutlineEntry] = []
    /// Titles in order, with the page each is on.
    var headings: [Heading] = []
    /// Those of the leading stream alone, and whether it is being put.
    var textHeadings: [(page: Int, title: String)] = []
    var isInText = false
    /// The level of the heading that the leading stream opens with on each page; nil where it opens
    /// with none.
    var openings: [Int?] = []
    /// How much of the room of each page the leading stream was offered it fills, in points.
    var fills: [(filled: Double, room: Double)] = []
    /// The latest title of each level up to some page, so that asking page after page is cheap.
    private var latest: [Int: PrintedTitle] = [:]
    private var read = 0
    /// What held before the title of contents, which go on to the next heading.
    private var beforeContents: (latest: [Int: PrintedTitle], titles: [Int: RunningTitles])?

    struct Heading {
        var page: Int
        var level: Int
        var title: PrintedTitle
        var isOfContents: Bool
    }

    mutating func note(_ anchor: Anchor, page: Int, y: Length) {
        let destination = Destination(page: page, y: y)
        for name in [anchor.name, anchor.alias].compactMap(\.self) where destinations[name] == nil {
            destinations[name] = destination
        }
        guard let level = anchor.level else { return }
        outline.append(
            OutlineEntry(title: anchor.title, level: level, destination: destination)
        )
        let title = PrintedTitle(words: anchor.title, raised: anchor.raised)
        headings.append(
            Heading(page: page, level: level, title: title, isOfContents: anchor.isOfContents)
        )
        if isInText { textHeadings.append((page, anchor.title)) }
    }

    /// The titles that hold on a page; pages must be asked in order.
    mutating func titles(on page: Int) -> [Int: RunningTitles] {
        var titles = latest.mapValues { RunningTitles(continuing: $0) }
        while read < headings.count, headings[read].page <= page {
            let heading = headings[read]
            if let before = beforeContents {
                let isOnThisPage = headings[read - 1].page == page
                latest = before.latest
                titles =
                    isOnThisPage
                    ? before.titles : latest.mapValues { RunningTitles(continuing: $0) }
                beforeContents = nil
            }
            if heading.isOfContents { beforeContents = (latest, titles) }
            latest = latest.filter { $0.key < heading.level }
            latest[heading.level] = heading.title
            for level in titles.keys where level > heading.level { titles[level]?.end() }
            titles[heading.level, default: RunningTitles()].begin(heading.title)
            read += 1
        }
        return titles
    }
}

import Arrangement
import Diagnostics
import Flow
import Pages
import Structure
import TestSupport
import Testing
import TypeSupport
import Typesetting
import Units

@Suite struct NoteTests {
    /// A paragraph of so many lines with a note marked in the last of them.
    private func noted(_ count: Int, name: String = "note", lines noteLines: Int = 1) -> Block {
        var words = (1...count).map { "line-\($0)xx" }.joined(separator: " ")
        words += "\u{FFFC}"
        var paragraph = text(words)
        let note = (1...noteLines).map { "\(name)-\($0)xx" }.joined(separator: " ")
        paragraph.inserts = [
            Insert(
                offset: words.utf8.count - 3,
                content: .footnote(
                    Footnote(blocks: [Block(.paragraph(text(note)))], element: StructureTree.root)
                )
            )
        ]
        return Block(.paragraph(paragraph))
    }

    private func notes(of page: [String]) -> [String] { page.filter { $0.hasPrefix("note") } }

    @Test func putsANoteOnThePageOfItsMark() {
        let made = make(flow([lines(9), noted(1), lines(2)]))
        #expect(made.pages.count == 2)
        #expect(notes(of: made.pages[1]) == ["note-1xx"])
    }

    @Test func dividesALongNoteOverPages() throws {
        let made = make(flow([noted(3, lines: 12), lines(20)]))
        #expect(made.report.isEmpty)
        #expect(made.pages.flatMap(notes(of:)).count == 12)
        let counts = made.pages.map { notes(of: $0).count }
        #expect(counts.count { $0 > 0 } == 2)
        #expect(counts.allSatisfy { $0 == 0 || $0 >= 2 })
        try expectReference(made.document.dump(), named: "divided-note")
    }

    @Test func setsWhatIsCarriedOverBeforeOtherNotes() {
        let made = make(flow([noted(3, lines: 10), lines(4), noted(2, name: "notes"), lines(9)]))
        let all = made.pages.flatMap(notes(of:))
        #expect(all.last == "notes-1xx")
        #expect(all.count == 11)
    }

    @Test func neverLeavesASingleLineOfANote() {
        for count in 1...9 {
            for length in 2...14 {
                let made = make(flow([noted(count, lines: length), lines(18)]))
                let counts = made.pages.map { notes(of: $0).count }
                #expect(counts.allSatisfy { $0 != 1 }, "\(count) lines and a note of \(length)")
                #expect(counts.reduce(0, +) == length)
                #expect(!made.report.hasErrors)
            }
        }
    }

    @Test func dividesANoteThatNoPageCouldHold() {
        let made = make(flow([lines(3), noted(1, lines: 40)]))
        #expect(made.report.isEmpty)
        #expect(made.pages.flatMap(notes(of:)).count == 40)
        #expect(made.pages.count == 5)
    }

    /// The second begins behind the first, on the page after its mark.
    @Test func dividesTheFirstOfTwoNotesThatOneLineMarks() {
        var block = noted(3, lines: 12)
        let other = noted(1, name: "notes")
        guard case .paragraph(var paragraph) = block.content,
            case .paragraph(let second) = other.content
        else { return }
        paragraph.text += "\u{FFFC}"
        var insert = second.inserts[0]
        insert.offset = paragraph.text.utf8.count - 3
        paragraph.inserts.append(insert)
        paragraph.spans[0].range = 0..<paragraph.text.utf8.count
        block.content = .paragraph(paragraph)
        let made = make(flow([block, lines(20)]))
        #expect(made.report.isEmpty)
        #expect(made.pages[0].count { $0.hasPrefix("line") } >= 3)
        #expect(notes(of: made.pages[0]).count >= 2)
        let all = made.pages.flatMap(notes(of:))
        #expect(all.count == 13)
        #expect(all.last == "notes-1xx")
    }

    /// The text of both columns ends level above the notes of one of them.
    @Test(arguments: [1, 2, 3])
    func endsTheLastColumnsLevelAboveNotes(length: Int) {
        let blocks = [noted(6, lines: length), lines(6)]
        let pages = make(flow(blocks, columns: 2)).document.pages
        #expect(pages.count == 1)
        let text = pages[0].fragments.filter { $0.origin.y < .pt(20 + 12 * 6) }
        #expect(text.count { $0.origin.x == .pt(20) } == 6)
        #expect(text.count == 12)
    }

    @Test func endsANoteBeforeAChapterBegins() {
        let chapter = lines(2) { $0.breakBefore = .page }
        let made = make(flow([noted(8, lines: 9), chapter]))
        #expect(made.pages.map { notes(of: $0).count }.reduce(0, +) == 9)
        #expect(made.pages.last == ["line-1xx", "line-2xx"])
    }

    /// Some of the text stands over with the rest of a note, at the end of a chapter and of all.
    @Test(arguments: 4...9, 3...6)
    func leavesNoPageToTheRestOfANote(count: Int, length: Int) {
        let chapter = lines(2) { $0.breakBefore = .page }
        for blocks in [
            [lines(4), noted(count, lines: length)], [noted(count, lines: length), chapter],
        ] {
            let made = make(flow(blocks))
            #expect(made.pages.flatMap(notes(of:)).count == length)
            #expect(made.pages.allSatisfy { page in page.contains { $0.hasPrefix("line") } })
        }
    }

    /// Each of its lines is a place to divide it, and each division another way to go on: weighed all
    /// against each other, three pages took ten seconds.
    @Test func setsLongNotesOfEveryParagraph() {
        let blocks = (0..<24).map { _ in noted(4, lines: 11) }
        let made = make(flow(blocks, lines: 40, columns: 2))
        #expect(made.report.isEmpty)
        let counts = made.pages.map { notes(of: $0).count }
        #expect(counts.reduce(0, +) == 24 * 11)
        #expect(made.pages.flatMap { $0 }.count { $0.hasPrefix("line") } == 24 * 4)
        #expect(made.pages.count == 5)
    }

    // MARK: The column's foot

    /// Whatever stands on a page: on and beside the grid, in paragraphs set otherwise to save a page's
    /// end, under repeated heads, in frames that stand on their foot, with notes long and short.
    @Test(arguments: 0..<150)
    func standsNoPageOverTheFootOfItsColumn(_ seed: Int) {
        var random = Random(seed: UInt64(seed))
        let made = make(random.document())
        let over = made.report.diagnostics.filter { "\($0.message)".contains("over the foot") }
        #expect(over.isEmpty)
        for page in made.document.pages { #expect(lowest(on: page) < 20 + 12 * 14 + 0.1) }
        #expect(made.pages.flatMap(notes(of:)).count == random.noteLines)
        #expect(made.pages.flatMap { $0 }.count { $0.hasPrefix("line") } == random.lines)
        #expect(areApart(made.document))
    }

    /// The lowest baseline of the text and the notes.
    private func lowest(on page: Page) -> Double {
        page.fragments.reduce(0) { lowest, fragment in
            fragment.marks.reduce(lowest) { lowest, mark in
                guard case .text(let text) = mark else { return lowest }
                return max(lowest, (fragment.origin.y + text.origin.y).points)
            }
        }
    }

    /// Whether no two lines of a column stand upon each other.
    private func areApart(_ document: Document) -> Bool {
        document.pages.allSatisfy { page in
            var baselines: [Length: [Double]] = [:]
            for fragment in page.fragments {
                for case .text(let text) in fragment.marks {
                    baselines[fragment.origin.x, default: []]
                        .append((fragment.origin.y + text.origin.y).points)
                }
            }
            return baselines.values.allSatisfy { column in
                let sorted = column.sorted()
                return zip(sorted, sorted.dropFirst()).allSatisfy { $1 - $0 > 7.9 }
            }
        }
    }
}

/// Documents made by chance.
private struct Random {
    private var state: UInt64
    private(set) var lines = 0
    private(set) var noteLines = 0

    init(seed: UInt64) { state = seed &* 7_919 &+ 17 }

    mutating func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(limit))
    }

    mutating func document() -> Flow {
        let blocks = (0..<8 + next(20)).map { _ in block() }
        var flow = flow(blocks, lines: 14, columns: 1 + next(2))
        if next(2) == 0 { flow.grid = BaselineGrid(pitch: .pt(12), start: .pt(29)) }
        if next(3) == 0 { flow.masters["page"]!.frames[0].verticalShare = 1 }
        return flow
    }

    private mutating func block() -> Block {
        // Words that share lines, so that a paragraph can be set a line longer.
        let count = 1 + next(9)
        lines += count
        var words = (1...count).map { "line-\($0)xx" }.joined(separator: " ")
        if next(2) == 0 { words += " ab cd" }
        let hasNote = next(3) == 0
        if hasNote { words += "\u{FFFC}" }
        var paragraph = text(words, leading: [12, 12, 9.5, 14][next(4)])
        if hasNote { paragraph.inserts = [note(at: words.utf8.count - 3)] }
        var style = BlockStyle()
        style.grid = next(4) > 0 ? .whole : .off
        if next(4) == 0 { style.spaceBefore = .pt(Double(next(15))) }
        if next(6) == 0 { style.keepsTogether = true }
        return Block(.paragraph(paragraph), style: style)
    }

    private mutating func note(at offset: Int) -> Insert {
        let count = 1 + next(7)
        noteLines += count
        let words = (1...count).map { "note-\($0)xx" }.joined(separator: " ")
        let block = Block(.paragraph(text(words, leading: 9)))
        let note = Footnote(blocks: [block], element: StructureTree.root)
        return Insert(offset: offset, content: .footnote(note))
    }
}

import Diagnostics
import TestSupport
import Testing

@testable import Flow

/// Two languages side by side: what stands beside what, and what is said where their numbers differ.
@Suite struct ParallelTests {
    private let layout = """
        - parallel: second_language
          gutter: 10mm
          do: [{text: summary}]
        """

    private func flow(_ french: [String], _ arabic: [String]) throws -> (Desk, Flow) {
        let desk = Desk()
        desk.lay("pair", body: layout)
        func block(_ paragraphs: [String]) -> String {
            paragraphs.map { "    \($0)" }.joined(separator: "\n\n")
        }
        let content =
            "kind: report\nlang: fr\nsecond_language: ar\ntitle: T\nsummary:\n"
            + "  fr: |\n\(block(french))\n  ar: |\n\(block(arabic))\n"
            + "sections: [{title: S, body: B}]\n"
        let flow = try #require(
            desk.flow(of: content, with: "pair", in: "fr", others: ["ar"]),
            "\(desk.complaints)"
        )
        return (desk, flow)
    }

    /// The numbers of blocks in the cells of each row.
    private func rows(of flow: Flow) -> [[Int]] {
        flow.streams.flatMap(\.blocks).compactMap { block in
            guard case .row(let cells, _) = block.content else { return nil }
            return cells.map(\.blocks.count)
        }
    }

    private let long =
        "Quarante médiateurs se sont réunis à Nouakchott pour échanger leurs expériences."
    private let longArabic =
        "التقى في نواكشوط أربعون وسيطًا ليتبادلوا خبراتهم وليستمع بعضهم إلى بعض."
    private let short = "Ils ont signé."
    private let shortArabic = "ووقعوا جميعا."

    @Test func pairsAsManyWithoutAWord() throws {
        let (desk, flow) = try flow([long, short], [longArabic, shortArabic])
        #expect(rows(of: flow) == [[1, 1], [1, 1]])
        #expect(desk.complaints == "")
    }

    @Test func tellsWhereAParagraphIsOverAndAlignsTheRest() throws {
        let (desk, flow) = try flow([long, long, short], [longArabic, shortArabic])
        #expect(rows(of: flow) == [[1, 1], [1, 0], [1, 1]])
        #expect(
            desk.complaints.hasPrefix(
                "content.yaml:9:5: warning: side by side ‘fr’ has 3 paragraphs, ‘ar’ 2: what is over "
                    + "begins here"
            )
        )
        #expect(desk.complaints.contains("hint: write it in ‘ar’ too"))
    }

    @Test func countsTheOtherLanguageToo() throws {
        let (desk, flow) = try flow([long, short], [longArabic, shortArabic, longArabic])
        #expect(rows(of: flow) == [[1, 1], [1, 1], [0, 1]])
        #expect(desk.complaints.contains("‘ar’ has 3 paragraphs, ‘fr’ 2"))
        #expect(desk.complaints.hasPrefix("content.yaml:15:5: warning"))
    }

    @Test func tellsWhereAListHasMoreItems() throws {
        let (desk, flow) = try flow(["- un\n    - deux\n    - trois"], ["- ا\n    - ب"])
        #expect(rows(of: flow) == [[1, 1]])
        #expect(
            desk.complaints.hasPrefix(
                "content.yaml:9:7: warning: side by side ‘fr’ has 3 list items, ‘ar’ 2"
            )
        )
    }

    @Test func looksIntoItemsAndTables() throws {
        let (nested, _) = try flow(
            ["- un\n    - deux\n      - a\n      - b\n      - c"],
            ["- ا\n    - ب\n      - ت\n      - ث"]
        )
        #expect(
            nested.complaints.hasPrefix(
                "content.yaml:11:9: warning: side by side ‘fr’ has 3 list items, ‘ar’ 2"
            ),
            "\(nested.complaints)"
        )
        let (table, _) = try flow(
            ["| A | B |\n    |---|---|\n    | 1 | 2 |"],
            ["| ا | ب |\n    |---|---|\n    | 1 | 2 |\n    | 3 | 4 |"]
        )
        #expect(
            table.complaints.contains("warning: side by side ‘ar’ has 2 table rows, ‘fr’ 1"),
            "\(table.complaints)"
        )
    }

    // MARK: Names

    @Test func pairsWhatTheWriterHasNamed() throws {
        let (desk, flow) = try flow(
            [long, short + " {#end}"],
            [longArabic, shortArabic, longArabic + " {#end}", shortArabic]
        )
        // By lengths what is short would stand beside what is short.
        #expect(rows(of: flow) == [[1, 2], [1, 1], [0, 1]])
        #expect(desk.complaints.contains("‘fr’ has 3 paragraphs") == false)
    }

    /// The one that stands elsewhere in the other language is told; what lies between is paired.
    @Test func pairsWhatLiesBetweenWhereOneNameStandsFarOff() throws {
        let names = ["a", "b", "c", "d"]
        let (desk, flow) = try flow(
            (["far"] + names).map { short + " {#\($0)}" },
            (names + ["far"]).map { shortArabic + " {#\($0)}" }
        )
        #expect(rows(of: flow) == [[1, 0], [1, 1], [1, 1], [1, 1], [1, 1], [0, 1]])
        let told = desk.report.diagnostics.filter {
            $0.message.description.contains("in another order")
        }
        #expect(told.map(\.message.description) == ["{#far} stands in another order in ‘ar’"])
        #expect(
            desk.complaints.contains("content.yaml:25:5: note: in ‘ar’ it stands here"),
            "\(desk.complaints)"
        )
    }

    /// Held against all parts of short rows of numbers.
    @Test func findsTheLongestRise() {
        var dice = Dice(seed: 11)
        for _ in 0..<300 {
            let row = (0..<Int.random(in: 0...9, using: &dice)).map { _ in
                Int.random(in: 0...9, using: &dice)
            }
            let rise = row.longestRise.map { row[$0] }
            #expect(zip(rise, rise.dropFirst()).allSatisfy { $0.0 < $0.1 })
            #expect(row.longestRise == row.longestRise.sorted())
            let longest = (0..<1 << row.count).filter { parts in
                let part = row.indices.filter { parts >> $0 & 1 == 1 }.map { row[$0] }
                return zip(part, part.dropFirst()).allSatisfy { $0.0 < $0.1 }
            }.map(\.nonzeroBitCount).max()
            #expect(rise.count == longest)
        }
    }

    @Test func letsParagraphsOfOneNameStandTogether() throws {
        let (desk, flow) = try flow(
            [long + " {#a}", short + " {#a}", short],
            [longArabic + " {#a}", shortArabic]
        )
        #expect(rows(of: flow) == [[2, 1], [1, 1]])
        #expect(desk.complaints == "")
    }

    @Test func printsNoName() throws {
        let (_, flow) = try flow([long + " {#a}"], [longArabic + " {#a}"])
        #expect(!flow.dump().contains("{#a}"))
    }

    @Test func tellsOfNamesThatLeadToNothing() throws {
        let (desk, _) = try flow(
            [long + " {#a}", short + " {#b}", short + " {#c}"],
            [longArabic + " {#b}", shortArabic + " {#a}", shortArabic]
        )
        #expect(
            desk.complaints.contains("{#b} stands in another order in ‘ar’"),
            "\(desk.complaints)"
        )
        #expect(desk.complaints.contains("nothing in ‘ar’ is named {#c}"))
        #expect(
            desk.complaints.contains("hint: end with {#c} what belongs beside it in ‘ar’")
        )
    }

    // MARK: Alignment

    private typealias Item = ParallelAlignment.Item

    private func items(_ lengths: Double...) -> [Item] {
        lengths.map { Item(length: $0, kind: 1, mayDivide: true) }
    }

    private func pairs(_ own: [Item], _ other: [Item]) -> [[Int]] {
        ParallelAlignment(own, other).pairs.map { [$0.own.count, $0.other.count] }
    }

    @Test func findsTheParagraphThatWasDivided() {
        #expect(
            pairs(items(400, 300, 300, 200), items(400, 600, 200)) == [[1, 1], [2, 1], [1, 1]]
        )
        #expect(pairs(items(500, 100), items(250, 250, 100)) == [[1, 2], [1, 1]])
    }

    @Test func findsTheParagraphThatIsNotWrittenYet() {
        #expect(pairs(items(400, 300, 90), items(380, 85)) == [[1, 1], [1, 0], [1, 1]])
        #expect(pairs(items(400, 90, 300), items(380, 85)) == [[1, 1], [1, 1], [1, 0]])
    }

    @Test func letsKindsOfBlocksKeepTogetherWhatBelongsTogether() {
        let list = Item(length: 200, kind: 2, mayDivide: false)
        let text = Item(length: 200, kind: 1, mayDivide: true)
        #expect(pairs([text, list, text, text], [text, list, text])[..<2] == [[1, 1], [1, 1]])
        #expect(pairs([list, text], [text]) == [[1, 0], [1, 1]])
    }

    @Test func holdsEveryBlockOnceWhateverItIsGiven() {
        let heading = Item(length: 0, kind: 0, mayDivide: false)
        let table = Item(length: .infinity, kind: 3, mayDivide: false)
        let kinds = [heading, table, Item(length: 10, kind: 1, mayDivide: true)]
        for own in 0..<5 {
            for other in 0..<5 {
                let pairs = ParallelAlignment(
                    (0..<own).map { kinds[$0 % 3] },
                    (0..<other).map { kinds[($0 + other) % 3] }
                ).pairs
                #expect(pairs.flatMap(\.own) == Array(0..<own))
                #expect(pairs.flatMap(\.other) == Array(0..<other))
            }
        }
        let many = Array(repeating: heading, count: 600)
        #expect(ParallelAlignment(many, many + many).pairs.count == 1200)
    }
}

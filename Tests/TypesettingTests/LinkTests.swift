import Arrangement
import Flow
import Pages
import Structure
import Testing
import Units

@testable import Typesetting

@Suite struct LinkTests {
    private func descriptions(of text: String) -> Set<String> {
        var desk = Desk()
        let span = TextSpan(
            range: 0..<text.utf8.count,
            style: desk.style,
            link: .address("https://example.org")
        )
        let links: [LinkArea] = desk.set(text, spans: [span]).flatMap(\.links)
        return Set(links.map(\.description))
    }

    @Test func givesALinkAnAreaInEachOfItsLines() {
        var desk = Desk()
        let text = Array(repeating: "the wells of Fatick", count: 14).joined(separator: " ")
        let linked = 80..<200
        let spans = [
            TextSpan(range: 0..<linked.lowerBound, style: desk.style),
            TextSpan(
                range: linked,
                style: desk.style,
                element: ElementID(index: 7),
                link: .address("https://example.org")
            ),
            TextSpan(range: linked.upperBound..<text.utf8.count, style: desk.style),
        ]
        let links: [LinkArea] = desk.set(text, spans: spans).flatMap(\.links)
        #expect(links.count >= 2)
        #expect(links.allSatisfy { $0.element == ElementID(index: 7) })
        #expect(links.allSatisfy { !$0.description.isEmpty })
    }

    /// A hyphen of the address at a line's end might be one of the typesetter's.
    @Test func endsALineOfAnAddressWhereNobodyMisreadsIt() {
        var desk = Desk()
        let text = "marie.ndiaye-diouf@univ-dakar.example.org"
        let span = TextSpan(
            range: 0..<text.utf8.count,
            style: desk.style,
            link: .address("mailto:" + text)
        )
        let lines = desk.set(text, to: 110, spans: [span]).map(\.text)
        #expect(lines.count > 1 && lines.joined() == text)
        #expect(lines.dropLast().allSatisfy { !$0.hasSuffix("-") })
        #expect(lines.contains { $0.hasSuffix("@") })
    }

    /// It is divided of need only, where no line holds it.
    @Test func takesAWholeAddressToTheNextLine() {
        var desk = Desk()
        let address = "ines.gomes@example.org"
        let text = "Answer to Inês Gomes in Fatick, please: " + address
        let range = text.utf8.count - address.utf8.count..<text.utf8.count
        let spans = [
            TextSpan(range: 0..<range.lowerBound, style: desk.style),
            TextSpan(range: range, style: desk.style, link: .address("mailto:" + address)),
        ]
        let lines = desk.set(text, to: 300, spans: spans) { $0.alignment = .start }
        #expect(lines.map(\.text).last == address)
    }

    /// A line that held none of it would have a hole.
    @Test func endsALineBeforeAPointOfAHost() {
        var desk = Desk()
        let text = "Papers are put upon mentors.debian.net, as all of them know by now."
        let spans = [TextSpan(range: 0..<text.utf8.count, style: desk.style)]
        let lines = (140...260).map { width in
            desk.set(text, to: Double(width), spans: spans) { $0.alignment = .justified }
                .map(\.text)
        }
        #expect(lines.contains { $0.contains { $0.hasSuffix(" mentors") } })
        #expect(
            !lines.contains { $0.contains { $0.hasSuffix("mentors.") || $0.hasSuffix(".debian") } }
        )
    }

    @Test(arguments: [
        "e.g. in the U.S. of A.", "2.12.2024 and 1.2.3.4.5.6.7.8.9", "and so on...then",
    ])
    func endsNoLineWithinWhatOnlyHasPoints(text: String) {
        let places = AddressBreaks(bytes: Array(text.utf8)).corrected([3, 5], in: [])
        #expect(places == [3, 5])
    }

    @Test func saysALinkInEachOfItsLines() {
        #expect(descriptions(of: "the wells\u{A0}of Fatick") == ["the wells of Fatick"])
    }

    @Test(arguments: ["the wells of Fatick ", "ߞߊߟߊ߲ ߞߊߙߊ߲ ", "ጥናቱ "])
    func saysTheBeginningOfALinkThatNobodyWouldHearToItsEnd(words: String) throws {
        let text = String(repeating: words, count: 200)
        let said = descriptions(of: text)
        let description = try #require(said.first)
        #expect(said.count == 1)
        #expect(description.hasSuffix("…"))
        #expect(text.hasPrefix(description.dropLast()))
        #expect((500...604).contains(description.utf8.count))
    }
}

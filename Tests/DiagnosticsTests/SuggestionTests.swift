import Diagnostics
import Testing

@Suite struct SuggestionTests {
    private let known = ["title", "subtitle", "people", "photos", "kind", "É", "recommendations"]

    @Test(arguments: [
        ("titel", "title"), ("TITLE", "title"), ("subtitl", "subtitle"), ("poeple", "people"),
        ("photo", "photos"), ("knd", "kind"), ("é", "É"), ("recomandation", "recommendations"),
    ])
    func offersTheWordThatWasMeant(written: String, meant: String) {
        #expect(Suggestion.nearest(to: written, among: known) == meant)
    }

    @Test(arguments: ["", "x", "kn", "titillate", "recommend", "title", "\u{301}"])
    func offersNothingWhereNothingIsNear(written: String) {
        let others = known.filter { $0 != written && $0 != "É" } + ["a"]
        #expect(Suggestion.nearest(to: written, among: others) == nil)
    }

    @Test func offersTheNearestAndOfEquallyNearTheFirst() {
        #expect(Suggestion.nearest(to: "cart", among: ["carts", "card", "care", "cat"]) == "carts")
        #expect(Suggestion.nearest(to: "cradsss", among: ["cardsxs", "cardsss"]) == "cardsss")
    }

    @Test func tellsAllThatThereAreWhereNoneIsNear() {
        let parts = ["card", "figure"]
        #expect(Suggestion.oneOf(parts, for: "crad")?.description == "did you mean ‘card’?")
        #expect(Suggestion.oneOf(parts, for: "portrait")?.description == "there are card, figure")
        #expect(Suggestion.oneOf([], for: "portrait") == nil)
    }
}

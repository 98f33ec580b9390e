import Testing

@testable import Typesetting

@Suite struct KashidaTests {
    /// Each of the published preferences, in its order; `|` is where the stroke grows.
    @Test(arguments: [
        ("الس|لام", 1), ("مص|ر", 1), ("كلم|ة", 2), ("محم|د", 2), ("ه|ذا", 2), ("كت|اب", 3),
        ("بلط", 3),
        ("كت|بر", 4), ("قل|وب", 5), ("بي|ت", 6),
    ])
    func findsThePlaceThatCalligraphersPrefer(word: String, rank: Int) {
        let plain = word.replacing("|", with: "")
        let place = Kashida.place(in: Array(plain.utf8))
        #expect(place?.rank == rank)
    }

    @Test(arguments: ["من", "لا", "إذا", "دار", "كتـاب", "Kati", "", "٢٠٢٤"])
    func leavesAloneWhatHasNoPlace(word: String) {
        #expect(Kashida.place(in: Array(word.utf8)) == nil)
    }

    @Test(arguments: ["الدراج|ات", "الب|ر", "والم|ال", "للبي|ت", "الدار", "بالدور"])
    func neverPartsAnArticleFromItsWord(word: String) {
        let parts = word.split(separator: "|")
        let place = Kashida.place(in: Array(parts.joined().utf8))
        #expect(place?.offset == (parts.count == 2 ? parts[0].utf8.count : nil))
    }

    @Test func standsAfterTheMarksOfTheLetterBefore() throws {
        let word = "كِتَاب"
        let place = try #require(Kashida.place(in: Array(word.utf8)))
        #expect(String(decoding: Array(word.utf8)[..<place.offset], as: UTF8.self) == "كِتَ")
    }
}

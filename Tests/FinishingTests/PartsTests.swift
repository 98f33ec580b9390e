import Structure
import Testing
import Units

@testable import Finishing

@Suite struct PartsTests {
    @Test(arguments: [
        ("https://x.org/a)b", "https://x.org/a)b"),
        ("https://exämple.org/ q", "https://ex%C3%A4mple.org/%20q"),
        ("mailto:a@b.org?subject=50%25", "mailto:a@b.org?subject=50%25"),
    ])
    func writesAddressesInTheLettersTheyMayHave(address: String, expected: String) {
        #expect(String(decoding: escaped(address), as: UTF8.self) == expected)
    }

    @Test(arguments: [
        ("Sahel (2024)", "(Sahel \\(2024\\))"), ("ɛ", "<FEFF025B>"), ("þÿ", "<FEFF00FE00FF>"),
        ("12\u{A0}h", "<FEFF0031003200A00068>"),
        ("Œuvre d’été", "(\u{96}uvre d\u{90}\u{E9}t\u{E9})"),
    ])
    func writesTextWithAByteForEachLetterWhereItCan(text: String, expected: String) {
        var written = PDFText()
        written.write(text: text)
        #expect(written.bytes == expected.unicodeScalars.map { UInt8($0.value) })
    }

    @Test(arguments: [
        ("a bell\u{7} and\ta tab", "(a bell and a tab)"), ("soft\u{AD}ly", "(softly)"),
        ("so\u{FEFF} on", "(so on)"), ("an \u{E000}icon", "(an icon)"),
        ("\u{1F600}", "<FEFFD83DDE00>"),
    ])
    func writesNothingOfWhatNobodyCanSay(text: String, expected: String) {
        var written = PDFText()
        written.write(text: text)
        #expect(written.bytes == Array(expected.utf8))
    }

    @Test func closesWhatItOpensAndStandsValuesOffKeysThatWouldRunIntoThem() {
        var written = PDFText()
        written.dictionary { page in
            page.entry("/Type", "/Page")
            page.entry("/Parent", Reference(number: 4))
            page.entry("/Rect", Rect(x: .zero, y: .pt(-1.5), width: .pt(10), height: .pt(2)))
            page.entry("/Annots", [Reference(number: 7), Reference(number: 8)])
            page.dictionary(at: "/Marks") {
                $0.entry("/Marked", true)
                $0.entry("/Count", -2)
                $0.entry("/Alt", text: "a (b)")
                $0.entry("/Sub", name: "text/plain")
            }
            page.array(at: "/Limits", of: [0, 63]) { $0.write($1) }
        }
        #expect(
            letters(of: written)
                == "<</Type/Page/Parent 4 0 R/Rect[0 -1.5 10 0.5]/Annots[7 0 R 8 0 R]/Marks<</Marked true"
                + "/Count -2/Alt(a \\(b\\))/Sub/text#2Fplain>>/Limits[0 63]>>"
        )
    }

    @Test(arguments: [0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFE, 0x10FFFF] as [UInt32])
    func writesNoLetterThatIsNone(value: UInt32) throws {
        let letter = try #require(Unicode.Scalar(value))
        #expect(SayableText.of("so \(Character(letter))on") == "so on")
    }

    @Test(arguments: ["a", "é", "ɛ", "\u{1F600}"])
    func writesNoTextLongerThanItMayBe(letter: String) {
        var written = PDFText()
        written.write(text: String(repeating: letter, count: 40_000))
        #expect(written.bytes.count <= 2 * 32_767 + 2)
        #expect(SayableText.of(String(repeating: letter, count: 40_000)).hasSuffix("\(letter)…"))
    }

    @Test(arguments: [
        (
            "[()12(t)-5(h)-5(e)-5( )39(s)-5(u)-4(r)-5(v\\\n)-5(e)-5(y)-5(\\()-5<e9>-5(\\051)]TJ",
            "-50: [12(the )44(survey\\(\u{E9}\\))]TJ"
        ),
        (
            "[(ab)4(cd)4(ef)4(gh)4(ij)4(kl)4(mn)4(o p)44(qr)4(st)4(uv)4(wx)4(yz)]TJ",
            "18: [(abcdefghijklmno p)41(qrstuvwxyz)]TJ"
        ),
        (
            "[(ab)3(c)3(de)3(fg)3(hi)3(jkl)3(mn)3(o p)43(q)3(rs)3(tuv)3(wx)3(yz)]TJ",
            "13: [(abcdefghijklmno p)42(qrstuvwxyz)]TJ"
        ),
        ("[(The )-6(survey )-7(remembers )-6(an )-6(agreement)]TJ", nil),
        ("[(t)-5(h)-5(e)]TJ", nil),
        ("[<0041>-5<0042>-5<0043>-5<0044>-5<0045>-5<0046>-5<0047>-5<0048>-5]TJ", nil),
        ("[(t)-5.25(h)-5.25(e)]TJ", nil),
        ("[(t)-5(h", nil),
    ])
    func saysTheDistanceOfTrackedLettersOnce(array: String, expected: String?) {
        let bytes = Array(array.utf8)
        let written = bytes.withUnsafeBufferPointer { bytes -> String? in
            guard let text = TrackedText(bytes), let tracking = text.tracking(after: 0) else {
                return nil
            }
            var written = PDFText()
            text.write(trackedBy: tracking, into: &written)
            return "\(tracking): \(letters(of: written))"
        }
        #expect(written == expected)
    }

    private func letters(of text: PDFText) -> String {
        String(String.UnicodeScalarView(text.bytes.map { Unicode.Scalar($0) }))
    }

    /// A string that Cairo broke goes on with whatever stands in it.
    @Test func saysTheDistanceOnceForLinesThatShareItAndTakesItBack() throws {
        let lines = """
            BT
            [(Th)6(e su)6(rvey)6( rem)6(embe)6(rs a)6(n ag)6(reem)6(ent)]TJ
            0 -1.2 Td
            [(Th)6(e su)6(rvey)6( rem)6(embe)6(rs a)6(n ag)6(reem)6(ent)]TJ
            0 -1.2 Td
            (of which \\
            (words) are left)Tj
            [(Th)6(e su)6(rvey)6( rem)6(embe)6(rs a)6(n ag)6(reem)6(ent)]TJ
            ET
            Q

            """
        var (letters, text) = (SpokenLetters(), PDFText())
        try Array(lines.utf8).withUnsafeBufferPointer {
            try ContentRewriter.rewrite(
                $0,
                ofPage: 0,
                owners: [],
                structure: StructureTree(),
                inks: nil,
                learning: &letters,
                into: &text
            )
        }
        let expected = """
            BT
            -0.0015 Tc
            [(The survey remembers an agreement)]TJ
            0 -1.2 Td
            [(The survey remembers an agreement)]TJ
            0 -1.2 Td
            0 Tc
            (of which \\
            (words) are left)Tj
            -0.0015 Tc
            [(The survey remembers an agreement)]TJ
            0 Tc
            ET
            Q

            """
        #expect(self.letters(of: text) == expected)
    }

    @Test(arguments: [
        // Two letters, two glyphs; the letter that is there stays.
        ("<feff025b0300>", "[<0001>-244<0002>]TJ\n", ["<025B>", "<0300>", "<0061>"]),
        ("<fefff0000300>", "<00010001>Tj\n", ["<fffd>", "<fffd>", "<0061>"]),
        (
            "<feffd83cdf0d0300>", "<0001>Tj\n0.1 0.2 Td\n<0002>Tj\n",
            ["<D83CDF0D>", "<0300>", "<0061>"]
        ),
        ("<feff0062>", "<0003>Tj\n", ["<fffd>", "<fffd>", "<0061>"]),
        // A ligature says not which of its letters a glyph draws; another font has other codes.
        ("<feff00660069>", "<0001>Tj\n", ["<fffd>", "<fffd>", "<0061>"]),
        ("<feff025b>", "/f-2-1 1 Tf\n<0001>Tj\n", ["<fffd>", "<fffd>", "<0061>"]),
        ("<feff07ca07de>", "<00010002>Tj\n", ["<fffd>", "<fffd>", "<0061>"]),
        ("<feff025b>", "(\\001)Tj\n", ["<fffd>", "<fffd>", "<0061>"]),
    ])
    func learnsWhatGlyphsDrawFromTheWordsSaidForThem(
        words: String,
        shown: String,
        expected: [String]
    ) throws {
        var letters = SpokenLetters()
        func lend<Result>(_ text: String, _ work: (UnsafeBufferPointer<UInt8>) throws -> Result)
            rethrows -> Result
        { try Array(text.utf8).withUnsafeBufferPointer(work) }
        let (before, mark) = ("BT\n/f-1-1 1 Tf\n", "/Span << /ActualText \(words) >> BDC")
        let start = before.utf8.count
        let end = start + mark.utf8.count
        try lend(before + mark + shown) { content in
            try letters.learn(
                from: content,
                saidAs: [(start..<end, content.count), (start..<end, content.count)]
            )
        }
        func map(_ letters: [String]) -> String {
            "3 beginbfchar\n"
                + letters.enumerated().map { "<000\($0 + 1)> \($1)\n" }.joined() + "endbfchar"
        }
        let painted = map(["<fffd>", "<fffd>", "<0061>"])
        let completed = lend(painted) { letters.completed($0, of: Array("/f-1-1".utf8)) }
        #expect(completed.map { String(decoding: $0, as: UTF8.self) } ?? painted == map(expected))
    }

    @Test func writesNumbersShort() {
        var text = PDFText()
        for number in [0, 7, -12, 1000] {
            text.write(number)
            text.write(" ")
        }
        for points in [0.5, -0.25, 12, 841.8898, -0.0001] {
            text.write(Length(points: points))
            text.write(" ")
        }
        #expect(
            String(decoding: text.bytes, as: UTF8.self) == "0 7 -12 1000 0.5 -0.25 12 841.89 0 "
        )
    }

    @Test func saysAMomentInBothForms() {
        let moment = Timestamp("2024-03-05T10:20:30.125+01:00")
        #expect(moment?.inDictionary == "D:20240305102030+01'00'")
        #expect(moment?.inMetadata == "2024-03-05T10:20:30+01:00")
        #expect(Timestamp("2024-03-05")?.inDictionary == "D:20240305")
        #expect(Timestamp("yesterday") == nil)
        #expect(Timestamp("2024-13-05") == nil)
        #expect(Timestamp("2024-03-05T") == nil)
        #expect(Timestamp("2024-03-05T10:20+") == nil)
    }

    @Test func countsPagesAsTheirFoliosDo() {
        func labels(_ labels: String...) -> String {
            var text = PDFText()
            labels.writeLabels(into: &text)
            return String(decoding: text.bytes, as: UTF8.self)
        }
        #expect(labels("1", "2", "3") == "/PageLabels<</Nums[0<</S/D>>]>>")
        #expect(labels("", "2") == "/PageLabels<</Nums[0<</S/D>>]>>")
        #expect(
            labels("i", "ii", "1", "2", "A-1")
                == "/PageLabels<</Nums[0<</S/r>>2<</S/D>>4<</P(A-1)>>]>>"
        )
        #expect(labels("7", "8") == "/PageLabels<</Nums[0<</S/D/St 7>>]>>")
    }

    @Test func replacesColoursByInksAndLeavesTheRest() {
        let blue = Colour(red: 31, green: 90, blue: 152)
        let table = InkTable([blue: Colour.Ink(cyan: 100, magenta: 60, yellow: 0, black: 5)])
        let rewriter = InkRewriter(table)
        func rewritten(_ line: String) -> String {
            var text = PDFText()
            Array(line.utf8).withUnsafeBufferPointer { rewriter.rewrite($0, into: &text) }
            return String(decoding: text.bytes, as: UTF8.self)
        }
        #expect(rewritten("0 0 0 rg /a0 gs") == "0 0 0 1 k /a0 gs")
        #expect(rewritten("0.121569 0.352941 0.596078 RG") == "1 0.6 0 0.05 K")
        #expect(rewritten("0.5 0.25 0.5 rg") == "0.5 0.25 0.5 rg")
        #expect(rewritten("0.5 0.5 0.5 rg") == "0 0 0 0.49 k")
        #expect(rewritten("0 0 0 rg 0.5 0.25 0.5 RG 1 w") == "0 0 0 1 k 0.5 0.25 0.5 RG 1 w")
        #expect(rewritten("0 0 100 10 re f") == "0 0 100 10 re f")
        #expect(rewritten("0 0 0") == "0 0 0")
    }
}

import Arrangement
import Flow
import Glyphs
import Pages
import Testing
import Units

@testable import Typesetting

/// White within lines, between bounds that a style states.
@Suite struct SpacingTests {
    /// Of the test's face at ten points.
    private static let space = 2.6

    private func lines(_ measure: Double, _ change: (inout ParagraphStyle) -> Void) -> [Strip] {
        var desk = Desk()
        return desk.set(ParagraphTests.text, to: measure) {
            $0.alignment = .justified
            $0.hyphenates = true
            $0.stretch = 0
            change(&$0)
        }
    }

    /// Letters that hang together are not tracked: what their spaces gave up for it, the line lacked.
    @Test func fillsLinesOfLettersThatHangTogetherAndOfOthers() throws {
        var desk = Desk(language: "ar")
        let words = "وأضافت Fanta Sadibou Kone من بلدية Kati أن الاتفاق يحتاج إلى شهود "
        let text = String(repeating: words, count: 6)
        let spans = [TextSpan(range: 0..<text.utf8.count, style: desk.arabic)]
        var tracked = 0
        for measure in stride(from: 180.0, to: 320, by: 10) {
            let strips = desk.set(text, to: measure, spans: spans) {
                $0.alignment = .justified
                $0.isRightToLeft = true
                $0.hangsPunctuation = false
            }
            for strip in strips.dropLast()
            where strip.marks.contains(where: { $0.tracking != .zero }) {
                tracked += 1
                #expect(abs(strip.ink.right - measure) < 0.01, "\(strip.text)")
            }
        }
        #expect(tracked > 10)
    }

    /// What is read together is not parted where another line's end does as well.
    @Test func partsNoFiguresOfARangeInRaggedLines() {
        var desk = Desk()
        let text = String(
            repeating: "The years 2019–2023 were the best that both banks of the river have seen. ",
            count: 8
        )
        for measure in stride(from: 220.0, to: 400, by: 5) {
            let strips = desk.set(text, to: measure) { $0.hyphenates = true }
            let parted = strips.filter { $0.text.hasSuffix("–") }
            #expect(parted.isEmpty, "\(measure): \(parted.map(\.text))")
        }
    }

    private func spaces(in strips: some Sequence<Strip>) -> [Double] {
        strips.flatMap(\.marks).flatMap { mark in
            mark.spaces.dropLast(mark.run.text.hasSuffix(" ") ? 1 : 0).map(\.width)
        }
    }

    @Test func setsNoSpaceTighterThanTheLeastOfItsStyle() {
        func tightest(_ least: Double) -> Double {
            let widths = stride(from: 200.0, to: 340, by: 10).flatMap { measure in
                spaces(in: lines(measure) { $0.wordSpace = least...1.5 }.dropLast())
            }
            return (widths.min() ?? 0) / Self.space
        }
        #expect(tightest(0.75) < 0.9)
        #expect(tightest(0.95) > 0.94)
    }

    @Test(arguments: [TextAlignment.start, .justified])
    func drawsSpacesAsWideAsIsIdealWhereNothingAsksForOther(alignment: TextAlignment) {
        let strips = lines(260) {
            $0.alignment = alignment
            $0.wordSpace = 1...2
            $0.idealWordSpace = 1.4
        }
        let loose = alignment == .start ? strips[...] : strips.suffix(1)
        let widths = spaces(in: loose)
        #expect(!widths.isEmpty)
        #expect(widths.allSatisfy { abs($0 - 1.4 * Self.space) < 0.02 }, "\(widths)")
        #expect(strips.allSatisfy { $0.ink.right < 264 })
    }

    @Test func movesLettersNoFurtherThanItsStyleSays() {
        func tracking(_ fit: ClosedRange<Double>?) -> ClosedRange<Double> {
            let marks = lines(210) {
                $0.letterFit = fit
                $0.stretch = 0.02
            }.flatMap(\.marks)
            let all = marks.map { $0.tracking.points / 10 }
            return (all.min() ?? 0)...(all.max() ?? 0)
        }
        #expect(tracking(nil).upperBound > 0.01)
        #expect(tracking(0...0) == 0...0)
        let stated = tracking(-0.004...0.006)
        #expect(stated.lowerBound >= -0.004_1 && stated.upperBound <= 0.006_1, "\(stated)")
    }

    @Test func takesAsManyLinesMoreOrFewerAsIsDecent() {
        func count(_ looseness: Int, ofLetters letters: Int) -> Int {
            var desk = Desk()
            return desk.set(String(ParagraphTests.text.prefix(letters)), to: 240) {
                $0.alignment = .justified
                $0.wordSpace = 0.4...1.6
                $0.looseness = looseness
            }.count
        }
        let lengths = Array(stride(from: 90, to: 200, by: 3))
        let gains = [-2, -1, 1, 2].map { wish in
            lengths.map { count(wish, ofLetters: $0) - count(0, ofLetters: $0) }
        }
        #expect(gains[0] == gains[1] && gains[2] == gains[3], "no more than can be had")
        #expect(gains[1].allSatisfy { (-1...0).contains($0) } && gains[1].contains(-1))
        #expect(gains[2].allSatisfy { (0...1).contains($0) } && gains[2].contains(1))
    }
}

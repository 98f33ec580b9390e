import Arrangement
import Diagnostics
import Flow
import Foundation
import Hyphenation
import TestSupport
import Testing
import Units

@testable import Typesetting

/// Titles and other lines that are not set to the measure.
@Suite struct BalancedLinesTests {
    private let folder: Scratch

    init() throws { folder = try Scratch() }

    @Test func balancesHeadings() {
        var desk = Desk()
        let title = "From a focus on security to diplomatic dialogue in the wider region"
        let widths = desk.set(title) { $0.isBalanced = true }.map { $0.ink.right }
        #expect(widths.count == 2)
        #expect(abs(widths[0] - widths[1]) < 50)
    }

    /// Three lines of which the one between is the shortest have a waist.
    @Test func drawsNoTitleInAtTheMiddle() {
        var desk = Desk()
        let title =
            "From a focus on security to diplomatic dialogue: should a negotiated stability be considered in the Sahel?"
        let widths = desk.set(title, to: 215) {
            $0.isBalanced = true
            $0.boundWords = ["a", "to", "in", "the", "on"]
        }
        .map { $0.ink.right - $0.ink.left }
        #expect(widths.count == 3)
        #expect(widths[1] > min(widths[0], widths[2]) - 10, "\(widths)")
    }

    /// The narrowest measure would be that of “reconciliation”.
    @Test func endsNoBalancedLineOnABoundWordWhereTheNextHasRoomForIt() {
        var desk = Desk()
        func lines(_ bound: Set<String>) -> [String] {
            desk.set("Dialogues of reconciliation", to: 100) {
                $0.isBalanced = true
                $0.boundWords = bound
            }
            .map { $0.text.hasSuffix(" ") ? String($0.text.dropLast()) : $0.text }
        }
        #expect(lines([]) == ["Dialogues of", "reconciliation"])
        #expect(lines(["of"]) == ["Dialogues", "of reconciliation"])
    }

    /// Two words that an apostrophe joins are bound where each of them is.
    @Test func endsNoBalancedLineOnTwoBoundWordsJoinedByAnApostrophe() {
        var desk = Desk()
        func first(_ title: String) -> String? {
            desk.set(title, to: 100) {
                $0.isBalanced = true
                $0.boundWords = ["d’", "un"]
            }
            .first?.text.trimmingCharacters(in: .whitespaces)
        }
        #expect(first("Lectures d’un reconciliateur") == "Lectures")
        #expect(first("Lectures d’or reconciliateur") == "Lectures d’or")
    }

    /// What comes before a colon is read by itself, be it a third as long as what follows.
    @Test func endsALineOfATitleWhereAPartOfItEnds() {
        var desk = Desk()
        func lines(_ title: String, to measure: Double = 160) -> [String] {
            desk.set(title, to: measure) { $0.isBalanced = true }.map {
                $0.text.trimmingCharacters(in: .whitespaces)
            }
        }
        #expect(
            lines("Mediation on site: first listen, then judge")
                == ["Mediation on site:", "first listen, then judge"]
        )
        let annex = lines("Annex: what a committee costs", to: 125)
        #expect(annex == ["Annex:", "what a committee costs"])
        // It would leave next to nothing alone.
        #expect(lines("On: the long roads of the herds")[0] != "On:")
    }

    /// There is no line more: a title a little smaller ends none of its lines on a small word.
    @Test func setsATitleALittleSmallerRatherThanEndALineOnASmallWord() {
        var desk = Desk()
        let measure = desk.widths("of reconciliation").natural.points * 0.95
        func lines(_ bound: Set<String>) -> [String] {
            desk.set("Dialogues of reconciliation", to: measure) {
                $0.isBalanced = true
                $0.boundWords = bound
                $0.fit = ParagraphStyle.Fit(minimumSize: .pt(5), lines: 2)
            }
            .map { $0.text.trimmingCharacters(in: .whitespaces) }
        }
        #expect(lines([]) == ["Dialogues of", "reconciliation"])
        #expect(lines(["of"]) == ["Dialogues", "of reconciliation"])
    }

    /// A given name with a hyphen is one name; two given names are two lines.
    @Test func setsAWordWithAHyphenSmallerRatherThanInTwoLines() {
        var desk = Desk()
        let measure = desk.widths("Jean-Baptiste").natural.points * 0.6
        func lines(_ name: String) -> [String] {
            desk.set(name, to: measure) {
                $0.isBalanced = true
                $0.fit = ParagraphStyle.Fit(minimumSize: .pt(3), lines: 2)
            }
            .map { $0.text.trimmingCharacters(in: .whitespaces) }
        }
        #expect(lines("Jean-Baptiste") == ["Jean-Baptiste"])
        #expect(lines("Jean Baptiste") == ["Jean", "Baptiste"])
    }

    private static let house =
        "Centre de compétence Paix et sécurité pour l’Afrique subsaharienne"

    @Test func leavesNoLastWordOfATitleAlone() {
        var desk = Desk()
        func lines(_ measure: Double) -> [String] {
            desk.set(Self.house, to: measure) {
                $0.isBalanced = true
                $0.boundWords = ["de", "et", "pour"]
            }
            .map { $0.text.trimmingCharacters(in: .whitespaces) }
        }
        #expect(
            lines(165) == [
                "Centre de compétence", "Paix et sécurité", "pour l’Afrique subsaharienne",
            ]
        )
        #expect(
            lines(240) == ["Centre de compétence Paix et sécurité", "pour l’Afrique subsaharienne"]
        )
    }

    /// In two lines the first would end on “et”: the second has no room for it.
    @Test func takesALineMoreForATitleRatherThanEndOneOnASmallWord() {
        var desk = Desk()
        func lines(_ fit: ParagraphStyle.Fit?) -> Int {
            desk.set("Centre de compétence Paix et réconciliation pour l’Afrique australe", to: 188)
            {
                $0.isBalanced = true
                $0.boundWords = ["et"]
                $0.fit = fit
            }
            .count
        }
        #expect(lines(nil) == 3)
        #expect(lines(.init(minimumSize: .pt(10), lines: 2)) == 2)
    }

    @Test func dividesNoWordOfRaggedTextSoThatTheLastLineIsLonger() throws {
        var desk = try desk(dividing: "s1p")
        for measure in stride(from: 200.0, to: 260, by: 2) {
            let text = "A guarded well costs little; a well that is disputed, three times"
            let lines = desk.set(text, to: measure) {
                $0.hyphenates = true
                $0.minimumLastLine = 0.25
            }
            .map(\.text)
            #expect(!lines.contains { $0.hasSuffix("\u{AD}") }, "\(measure): \(lines)")
        }
    }

    /// Words of titles stay whole, but not at the price of a division at any letter.
    @Test func dividesAWordOfBalancedLinesOnlyWhereItIsWiderThanItsLine() throws {
        var desk = try desk(dividing: "r1n\nm1m")
        func lines(_ measure: Double) -> [String] {
            desk.set("international recommendations", to: measure) {
                $0.hyphenates = true
                $0.isBalanced = true
            }
            .map(\.text)
        }
        #expect(lines(90) == ["international ", "recommendations"])
        #expect(lines(60) == ["inter\u{AD}", "national ", "recom\u{AD}", "mendations"])
        #expect(desk.report.isEmpty)
    }

    /// One line in ten of Hausa or Fulfulde had a hole in it, and a column with some such paragraphs ragged
    /// and others not looks like two.
    @Test(arguments: [190.0, 195, 200])
    func ragsAllNarrowTextOfLatinLettersThatNothingDivides(measure: Double) throws {
        func fullLines(_ desk: Desk, _ text: String) -> Double {
            var desk = desk
            let strips = desk.set(text, to: measure) { $0.alignment = .justified }.dropLast()
            let full = strips.count { strip in strip.ink.right > measure - 1 }
            return Double(full) / Double(strips.count)
        }
        #expect(fullLines(Desk(), ParagraphTests.text) < 0.6)
        #expect(fullLines(try desk(dividing: "1zz"), ParagraphTests.text) == 1)
    }

    /// A desk whose English words are divided by some patterns, and nowhere else.
    private func desk(dividing patterns: String) throws -> Desk {
        var desk = Desk()
        let file = try folder.write("UTF-8\n\(patterns)\n", to: "hyph_en_GB.dic")
        desk.setter.hyphenator = Hyphenator(files: ["en-GB": file])
        return desk
    }
}

import Foundation
import Pages
import Painting
import Structure
import TestSupport
import Testing
import Units

@testable import Finishing

@Suite struct FinishingTests {
    private func finished(_ sample: Sample, _ options: FinishingOptions = FinishingOptions())
        throws -> [UInt8]
    {
        let painted = try sample.painted()
        return try finish(
            painted.bytes,
            document: sample.document,
            marked: painted.marked,
            options: options
        )
    }

    @Test func failsNoClauseOfAccessibilityAndArchiving() throws {
        let bytes = try finished(Sample())
        if let place = ProcessInfo.processInfo.environment["KEEP"] {
            try Data(bytes).write(to: URL(filePath: place))
        }
        let verdict = try judge(bytes)
        #expect(verdict.isContent, "\(verdict.text)")
        let check = try ask("/usr/bin/qpdf", ["--check", "FILE"], of: bytes)
        #expect(check.isContent, "\(check.text)")
    }

    @Test func saysNoWordsAtTheVeryElementOfAMark() throws {
        let plain = try ask(
            "/usr/bin/qpdf",
            ["--qdf", "--object-streams=disable", "FILE", "-"],
            of: try finished(Sample())
        ).text
        let speaking = plain.split(separator: "endobj").filter {
            $0.contains("/ActualText") && $0.contains("/S /Span")
        }
        #expect(!speaking.isEmpty)
        #expect(!speaking.contains { $0.contains(/\/K \[?\s*\d+\s*[\]\n]/) })
    }

    /// U+E000 is said by no two programs alike, so that nothing is left of who is called that.
    @Test func namesNoAuthorOfWhoseNameNothingCanBeSaid() {
        var metadata = Sample().document.metadata
        metadata.authors = ["\u{E000}", "Awa Ndiaye", " "]
        metadata.keywords = ["\u{E001}"]
        metadata.subject = "\u{E002}"
        let described = DescriptiveMetadata(metadata, FinishingOptions())
        let packet = String(decoding: described.packet, as: UTF8.self)
        #expect(
            packet.contains(
                "<dc:creator><rdf:Seq><rdf:li>Awa Ndiaye</rdf:li></rdf:Seq></dc:creator>"
            )
        )
        #expect(!packet.contains("dc:subject") && !packet.contains("dc:description"))
    }

    @Test func attachesWhatItIsGiven() throws {
        let attachment = Attachment(
            name: "brief.yaml",
            type: "application/yaml",
            description: "the source",
            relationship: .source,
            bytes: Array("title: one\n".utf8)
        )
        let options = FinishingOptions(standards: [.ua1, .a3a], attachments: [attachment])
        let verdict = try judge(try finished(Sample(), options), standards: "ua-1,a-3a")
        #expect(verdict.isContent, "\(verdict.text)")
    }

    @Test func givesTheSameBytesAgain() throws {
        #expect(try finished(Sample()) == finished(Sample()))
    }

    @Test func meetsStandardsWherePagesAreAddedOneByOneAndForgotten() throws {
        let verdict = try judge(try finishedPageByPage { $0 }, standards: "ua-1,a-2a")
        #expect(verdict.isContent, "\(verdict.text)")
    }

    /// Cairo from 1.17 on writes pages' dictionaries at the end of the file, and lists of their links
    /// before; here they are taken out of what an earlier one hands over.
    @Test func finishesPagesAlikeWhoseDictionariesComeAtTheEnd() throws {
        let usual = try finishedPageByPage { $0 }
        let later = try finishedPageByPage { painted in
            let text = String(String.UnicodeScalarView(painted.map { Unicode.Scalar($0) }))
            let dictionary = /\d+ 0 obj\n<< \/Type \/Page %[^%]*?\nendobj\n/
            let bare = text.replacing(dictionary, with: "999 0 obj\n[\n]\nendobj\n")
            #expect(!bare.contains("/Type /Page %"))
            return bare.unicodeScalars.map { UInt8($0.value) }
        }
        #expect(later == usual)
    }

    private func finishedPageByPage(_ change: ([UInt8]) -> [UInt8]) throws -> [UInt8] {
        let document = Sample().document
        var painting = PDFPainting { _ in DrawingFace(bytes: SquareFont.bytes) }
        var finisher = try Finisher(FinishingOptions(), expecting: 0)
        finisher.begin(document)
        var bytes: [UInt8] = []
        for index in document.pages.indices {
            let marked = try painting.paint(document.pages[index])
            let page = document.pages[index...index]
            try finisher.add(page, marked: [marked], painted: change(painting.take()))
            bytes += finisher.take()
        }
        try finisher.endPaper()
        let painted = try painting.finish()
        bytes += try finisher.end(painted: painted, metadata: document.metadata).bytes
        return bytes
    }

    @Test func refusesToEndAPaperOfWhichAPageIsMissing() throws {
        var finisher = try Finisher(FinishingOptions(), expecting: 0)
        finisher.begin(Sample().document)
        var complaint: FinishingError?
        do throws(FinishingError) { try finisher.endPaper() } catch { complaint = error }
        #expect(complaint != nil)
    }

    @Test func refusesAMarkListThatIsNotTheFiles() throws {
        let sample = Sample()
        let painted = try sample.painted()
        let spoilings: [(inout [Owner]) -> Void] = [{ $0.removeLast() }, { $0.swapAt(0, 1) }]
        for spoil in spoilings {
            var marked = painted.marked
            spoil(&marked[0].owners)
            #expect(throws: FinishingError.self) {
                try finish(
                    painted.bytes,
                    document: sample.document,
                    marked: marked,
                    options: FinishingOptions()
                )
            }
        }
    }

    @Test func saysWhyStandardsDoNotGoTogether() {
        #expect(Set<Standard>([.ua1, .a2a]).objection() == nil)
        #expect(Set<Standard>([.a2a, .a3a]).objection() != nil)
        #expect(Set<Standard>([.a2a]).objection(attachments: true) != nil)
        #expect(Set<Standard>([.a3a]).objection(attachments: true) == nil)
        #expect(Set<Standard>([]).objection(attachments: true, ink: true) == nil)
    }

    @Test func takesNoDamagedLineForAMark() throws {
        let sample = Sample()
        let painted = try sample.painted()
        var damaged = painted.bytes
        let line = Array("0 0 0.016 0.031 re f".utf8)
        let boundary = try #require(damaged.firstRange(of: line))
        damaged[boundary.lowerBound + 6] = UInt8(ascii: "1")
        #expect(throws: FinishingError.self) {
            try finish(
                damaged,
                document: sample.document,
                marked: painted.marked,
                options: FinishingOptions()
            )
        }
    }

    @Test func endsInAnErrorWhereTheFileIsDamaged() throws {
        let sample = Sample()
        let painted = try sample.painted()
        var random = Dice(seed: 20_240_305)
        var refused = 0
        for _ in 0..<400 {
            var bytes = painted.bytes
            for _ in 0...random.next() % 6 {
                let place = Int(random.next() % UInt64(bytes.count))
                switch random.next() % 4 {
                case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(UInt8(ascii: "9"), at: place)
                default: bytes.removeSubrange(place..<min(bytes.count, place + 40))
                }
            }
            let finished = try? finish(
                bytes,
                document: sample.document,
                marked: painted.marked,
                options: FinishingOptions()
            )
            guard let finished else {
                refused += 1
                continue
            }
            #expect(finished.starts(with: Array("%PDF-".utf8)))
            #expect(finished.suffix(6).starts(with: Array("%%EOF".utf8)))
        }
        #expect(refused > 0)
    }
}

import Diagnostics
import TestSupport
import Testing

@testable import Reading

/// Whatever is handed in ends in an answer or in a reason.
@Suite struct HostileTests {
    @Test func neverGivesAnotherTextThanWasAttached() throws {
        let text = "title: Les semences d’ici\n"
        let whole = try sample([file("summary.yaml", text)], photograph: photograph)
        var dice = Dice(seed: 11)
        var refused = 0
        for _ in 0..<400 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...6, using: &dice) { change(&bytes, &dice) }
            do throws(ReadingError) {
                let read = try readPDF(bytes)
                // A name may have changed, or a file gone; one that squeezes has a sum that is held.
                for attachment in read.attachments where attachment.mediaType == "application/yaml"
                {
                    #expect(attachment.bytes == Array(text.utf8))
                }
            } catch {
                refused += 1
                #expect(!error.reason.description.isEmpty)
            }
        }
        #expect(refused > 100)
    }

    private func change(_ bytes: inout [UInt8], _ dice: inout Dice) {
        let place = Int.random(in: 0..<bytes.count, using: &dice)
        switch Int.random(in: 0..<5, using: &dice) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &dice)
        case 2: bytes.remove(at: place)
        case 3: bytes.insert(UInt8.random(in: 0...255, using: &dice), at: place)
        default:
            let end = min(bytes.count, place + Int.random(in: 1...40, using: &dice))
            bytes.replaceSubrange(place..<end, with: [])
        }
    }

    @Test func survivesAChangedFileWithoutCompression() throws {
        var handmade = HandmadePDF(
            "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>/AF[4 0 R]>>",
            noPages,
            "<</Names[(a.yaml)4 0 R]>>",
            "<</Type/Filespec/F(a.yaml)/UF(a.yaml)/EF<</F 5 0 R>>>>"
        )
        handmade.add("<</Length 4>>", stream: Array("a: b".utf8))
        let whole = handmade.file
        #expect(try readPDF(whole).attachments.map(\.bytes) == [Array("a: b".utf8)])
        var dice = Dice(seed: 5)
        for _ in 0..<400 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...3, using: &dice) { change(&bytes, &dice) }
            _ = failure(of: bytes)
        }
    }

    @Test func refusesAFileThatDoesNotAddUp() throws {
        func holding(_ text: String) -> [UInt8] {
            var handmade = HandmadePDF(
                "<</Type/Catalog/Pages 2 0 R/AF[3 0 R]>>",
                noPages,
                "<</Type/Filespec/F(a.yaml)/UF(a.yaml)/EF<</F 4 0 R>>>>"
            )
            let sum = "<900150983CD24FB0D6963F7D28E17F72>"
            handmade.add("<</Length 3/Params<</CheckSum\(sum)>>>>", stream: Array(text.utf8))
            return handmade.file
        }
        #expect(try readPDF(holding("abc")).attachments.map(\.bytes) == [Array("abc".utf8)])
        let reason: Diagnostic.Message = "the attached file ‘a.yaml’ does not add up to its sum"
        #expect(failure(of: holding("abd")) == .damaged(reason))
    }

    @Test func refusesATreeOfNamesThatRunsInACircle() {
        let circle = HandmadePDF(
            "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>",
            noPages,
            "<</Kids[4 0 R]>>",
            "<</Kids[3 0 R]>>"
        )
        #expect(failure(of: circle.file) == .damaged("its tree of names runs in a circle"))
    }

    @Test func refusesATreeOfNamesThatHasNoEnd() {
        let nested =
            String(repeating: "<</Kids[", count: 60) + String(repeating: "]>>", count: 60)
        let deep = HandmadePDF(
            "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles \(nested)>>>>",
            noPages
        )
        #expect(failure(of: deep.file)?.kind == .beyondLimit)
        let wide = HandmadePDF(
            "<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 3 0 R>>>>",
            noPages,
            "<</Kids[" + String(repeating: "<<>>", count: 11_000) + "]>>"
        )
        #expect(failure(of: wide.file)?.kind == .beyondLimit)
    }

    @Test func refusesPagesThatHangOnThemselves() {
        let circle = HandmadePDF(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[2 0 R]/Count 1>>"
        )
        #expect(failure(of: circle.file)?.kind == .damaged)
    }

    @Test func drawsAFormThatDrawsItselfOnce() throws {
        var handmade = HandmadePDF(
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</XObject<</a 4 0 R>>>>>>"
        )
        handmade.add(
            "<</Subtype/Form/Length 0/Resources<</XObject<</a 4 0 R/b 5 0 R>>>>>>",
            stream: []
        )
        handmade.add(
            "<</Subtype/Image/Filter[/DCTDecode]/Length \(photograph.count)>>",
            stream: photograph
        )
        #expect(try readPDF(handmade.file).photographs == [photograph])
    }

    /// In a process of its own, because a bomb that goes off takes memory from all who share it.
    @Test func refusesAFileThatUnpacksWithoutEnd() async {
        await #expect(processExitsWith: .success) {
            let zeros = String(repeating: "0 ", count: 20_000_000)
            let attached = try sample([file("a.yaml", zeros)])
            precondition(attached.count < 1_000_000, "the file is small")
            var limits = PDFLimits()
            limits.attachmentBytes = 1_000_000
            precondition(failure(of: attached, limits: limits)?.kind == .beyondLimit)
            limits.memory = 20_000_000
            limits.attachmentBytes = 50_000_000
            precondition(failure(of: attached, limits: limits) == .bomb)
        }
    }

    @Test func refusesAFileWhoseObjectsTakeAllMemory() async {
        await #expect(processExitsWith: .success) {
            let crowd = HandmadePDF(
                "<</Type/Catalog/Pages 2 0 R/AF 3 0 R>>",
                noPages,
                "[" + String(repeating: "0 ", count: 2_000_000) + "]"
            )
            var limits = PDFLimits()
            limits.memory = 100_000_000
            precondition(failure(of: crowd.file, limits: limits) == .bomb)
        }
    }
}

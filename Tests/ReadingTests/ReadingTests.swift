import Finishing
import Foundation
import TestSupport
import Testing

@testable import Reading

@Suite struct ReadingTests {
    @Test func givesBackWhatWasAttachedByteForByte() throws {
        let files = [
            file("summary.yaml", "kind: workshop-summary\ntitle: Les semences\n"),
            file("registers/people.yaml", ""),
            file("éloge.yaml", String(repeating: "nom: Koné\n", count: 10_000)),
        ]
        let read = try readPDF(sample(files, photograph: photograph))
        #expect(read.isByGriot)
        for (given, found) in zip(
            files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) },
            read.attachments
        ) {
            #expect(found.name == given.name)
            #expect(found.bytes == given.bytes)
        }
        try expectReference(read.dump(), named: "sample")
    }

    @Test func givesBackAPhotographAsItWasPlaced() throws {
        #expect(try readPDF(sample(photograph: photograph)).photographs == [photograph])
    }

    @Test func readsWhatAnotherProgramHasSavedAgain() throws {
        let files = [file("summary.yaml", "title: Les semences\n")]
        let plain = try sample(files, photograph: photograph)
        for choices in [
            ["--linearize"], ["--object-streams=disable", "--qdf"], ["--recompress-flate"],
            ["--encrypt", "", "owner", "256", "--"],
        ] {
            let read = try readPDF(saved(plain, by: choices))
            #expect(read.attachments.map(\.bytes) == files.map(\.bytes))
            #expect(read.photographs == [photograph])
            #expect(read.isByGriot)
            #expect(read.title == "Les semences “d’ici”")
        }
    }

    @Test func asksForAPasswordWhereThereIsOne() throws {
        let locked = try saved(sample(), by: ["--encrypt", "user", "owner", "256", "--"])
        #expect(failure(of: locked) == .locked)
    }

    @Test func tellsWhatIsNoPDF() {
        #expect(failure(of: []) == .empty)
        #expect(failure(of: Array("kind: report".utf8)) == .foreign)
        #expect(failure(of: photograph) == .foreign)
        #expect(failure(of: Array("%PDF-1.7".utf8))?.kind == .damaged)
    }

    @Test func refusesAFileThatWasCutShort() throws {
        let whole = try sample([file("summary.yaml", "title: Les semences\n")])
        for share in [2, 3, 10] {
            #expect(
                failure(of: Array(whole.prefix(whole.count * (share - 1) / share)))?.kind
                    == .damaged
            )
        }
    }

    @Test func keepsToItsLimits() throws {
        let files = [file("a.yaml", "first: 1"), file("b.yaml", "second: 2")]
        let bytes = try sample(files, photograph: photograph)
        let tighten: [(inout PDFLimits) -> Void] = [
            { $0.fileBytes = 1_000 }, { $0.attachments = 1 }, { $0.attachmentBytes = 8 },
            { $0.totalBytes = 16 }, { $0.nodes = 0 }, { $0.pages = 0 }, { $0.photographs = 0 },
        ]
        for change in tighten {
            var limits = PDFLimits()
            change(&limits)
            #expect(failure(of: bytes, limits: limits)?.kind == .beyondLimit)
        }
        #expect(failure(of: bytes) == nil)
    }
}

/// Why a file cannot be read; nil where it can.
func failure(of bytes: [UInt8], limits: PDFLimits = PDFLimits()) -> ReadingError? {
    do throws(ReadingError) {
        _ = try readPDF(bytes, limits: limits)
        return nil
    } catch {
        return error
    }
}

/// The file as QPDF's own program saves it.
private func saved(_ bytes: [UInt8], by choices: [String]) throws -> [UInt8] {
    let scratch = try Scratch()
    let before = try scratch.write(bytes, to: "a.pdf")
    let after = scratch.place("b.pdf")
    _ = try run("qpdf", choices + [before, after.path])
    return Array(try Data(contentsOf: after))
}

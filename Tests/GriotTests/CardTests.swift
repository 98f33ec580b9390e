import Foundation
import TestSupport
import Testing

@testable import Griot

/// Codes on paper, read by an outside judge, and the address books beside them.
@Suite struct CardTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    private func rendered(_ format: Job.Format) throws -> (written: [String], scratch: Scratch) {
        let scratch = try Scratch()
        let press = try Press(Installation(folder: Self.root.path))
        let paper = Self.root.appending(path: "samples/bamako-2022/cards.yaml").path
        let job = Job(file: paper, layout: "card", format: format, resolution: 300)
        let outcome = press.render(job, to: .folder(scratch.folder.path))
        #expect(outcome.succeeded, "\(outcome.messages.text(inColour: false))")
        return (outcome.written, scratch)
    }

    @Test func printsCodesThatATelephoneReads() throws {
        let (pages, scratch) = try rendered(.png)
        defer { withExtendedLifetime(scratch) {} }
        let found = try ask("zbarimg", "-q", "--raw", pages[1]).text
        #expect(found.hasPrefix("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Awa Ndiaye\r\n"))
        #expect(found.contains("TEL;TYPE=CELL:+221770000011"))
        #expect(found.utf8.count <= 240)
    }

    @Test func writesAddressBooksThatOthersRead() throws {
        let (files, scratch) = try rendered(.pdf)
        defer { withExtendedLifetime(scratch) {} }
        let book = try #require(files.first { $0.hasSuffix(".vcf") })
        let script = """
            import sys, vobject
            text = open(sys.argv[1], encoding='utf-8', newline='').read()
            print('|'.join(c.fn.value for c in vobject.readComponents(text)))
            """
        let read = try ask("/usr/bin/python3", "-c", script, book).text
        #expect(read == "Awa Ndiaye|Moussa Traoré|Inês Gomes\n")
    }
}

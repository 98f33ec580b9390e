import Foundation
import TestSupport
import Testing

@testable import Griot

/// Codes on paper, read by an outside judge, and the address books beside them.
@Suite struct CardTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func has(_ program: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\(program)")
    }

    private func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/\(program)")
        process.arguments = arguments
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    private func rendered(_ format: Job.Format) throws -> (written: [String], scratch: Scratch) {
        let scratch = try Scratch()
        let press = try Press(Installation(folder: Self.root.path))
        let paper = Self.root.appending(path: "samples/bamako-2022/cards.yaml").path
        let job = Job(file: paper, layout: "card", format: format, resolution: 300)
        let outcome = press.render(job, to: .folder(scratch.folder.path))
        #expect(outcome.succeeded, "\(outcome.messages.text(inColour: false))")
        return (outcome.written, scratch)
    }

    @Test(.enabled(if: CardTests.has("zbarimg")))
    func printsCodesThatATelephoneReads() throws {
        let (pages, scratch) = try rendered(.png)
        defer { withExtendedLifetime(scratch) {} }
        let found = try run("zbarimg", ["-q", "--raw", pages[1]])
        #expect(found.hasPrefix("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Awa Ndiaye\r\n"))
        #expect(found.contains("TEL;TYPE=CELL:+221770000011"))
        #expect(found.utf8.count <= 240)
    }

    @Test(.enabled(if: CardTests.has("python3")))
    func writesAddressBooksThatOthersRead() throws {
        let (files, scratch) = try rendered(.pdf)
        defer { withExtendedLifetime(scratch) {} }
        let book = try #require(files.first { $0.hasSuffix(".vcf") })
        let script = """
            import sys
            try: import vobject
            except ImportError: print('absent'); sys.exit()
            text = open(sys.argv[1], encoding='utf-8', newline='').read()
            print('|'.join(c.fn.value for c in vobject.readComponents(text)))
            """
        let read = try run("python3", ["-c", script, book]).trimmingCharacters(
            in: .whitespacesAndNewlines
        )
        #expect(["absent", "Awa Ndiaye|Moussa Traoré|Inês Gomes"].contains(read))
    }
}

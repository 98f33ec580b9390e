import Foundation
import Griot
import Testing

/// Every paper that ships as a sample, rendered and judged by programs that are not ours.
@Suite struct SampleTests {
    /// The papers among the samples, by their places in the folder of samples.
    static let papers: [String] = {
        let samples = Desk.root.appending(path: "samples")
        let files = FileManager.default.enumerator(at: samples, includingPropertiesForKeys: nil)
        return (files?.allObjects as? [URL] ?? []).filter { file in
            guard file.pathExtension == "yaml",
                let text = try? String(contentsOf: file, encoding: .utf8)
            else { return false }
            return text.contains(/(?m)^kind: (?!event$)/) && text.contains(/(?m)^title:/)
        }
        .map { String($0.path.dropFirst(samples.path.count + 1)) }.sorted()
    }()

    @Test(arguments: papers)
    func satisfiesEveryJudge(paper: String) throws {
        let desk = try Desk()
        let file = Desk.root.appending(path: "samples/\(paper)").path
        let outcome = desk.press.render(Job(file: file), to: .folder(desk.path("first")))
        let succeeded = outcome.succeeded
        try #require(succeeded, "\(outcome.messages.text(inColour: false))")
        let again = try Press(Installation(folder: Desk.root.path))
            .render(Job(file: file), to: .folder(desk.path("second")))
        let (files, others) = (outcome.written, again.written)
        #expect(files.count == others.count && !files.isEmpty)
        for (first, second) in zip(files, others) {
            let bytes = try Data(contentsOf: URL(filePath: first))
            let isSame = try bytes == Data(contentsOf: URL(filePath: second))
            #expect(isSame, "\(first) differs")
            let carries = bytes.range(of: Data("/EmbeddedFile".utf8)) != nil
            let verdict = try judge(first, standards: carries ? "ua-1,a-3a" : "ua-1,a-2a")
            #expect(verdict.isContent, "\(first): \(verdict.text)")
            let damage = try ask("qpdf", "--check", first)
            #expect(damage.isContent, "\(first): \(damage.text)")
        }
    }

    @Test func printsEveryLayoutThatShips() throws {
        let folder = Desk.root.appending(path: "layouts/papers").path
        let shipped = try FileManager.default.contentsOfDirectory(atPath: folder)
            .map { String($0.prefix { $0 != "." }) }
        let samples = Desk.root.appending(path: "samples")
        let files = FileManager.default.enumerator(at: samples, includingPropertiesForKeys: nil)
        let texts = (files?.allObjects as? [URL] ?? []).compactMap {
            try? String(contentsOf: $0, encoding: .utf8)
        }
        #expect(Set(shipped).subtracting(texts.flatMap { layouts(of: $0) }) == ["base"])
    }

    /// The layouts a paper asks for, or the one that is made for its kind.
    private func layouts(of text: String) -> [String] {
        if let named = text.firstMatch(of: /(?m)^layout: \[?([\w, -]+)/) {
            return named.1.split { ", ".contains($0) }.map(String.init)
        }
        let kind = text.firstMatch(of: /(?m)^kind: ([\w-]+)/).map { String($0.1) }
        return kind.map { [$0 == "workshop-summary" ? "brief" : $0] } ?? []
    }

    /// Words that a machine finds in the file are those that somebody hears, whole: no ligature,
    /// accent or hyphen at the end of a line comes between.
    @Test(arguments: papers)
    func givesItsWordsBack(paper: String) throws {
        let desk = try Desk()
        let file = Desk.root.appending(path: "samples/\(paper)").path
        let outcome = desk.press.render(Job(file: file), to: .folder(desk.path("out")))
        for path in outcome.written {
            let language = path.hasSuffix("-fr.pdf") ? "fr" : path.hasSuffix("-en.pdf") ? "en" : nil
            let name = URL(filePath: path).deletingPathExtension().lastPathComponent
            let layout = try layouts(of: String(contentsOf: URL(filePath: file), encoding: .utf8))
                .filter { name.contains($0) }.max { $0.count < $1.count }
            let job = Job(file: file, languages: language.map { [$0] } ?? [], layout: layout)
            let heard = desk.press.check(job, asARead: true).reading
            let found = Set(words(in: try ask("pdftotext", "-raw", path, "-").text))
            let lost = Set(words(in: wordsSpoken(in: heard))).filter { word in
                !found.contains(word) && !word.contains(where: \.isRightToLeft)
            }
            #expect(lost.count * 50 < found.count, "\(path) does not give back \(lost.sorted())")
        }
    }

    /// Lines such as `  P [fr]: words`, without what stands for a picture.
    private func wordsSpoken(in reading: String) -> String {
        reading.split(separator: "\n").compactMap { line in
            guard let match = line.wholeMatch(of: /\s*(\w+)(?: \[[\w-]+\])?: (.*)/) else {
                return nil
            }
            return match.1 == "Figure" ? nil : String(match.2)
        }
        .joined(separator: "\n")
    }

    /// Letters and digits that stand together; a word that was divided is one again.
    private func words(in text: String) -> [String] {
        text.replacing(/\u{AD}\s*/, with: "").replacing(/-\n/, with: "-")
            .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}

extension Character {
    fileprivate var isRightToLeft: Bool {
        // Poppler gives Adlam back in the order of sight.
        unicodeScalars.contains {
            (0x590...0x8FF).contains($0.value) || (0x1E900...0x1E95F).contains($0.value)
        }
    }
}

/// What a program says of a file, and whether it is content with it.
func ask(_ program: String, _ arguments: String...) throws -> (text: String, isContent: Bool) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: said, as: UTF8.self), process.terminationStatus == 0)
}

/// Asks the judge of clauses, which needs Debian's python3-pikepdf.
func judge(_ path: String, standards: String) throws -> (text: String, isContent: Bool) {
    let script = Desk.root.appending(path: "Tests/Judges/structure.py").path
    return try ask("/usr/bin/python3", script, path, "--standards", standards)
}

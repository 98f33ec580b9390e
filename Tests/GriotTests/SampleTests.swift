import Foundation
import Griot
import TestSupport
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
            return text.contains(/(?m)^kind: (?!event$)/)
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
        let (files, others) = (outcome.written.pages, again.written.pages)
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

    /// Sixty thousand bytes load at once on a telephone, and all that the paper was made of is in them.
    @Test func keepsTheBriefLightInBothLanguages() throws {
        let desk = try Desk()
        let file = Desk.root.appending(path: "samples/bamako-2022/summary.yaml").path
        let written = desk.press.render(Job(file: file), to: .folder(desk.path("out"))).written
        #expect(written.pages.count == 2)
        for page in written.pages {
            let size = try Data(contentsOf: URL(filePath: page)).count
            #expect(size <= 60_000, "\(page)")
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
        // A paper in two layouts is heard in both.
        for language in [nil, "fr", "en", "ar"] {
            let own = outcome.written.pages.filter { Self.language(of: $0) == language }
            guard !own.isEmpty else { continue }
            let job = Job(file: file, languages: language.map { [$0] } ?? [])
            let heard = desk.press.check(job, asARead: true).reading
            var found: Set<String> = []
            for path in own {
                found.formUnion(words(in: try ask("pdftotext", "-raw", path, "-").text))
            }
            let lost = Set(words(in: wordsSpoken(in: heard))).filter { word in
                !found.contains(word) && !word.contains(where: \.isRightToLeft)
            }
            #expect(lost.count * 50 < found.count, "\(own) do not give back \(lost.sorted())")
        }
    }

    /// Programs that guess words from where glyphs stand find the same ones, in the same order.
    ///
    /// MuPDF of before 1.24 knows no words said beside glyphs: it loses marks without a letter of their
    /// own, and gives what is read from right to left as it is seen.
    @Test(arguments: papers)
    func givesTheSameWordsToEveryReader(paper: String) throws {
        let desk = try Desk()
        let file = Desk.root.appending(path: "samples/\(paper)").path
        let outcome = desk.press.render(Job(file: file), to: .folder(desk.path("out")))
        for path in outcome.written.pages {
            let one = words(in: withoutMarks(try ask("pdftotext", "-raw", path, "-").text))
            guard !one.contains(where: { $0.contains(where: \.isWrittenFromRightToLeft) }) else {
                continue
            }
            let text = try ask("mutool", "draw", "-q", "-F", "txt", "-o", "-", path).text
            let other = words(in: withoutMarks(text))
            let change = other.difference(from: one)
            #expect(change.isEmpty && one.count > 10, "\(path): \(change)")
        }
    }

    private func withoutMarks(_ text: String) -> String {
        let kept = text.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
            $0.properties.generalCategory != .nonspacingMark && $0 != "\u{FFFD}"
        }
        return String(String.UnicodeScalarView(kept))
    }

    /// The other editions of papers that are cut, folded or set side by side.
    @Test(arguments: [
        ("bamako-2022/cards.yaml", "cards-a4"), ("bamako-2022/abstract.yaml", "abstract-bilingual"),
        ("bamako-2022/programme.yaml", "programme-booklet"),
    ])
    func satisfiesEveryJudge(paper: String, in layout: String) throws {
        let desk = try Desk()
        let file = Desk.root.appending(path: "samples/\(paper)").path
        for edition in Job.Edition.allCases {
            let job = Job(file: file, languages: ["fr"], layout: layout, edition: edition)
            let outcome = desk.press.render(job, to: .folder(desk.path("out")))
            let path = try #require(outcome.written.pages.first, "\(desk.said(outcome))")
            let bytes = try Data(contentsOf: URL(filePath: path))
            let carries = bytes.range(of: Data("/EmbeddedFile".utf8)) != nil
            let promised = edition == .print ? "" : carries ? "ua-1,a-3a" : "ua-1,a-2a"
            let verdict = try judge(path, standards: promised)
            #expect(verdict.isContent, "\(path): \(verdict.text)")
        }
    }

    private static func language(of path: String) -> String? {
        ["fr", "en", "ar"].first { path.hasSuffix("-\($0).pdf") }
    }

    /// A finished file says to those who listen what its source says.
    @Test(arguments: papers)
    func isHeardAsItWasWritten(paper: String) throws {
        let desk = try Desk()
        let file = Desk.root.appending(path: "samples/\(paper)").path
        let outcome = desk.press.render(Job(file: file), to: .folder(desk.path("out")))
        for path in outcome.written.pages {
            let heard = desk.press.hear(pdf: path)
            let failure = heard.failure
            #expect(failure == nil && !heard.reading.isEmpty, "\(path)")
            let clean = heard.messages.isClean
            #expect(clean, "\(heard.messages.text(inColour: false))")
        }
        guard outcome.written.pages.count == 1 else { return }
        let written = words(in: desk.press.check(Job(file: file), asARead: true).reading)
        let heard = words(in: desk.press.hear(pdf: outcome.written.pages[0]).reading)
        let spoken = { (words: [String]) in words.filter { $0 != "Span" } }
        // What stands between words from right to left is told after them by the one, among them by
        // the other.
        let isTurned = written.contains { $0.contains(where: \.isRightToLeft) }
        #expect(
            isTurned
                ? spoken(heard).sorted() == spoken(written).sorted()
                : spoken(heard) == spoken(written)
        )
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

extension [String] {
    /// The files that have pages: contact cards travel beside some.
    fileprivate var pages: [String] { filter { $0.hasSuffix(".pdf") } }
}

extension Character {
    fileprivate var isWrittenFromRightToLeft: Bool {
        isRightToLeft
            || unicodeScalars.contains {
                (0x7C0...0x7FF).contains($0.value) || (0x1E900...0x1E95F).contains($0.value)
            }
    }

    /// Poppler turns words of these letters round by line, which is not always as they were written.
    fileprivate var isRightToLeft: Bool {
        unicodeScalars.contains {
            (0x590...0x7BF).contains($0.value) || (0x800...0x8FF).contains($0.value)
        }
    }
}

/// What a program says of a file, and whether it is content with it.
func ask(_ program: String, _ arguments: String...) throws -> (text: String, isContent: Bool) {
    try run(program, arguments)
}

/// Asks the judge of clauses, which needs Debian's python3-pikepdf.
func judge(_ path: String, standards: String) throws -> (text: String, isContent: Bool) {
    let script = Desk.root.appending(path: "Tests/Judges/structure.py").path
    return try ask("/usr/bin/python3", script, path, "--standards", standards)
}

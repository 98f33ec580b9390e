internal import Content
internal import Diagnostics
internal import Flow
internal import Glyphs
internal import Layouts
internal import Pages
internal import Unicode

/// What was done for each language and script of a paper, for somebody who has to answer for it.
struct LanguageCertificate {
    /// Letters of one script that were set in one face.
    struct Setting: Hashable {
        var script: String
        var family: String
        var package: String
        var isRightToLeft: Bool
        var letters = 0
        /// Marks above and below, and how many of them found their letter.
        var marks = 0
        var unplacedMarks = 0
    }

    /// A language that something was written in.
    struct Tongue: Hashable {
        var tag: String
        var pack: String?
        var hyphenation: String?
        /// What a speaker has yet to look over in the pack.
        var unsure: [String]
        /// Words of the interface that are said in another language, by its tag.
        var borrowed: [String: [String]]
    }

    let name: String
    let language: String
    let isRightToLeft: Bool
    var settings: [Setting] = []
    var tongues: [Tongue] = []
    var missing: [Diagnostic.Message] = []
    var punctuation: [Diagnostic.Message] = []
}

extension LanguageCertificate {
    init(
        of edition: Run.Edition,
        by catalogue: FontCatalogue,
        hyphenation: (String) -> String?,
        packs: (String) -> LanguagePack?,
        hearing diagnostics: [Diagnostic]
    ) {
        name = edition.brief.name
        language = edition.language
        isRightToLeft = edition.flow.isRightToLeft
        countLetters(of: edition.document, by: catalogue)
        tongues = Set(edition.flow.textStyles.all.map(\.language)).sorted().map { tag in
            let pack = packs(tag)
            return Tongue(
                tag: tag,
                pack: pack?.tag,
                hyphenation: pack?.hyphenation.flatMap { hyphenation($0) },
                unsure: pack?.unsure ?? [],
                borrowed: pack?.borrowedWords ?? [:]
            )
        }
        missing = diagnostics.messages(about: .missingLetter)
        punctuation = diagnostics.messages(about: .punctuation)
    }

    private mutating func countLetters(of document: Document, by catalogue: FontCatalogue) {
        var places: [String: Int] = [:]
        for page in document.pages {
            for fragment in page.fragments {
                for case .text(let mark) in fragment.marks {
                    count(mark.run, by: catalogue, at: &places)
                }
            }
        }
        settings.sort { ($0.letters, $1.script) > ($1.letters, $0.script) }
    }

    private mutating func count(
        _ run: GlyphRun,
        by catalogue: FontCatalogue,
        at places: inout [String: Int]
    ) {
        let entry = catalogue[run.font]
        var bytes = run.text.utf8.startIndex
        var glyph = 0
        for cluster in run.clusters {
            let end = run.text.utf8.index(bytes, offsetBy: Int(cluster.bytes))
            let letters = run.text.unicodeScalars[bytes..<end].map(\.value)
            let glyphs = glyph..<glyph + Int(cluster.glyphs)
            bytes = end
            glyph += Int(cluster.glyphs)
            guard let first = letters.first(where: { isLetter($0) }) else { continue }
            let script = writingSystem(of: first)
            let key = "\(script)|\(entry.family)"
            if places[key] == nil {
                places[key] = settings.count
                settings.append(
                    Setting(
                        script: script,
                        family: entry.family,
                        package: entry.package,
                        isRightToLeft: run.isRightToLeft
                    )
                )
            }
            let place = places[key]!
            settings[place].letters += letters.count(where: { isLetter($0) })
            let marks = letters.count(where: { isMark($0) && !isDefaultIgnorable($0) })
            settings[place].marks += marks
            // A mark that a face cannot place takes room of its own, or stands where it was drawn.
            let loose = glyphs.count(where: {
                run.glyphs[$0].advance == 0 && run.offset(of: $0) == .zero
            })
            if marks > 0, glyphs.count > 1 { settings[place].unplacedMarks += min(marks, loose) }
        }
    }
}

extension LanguageCertificate {
    /// For people: a paragraph for the page, then a line for each script, language and fault.
    var text: [Diagnostic.Message] {
        var lines: [Diagnostic.Message] = [
            isRightToLeft
                ? "\(name), edition ‘\(language)’: pages run from right to left"
                : "\(name), edition ‘\(language)’: pages run from left to right"
        ]
        lines += settings.map { "  \($0.sentence)" }
        lines += tongues.flatMap(\.lines)
        lines += missing.map { "  missing: \($0)" }
        lines += punctuation.map { "  punctuation: \($0)" }
        if missing.isEmpty { lines.append("  no letter is missing") }
        return lines
    }

    /// For programs: one object on a line.
    var json: String {
        var json = JSONWriter()
        json.object([
            ("certificate", { $0.string(name) }), ("edition", { $0.string(language) }),
            ("direction", { $0.string(isRightToLeft ? "rtl" : "ltr") }),
            ("scripts", { json in json.array(settings) { $0.setting($1) } }),
            ("languages", { json in json.array(tongues) { $0.tongue($1) } }),
            ("missing", { $0.strings(missing.map(\.description)) }),
            ("punctuation", { $0.strings(punctuation.map(\.description)) }),
        ])
        return json.text + "\n"
    }
}

extension LanguageCertificate.Setting {
    fileprivate var sentence: Diagnostic.Message {
        let font: Diagnostic.Message =
            "script \(script): \(letters) letters in \(family) (\(package))"
        let directed: Diagnostic.Message = isRightToLeft ? "\(font), right to left" : font
        if marks == 0 { return directed }
        return unplacedMarks == 0
            ? "\(directed), \(marks) marks on their letters"
            : "\(directed), \(marks) marks on their letters but for \(unplacedMarks) without an anchor"
    }
}

extension LanguageCertificate.Tongue {
    fileprivate var lines: [Diagnostic.Message] {
        let pack: Diagnostic.Message = pack.map { "pack \($0)" } ?? "no language pack"
        let source: Diagnostic.Message =
            hyphenation.map { "words divided by \($0)" } ?? "words not divided"
        var lines: [Diagnostic.Message] = ["  language \(tag): \(pack), \(source)"]
        if !unsure.isEmpty {
            let names = unsure.joined(separator: ", ")
            lines.append("    to be looked over by somebody who speaks it: \(names)")
        }
        for (source, words) in borrowed.sorted(by: { $0.key < $1.key }) {
            let names = words.joined(separator: ", ")
            lines.append("    \(words.count) words still said in \(source): \(names)")
        }
        return lines
    }
}

extension JSONWriter {
    fileprivate mutating func setting(_ setting: LanguageCertificate.Setting) {
        object([
            ("script", { $0.string(setting.script) }), ("font", { $0.string(setting.family) }),
            ("letters", { $0.number(setting.letters) }), ("marks", { $0.number(setting.marks) }),
            ("unplacedMarks", { $0.number(setting.unplacedMarks) }),
        ])
    }

    fileprivate mutating func tongue(_ tongue: LanguageCertificate.Tongue) {
        let borrowed = tongue.borrowed.sorted { $0.key < $1.key }.map { source, words -> Member in
            (source, { $0.strings(words) })
        }
        object([
            ("tag", { $0.string(tongue.tag) }), ("pack", { $0.string(tongue.pack) }),
            ("hyphenation", { $0.string(tongue.hyphenation) }),
            ("unsure", { $0.strings(tongue.unsure) }), ("borrowed", { $0.object(borrowed) }),
        ])
    }
}

/// The script of a letter, by its four letters.
private func writingSystem(of letter: UInt32) -> String { script(of: letter).description }

extension [Diagnostic] {
    fileprivate func messages(about topic: Diagnostic.Topic) -> [Diagnostic.Message] {
        filter { $0.message.topic == topic }.map(\.message)
    }
}

extension Run.Edition {
    /// What is said of the paper, but for texts that stand in other editions of it.
    func told(among diagnostics: [Diagnostic]) -> [Diagnostic] {
        let others = brief.textsElsewhere(than: languages)
        return diagnostics.filter { diagnostic in
            guard let span = diagnostic.span else { return true }
            return !others.contains { other in other.encloses(span) }
        }
    }
}

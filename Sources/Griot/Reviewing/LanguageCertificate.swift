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
        /// The letters whose marks found none, how often each stands there, and where it was typed first.
        var loose: [Loose] = []
    }

    /// A letter with a mark that its face can't place.
    struct Loose: Hashable {
        var letter: String
        var count = 0
        /// As an editor counts them: `brief.yaml:4:12`.
        var places: [String] = []
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
        in sources: Sources,
        hearing diagnostics: [Diagnostic]
    ) {
        name = edition.brief.name
        language = edition.language
        isRightToLeft = edition.flow.isRightToLeft
        countLetters(of: edition.document, by: catalogue)
        findLooseMarks(in: edition.flow, sources)
        tongues = Set(edition.flow.textStyles.all.map(\.language)).sorted().map { tag in
            let pack = packs(tag)
            return Tongue(
                tag: tag,
                pack: pack?.tag,
                hyphenation: pack?.hyphenation.flatMap { _ in hyphenation(tag) },
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
            let words = run.text[bytes..<end]
            let letters = words.unicodeScalars.map(\.value)
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
            if marks > 0, glyphs.count > 1, loose > 0 {
                settings[place].add(min(marks, loose), looseOn: String(words))
            }
        }
    }

    private mutating func findLooseMarks(in flow: Flow, _ sources: Sources) {
        let letters = settings.flatMap(\.loose).map(\.letter)
        guard !letters.isEmpty else { return }
        let typed = TypedLetters(
            Set(letters.compactMap { Character(alone: $0) }),
            in: flow,
            sources
        )
        for setting in settings.indices {
            for index in settings[setting].loose.indices {
                let letter = Character(alone: settings[setting].loose[index].letter)
                settings[setting].loose[index].places = letter.flatMap { typed.places[$0] } ?? []
            }
        }
    }
}

extension LanguageCertificate.Setting {
    fileprivate mutating func add(_ marks: Int, looseOn letter: String) {
        unplacedMarks += marks
        let known = loose.firstIndex { $0.letter == letter }
        if known == nil { loose.append(LanguageCertificate.Loose(letter: letter)) }
        loose[known ?? loose.count - 1].count += 1
    }

    /// Where marks are without an anchor: the first letters, then how many others there are.
    fileprivate var looseLines: [Diagnostic.Message] {
        let most = 3
        var lines = loose.prefix(most).map { "    \($0.sentence)" as Diagnostic.Message }
        if loose.count > most { lines.append("    and on \(loose.count - most) other letters") }
        return lines
    }
}

extension LanguageCertificate.Loose {
    fileprivate var sentence: Diagnostic.Message {
        let first = places.joined(separator: ", ")
        let counted: Diagnostic.Message =
            count == 1 ? "‘\(letter)’ once" : "‘\(letter)’ \(count) times"
        if places.isEmpty { return "\(counted), in no words of the writer" }
        return count > places.count ? "\(counted), first in \(first)" : "\(counted), in \(first)"
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
        for setting in settings { lines += ["  \(setting.sentence)"] + setting.looseLines }
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
            ("unplaced", { json in json.array(setting.loose) { $0.loose($1) } }),
        ])
    }

    fileprivate mutating func loose(_ loose: LanguageCertificate.Loose) {
        object([
            ("letter", { $0.string(loose.letter) }), ("count", { $0.number(loose.count) }),
            ("places", { $0.strings(loose.places) }),
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

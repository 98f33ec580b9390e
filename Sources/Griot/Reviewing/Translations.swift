internal import Content
internal import Diagnostics
internal import Flow

extension Run {
    /// Lists what has no version in the languages of an edition, and what was translated from a text
    /// that says something else now.
    ///
    /// - Parameter places: What the edition may print: a biography is not missed on a list to sign.
    mutating func reportTranslations(
        of brief: Brief,
        into languages: [String],
        in places: @autoclosure () -> FieldPlaces
    ) {
        reportMissingTranslations(of: brief, into: languages, in: places())
        reportUnmarkedTexts(of: brief, beside: languages, in: places())
        do throws(MemoryProblem) {
            let memory = try translationMemory()
            reportStaleTranslations(of: brief, in: languages, by: memory)
        } catch {
            report.add(objection(to: error))
        }
    }

    /// A file that cannot be opened keeps no paper from being made; one that somebody has spoilt is mended
    /// while they know of it.
    private func objection(to problem: MemoryProblem) -> Diagnostic {
        switch problem {
        case .closed(let problem):
            .warning(.unreadable(memoryPath, problem), at: nil).hinting(problem.hint)
        case .spoilt(let line): .spoiltMemory(at: line)
        }
    }

    fileprivate mutating func reportMissingTranslations(
        of brief: Brief,
        into languages: [String],
        in places: @autoclosure () -> FieldPlaces? = nil
    ) {
        for language in languages {
            var missing = brief.missingTranslations(into: language, naming: press.shelves.kinds)
            if !missing.isEmpty, let places = places() {
                let isPrinted = places.mayPrint(missing.map { fields(leadingTo: $0.path) })
                missing = zip(missing, isPrinted).filter(\.1).map(\.0)
            }
            for (index, text) in missing.enumerated() {
                let warning = Diagnostic.warning(.missing(text), at: text.span)
                let hint: Diagnostic.Message =
                    "add a line ‘\(language): …’ beside ‘\(text.printed): …’"
                report.add(index == 0 ? warning.hinting(hint) : warning)
            }
            if missing.count > 1 {
                report.add(
                    .remark(.missing(missing.count, into: language, in: brief.name), at: nil)
                )
            }
        }
    }

    /// Tells of words that each edition of a paper in several languages prints as they stand.
    ///
    /// - Parameter languages: Those of an edition: one alone may stand in two, side by side.
    fileprivate mutating func reportUnmarkedTexts(
        of brief: Brief,
        beside languages: [String],
        in places: @autoclosure () -> FieldPlaces? = nil
    ) {
        let spoken = Set(brief.languages).count > 1 ? brief.languages : languages
        guard Set(spoken).count > 1 else { return }
        let unmarked = brief.unmarkedTexts(naming: press.shelves.kinds) { paths in
            guard let places = places() else { return paths.map { _ in true } }
            return places.mayPrint(paths.map(fields(leadingTo:)))
        }
        for (index, text) in unmarked.enumerated() {
            let warning = Diagnostic.warning(.unmarked(text), at: text.span)
            let head = press.shelves.sources[text.span.source].grid?.head(at: Int(text.span.start))
            let hint: Diagnostic.Message =
                head.map { .columnsBeside($0, in: spoken) } ?? .marked(text, in: spoken)
            report.add(index == 0 || head != nil ? warning.hinting(hint) : warning)
        }
    }

    /// The names on the way to a text, without the list and the id of what papers share.
    private func fields(leadingTo path: String) -> [String] {
        let names = path.split(separator: ".").map(String.init)
        let isShared = press.shelves.kinds.kind(ofMany: names[0]) != nil
        return isShared && names.count > 2 ? Array(names.dropFirst(2)) : names
    }

    fileprivate mutating func reportStaleTranslations(
        of brief: Brief,
        in languages: [String],
        by memory: TranslationMemory
    ) {
        for translation in staleTranslations(of: brief, in: languages, by: memory) {
            report.add(
                .warning(.stale(translation), at: translation.span)
                    .noting("its source stands here", at: translation.sourceSpan)
                    .hinting(
                        "mend it, or say that it still holds: griot translate --reviewed \(job.file)"
                    )
            )
        }
    }

    /// Why what ‘griot translate’ noted is not known.
    fileprivate enum MemoryProblem: Error {
        case closed(FileProblem)
        case spoilt(line: Span)
    }

    /// What ‘griot translate’ noted beside the papers; nothing where it never did.
    fileprivate func translationMemory() throws(MemoryProblem) -> TranslationMemory {
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try FileReading.bytes(of: memoryPath, limit: FileLimits.text)
        } catch {
            guard case .missing = error else { throw .closed(error) }
            return TranslationMemory()
        }
        do throws(TranslationMemory.UnreadableLine) {
            return try TranslationMemory(bytes)
        } catch {
            let file = SourceFile(name: memoryPath, bytes: bytes)
            throw .spoilt(line: Span(press.shelves.files.source(file), error.place))
        }
    }

    fileprivate var memoryPath: String {
        TranslationMemory.path(beside: materials?.folder ?? "")
    }

    func staleTranslations(of brief: Brief, in languages: [String]) -> [Translation] {
        guard let memory = try? translationMemory() else { return [] }
        return staleTranslations(of: brief, in: languages, by: memory)
    }

    private func staleTranslations(
        of brief: Brief,
        in languages: [String],
        by memory: TranslationMemory
    ) -> [Translation] {
        guard !memory.isEmpty else { return [] }
        return brief.translations(naming: press.shelves.kinds)
            .filter { languages.contains($0.language) }
            .flatMap { memory.staleParts(of: $0) }
    }
}

extension TranslationMemory {
    static func path(beside folder: String) -> String {
        Paths.joined(folder, "translations.griot")
    }
}

/// How the translations of a paper stand.
public struct TranslationResult: Sendable {
    public var outcome: Outcome
    /// Whether there was a paper to be read.
    public var isRead = true
    /// Paragraphs that are there in another language.
    public var translated = 0
    /// Those noted now, since they are new or were changed.
    public var noted = 0
    public var stale = 0
}

extension Press {
    /// Notes which paragraph of a paper was translated from which, in a small file beside it.
    ///
    /// - Parameter reviewed: Whether translations of sources that have changed hold as they stand.
    public func noteTranslations(of job: Job, reviewed: Bool) -> TranslationResult {
        var run = Run(job, on: self)
        guard let brief = run.brief() else {
            return TranslationResult(outcome: run.outcome(), isRead: false)
        }
        var memory: TranslationMemory
        do throws(Run.MemoryProblem) {
            memory = try run.translationMemory()
        } catch {
            // What it notes would be lost if a new one took its place.
            switch error {
            case .closed(let problem):
                run.report.add(
                    .error(.unreadable(run.memoryPath, problem), at: nil).hinting(problem.hint)
                )
            case .spoilt(let line): run.report.add(.spoiltMemory(at: line))
            }
            return TranslationResult(outcome: run.outcome(), isRead: false)
        }
        var result = TranslationResult(outcome: run.outcome())
        for translation in brief.translations(naming: shelves.kinds) {
            result.translated += 1
            if !reviewed, !memory.staleParts(of: translation).isEmpty {
                result.stale += 1
                continue
            }
            if memory.note(translation) { result.noted += 1 }
        }
        run.reportMissingTranslations(of: brief, into: run.languages(of: brief))
        run.reportUnmarkedTexts(of: brief, beside: run.languages(of: brief))
        if !reviewed {
            run.reportStaleTranslations(of: brief, in: run.languages(of: brief), by: memory)
        }
        result.outcome = run.outcome()
        guard !run.report.hasErrors else { return result }
        do throws(GriotError) {
            guard result.noted > 0 else { return result }
            try FileWriting.write(Array(memory.text.utf8), to: run.memoryPath)
        } catch {
            result.outcome.failure = error
        }
        return result
    }
}

extension Diagnostic {
    fileprivate static func spoiltMemory(at line: Span) -> Self {
        error(
            "this line notes no translation, so nobody can tell which ones are to review",
            at: line
        )
        .hinting(
            "where two versions of the file were joined, take out the marks around them and keep the lines of both"
        )
        .hinting("else take the line out, and look over what was translated")
    }
}

extension Diagnostic.Message {
    static func missing(_ text: MissingTranslation) -> Self {
        "‘\(text.path)’ has no ‘\(text.language)’ version; the ‘\(text.printed)’ one is printed"
    }

    fileprivate static func unmarked(_ text: UnmarkedText) -> Self {
        switch text.others {
        case 0:
            "‘\(text.path)’ is written without its language; each edition prints the same words"
        case 1:
            "‘\(text.path)’ and 1 more text are written without their language; each edition prints the same words"
        default:
            "‘\(text.path)’ and \(text.others) more texts are written without their language; each edition prints the same words"
        }
    }

    /// What to type for words that stand in a file of text.
    fileprivate static func marked(_ text: UnmarkedText, in languages: [String]) -> Self {
        let key = text.path.split(separator: ".").last.map(String.init) ?? text.path
        let home = languages[0]
        let others = languages.dropFirst().map { "\($0): …" }.joined(separator: ", ")
        guard text.words.count <= 40, !text.words.contains(where: { "\n\"\\".contains($0) }) else {
            let keys = languages.map { "\($0): …" }.joined(separator: ", ")
            return "write it once in each language: \(keys)"
        }
        let isPlain = text.words.allSatisfy { $0.isLetter || $0 == " " }
        let words = isPlain ? text.words : "\"\(text.words)\""
        let map = "{\(home): \(words), \(others)}"
        return Int(key) == nil ? "write: \(key): \(map)" : "write: \(map)"
    }

    /// What to do for words that stand in a column of a sheet.
    fileprivate static func columnsBeside(_ head: String, in languages: [String]) -> Self {
        let columns = quoted(languages.dropFirst().map { "\(head) (\($0))" })
        return "add a column for the translation beside it: \(columns)"
    }

    static func missing(_ count: Int, into language: String, in name: String) -> Self {
        "\(count) texts of \(name) are not in ‘\(language)’ yet"
    }

    static func stale(_ translation: Translation) -> Self {
        "to review: ‘\(translation.path)’ in ‘\(translation.language)’ was translated from a text that says something else now"
    }
}

import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Content

@Suite struct KindTests {
    @Test func readsEveryKindOfTheHouse() throws {
        var desk = Desk()
        let kinds = try desk.kinds()
        #expect(desk.printed == "")
        #expect(try kinds.all.count == Desk.kindFiles().count)
    }

    @Test func speaksToTheWriterInTwoLanguages() throws {
        var desk = Desk()
        for kind in try desk.kinds().all {
            #expect(kind.title?.editions.map(\.language) == ["en", "fr"], "\(kind.name)")
            #expect(kind.help?.editions.map(\.language) == ["en", "fr"], "\(kind.name)")
            for field in every(kind.fields) {
                #expect(
                    field.help?.editions.map(\.language) == ["en", "fr"],
                    "\(kind.name).\(field.name)"
                )
                #expect(field.example != nil, "\(kind.name).\(field.name)")
            }
        }
    }

    @Test func namesTheFieldsThatTheProgramKnows() throws {
        var desk = Desk()
        let kinds = try desk.kinds().all
        let fields = Set(kinds.flatMap { every($0.fields) }.map(\.name))
        // What names consist of and what each shared record has stand in no kind, and a desk’s own may have
        // one office where the house’s have several.
        let others = Set(PersonName.partKeys + KnownField.names([.id, .office]))
        let known = Set(KnownField.allCases.map(\.rawValue))
        #expect(known.subtracting(others).subtracting(fields) == [])
        #expect(Set(KnownKind.allCases.map(\.rawValue)).isSubset(of: kinds.map(\.name)))
    }

    private func every(_ fields: [FieldDescription]) -> [FieldDescription] {
        fields.flatMap { field -> [FieldDescription] in
            if case .record(let inner) = field.type { return [field] + every(inner) }
            if case .list(.record(let inner)) = field.type { return [field] + every(inner) }
            return [field]
        }
    }

    @Test func saysWhatAKindFileLacks() throws {
        var desk = Desk()
        _ = desk.kinds(
            "{title: Nameless}",
            "{kind: a, felds: {}, fields: {x: txt, y: {help: z}, w: {type: list of nmber}}}",
            "{kind: a, shorthand: nme, fields: {name: text}}",
            "{kind: b, use: often, shorthand: nme, fields: {name: text}}",
            "{kind: c, fields: {x: {type: text, required: always, default: onlyy, most: many}, y: choice}}"
        )
        try expectReference(desk.printed, named: "kind-mistakes")
    }

    /// A matter spelt otherwise than under ‘consent’ would print what somebody refused.
    @Test func refusesConsentThatNobodyIsAskedFor() {
        var desk = Desk()
        _ = desk.kinds(
            """
            {kind: a, fields: {mail: {type: e-mail, consent: share_contcat},
              consent: {type: record, fields: {share_contact: boolean}}}}
            """,
            "{kind: b, fields: {photo: {type: image, consent: photo}, home: {type: text, consent: never}}}",
            "{kind: image, fields: {src: text, consent: boolean}}"
        )
        #expect(
            desk.printed.contains("kind-1.yaml:1:50: error: ‘consent’ has no field ‘share_contcat’")
        )
        #expect(desk.printed.contains("hint: did you mean ‘share_contact’?"))
        #expect(
            desk.printed.contains(
                "kind-2.yaml:1:50: error: ‘photo’ takes consent, and no ‘consent’ beside it"
            )
        )
        #expect(!desk.printed.contains("error: ‘home’") && !desk.printed.contains("kind-3"))
    }
}

/// What one kind file gives besides checks.
@Suite struct KindUseTests {
    @Test(arguments: ["en", "fr"])
    func startsPapersThatReadWithoutAWord(language: String) throws {
        var desk = Desk()
        let kinds = try desk.kinds()
        for kind in kinds.papers {
            let event = kind.fields.contains { $0.takesTheOnlyOne && $0.isRequired }
            let files =
                [("\(kind.name).yaml", kind.skeleton(language: language))]
                + (event ? [("event.yaml", "{title: Water, date: 2024-05-14}")] : [])
            #expect(desk.read(files, kinds: kinds).count == 1)
        }
        #expect(desk.printed == "")
    }

    /// A skeleton with every comment opened is all examples: they must hold as well.
    @Test(arguments: ["en", "fr"])
    func givesExamplesThatHold(language: String) throws {
        var desk = Desk()
        let kinds = try desk.kinds()
        for kind in kinds.papers {
            let opened = opened(kind.skeleton(language: language))
            let files =
                [("\(kind.name).yaml", opened), ("registers.yaml", Self.registers)]
            #expect(desk.read(files, kinds: kinds).count == 1)
        }
        #expect(desk.printed == "")
    }

    /// What a hint shows is typed in, in the place of what was wrong or wanting.
    @Test(arguments: ["en", "fr"])
    func showsExamplesInHintsThatHoldWhenTheyAreTyped(language: String) throws {
        var kinds = Desk()
        let library = try kinds.kinds()
        var asked = 0
        for kind in library.all {
            for field in kind.fields {
                for wrong in ["[[[x]]]", "{zzz: {zzz: {}}}", "'?!'"] {
                    guard
                        let shown = said(of: "\(field.name): \(wrong)", kind, library, language)
                            .compactMap({ $0.wholeBehind("write it like this: ") }).first,
                        // Records are shown with the word that was typed, be it one or not; others by what
                        // they are made of.
                        !shown.contains("?!"), shown != "key: value, one a line"
                    else { continue }
                    asked += 1
                    let typed = "\(field.name): \(shown == "yes, or no" ? "yes" : shown)"
                    let errors = said(of: typed, kind, library, language)
                    #expect(errors.isEmpty, "\(kind.name): \(typed)\n\(errors)")
                }
            }
            let wanting = said(of: "", kind, library, language, below: 1)
                .compactMap { $0.wholeBehind("add ‘")?.dropLast() }
            asked += wanting.count
            let errors = said(of: wanting.joined(separator: "\n"), kind, library, language)
            #expect(errors.isEmpty, "\(kind.name): \(wanting)\n\(errors)")
        }
        #expect(asked > 400, "\(asked)")
    }

    /// The errors in lines of a file of a kind, and their hints.
    ///
    /// - Parameter line: Above this one nothing is asked about: there the kind is named.
    private func said(
        of text: String,
        _ kind: Kind,
        _ library: KindLibrary,
        _ language: String,
        below line: Int = 2
    ) -> [String] {
        var desk = Desk()
        let file = "kind: \(kind.name)\nlang: \(language)\nid: it\n\(text)\n"
        let event = line > 1 ? "events: [{id: e, title: Puits, date: 2024-05-14}]\n" : ""
        let registers = ("registers.yaml", Self.registers + "\n" + event)
        _ = desk.read([("it.yaml", file), registers], kinds: library)
        return desk.report.diagnostics.filter { diagnostic in
            guard diagnostic.severity == .error, let span = diagnostic.span,
                desk.sources[span.source].name == "it.yaml"
            else { return false }
            return desk.sources[span.source].position(of: Int(span.start)).line > 3 || line == 1
        }.flatMap { ["\($0.message)"] + $0.hints.map(\.description) }
    }

    /// What the examples refer to.
    private static let registers = """
        abstracts:
          - {id: sharing-the-well, title: T, authors: [{person: A B}], year: 2024, abstract: T}
          - {id: other-study, title: T, authors: [{person: A B}], year: 2024, abstract: T}
        people: [{id: fatou-diallo, name: Fatou DIALLO}]
        organisations: [{id: rvo, name: RVO}]
        offices: [{id: dakar, lines: [Rue 12], city: Dakar, country: SN}]
        """

    /// Takes the comment sign from every line that is a field's.
    private func opened(_ skeleton: String) -> String {
        var lines: [Substring] = []
        for block in skeleton.split(separator: "\n\n", omittingEmptySubsequences: false) {
            let comments = block.split(separator: "\n")
            let first = comments.firstIndex { $0.firstMatch(of: /^(# )?[a-z_]+:/) != nil }
            for (index, line) in comments.enumerated() {
                guard let first, index >= first else { continue }
                lines.append(line.hasPrefix("# ") ? line.dropFirst(2) : line)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test func showsASkeleton() throws {
        var desk = Desk()
        let kind = try #require(try desk.kinds()["certificate"])
        let phrases = try desk.french()
        let skeleton = kind.skeleton(language: "fr", phrases: phrases)
        try expectReference(skeleton, named: "certificate-skeleton-fr")
        let reference = kind.reference(language: "fr", phrases: phrases)
        try expectReference(reference, named: "certificate-reference-fr")
        try expectReference(kind.reference(), named: "certificate-reference")
    }

    @Test func describesItselfToEditors() throws {
        var desk = Desk()
        let kinds = try desk.kinds()
        for kind in kinds.papers {
            let data = Data(kinds.jsonSchema(of: kind).utf8)
            let schema = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            let properties = schema?["properties"] as? [String: Any]
            for field in kind.fields {
                #expect(properties?[field.name] != nil, "\(kind.name).\(field.name)")
            }
            let fits = (properties?["fit"] as? [String: [[String: Any]]])?["anyOf"]
            let wishes = fits?.compactMap { $0["properties"] as? [String: Any] }.first
            #expect(wishes?.keys.sorted() == ["at-most", "fill-last", "pages"])
        }
    }
}

extension String {
    /// What stands behind a beginning, where that is how it begins.
    fileprivate func wholeBehind(_ beginning: String) -> Substring? {
        hasPrefix(beginning) ? dropFirst(beginning.count) : nil
    }
}

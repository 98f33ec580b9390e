package import Diagnostics
package import YAML

/// The kinds a run knows, by name.
package struct KindLibrary: Sendable {
    /// In the order of their files.
    package private(set) var all: [Kind] = []
    private var byName: [String: Int] = [:]
    private var byPlural: [String: Int] = [:]
    /// Kinds of which the cover alone has been read.
    private var closed: Set<Int> = []

    package init() {}

    /// Reads the covers of kind files: everything but their fields.
    ///
    /// A job uses few kinds, and most of a kind file is help and examples for its fields, so those
    /// are read when a kind is opened. Until then it has none.
    package init(covers: [Node], reporting report: inout Report) {
        for cover in covers {
            guard let kind = Kind(describedBy: cover, reporting: &report) else { continue }
            add(kind, reporting: &report)
        }
        closed = Set(all.indices)
    }

    /// Reads the fields of kinds, and of the kinds that these refer to.
    ///
    /// - Parameters:
    ///   - words: Names of kinds, or the words for many of them; others are passed over.
    ///   - keys: Every key that is written in what is to be read: a kind to which only other fields
    ///     refer is not needed, and stays closed. Nil stands for all keys.
    ///   - reading: Gives the root of a kind's whole file.
    package mutating func open(
        _ words: some Sequence<String>,
        writtenWith keys: Set<String>? = nil,
        reporting report: inout Report,
        reading: (String) -> Node?
    ) {
        var rest = Array(words)
        var met: Set<Int> = []
        var opened: [Int] = []
        while let word = rest.popLast() {
            guard let index = byName[word] ?? byPlural[word], met.insert(index).inserted else {
                continue
            }
            if closed.contains(index) {
                guard let root = reading(all[index].name),
                    let kind = Kind(describedBy: root, reporting: &report)
                else { continue }
                closed.remove(index)
                all[index] = kind
                opened.append(index)
            }
            rest += all[index].kinds(writtenWith: keys)
        }
        for kind in opened.map({ all[$0] }) { check(kind, reporting: &report) }
    }

    /// Whether the fields of a kind have not been read.
    package func isClosed(_ name: String) -> Bool { byName[name].map(closed.contains) ?? false }

    /// Reads kind files, each the root of one parsed file.
    package init(parsing roots: [Node], reporting report: inout Report) {
        for root in roots {
            guard let kind = Kind(describedBy: root, reporting: &report) else { continue }
            add(kind, reporting: &report)
        }
        for kind in all { check(kind, reporting: &report) }
    }

    package subscript(name: String) -> Kind? { byName[name].map { all[$0] } }

    /// The shared kind whose records stand under this word: `person` for `people`.
    package func kind(ofMany plural: String) -> Kind? { byPlural[plural].map { all[$0] } }

    /// The kinds that documents may name with `kind:`.
    package var papers: [Kind] { all.filter { $0.use == .paper } }
    package var shared: [Kind] { all.filter(\.isShared) }

    /// The words under which shared records stand, for many and for one: `people`, `person`.
    var sharedWords: [String] { shared.flatMap { [$0.wordForMany, $0.name] } }

    /// The name of the kind that a word was meant to name: one spelt much like it, or the only one of
    /// those asked for in whose title a word begins with it in some language: `attestation`,
    /// `intervenants`.
    package func nearest(to word: String, among kinds: [Kind]) -> String? {
        if let near = Suggestion.nearest(to: word, among: kinds.map(\.name)) { return near }
        if let many = kind(ofMany: word) { return many.name }
        func plain(_ text: String) -> String {
            String(withoutAccents(text).lowercased().map { $0 == "-" || $0 == "_" ? " " : $0 })
        }
        let wanted = plain(word)
        let titled = kinds.filter { kind in
            kind.title?.editions.contains { " \(plain($0.content))".contains(" \(wanted)") }
                ?? false
        }
        return titled.count == 1 && wanted.count > 3 ? titled[0].name : nil
    }

    private mutating func add(_ kind: Kind, reporting report: inout Report) {
        if let first = self[kind.name] {
            report.add(
                .error(.secondKind(named: kind.name), at: kind.span)
                    .noting("first described here", at: first.span)
            )
            return
        }
        byName[kind.name] = all.count
        if let plural = kind.plural { byPlural[plural] = all.count }
        all.append(kind)
    }

    private func check(_ kind: Kind, reporting report: inout Report) {
        checkNames(in: kind.fields, reporting: &report)
        checkShorthand(of: kind, reporting: &report)
    }

    private func checkNames(in fields: [FieldDescription], reporting report: inout Report) {
        for field in fields {
            check(field.type, of: field, reporting: &report)
            checkShorthand(of: field, reporting: &report)
            checkConsent(of: field, among: fields, reporting: &report)
        }
    }

    /// A matter that nobody can refuse would have printed what they did refuse.
    private func checkConsent(
        of field: FieldDescription,
        among fields: [FieldDescription],
        reporting report: inout Report
    ) {
        guard let consent = field.consent, case .matter(let matter) = consent.need else { return }
        guard
            case .record(let matters) = fields.first(where: {
                $0.name == KnownField.consent.rawValue
            })?.type
        else {
            report.add(
                .error(
                    "‘\(field.name)’ takes consent, and no ‘consent’ beside it says who gave it",
                    at: consent.span
                )
                .hinting("add a field ‘consent’ of type ‘record’, with ‘\(matter.name)’ as a field")
            )
            return
        }
        let names = matters.map(\.name)
        guard !names.contains(matter.name) else { return }
        report.add(
            .error("‘consent’ has no field ‘\(matter.name)’", at: consent.span)
                .hinting(Suggestion.didYouMean(matter.name, among: names))
        )
    }

    private func check(
        _ type: FieldType,
        of field: FieldDescription,
        reporting report: inout Report
    ) {
        switch type {
        case .list(let item): check(item, of: field, reporting: &report)
        case .tally(let label): check(label, of: field, reporting: &report)
        case .record(let fields): checkNames(in: fields, reporting: &report)
        case .kind(let name) where self[name] == nil:
            let known =
                FieldType.plain.map(\.word) + ["choice", "record"] + all.map(\.name)
            report.add(
                .error(.unknownType(name), at: field.span)
                    .hinting(Suggestion.didYouMean(name, among: known))
            )
        default: break
        }
    }

    private func checkShorthand(of field: FieldDescription, reporting report: inout Report) {
        guard let name = field.shorthand, field.shorthandField == nil else { return }
        guard case .record(let fields) = field.type.item else {
            report.add(
                .error("only a record has a shorthand, and ‘\(field.name)’ is none", at: field.span)
            )
            return
        }
        report.add(
            .error("the shorthand ‘\(name)’ of ‘\(field.name)’ is no field of it", at: field.span)
                .hinting(Suggestion.didYouMean(name, among: fields.map(\.name)))
        )
    }

    private func checkShorthand(of kind: Kind, reporting report: inout Report) {
        guard let name = kind.shorthand, !kind.fields.contains(where: { $0.name == name }) else {
            return
        }
        report.add(
            .error(
                "the shorthand ‘\(name)’ of kind ‘\(kind.name)’ is no field of it",
                at: kind.span
            )
            .hinting(Suggestion.didYouMean(name, among: kind.fields.map(\.name)))
        )
    }
}

extension Diagnostic.Message {
    fileprivate static func secondKind(named name: String) -> Self {
        "kind ‘\(name)’ is described twice"
    }
    fileprivate static func unknownType(_ name: String) -> Self {
        "there is no type or kind ‘\(name)’"
    }
}

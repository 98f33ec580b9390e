import Diagnostics

/// A text that a paper says in one language or in several.
enum WrittenText {
    case plain(LocalizedText)
    case rich(LocalizedRichText)

    /// The languages that it is written in; nil for an edition that names none.
    var languages: [String?] {
        switch self {
        case .plain(let text): text.editions.map(\.language)
        case .rich(let text): text.editions.map(\.language)
        }
    }

    /// The edition that serves a language: its own tag and its place.
    func edition(in language: String) -> (language: String?, span: Span) {
        switch self {
        case .plain(let text):
            let edition = text.edition(in: language)
            return (edition.language, edition.span)
        case .rich(let text):
            let edition = text.edition(in: language)
            return (edition.language, edition.span)
        }
    }
}

/// Walks over every text of a paper and of the shared records that it leans on, each once.
struct TextWalk {
    private let registry: Registry
    private var leaned: [Reference] = []
    private var known: Set<Reference> = []
    /// Names of fields and numbers of items on the way to the text at hand.
    private(set) var path: [String] = []
    private let meet: (WrittenText, [String], Span) -> Void

    /// - Parameters:
    ///   - kinds: What shared records are called.
    ///   - meet: Takes a text, the path that leads to it, and the place of all that was written for it.
    static func over(
        _ brief: Brief,
        naming kinds: KindLibrary,
        _ meet: @escaping (WrittenText, [String], Span) -> Void
    ) {
        var walk = TextWalk(registry: brief.registry, meet: meet)
        walk.walk(brief.record)
        var next = 0
        while next < walk.leaned.count {
            let reference = walk.leaned[next]
            next += 1
            guard let record = brief.registry.record(reference) else { continue }
            walk.path = [kinds[reference.kind]?.wordForMany ?? reference.kind, reference.id]
            walk.walk(record)
        }
    }

    private init(registry: Registry, meet: @escaping (WrittenText, [String], Span) -> Void) {
        self.registry = registry
        self.meet = meet
    }

    private mutating func walk(_ record: Record) {
        for field in record.fields { under(field.name) { $0.walk(field.value) } }
    }

    private mutating func walk(_ value: Value) {
        switch value.content {
        case .text(let text): meet(.plain(text), path, value.span)
        case .richText(let text): meet(.rich(text), path, value.span)
        case .address(let lines): for line in lines { meet(.plain(line), path, value.span) }
        case .table(let table):
            for cell in table.head + table.rows.joined() { meet(.rich(cell), path, value.span) }
        case .personName(let name):
            if let honorific = name.honorific {
                meet(.plain(honorific), path + ["honorific"], value.span)
            }
            if let title = name.title { meet(.plain(title), path + ["academic_title"], value.span) }
        case .record(let record): walk(record)
        case .list(let items):
            for (index, item) in items.enumerated() { under("\(index + 1)") { $0.walk(item) } }
        case .reference(let reference):
            if known.insert(reference).inserted { leaned.append(reference) }
        default: break
        }
    }

    private mutating func under(_ step: String, _ work: (inout TextWalk) -> Void) {
        path.append(step)
        work(&self)
        path.removeLast()
    }
}

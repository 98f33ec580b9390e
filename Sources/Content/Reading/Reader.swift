import Diagnostics
import YAML

/// Reads nodes as values, by type, and remembers what it met on the way.
struct Reader {
    let kinds: KindLibrary
    /// Every id that the sources give to something.
    let declared: Set<String>
    /// The language of text that names none.
    var language = "en"
    /// The language of a paper that names none.
    var homeLanguage = "en"
    /// Whether a file has named that in which it is read, or the event one of its own.
    var isLanguageNamed = false
    /// The languages in which those read what is not written in theirs: the event’s, in their order.
    var standIns: [String] = []
    /// Where telephone numbers without a country belong.
    var country: String?
    var registry = Registry()
    /// What keys that nobody knows were meant to be, by owner and key, once for all rows of a list.
    var guesses: [String: String?] = [:]
    /// By the names of kinds of which a record has been read.
    var indexes: [String: FieldIndex] = [:]
    var report: Report
    /// Where each shared record was described.
    var places: [Reference: Span] = [:]
    /// What files of shared records describe, in order.
    var described: [DescribedRecord] = []
    /// What was asked of all of a kind.
    var choosings: [Choosing] = []
    /// The files that are sheets, and who is described in one of them and in a text as well.
    var sheets: Set<SourceID> = []
    var describedTwice: [TwiceDescribed] = []
    /// How many shared records were known before the fields of the paper were read, those for whom ‘all’
    /// stands there; nil while it stands for nobody.
    var countOfAll: Int?
    /// Those of them who have names, once one has been looked for.
    var namesOfAll: NameIndex?
    /// Things that are files of their own, by their paths.
    var named: [String: ContentFile] = [:]
    /// Which of them have been read.
    var readFiles: Set<Reference> = []
    /// What the search for them found besides, and how many have been taken in.
    var namedFiles = NamedFiles()
    var filesTakenIn = 0
    /// The paper that is being read, which alone may name files.
    var paperSource: SourceID?
    /// References met so far, to be held against the registry when all is read.
    var pending: [Located<Reference>] = []
    /// The fields for which the text that is being read stands, from without: a name for ‘person’ of a speaker.
    var fieldsLeftOut: [String] = []
    /// Names typed where an id might have stood, with the kind of who bears them.
    var typedNames: [(kind: String, name: Located<PersonName>)] = []
    /// Names of bodies that were typed there.
    var typedBodies: [Located<String>] = []

    init(kinds: KindLibrary, declared: Set<String>, report: Report) {
        self.kinds = kinds
        self.declared = declared
        self.report = report
    }

    /// Reads a node as a value of a field; nil, with a report, where it cannot be one.
    mutating func read(_ node: Node, as type: FieldType, of field: FieldDescription) -> Value? {
        if refusesLength(of: node) { return nil }
        return switch type {
        case .text: readText(node, of: field)
        case .line: readLine(node, of: field)
        case .richText: readRichText(node, of: field)
        case .address: readAddress(node, of: field)
        case .personName: readPersonName(node, of: field)
        case .timeRange: readTimeRange(node, of: field)
        case .table: readTable(node, of: field)
        case .kind(let name): readRecord(ofKind: name, from: node, of: field)
        case .record(let fields): readParts(fields, from: node, of: field)
        case .list(let item): readList(node, of: item, field: field)
        case .tally(let label): readTally(node, by: label, of: field)
        default: readScalar(node, as: type, of: field)
        }
    }

    /// Types that are one short piece of text.
    private mutating func readScalar(
        _ node: Node,
        as type: FieldType,
        of field: FieldDescription
    ) -> Value? {
        guard let text = node.text.map(trimmed) else {
            mismatch(node, type, of: field)
            return nil
        }
        if case .phone = type { lintAside(of: node) }
        if case .choice(let choices) = type {
            return readChoice(text, from: choices, node, of: field)
        }
        if case .identifier = type, field.harmony.among != nil, !text.isEmpty {
            // Whether something has this id, or a name like it, is found out with all ids in hand.
            return Value(.identifier(text), at: node.span)
        }
        if let content = readWord(text, as: type, at: node.span) {
            return Value(content, at: node.span)
        }
        notRead(text, as: type, at: node.span, of: field)
        return nil
    }

    private mutating func readWord(_ text: String, as type: FieldType, at span: Span)
        -> Value.Content?
    {
        switch type {
        case .number: readNumber(text, at: span)
        case .date: readDate(text, at: span)
        case .time: readTime(text)
        case .dateTime: readDateTime(text, at: span)
        case .duration: readDuration(text)
        case .phone: readPhone(text, at: span)
        case .email: readEmail(text)
        case .url: readURL(text)
        case .country: readCountry(text)
        case .language: readLanguage(text)
        case .colour: readColour(text)
        case .length: readLength(text)
        case .truth: Bool(typed: text).map { .truth($0) }
        case .identifier: isIdentifier(text) ? .identifier(text) : nil
        default: nil
        }
    }
}

package import Content
package import Diagnostics
package import Layouts
import Structure

/// A paper being composed: once, or over again for each thing that its layout asks it for.
///
/// What papers of one run have in common is worked out once: styles, punctuation, the list of
/// pictures and the structure, which grows with every one of them.
package struct Composition {
    var composer: Composer
    /// The things the paper is made for; one that is nothing where it is made once.
    package let records: [Value?]
    /// The latest paper, its structure that of all of them so far.
    package var flow: Flow { composer.flow }

    /// The languages in which something has been composed, the paper's own first.
    package var languages: [String] { [composer.language] + composer.speech.spoken.sorted() }

    package init(of brief: Brief, with layout: Layout, language: String, in house: House) {
        composer = Composer(
            brief: brief,
            layout: layout,
            language: language,
            house: house,
            report: Report()
        )
        records =
            layout.each.map { [composer] each in
                let copies = composer.number(of: layout.copies)
                return composer.values(of: each).flatMap { Array(repeating: $0, count: copies) }
            } ?? [nil]
        composer.begin()
    }

    /// Composes the paper for one of its records.
    ///
    /// - Parameters:
    ///   - record: Nil where the paper is made once.
    ///   - number: What `index` stands for: the record's place in the list, from one.
    ///   - describes: Whether the flow is to say of itself what it is; of many papers in one file
    ///     only the first is asked.
    package mutating func compose(
        _ record: Value?,
        number: Int = 1,
        describing describes: Bool = true,
        reporting report: inout Report
    ) {
        composer.report = report
        composer.clear()
        if let record {
            composer.underSection(of: record, number: number) {
                $0.composeAll(describing: describes)
            }
        } else {
            if let each = composer.layout.each { composer.checkPath(of: each) }
            composer.composeAll(describing: describes)
        }
        report = composer.report
        composer.report = Report()
    }

    /// Begins a file of its own: nothing of the papers before is in it.
    package mutating func startAfresh() {
        composer.flow.structure = StructureTree()
        composer.flow.structure[StructureTree.root].language = composer.language
    }

    /// Takes back the paper made last, of which something went wrong.
    ///
    /// - Parameter elements: How many elements there were before it.
    package mutating func withdraw(from elements: Int) {
        composer.flow.structure.withdraw(from: elements)
    }

    /// Takes back the pictures that the latest paper was the first to name: papers to come name
    /// them anew, so that each is told what its own lack.
    package mutating func withdrawPictures(from first: Int) {
        composer.flow.pictures.removeSubrange(first...)
        composer.common.pictures = composer.common.pictures.filter { $0.value < first }
    }

    /// What a field of a record says, or one of the person in it: for names of files.
    package func words(at path: String, of record: Value) -> String {
        let registry = composer.brief.registry
        for place in [path, "name.\(path)", "person.\(path)", "person.name.\(path)"] {
            if let value = registry.value(at: place, from: record) {
                return composer.text(of: value, by: nil)
            }
        }
        // A name that has no parts is all family name.
        guard path == "family",
            let name = [record, registry.value(at: [.person], from: record)].lazy
                .compactMap({ $0 }).compactMap({ composer.personName(of: $0) }).first,
            name.given.isEmpty
        else { return "" }
        return composer.text(of: name, form: .givenFamily)
    }

    /// A complaint with the name of whose paper it is about.
    package func named(_ diagnostic: Diagnostic, in record: Value) -> Diagnostic {
        var name = composer.text(of: record, by: nil)
        if name.isEmpty, let person = composer.brief.registry.value(at: [.person], from: record) {
            name = composer.text(of: person, by: nil)
        }
        if name.isEmpty { return diagnostic }
        return diagnostic.noting(.inPaper(for: shortened(name)), at: record.span)
    }

    /// What the file says of itself, where it holds papers for several records.
    package mutating func commonMetadata() -> FlowMetadata {
        composer.paper = PaperDraft(after: composer.paper)
        let nothing = Value(.list([]), at: composer.brief.record.span)
        return composer.binding(composer.layout.eachName, to: nothing, number: 0) {
            $0.metadata()
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func inPaper(for name: String) -> Self {
        let message: Self = "in the paper for ‘\(name)’"
        return message.about(.paper)
    }
}

extension Composer {
    /// No printer is asked for more copies of one paper than these.
    private static let mostCopies = 1_000

    /// How often a paper is made for one thing.
    fileprivate func number(of copies: Expression?) -> Int {
        guard case .number(let number)? = copies.flatMap({ value(of: $0) })?.content,
            number.value >= 1
        else { return 1 }
        return Int(min(number.value, Double(Self.mostCopies)))
    }

    /// Forgets the paper before, and keeps what the next one shares with it.
    mutating func clear() {
        flow.streams = []
        paper = PaperDraft(after: paper)
        surroundings.parent = StructureTree.root
    }

    /// Composes with a record at hand, under an element of its own.
    fileprivate mutating func underSection(
        of record: Value,
        number: Int,
        _ work: (inout Composer) -> Void
    ) {
        let section = flow.structure.add(.section, to: StructureTree.root, origin: record.span)
        under(section) { $0.binding($0.layout.eachName, to: record, number: number, work) }
    }
}

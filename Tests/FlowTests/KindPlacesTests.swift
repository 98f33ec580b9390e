import Content
import Diagnostics
import Flow
import Foundation
import Layouts
import Testing

/// What a kind lets people write is printed by the layout of that kind.
@Suite struct KindPlacesTests {
    /// Fields for which no layout has a place, and of which whoever fills them in is told.
    private static let unplaced: [String: Set<String>] = [
        "certificate": words(of: "signatures.image"),
        "programme": [
            "practical.figure", "practical.table", "practical.quote", "practical.box",
            "practical.sections",
        ],
        "report": words(of: "cover"),
        "study-abstract": words(of: "cover"),
        "workshop-summary": words(of: "publication.cover"),
    ]

    /// The words that go with a picture.
    private static func words(of picture: String) -> Set<String> {
        Set(["caption", "credit", "licence"].map { "\(picture).\($0)" })
    }

    @Test func printsAllThatAKindLetsPeopleWrite() throws {
        let desk = Desk()
        let kinds = desk.kinds()
        for kind in kinds.papers {
            let layout = try #require(self.layout(kind.layout, at: desk), "\(kind.name)")
            let full = FullRecord(kinds: kinds, span: kind.span)
            let brief = Brief(record: full.record(of: kind), registry: Registry())
            let found = brief.unplaced(in: layout.places, of: [kind.layout], by: kinds)
                .map { String("\($0.message)".dropFirst().prefix { $0 != "’" }) }
            #expect(Set(found) == Self.unplaced[kind.name] ?? [], "\(kind.name)")
        }
    }

    /// Other papers print what they need of an event; a programme is for those who come to it.
    @Test(arguments: ["programme", "programme-grid", "programme-booklet"])
    func printsAllThatGuestsNeedToKnowOfAnEvent(name: String) throws {
        let desk = Desk()
        let kinds = desk.kinds()
        let places = try #require(layout(name, at: desk)?.places["event"])
        let kind = try #require(kinds["event"])
        let event = FullRecord(kinds: kinds, span: kind.span).record(of: kind)
        let found = Brief.unplaced(ofEvent: event, in: places, by: kinds).map(\.value)
        #expect(found == [])
    }

    /// What is behind a condition that does not hold in any sample is asked of nobody otherwise.
    @Test func asksOfNoKindWhatItHasNot() throws {
        let desk = Desk()
        let kinds = desk.kinds()
        let folder = Desk.root.appending(path: "layouts/papers").path
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
            let name = String(file.dropLast(5))
            let layout = try #require(self.layout(name, at: desk), "\(name)")
            guard let kind = layout.kind.flatMap({ kinds[$0] }) else { continue }
            let unknown = layout.unknownFields(of: kind, among: kinds)
            #expect(unknown.map(\.message.description) == [], "\(name)")
        }
    }

    private func layout(_ name: String, at desk: Desk) -> Layout? {
        let shelf = Shelf(open: { desk.open("layouts/\($0.rawValue)/\($1)") })
        var report = Report()
        var brand = Brand()
        if let node = desk.open("layouts/brands/house") {
            brand = Brand.read(node, reporting: &report)
        }
        return Layout.read(paper: name, from: shelf, brand: brand, reporting: &report)
    }
}

/// A record in which all fields of a kind are filled in, and those of what stands in them.
private struct FullRecord {
    let kinds: KindLibrary
    let span: Span

    /// Sections stand within sections for ever.
    private static let deepest = 3

    func record(of kind: Kind, depth: Int = 0) -> Record {
        Record(kind: kind.name, fields: fields(kind.fields, depth), span: span)
    }

    private func fields(_ fields: [FieldDescription], _ depth: Int) -> [Record.Field] {
        fields.compactMap { field in
            value(of: field.type, depth).map { Record.Field(name: field.name, value: $0) }
        }
    }

    private func value(of type: FieldType, _ depth: Int) -> Value? {
        switch type {
        case .truth: return Value(.truth(true), at: span)
        case .choice(let words): return Value(.choice(words.first ?? ""), at: span)
        case .number, .length, .duration: return Value(.number(Number(1)), at: span)
        case .language: return Value(.language("fr"), at: span)
        case .colour: return Value(.colour("red"), at: span)
        case .identifier: return Value(.identifier("one"), at: span)
        case .list(let item): return value(of: item, depth).map { Value(.list([$0]), at: span) }
        case .record(let fields):
            let record = Record(kind: "", fields: self.fields(fields, depth + 1), span: span)
            return Value(.record(record), at: span)
        case .kind(let name):
            guard let kind = kinds[name], depth < Self.deepest else { return nil }
            if kind.isShared, name != "image" {
                return Value(.reference(Reference(kind: name, id: "one")), at: span)
            }
            return Value(.record(record(of: kind, depth: depth + 1)), at: span)
        default: return Value(.text(LocalizedText("Words", at: span)), at: span)
        }
    }
}

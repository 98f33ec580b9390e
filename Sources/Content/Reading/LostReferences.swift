import Diagnostics
import YAML

extension Reader {
    /// Reports every id that nothing has, and beyond a limit how many more there are.
    mutating func checkReferences(_ fileHolding: (Reference) -> String?) {
        findOfficesByName()
        let lost = pending.filter { registry.record($0.value) == nil }
        for place in lost.prefix(ReadingLimits.lostReferences) {
            report.add(lostReference(place, in: fileHolding(place.value)))
        }
        let more = lost.dropFirst(ReadingLimits.lostReferences)
        if let first = more.first {
            report.add(
                .error(
                    more.count == 1
                        ? "1 more reference leads to nothing"
                        : "\(more.count) more references lead to nothing",
                    at: first.span
                )
                .hinting("is the file that describes them among those read?")
            )
        }
        pending = []
    }

    /// What a kind is called in languages other than the one in which it is written.
    private func called(_ kind: String) -> [String: String] {
        let titles = kinds[kind]?.title?.editions ?? []
        let words = titles.compactMap { title in
            title.language.map { ($0, title.content.lowercased()) }
        }
        return Dictionary(words) { first, _ in first }
    }

    private func nearest(to reference: Reference, among ids: some Sequence<String>)
        -> Diagnostic.Message?
    {
        if let near = Suggestion.didYouMean(reference.id, among: ids) { return near }
        guard reference.kind == KnownKind.office.rawValue,
            let name = Suggestion.nearest(to: reference.id, among: namesOfOffices),
            let id = offices(called: name).first?.id
        else { return nil }
        return Suggestion.didYouMean(id)
    }

    /// That a town has several offices.
    private func several(called reference: Reference) -> Diagnostic.Message? {
        guard reference.kind == KnownKind.office.rawValue else { return nil }
        let ids = offices(called: reference.id).compactMap(\.id)
        return ids.count > 1
            ? "several are called so: write the id of the one that is meant, \(Diagnostic.Message.quoted(ids, first: 6))"
            : nil
    }

    private func lostReference(_ place: Located<Reference>, in file: String?) -> Diagnostic {
        let (kind, id) = (place.value.kind, place.value.id)
        if let file {
            return .error("there is no \(kind, orSpoken: called(kind)) ‘\(id)’", at: place.span)
                .hinting(
                    "‘\(file)’ describes it: a paper takes in a file by its name, so write ‘\(file)’ here"
                )
        }
        let same = registry.all.lazy.filter { $0.kind == kind }.compactMap(\.id)
        let known = Array(same.prefix(7))
        let few: Diagnostic.Message? =
            (1...6).contains(known.count)
            ? "the ids of that kind are: \(known.joined(separator: ", "))" : nil
        let problem = Diagnostic.error(
            "there is no \(kind, orSpoken: called(kind)) ‘\(id)’",
            at: place.span
        )
        .hinting(several(called: place.value) ?? nearest(to: place.value, among: same) ?? few)
        if let other = registry.all.first(where: { $0.id == id }) {
            return problem.noting("‘\(id)’ is of kind ‘\(other.kind)’", at: other.span)
        }
        guard let plural = kinds[kind]?.plural else { return problem }
        return problem.hinting("describe it under ‘\(plural):’, or write its fields here")
    }
}

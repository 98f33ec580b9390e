internal import Content
internal import Diagnostics

extension Run {
    /// What tells an edition from the others that are made; nil where there are none.
    func callName(of layout: String, in language: String, for brief: Brief) -> String? {
        let parts = [
            layouts(of: brief).count > 1 ? layout : nil,
            languages(of: brief).count > 1 ? language : nil,
        ].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    func callName(of edition: Edition) -> String? {
        callName(of: edition.layout, in: edition.language, for: edition.brief)
    }
}

extension Report {
    /// Adds what was heard of an edition, by its name where it is not the only one.
    mutating func add(_ heard: Report, of edition: String?) {
        for diagnostic in heard.diagnostics {
            add(edition.map { diagnostic.naming(edition: $0) } ?? diagnostic)
        }
    }
}

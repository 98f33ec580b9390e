package import Diagnostics

/// One paper's content, and the shared records it leans on.
package struct Brief: Sendable {
    /// The file's name.
    package var name: String
    package var record: Record
    package var registry: Registry
    /// The editions asked for with `lang`; the first is the language of unmarked text.
    package var languages: [String]
    /// The layouts asked for by name: each makes a paper of its own.
    package var layouts: [Located<String>]
    /// The brand asked for by name, if any.
    package var brand: Located<String>?
    /// How many pages the paper must have, if it must.
    package var fit: Located<PageWish>?
    /// Whom it is for, where that is said; else those whom its kind is for.
    package var audience: Kind.Audience?
    /// What the files beside it describe, and what it has asked of all of a kind.
    var described: [DescribedRecord] = []
    var choosings: [Choosing] = []
    /// What is wrong in shared records with which it has nothing to do.
    package var mistakesElsewhere: [Diagnostic] = []

    package init(
        name: String = "",
        record: Record,
        registry: Registry,
        languages: [String] = ["en"],
        layouts: [Located<String>] = [],
        brand: Located<String>? = nil,
        fit: Located<PageWish>? = nil,
        audience: Kind.Audience? = nil
    ) {
        self.name = name
        self.record = record
        self.registry = registry
        self.languages = languages
        self.layouts = layouts
        self.brand = brand
        self.fit = fit
        self.audience = audience
    }

    /// The value at a path such as `event.city` (see ``Registry/value(at:of:)``).
    package subscript(path: String) -> Value? { registry.value(at: path, of: record) }

    /// The same, the names of the path taken apart already.
    package subscript(path: ArraySlice<String>) -> Value? {
        registry.value(at: path, of: Value(.record(record), at: record.span))
    }
}

/// The pages that a writer wishes a paper to fill.
package struct PageWish: Hashable, Sendable, CustomStringConvertible {
    package var pages: Int?
    /// At most, rather than exactly.
    package var isAtMost = false
    /// The least share of its room that the last page fills.
    package var lastFill: Double?

    package var description: String {
        let count = pages.map { "\(isAtMost ? "at most " : "")\($0) pages" }
        let fill = lastFill.map { "last page to \($0)" }
        return [count, fill].compactMap { $0 }.joined(separator: ", ")
    }
}

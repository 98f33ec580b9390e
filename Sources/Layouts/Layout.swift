package import Diagnostics
package import Units
package import YAML

/// How a paper looks: page designs, styles, and the recipe that turns content into blocks.
package struct Layout: Sendable {
    package var name = ""
    /// What the paper is, for people.
    package var about = ""
    /// The kind of content it prints; nil prints any.
    package var kind: String?
    package var size = Paper.a4.size
    package var isLandscape = false
    package var bleed = Length.zero
    package var grid = Grid()
    /// Whether the two pages of a spread end on the same line where the text allows it.
    package var levelsSpreads = false
    package var styles: [Style] = []
    package var styleNames: [String: StyleID] = [:]
    package var masters: [String: MasterDesign] = [:]
    /// In the order in which they are read aloud.
    package var streams: [StreamRecipe] = []
    package var parts: [String: Part] = [:]
    package var fit: FitRecipe?
    package var notes = NotesRecipe()
    /// A field for each thing of which the paper is made once over; nil makes it once.
    package var each: Expression?
    /// What such a thing is called.
    package var eachName = "item"
    /// A field with the number of times the paper is made for each of them.
    package var copies: Expression?
    /// People and offices whose address cards go into a file beside the paper.
    package var addressBook: [Expression] = []
    /// Days whose items go into a calendar file beside the paper.
    package var calendar: Expression?
    /// How pages stand on sheets; nil leaves each on its own.
    package var imposing: ImposingRecipe?
    /// The fields that give the file its title, its authors and so on.
    package var metadata = MetadataRecipe()
    /// Whether nobody could say where its frames stand, or what it builds upon: of text set by it, nothing
    /// more would be true.
    package var isUnsettled = false
    /// The tags of languages that it names itself, for blocks `in` them.
    package var languages: Set<String> = []
    package var span: Span?

    package init() {}

    package subscript(style: StyleID) -> Style { styles[style.index] }

    /// A style by name; a style that says nothing where there is none.
    package func style(named name: String) -> Style {
        styleNames[name].map { styles[$0.index] } ?? Style()
    }
}

/// What is poured through the frames of a name.
package struct StreamRecipe: Hashable, Sendable {
    package var name: String
    package var blocks: [Recipe]
    package var span: Span
}

package struct MetadataRecipe: Hashable, Sendable {
    package var title: Template?
    package var authors: Expression?
    package var subject: Template?
    package var keywords: Expression?

    static let properties: [Property<MetadataRecipe>] = [
        Property("title", \.title, .template, "The document’s title."),
        Property("authors", \.authors, .path, "Who wrote it."),
        Property("subject", \.subject, .template, "What it is about."),
        Property("keywords", \.keywords, .path, "Words to find it by."),
    ]
}

/// Where layout files come from: a folder's worth of names, opened when they are needed.
package struct Shelf {
    /// The folders of `layouts/`, each by its name.
    package enum Folder: String, Sendable, CaseIterable {
        case papers, brands, parts, languages

        /// The key by which a file of it says its own name.
        package var ownNameKey: String {
            switch self {
            case .papers: "paper"
            case .brands: "brand"
            case .parts: "part"
            case .languages: "language"
            }
        }
    }

    let open: (Folder, String) -> Node?
    let names: (Folder) -> [String]
    let nameOfFile: (Folder, String) -> String?

    /// - Parameters:
    ///   - open: The root of a file, nil where there is none. It is called once for each name.
    ///   - names: The files there are, for suggestions.
    ///   - nameOfFile: The name of the file that calls itself otherwise, as it is asked for.
    package init(
        open: @escaping (Folder, String) -> Node?,
        names: @escaping (Folder) -> [String] = { _ in [] },
        nameOfFile: @escaping (Folder, String) -> String? = { _, _ in nil }
    ) {
        self.open = open
        self.names = names
        self.nameOfFile = nameOfFile
    }

    /// The hint that goes with a name of which there is no file.
    ///
    /// - Parameter own: What the file that names it describes itself.
    func meant(by name: String, in folder: Folder, or own: [String] = [])
        -> Diagnostic.Message?
    {
        if let file = nameOfFile(folder, name) { return Suggestion.didYouMean(file) }
        let known = own + names(folder).filter { !own.contains($0) }
        let stem = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
        return known.contains(stem)
            ? Suggestion.didYouMean(stem) : Suggestion.oneOf(known, for: stem)
    }
}

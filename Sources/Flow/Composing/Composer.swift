package import Content
package import Diagnostics
package import Layouts
import Structure
import Unicode
import Units

/// Everything a composition draws on besides its content and its layout.
package struct House: Sendable {
    package var brand: Brand
    package var pack: LanguagePack
    /// Packs for passages in other languages, by tag.
    package var otherPacks: [String: LanguagePack]
    /// What the kinds say of fields, to tell a missing field from a wrong name.
    package var kinds: KindLibrary?
    /// Whether a picture that nobody described must not be printed, or is only told of.
    package var requiresDescriptions: Bool

    package init(
        brand: Brand,
        pack: LanguagePack,
        otherPacks: [String: LanguagePack] = [:],
        kinds: KindLibrary? = nil,
        requiresDescriptions: Bool = true
    ) {
        self.brand = brand
        self.pack = pack
        self.otherPacks = otherPacks
        self.kinds = kinds
        self.requiresDescriptions = requiresDescriptions
    }
}

/// Turns content into blocks by the recipes of a layout.
///
/// Nothing is measured. Fields that are not given print nothing; a field that does not exist, or a
/// word that the language has no form for, is reported where it was written.
package func compose(
    _ brief: Brief,
    with layout: Layout,
    language: String,
    in house: House,
    reporting report: inout Report
) -> Flow {
    var composition = Composition(of: brief, with: layout, language: language, in: house)
    composition.compose(composition.records.first ?? nil, reporting: &report)
    return composition.flow
}

/// A composition under way.
struct Composer {
    let brief: Brief
    let layout: Layout
    /// The language being written; blocks `in` another change it for a while.
    var language: String
    var house: House
    var report: Report
    var flow = Flow()
    /// Names that stand for values beside the fields of the content, the latest last.
    var bindings: [(name: String, value: Value)] = []
    /// The element whose content is being composed.
    var parent = StructureTree.root
    /// Whether what is being composed is drawn on every page and not read.
    var artifact: Artifact?
    /// What running heads tell that do not say it themselves.
    var usualTitle = RunningTitle.first
    var styleCache: [TypeKey: TextStyleID] = [:]
    var typeShelf = TypeShelf()
    var punctuations: [String: Punctuation?] = [:]
    var usualScripts: [String: Script] = [:]
    var headingLevels = HeadingLevels()
    var headings: [Anchor] = []
    /// For each stream, how many headings stand before it.
    var streamHeadings: [Int] = []
    /// What contents have beneath a heading, by its name.
    var inContents: [String: String] = [:]
    /// How many headings earlier papers of the run had, so that no two share a name.
    var headingsBefore = 0
    var footnotes = 0
    var contents: [PendingContents] = []
    var pictureIndices: [String: Int] = [:]
    var pendingBreak: BlockStyle.Break = .none
    /// How many recipes the one lies in that is being composed.
    var depth = 0
    /// The other language of blocks that stand in two side by side.
    var parallel: Parallel?
    /// Whether the second of two languages is being composed: its headings are listed once already.
    var isBesideItself = false
    /// Languages besides the paper's that its layout speaks in.
    var spoken: Set<String> = []
    /// The colour of the thing being told apart.
    var own: Colour?
    /// The masters, once it is known that all papers of the run have the same.
    var commonMasters: [String: Master]?
    /// The thing that blocks are being made for.
    var thing: Span?

    init(brief: Brief, layout: Layout, language: String, house: House, report: Report) {
        self.brief = brief
        self.layout = layout
        self.language = language
        self.house = house
        self.report = report
    }

    var pack: LanguagePack { house.pack }

    /// Settles what is so for the whole paper, however often it is made over.
    mutating func begin() {
        bindings.append(("paper", Value(.record(brief.record), at: brief.record.span)))
        flow.isRightToLeft = pack.isRightToLeft
        flow.digits = pack.digits
        flow.structure[StructureTree.root].language = language
        if layout.grid.isKept { flow.grid = grid() }
        flow.sequence = masterSequence()
        flow.fit = fitTarget()
        flow.noteArea = noteArea()
    }

    private func noteArea() -> NoteArea {
        let size = type(named: .note, else: type(Style())).size
        var area = NoteArea()
        area.gap = resolve(layout.notes.gap, size: size)
        area.rule = line(layout.notes.rule)
        area.ruleLength = resolve(layout.notes.ruleLength, size: size)
        area.ruleGap = resolve(layout.notes.ruleGap, size: size)
        return area
    }

    mutating func composeAll(describing describes: Bool) {
        composeStreams()
        fillContents()
        designPages()
        if describes { flow.metadata = metadata() }
    }

    private mutating func composeStreams() {
        for recipe in layout.streams {
            pendingBreak = .none
            streamHeadings.append(headings.count)
            flow.streams.append(Stream(name: recipe.name, blocks: blocks(recipe.blocks)))
        }
    }

    private func fitTarget() -> FitTarget? {
        let (wish, recipe) = (brief.fit?.value, layout.fit)
        let pages = wish?.pages ?? recipe?.pages ?? recipe?.atMost
        let fill = wish?.lastFill ?? recipe?.lastFill
        guard pages != nil || fill != nil else { return nil }
        let isAtMost = wish?.pages == nil ? recipe?.pages == nil : wish?.isAtMost ?? false
        var target = FitTarget(pages: pages, isAtMost: isAtMost)
        target.lastFill = fill
        target.origin = brief.fit?.span ?? recipe?.span
        // A wish of the content alone has the levers that a layout has that says nothing of them.
        let levers = recipe ?? FitRecipe()
        target.levers = levers.order.map { lever in
            FitLever(FitLever.Kind(lever), bound: levers.bound(of: lever))
        }
        target.leavesOut = levers.leavesOut
        return target
    }

    mutating func metadata() -> FlowMetadata {
        var metadata = FlowMetadata()
        metadata.language = language
        let recipe = layout.metadata
        metadata.title = recipe.title.map { plainText($0) } ?? ""
        if metadata.title.isEmpty { metadata.title = headings.first?.title ?? layout.name }
        metadata.subject = recipe.subject.map { plainText($0) } ?? ""
        metadata.authors =
            recipe.authors.map { texts(of: $0).map { Isolate.removed(from: $0) } } ?? []
        metadata.keywords = recipe.keywords.map { texts(of: $0) } ?? []
        return metadata
    }
}

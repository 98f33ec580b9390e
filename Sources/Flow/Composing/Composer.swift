import Arrangement
package import Content
package import Diagnostics
package import Layouts
import Structure
import Unicode
import Units

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

/// A composition under way: what it is made of, and what has become of it so far.
struct Composer {
    let layout: Layout
    /// Its pack is that of the paper's own language; ``speech`` knows which is being written.
    let house: House
    var scope: Scope
    var speech: Speech
    var surroundings = Surroundings()
    var flow = Flow()
    var paper = PaperDraft()
    var common = Common()
    var report: Report

    /// What all papers of a run have in common, and so is worked out once.
    struct Common {
        var types = TypeShelf()
        /// The place of each picture's file among those of the flow.
        var pictures: [String: Int] = [:]
        /// The paths that have been held against the fields of the kind, and name some.
        var knownPaths: Set<[String]> = []
        /// The masters, once it is known that all papers have the same.
        var masters: [String: Master]?
    }

    init(brief: Brief, layout: Layout, language: String, house: House, report: Report) {
        self.layout = layout
        self.house = house
        self.report = report
        scope = Scope(of: brief)
        speech = Speech(language, in: house)
    }

    var brief: Brief { scope.brief }
    var language: String { speech.language }
    var pack: LanguagePack { speech.pack }

    /// Settles what is so for the whole paper, however often it is made over.
    mutating func begin() {
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
        let start = Start(of: self)
        composeWhole()
        let hindsight = self.hindsight
        if hindsight.isOfUse {
            go(back: start, knowing: hindsight)
            composeWhole()
        }
        if describes { flow.metadata = metadata() }
    }

    private mutating func composeWhole() {
        composeStreams()
        fillContents()
        designPages()
    }

    private mutating func composeStreams() {
        paper.readingOrder = ReadingOrder(top: surroundings.parent)
        for recipe in layout.streams {
            surroundings.pendingBreak = .none
            paper.headings.beginStream()
            paper.readingOrder.beginStream(after: flow.structure.elements.count)
            flow.streams.append(Stream(name: recipe.name, blocks: blocks(recipe.blocks)))
        }
        let sizes = flow.streams.map { $0.blocks.count }
        guard let most = sizes.max(), let text = sizes.firstIndex(of: most) else { return }
        paper.readingOrder.apply(to: &flow.structure, text: text)
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
            FitLever(lever, bound: levers.bound(of: lever))
        }
        target.leavesOut = levers.leavesOut
        return target
    }

    /// What a paper is called that has neither title nor heading, such as cards of several people.
    private var kindTitle: String {
        house.kinds?[brief.record.kind]?.title?.edition(in: language).content ?? layout.name
    }

    mutating func metadata() -> FlowMetadata {
        var metadata = FlowMetadata()
        metadata.language = language
        let recipe = layout.metadata
        metadata.title = recipe.title.map { plainText($0).withoutStraySeparators } ?? ""
        if metadata.title.isEmpty {
            metadata.title = paper.headings.anchors.first?.title ?? kindTitle
        }
        metadata.subject = recipe.subject.map { plainText($0) } ?? ""
        metadata.authors =
            recipe.authors.map { texts(of: $0).map { Isolate.removed(from: $0) } } ?? []
        metadata.keywords = recipe.keywords.map { texts(of: $0) } ?? []
        return metadata
    }
}

extension String {
    /// Without dashes, dots and blanks at its ends: they part what is there from what is not.
    fileprivate var withoutStraySeparators: String {
        let isSeparator = { (letter: Character) in letter.isWhitespace || "–—-·:,".contains(letter)
        }
        let rest = drop(while: isSeparator)
        return String(rest.reversed().drop(while: isSeparator).reversed())
    }
}

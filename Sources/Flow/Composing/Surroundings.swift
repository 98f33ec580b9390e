import Arrangement
import Diagnostics
import Structure
import Units

/// What the blocks being made stand in, and what they are made for.
struct Surroundings {
    /// The element of the structure that theirs go into.
    var parent = StructureTree.root
    /// What they are where they are drawn on every page and not read.
    var artifact: Artifact?
    /// The things that they are made for, each among those of the one before it.
    var things: [Span] = []
    var thing: Span? { things.last }
    /// The colour of the thing being told apart.
    var own: Colour?
    /// The other language of blocks that stand in two side by side.
    var parallel: Parallel?
    /// Whether they are the second of two languages, whose headings are listed once already.
    var isBesideItself = false
    /// Which heading of its page a running head tells that does not say so itself.
    var usualTitle = RunningTitle.first
    /// What is being counted, the innermost last.
    var counted: [Counted] = []
    /// The break that the next of them begins with.
    var pendingBreak: BlockBreak = .none
    /// How many recipes the one lies in that is being composed.
    var depth = 0

    /// Whether somebody who hears the paper hears them.
    var areRead: Bool { artifact == nil }
    /// Whether their headings go into the outline and into contents.
    var areListed: Bool { areRead && !isBesideItself }
}

extension Composer {
    /// Composes under an element of the structure.
    mutating func under<Result>(
        _ element: ElementID,
        _ work: (inout Composer) -> Result
    ) -> Result {
        let outer = surroundings.parent
        surroundings.parent = element
        defer { surroundings.parent = outer }
        return work(&self)
    }

    /// Composes under an element of its own, where it is read at all.
    ///
    /// Source: ISO 14289-1, 7.3, which asks for captions to be known as such.
    mutating func heard(as role: Role, _ work: (inout Composer) -> [Block]) -> [Block] {
        let before = flow.structure.elements.count
        guard let element = element(role) else { return work(&self) }
        let blocks = under(element, work)
        if blocks.isEmpty { flow.structure.withdraw(from: before) }
        return blocks
    }

    /// A new element, or nil where nothing is read.
    mutating func element(_ role: Role, in parent: ElementID? = nil, origin: Span? = nil)
        -> ElementID?
    {
        guard surroundings.areRead else { return nil }
        let parent = parent ?? surroundings.parent
        let element = flow.structure.add(role, to: parent, origin: origin)
        paper.readingOrder.note(element, in: parent, for: surroundings.things)
        return element
    }
}

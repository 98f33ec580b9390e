import Flow
import Typesetting

/// All that the best ends of columns depend on, so that a search is not made twice.
///
/// Pages are made up again when the folios are known that they tell; as a rule no line comes or goes
/// by that, and all columns end where they did.
struct SearchQuestion: Hashable {
    let rooms: PageRooms
    let pagesBefore: Int
    let pageLimit: Int
    private let blockStarts: [Int]
    private let start: Int
    private let carry: Carry?
    private let measures: [StripMeasure]
    private let costs: [Double]
    private let forced: [Strip.Break?]
    private let headHeights: [Double]
    private let stretches: [Double]
    private let line: Double
    private let notes: [PouredNote.Numbers]
    private let noteStarts: [Int]
    private let floats: [PouredFloat.Numbers]
    private let floatStarts: [Int]

    init(_ poured: PouredGalley, from place: StreamPlace, in stretch: Stretch, of flow: Flow) {
        rooms = stretch.rooms(areLevel: flow.sequence.areSpreadsLevel)
        pagesBefore = stretch.firstPage
        pageLimit = stretch.period == nil ? stretch.following.count : .max
        blockStarts = poured.galley.blockStarts
        start = place.next
        carry = place.carry
        measures = poured.measures
        costs = poured.costs
        forced = poured.forced
        headHeights = poured.headHeights
        stretches = poured.stretches
        line = poured.line
        notes = poured.notes.map(\.numbers)
        noteStarts = poured.noteStarts
        floats = poured.floats.map(\.numbers)
        floatStarts = poured.floatStarts
    }
}

/// A search and what it found.
struct Search {
    let question: SearchQuestion
    let plans: [PagePlan]
    let variants: Variants
}

import Flow
import Typesetting

/// All that the best ends of columns depend on, so that a search is not made twice.
///
/// Pages are made up again when the folios are known that they tell; as a rule no line comes or goes
/// by that, and all columns end where they did.
struct SearchQuestion: Equatable {
    let rooms: PageRooms
    let pagesBefore: Int
    let pageLimit: Int
    private let start: Int
    private let carry: Carry?
    private let blockStarts: [Int]
    private let strips: PouredGalley.Numbers
    private let notes: [PouredNote.Numbers]
    private let floats: [PouredFloat.Numbers]

    init(_ poured: PouredGalley, from place: StreamPlace, in stretch: Stretch, of flow: Flow) {
        rooms = stretch.rooms(areLevel: flow.sequence.areSpreadsLevel)
        pagesBefore = stretch.firstPage
        pageLimit = stretch.period == nil ? stretch.following.count : .max
        (start, carry) = (place.next, place.carry)
        blockStarts = poured.galley.blockStarts
        strips = poured.numbers
        notes = poured.notes.map(\.numbers)
        floats = poured.floats.map(\.numbers)
    }
}

/// A search and what it found.
struct Search {
    let question: SearchQuestion
    let plans: [PagePlan]
    let variants: Variants
}

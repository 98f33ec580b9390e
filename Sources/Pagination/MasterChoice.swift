import Flow

/// Which master each page takes.
struct MasterChoice {
    private let sequence: MasterSequence
    private let masters: [String: Master]

    init(_ flow: Flow) {
        sequence = flow.sequence
        masters = flow.masters
    }

    /// The master of a page that others follow.
    func master(of page: Int) -> Master? {
        if page == 0, let first = named(sequence.first) { return first }
        if page == 1, let second = named(sequence.second) { return second }
        if Self.isLeft(page), let left = named(sequence.left) { return left }
        return named(sequence.right) ?? anyMaster
    }

    /// The master of the page that ends the document.
    func master(ofLast page: Int) -> Master? {
        if page == 0, let only = named(sequence.only) { return only }
        if page == 1, let second = named(sequence.second) { return second }
        if Self.isLeft(page), let last = named(sequence.lastLeft) { return last }
        return named(sequence.last) ?? master(of: page)
    }

    /// The master of a page that only makes up the number.
    func master(ofSpare page: Int) -> Master? {
        if Self.isLeft(page), let spare = named(sequence.spareLeft) { return spare }
        return named(sequence.spare) ?? named(sequence.right) ?? anyMaster
    }

    /// The first page is a right one, as in every book; where text runs from right to left the words
    /// change sides.
    private static func isLeft(_ page: Int) -> Bool { page % 2 == 1 }

    private func named(_ name: String?) -> Master? { name.flatMap { masters[$0] } }

    /// All there are, in the order of their names.
    var all: [Master] { masters.keys.sorted().compactMap { masters[$0] } }

    private var anyMaster: Master? {
        all.first
    }
}

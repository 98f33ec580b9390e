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
    ///
    /// The first page is a right one, as in every book read from left to right.
    func master(of page: Int) -> Master? {
        if page == 0, let first = named(sequence.first) { return first }
        if page % 2 == 1, let left = named(sequence.left) { return left }
        return named(sequence.right) ?? anyMaster
    }

    /// The master of the page that ends the document.
    func master(ofLast page: Int) -> Master? {
        if page == 0, let only = named(sequence.only) { return only }
        return named(sequence.last) ?? master(of: page)
    }

    /// The master of a page that only makes up the number.
    var spare: Master? { named(sequence.spare) ?? named(sequence.right) ?? anyMaster }

    /// From this page on, masters only alternate.
    let steadyFrom = 1

    private func named(_ name: String?) -> Master? { name.flatMap { masters[$0] } }

    private var anyMaster: Master? {
        masters.keys.sorted().first.flatMap { masters[$0] }
    }
}

import Flow

/// Which master each page takes.
struct MasterChoice {
    /// All there are, in the order of their names.
    let all: [ResolvedMaster]
    private let first: ResolvedMaster?
    private let second: ResolvedMaster?
    private let left: ResolvedMaster?
    private let right: ResolvedMaster?
    private let last: ResolvedMaster?
    private let lastLeft: ResolvedMaster?
    private let only: ResolvedMaster?
    private let spare: ResolvedMaster?
    private let spareLeft: ResolvedMaster?

    init(_ flow: Flow) {
        let streams = flow.streams.places(by: \.name)
        let masters = flow.masters.sorted { $0.key < $1.key }
        let all = masters.enumerated().map { number, master in
            ResolvedMaster(master.value, number: number, streams: streams)
        }
        func named(_ name: String?) -> ResolvedMaster? {
            masters.firstIndex { $0.key == name }.map { all[$0] }
        }
        self.all = all
        first = named(flow.sequence.first)
        second = named(flow.sequence.second)
        left = named(flow.sequence.left)
        right = named(flow.sequence.right) ?? all.first
        last = named(flow.sequence.last)
        lastLeft = named(flow.sequence.lastLeft)
        only = named(flow.sequence.only)
        spare = named(flow.sequence.spare)
        spareLeft = named(flow.sequence.spareLeft)
    }

    /// The master of a page that others follow.
    func master(of page: Int) -> ResolvedMaster? {
        if page == 0, let first { return first }
        if page == 1, let second { return second }
        if Self.isLeft(page), let left { return left }
        return right
    }

    /// The master of the page that ends the document.
    func master(ofLast page: Int) -> ResolvedMaster? {
        if page == 0, let only { return only }
        if page == 1, let second { return second }
        if Self.isLeft(page), let lastLeft { return lastLeft }
        return last ?? master(of: page)
    }

    /// The master of a page that only makes up the number.
    func master(ofSpare page: Int) -> ResolvedMaster? {
        if Self.isLeft(page), let spareLeft { return spareLeft }
        return spare ?? right
    }

    /// The first page is a right one, as in every book; where text runs from right to left the words
    /// change sides.
    private static func isLeft(_ page: Int) -> Bool { page % 2 == 1 }

    /// After how many pages designs repeat, once first pages are past.
    var period: Int { left == nil ? 1 : 2 }
}

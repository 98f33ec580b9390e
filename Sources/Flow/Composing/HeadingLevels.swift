/// The levels of headings, none of which is passed over.
///
/// A heading that was written two levels below the one before it stands one below; its like after it
/// stands beside it, and not below.
///
/// Source: ISO 14289-1, 7.4.2.
struct HeadingLevels {
    /// What the headings above the next one were written as, the outermost first; each has the level
    /// of its place.
    private var open: [Int] = []

    /// The level of the last heading; nought before the first.
    var last: Int { open.count }

    /// The level of a heading that is written as one of a level, which is 1 or more.
    func level(of written: Int) -> Int { open.prefix { $0 < written }.count + 1 }

    /// The level of the heading above one that is written as one of a level, where levels lie between them.
    func levelAbove(passingOver written: Int) -> Int? {
        open.last { $0 < written }.flatMap { $0 + 1 < written ? $0 : nil }
    }

    /// Adds a heading, and gives its level.
    mutating func take(_ written: Int) -> Int {
        open.removeSubrange((level(of: written) - 1)...)
        open.append(written)
        return open.count
    }
}

package import Units

/// Where a piece of content begins, and the one before it ends, as painting draws it for finishing to
/// find.
///
/// It is a speck in the corner of the page, different for each boundary and too small to be seen;
/// finishing takes the speck away and puts the mark of PDF in its place. Cairo's own tags would do
/// in 1.16, but 1.18 lets a tag begin at its first letter, behind what was drawn before, and
/// forgets a tag without letters; rectangles come out alike in both.
package enum ContentBoundary: CaseIterable, Sendable {
    /// What follows is furniture.
    case furniture
    /// What follows is read.
    case content

    /// In points, each side a fraction that Cairo neither rounds away nor joins to another.
    package var size: Size {
        switch self {
        case .furniture: Size(width: .pt(1 / 64), height: .pt(3 / 64))
        case .content: Size(width: .pt(1 / 64), height: .pt(2 / 64))
        }
    }

    /// What Cairo writes of it.
    package var operators: StaticString {
        switch self {
        case .furniture: "0 0 0.016 0.047 re f"
        case .content: "0 0 0.016 0.031 re f"
        }
    }
}

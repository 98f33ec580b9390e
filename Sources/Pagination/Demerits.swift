/// What is worth how much, against each other and against the costs that strips bring along.
enum Demerits {
    /// Another page.
    static let page = 10.0
    /// A last page of a line or two.
    static let runtPage = 200.0
    /// A last page with nothing on it but what its master brings.
    static let emptyPage = 400.0
    /// A paragraph set a line longer or shorter than is best for itself.
    static let variant = 12.0
    /// What a column must cost before its paragraphs are set otherwise.
    static let worthAVariant = 14.0
    /// A note that goes on in the next column.
    static let dividedNote = 45.0
    /// A note that begins in a later column than its mark, behind one that goes on there.
    static let waitingNote = 300.0
    /// A float that stands in a later column than its mention, for each column that it waits.
    static let waitingFloat = 20.0
    /// A row alone before or after the end of a column, of rows that were to be kept together.
    static let lostRow = 300.0
    static let emptyColumn = 5_000.0
    /// Parting what should stay together, because no column could hold it.
    static let parted = 10_000.0
    static let overfull = 100_000.0

    /// A column that ends early: a line costs little, two four times as much.
    ///
    /// A column after which the text ends may be as short as it likes.
    static func slack(_ slack: Double, isNearEnd: Bool) -> Double {
        let lines = max(0, slack) / 12
        return (isNearEnd ? 1 : 15) * lines * lines
    }

    /// Spaces wider than they are drawn, so that a column ends at its foot: cheaper than to end a line
    /// short, dearer than to end there by itself.
    static func stretch(_ stretch: Double) -> Double { 6 * stretch / 12 }

    /// Columns of a spread that end on different lines.
    static func unevenSpread(by slack: Double) -> Double {
        let lines = abs(slack) / 12
        return 30 * lines * lines
    }
}

/// The rows and cells of a sheet and the bytes of their text, as many as have been read.
struct SheetSize {
    private(set) var cells = 0
    private var rows = 0
    private var bytes = 0
    private let limits: WorkbookLimits

    init(within limits: WorkbookLimits) { self.limits = limits }

    /// How many cells there may still be.
    var room: Int { limits.cells - cells }

    /// Counts rows that hold something.
    ///
    /// - Returns: Why the sheet is refused, where that makes it too large.
    mutating func add(rows count: Int) -> WorkbookError? {
        rows += count
        return rows > limits.rows ? .tooLarge(.rows, limit: limits.rows) : nil
    }

    /// Counts cells that stand in a sheet some times over.
    ///
    /// - Returns: Why it is refused, where that makes it too large.
    mutating func add(cells: Int = 1, bytes: Int, times: Int = 1) -> WorkbookError? {
        self.cells += cells * times
        self.bytes += bytes * times
        if self.cells > limits.cells { return .tooLarge(.cells, limit: limits.cells) }
        return self.bytes > limits.text ? .tooLarge(.text, limit: limits.text) : nil
    }
}

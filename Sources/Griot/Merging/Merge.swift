internal import Content
internal import Diagnostics
internal import Flow
internal import Imposition
internal import Layouts
internal import Pages
internal import Synchronization

/// One paper for each row of a spreadsheet, or for each item of a list.
public struct Merge: Sendable {
    /// A layout by name, or a paper's file, which says what is the same for all.
    public var subject: String
    /// Comma-separated values, a workbook, YAML or JSON.
    public var data: String
    /// Which sheet of a workbook; nil is the first.
    public var sheet: String?
    /// Which rows: `field=value`; nil is all.
    public var only: String?
    /// Where to: a name with fields in braces makes a file each, another name one file of all.
    public var output: String
    public var language: String?

    public init(
        subject: String,
        data: String,
        sheet: String? = nil,
        only: String? = nil,
        output: String? = nil,
        language: String? = nil
    ) {
        self.subject = subject
        self.data = data
        self.sheet = sheet
        self.only = only
        let stem = Paths.stem(of: data)
        self.output = output ?? "\(stem)/\(stem)-{index}.pdf"
        self.language = language
    }

    /// How a merge went.
    public struct Result: Sendable {
        public var outcome: Outcome
        public var made = 0
        /// Rows of which nothing was made, by the numbers that messages give them.
        public internal(set) var failedRows: [Int] = []
        public var failed: Int { failures.count }
        /// Rows that `only` passed over.
        public var skipped = 0
        /// Rows of people who have not agreed to be shown.
        public var withheld = 0

        /// The places of the records of which one file was made.
        var records: [Int] = []
        /// The places of rows of which nothing was made, from zero.
        var failures: Set<Int> = []

        /// Takes in that the one file of all rows was not written.
        mutating func fail(with error: GriotError, of plan: MergePlan) {
            failures.formUnion(plan.rows.map(\.place))
            made = 0
            if let told = error.told {
                outcome.messages.report.add(told)
            } else {
                outcome.failure = error
            }
        }
    }

    /// Whether each row has a file of its own.
    public var isApart: Bool { output.utf8.contains(UInt8(ascii: "{")) }

    /// Makes the papers, on as many threads as there are processors where each has its own file.
    ///
    /// - Parameter progress: Told how many are done, of how many; from any thread.
    /// - Throws: Where what ships with Griot can't be read.
    public func run(
        _ installation: Installation,
        progress: @Sendable @escaping (Int, Int) -> Void = { _, _ in }
    ) throws(GriotError) -> Result {
        let press = try Press(installation)
        var shift = MergeShift(self, on: press, isFirst: true)
        guard shift.isReady else { return Result(outcome: shift.outcome()) }
        let plan = shift.plan()
        var result = Result(outcome: shift.outcome(), skipped: plan.skipped)
        result.withheld = plan.withheld
        result.failures = plan.failures
        if !plan.rows.isEmpty {
            if isApart {
                try share(plan, from: shift, installation, into: &result, progress)
            } else {
                shift.bind(plan, into: &result)
            }
        }
        let report = result.outcome.messages.report
        result.outcome.messages.report = report.gathered
        result.failedRows = result.failures.map(shift.number(ofRow:)).sorted()
        return result
    }

    /// One hand goes on with what it has read; the others take apart the same bytes for themselves, since
    /// a plan counts records: of a sheet that is saved meanwhile they would be other people's.
    private func share(
        _ plan: MergePlan,
        from first: MergeShift,
        _ installation: Installation,
        into result: inout Result,
        _ progress: @Sendable @escaping (Int, Int) -> Void
    ) throws(GriotError) {
        for folder in Set(plan.rows.map { Paths.folder(of: $0.file) }).sorted() {
            try FileWriting.makeFolder(folder)
        }
        let total = plan.rows.count
        let read = first.run.press.shelves.files.snapshot
        let done = Mutex((rows: [Row?](repeating: nil, count: total), count: 0))
        Crew.share(
            tasks: total,
            first: first,
            hand: { MergeShift(self, in: installation, ofWhatWasRead: read) },
            work: { (shift: inout MergeShift, task: Int) in
                let row = shift.make(plan.rows[task])
                let count = done.withLock { done in
                    done.rows[task] = row
                    done.count += 1
                    return done.count
                }
                if count % 16 == 0 || count == total { progress(count, total) }
            }
        )
        let rows = done.withLock { $0.rows.compactMap(\.self) }
        for row in rows {
            result.outcome.messages.report.add(contentsOf: row.report)
            if row.isMade {
                result.made += 1
                result.outcome.written.append(row.file)
                if let book = row.addressBook { result.outcome.written.append(book) }
            } else {
                result.failures.insert(row.place)
            }
            if let failure = row.failure, result.outcome.failure == nil {
                result.outcome.failure = failure
            }
        }
    }

    /// How one row went.
    struct Row: Sendable {
        /// Its place among all rows, from zero.
        var place: Int
        var file: String
        var report = Report()
        var failure: GriotError?
        /// The file of address cards beside it.
        var addressBook: String?
        var isMade = false
    }
}

/// What is to be made of which row.
struct MergePlan: Sendable {
    struct Row: Sendable {
        /// Its place among the records that could be read, from zero.
        var record: Int
        /// Its place among all rows, from zero.
        var place: Int
        var file: String

        /// The same from one.
        var number: Int { place + 1 }
    }

    var rows: [Row] = []
    /// The places of rows of which nothing is made, from zero.
    var failures: Set<Int> = []
    var skipped = 0
    /// Rows that a public paper does not show.
    var withheld = 0
}

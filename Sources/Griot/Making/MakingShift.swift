internal import Content
internal import Diagnostics
internal import Synchronization

extension Making {
    /// One run: what there is to be done is found first, then done by several hands, then noted.
    struct Shift {
        let making: Making
        let installation: Installation
        let press: Press
        let papers: [String]
        var record: MakingRecord
        var results: [Result?]
        /// What is to be made or looked into, by the places of the papers.
        var tasks: [Int: Task] = [:]

        init(_ making: Making, _ installation: Installation, _ press: Press, _ papers: [String]) {
            self.making = making
            self.installation = installation
            self.press = press
            self.papers = papers
            record = MakingRecord(
                in: making.output,
                of: making.folder,
                house: installation.folder
            )
            results = [Result?](repeating: nil, count: papers.count)
        }

        mutating func run(_ progress: @Sendable @escaping (Int, Int) -> Void) throws(GriotError)
            -> Results
        {
            for paper in papers.indices { plan(paper) }
            if !tasks.isEmpty { makeWhatHasChanged(progress) }
            record.settle(Set(papers), as: making.format)
            try record.write()
            var all = Making.saidOnce(results.compactMap(\.self))
            let hasNews = !tasks.isEmpty
            all.ofTheFolder = press.review(
                making.folder,
                output: making.output,
                reading: hasNews
            )
            all.ofTheFolder.report.add(leftovers())
            all.gatherStayingSources()
            return all
        }

        private mutating func makeWhatHasChanged(_ progress: @Sendable @escaping (Int, Int) -> Void)
        {
            refuseRivals()
            FileWriting.clearAbandonedDrafts(in: making.output)
            // Before any is read: a change while it is made must be seen next time.
            let before = facts()
            let made = work(progress)
            for (paper, product) in made { note(product, of: paper, against: before) }
        }
    }

    /// What is to be done for a paper.
    struct Task {
        let job: Job
        /// The paper as it was made, where nothing is left but some of its languages, or to see whether a
        /// register on which it does not lean has something to say all the same.
        var last: MakingRecord.Entry?
        var isInDoubt = false
    }

    /// A paper made, and of what.
    struct Product {
        var result: Result
        var entry: MakingRecord.Entry?
        var eventUse: EventUse?
    }
}

extension Making.Shift {
    private mutating func plan(_ paper: Int) {
        let path = papers[paper]
        var task = Making.Task(
            job: Job(file: path, languages: making.languages, format: making.format)
        )
        if !making.isForced, let entry = record.entry(of: path, as: making.format) {
            task.last = entry
            // Mistakes that keep nothing from being made are told until they are mended.
            task.isInDoubt =
                entry.isBesideMistakes || !record.isUnchanged(entry.origin.registers)
            if !task.isInDoubt, missing(in: entry).isEmpty {
                let product = Self.unchanged(path, entry)
                results[paper] = product.result
                if let entry = product.entry { record.note(entry, of: path, as: making.format) }
                return
            }
        }
        tasks[paper] = task
    }

    /// The languages that are asked for and were not made.
    private func missing(in entry: MakingRecord.Entry) -> [String] {
        let asked = making.languages.isEmpty ? entry.origin.languages : making.languages
        return asked.filter { !entry.made.contains($0) }
    }

    /// Where papers would write the same file none of them is made: each would be the other’s end.
    private mutating func refuseRivals() {
        var rivals = Rivals()
        for paper in papers {
            let job = Job(file: paper, languages: making.languages, format: making.format)
            rivals.add(paper, writing: press.stems(of: job, to: .folder(making.output)))
        }
        for paper in papers.indices {
            guard let objection = rivals.objection(to: papers[paper]) else { continue }
            tasks[paper] = nil
            let outcome = Outcome(messages: Messages(), failure: objection)
            results[paper] = Making.Result(file: papers[paper], ending: .failed, outcome: outcome)
            record.forget(papers[paper], as: making.format)
        }
    }

    private func facts() -> FolderFacts {
        var facts = FolderFacts()
        facts.add(folder: making.folder, omitting: Paths.resolved(making.output))
        for part in ["kinds", "layouts", "fonts"] {
            facts.add(folder: Paths.joined(installation.folder, part))
        }
        return facts
    }

    /// Does all that there is to do, on as many threads as there are processors.
    private mutating func work(_ progress: @Sendable @escaping (Int, Int) -> Void)
        -> [(Int, Making.Product)]
    {
        let places = tasks.keys.sorted()
        let tasks = places.map { self.tasks[$0]! }
        let finished = Mutex([Making.Product?](repeating: nil, count: places.count))
        let (total, before) = (papers.count, papers.count - places.count)
        let (making, installation) = (making, installation)
        Crew.share(tasks: tasks.count, first: press, hand: { Press.another(in: installation) }) {
            press,
            task in
            let product = making.make(tasks[task], with: press)
            let done = finished.withLock { products in
                products[task] = product
                return products.count { $0 != nil }
            }
            progress(before + done, total)
        }
        let products = finished.withLock { $0 }
        return zip(places, products).compactMap { place, product in product.map { (place, $0) } }
    }

    private mutating func note(
        _ product: Making.Product,
        of paper: Int,
        against before: FolderFacts
    ) {
        results[paper] = product.result
        press.eventUses[papers[paper]] = product.eventUse
        record.forget(papers[paper], as: making.format)
        record.takeAsNew(product.result.outcome.written)
        guard var entry = product.entry else { return }
        entry.origin.files.formUnion(house(before))
        let files = entry.origin.files.union(entry.origin.registers)
        guard files.allSatisfy(before.holds) else { return }
        record.note(entry, of: papers[paper], as: making.format)
    }

    /// What ships with Griot and goes into every paper.
    private func house(_ facts: FolderFacts) -> [String] {
        let folders = ["kinds", "fonts"].map { Paths.joined(installation.folder, $0) + "/" }
        return facts.facts.keys.filter { path in folders.contains { path.hasPrefix($0) } }
    }

    /// A paper as it was made; of the warnings that it had then whoever makes it is reminded once.
    ///
    /// - Parameter heard: What it was told when it was read again.
    static func unchanged(
        _ paper: String,
        _ entry: MakingRecord.Entry,
        hearing heard: Outcome? = nil
    ) -> Making.Product {
        var outcome = Outcome(messages: Messages(sources: heard?.messages.sources ?? Sources()))
        outcome.mistakesElsewhere = heard?.mistakesElsewhere ?? []
        outcome.written = entry.products.map(\.path)
        let result = Making.Result(
            file: paper,
            ending: .unchanged,
            outcome: outcome,
            standingWarnings: entry.warnings
        )
        var entry = entry
        entry.warnings = 0
        entry.isBesideMistakes = !outcome.mistakesElsewhere.isEmpty
        return Making.Product(result: result, entry: entry)
    }
}

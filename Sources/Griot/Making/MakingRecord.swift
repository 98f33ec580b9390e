/// What was made last, and of what: a small file beside the papers.
///
/// Below the first line stand the files, `file`, number, size, time, digest, path; then the papers,
/// `paper`, path, format, languages, those made, sum of the content, numbers of its files, numbers of
/// the registers it does not lean on, how many warnings there were, 1 where there were mistakes elsewhere,
/// and the files made, each behind its size and a colon; then the files that are left of what papers made
/// before, `former`, the paper, and the file as there; all parted by tabs. Paths of the event are counted
/// from its folder, so that it may be moved.
struct MakingRecord {
    struct Product: Sendable {
        var size: Int
        var path: String

        init(_ path: String) {
            self.path = path
            size = Paths.size(of: path) ?? 0
        }

        fileprivate init(size: Int, path: String) { (self.size, self.path) = (size, path) }

        /// Whether it is there as it was made, as far as can be seen without reading it.
        var isThere: Bool { Paths.size(of: path) == size }
    }

    /// A paper as it was made.
    struct Entry: Sendable {
        var origin: Provenance
        /// The languages that were made.
        var made: [String]
        var products: [Product]
        /// How many there were.
        var warnings = 0
        /// Whether there were mistakes in shared records with which it has nothing to do.
        var isBesideMistakes = false

        /// Takes in other languages of the same paper, made of the same.
        mutating func add(_ other: Entry) {
            origin.files.formUnion(other.origin.files)
            made += other.made
            products += other.products
            warnings += other.warnings
        }
    }

    private struct Key: Hashable {
        var paper: String
        var format: String
    }

    private static let name = ".griot-made"
    /// What this Griot knows nothing of but the files themselves was made by another; one that has been
    /// built or installed anew is another.
    private static let heading: String = {
        let program = FileState.Facts(of: "/proc/self/exe")
        return "made by griot \(Press.version), \(program.size ?? 0) \(program.time)"
    }()
    private let places: RecordedPaths
    /// Where Griot's own layouts lie.
    private let house: String
    private let place: String
    private let bytes: [UInt8]
    private var entries: [Key: Entry] = [:]
    /// The papers that made files which none has made since, by the paths of these.
    private var former: [String: (paper: String, product: Product)] = [:]
    private var states: [String: FileState] = [:]
    private var verdicts: [String: Bool] = [:]

    /// The record of an output folder; an empty one where there is none or it can't be understood.
    init(in output: String, of folder: String, house: String) {
        places = RecordedPaths(folder: folder)
        self.house = house
        place = Paths.joined(output, Self.name)
        bytes = (try? FileReading.bytes(of: place, limit: 16 * 1_048_576)) ?? []
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        let isOurs = lines.first.map(String.init) == Self.heading
        var names: [Substring: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            switch parts[0] {
            case "file" where isOurs: readFile(parts, into: &names)
            case "paper" where isOurs: readPaper(parts, names)
            case "paper", "former": readFormer(parts)
            default: continue
            }
        }
    }

    private mutating func readFormer(_ parts: [Substring]) {
        for product in parts.dropFirst(2).compactMap(product) {
            former[product.path] = (places.path(of: String(parts[1])), product)
        }
    }

    private func product(_ text: Substring) -> Product? {
        let two = text.split(separator: ":", maxSplits: 1)
        guard two.count == 2, let size = Int(two[0]) else { return nil }
        return Product(size: size, path: places.path(of: String(two[1])))
    }

    private mutating func readFile(_ parts: [Substring], into names: inout [Substring: String]) {
        guard parts.count == 6, let time = Int(parts[3]), let digest = UInt64(parts[4], radix: 16)
        else { return }
        let path = places.path(of: String(parts[5]))
        names[parts[1]] = path
        states[path] = FileState(size: Int(parts[2]), time: time, digest: digest)
    }

    private mutating func readPaper(_ parts: [Substring], _ names: [Substring: String]) {
        guard parts.count > 10, let content = UInt64(parts[5], radix: 16) else { return }
        func list(_ text: Substring) -> [Substring] { text.split(separator: " ") }
        let files = list(parts[6]).map { names[$0] }
        let registers = list(parts[7]).map { names[$0] }
        let products = parts[10...].map(product)
        // A path with a line's end in it, or a hand that has changed the file.
        guard !(files + registers).contains(nil), !products.contains(where: { $0 == nil }) else {
            return
        }
        let origin = Provenance(
            files: Set(files.compactMap(\.self)),
            registers: Set(registers.compactMap(\.self)),
            content: content,
            languages: list(parts[3]).map(String.init)
        )
        let key = Key(paper: places.path(of: String(parts[1])), format: String(parts[2]))
        entries[key] = Entry(
            origin: origin,
            made: list(parts[4]).map(String.init),
            products: products.compactMap(\.self),
            warnings: Int(parts[8]) ?? 0,
            isBesideMistakes: parts[9] == "1"
        )
    }

    /// A paper as it was made, where it is all there and what it was made of has not changed; for the
    /// registers on which it does not lean, see ``isUnchanged(_:)``.
    mutating func entry(of paper: String, as format: Job.Format) -> Entry? {
        guard let entry = entries[Key(paper: paper, format: format.rawValue)],
            entry.products.allSatisfy(\.isThere),
            isUnchanged(entry.origin.files)
        else { return nil }
        return entry
    }

    /// Whether files hold what they held, or are as little there as they were.
    mutating func isUnchanged(_ paths: Set<String>) -> Bool {
        paths.allSatisfy { path in
            if let known = verdicts[path] { return known }
            let state = states[path]
            let now = FileState(of: path, knowing: state)
            let isSame = state.map { $0.holdsSame(as: now) } ?? false
            let verdict = isSame || state.map { saysTheHouses(path, $0, now) } ?? false
            verdicts[path] = verdict
            // Somebody has only touched it: next time that is seen without reading it.
            if verdict { states[path] = now }
            return verdict
        }
    }

    /// Whether a layout has come into the event, or gone from it, that says what Griot’s own in its place
    /// does.
    ///
    /// That one is looked at as well: the paper was made of one of the two, and both were noted.
    private func saysTheHouses(_ path: String, _ then: FileState, _ now: FileState) -> Bool {
        let own = Paths.joined(places.folder, "layouts/")
        guard path.hasPrefix(own), (then.size == nil) != (now.size == nil) else { return false }
        let shipped = Paths.joined(house, "layouts/" + path.dropFirst(own.count))
        let copy = then.size == nil ? now : then
        return states[shipped].map { copy.holdsSame(as: $0) } ?? false
    }

    /// Files that papers made before and that none has made since, as they were made, with the papers.
    var leftovers: [(paper: String, file: String)] {
        let made = Set(entries.values.flatMap { $0.products.map(\.path) })
        return former.values.filter { !made.contains($0.product.path) && $0.product.isThere }
            .map { ($0.paper, $0.product.path) }
            .sorted { $0.file < $1.file }
    }

    mutating func forget(_ paper: String, as format: Job.Format) {
        forget(Key(paper: paper, format: format.rawValue))
    }

    /// Takes it that files stand anew where papers had made others.
    mutating func takeAsNew(_ files: [String]) {
        for file in files { former[file] = nil }
    }

    /// Nothing is known any more of what a paper was made of, but which files it made is.
    private mutating func forget(_ key: Key) {
        for product in entries[key]?.products ?? [] {
            former[product.path] = (key.paper, product)
        }
        entries[key] = nil
    }

    mutating func note(_ entry: Entry, of paper: String, as format: Job.Format) {
        entries[Key(paper: paper, format: format.rawValue)] = entry
    }

    /// Takes in what the files hold now of which papers were made; of others that were made of the same
    /// files while they held something else, nothing is known any more.
    ///
    /// - Parameter fresh: The papers that have just been made or found unchanged, all in one format.
    mutating func settle(_ fresh: Set<String>, as format: Job.Format) {
        for (key, entry) in entries
        where !(fresh.contains(key.paper) && key.format == format.rawValue) {
            let isGood = isUnchanged(entry.origin.files) && isUnchanged(entry.origin.registers)
            if !isGood { forget(key) }
        }
        for entry in entries.values {
            for path in entry.origin.files.union(entry.origin.registers)
            where verdicts[path] != true {
                states[path] = FileState(of: path, knowing: states[path])
                verdicts[path] = true
            }
        }
    }

    func write() throws(GriotError) {
        let used = entries.values.reduce(into: Set<String>()) {
            $0.formUnion($1.origin.files)
            $0.formUnion($1.origin.registers)
        }
        var lines = [Self.heading]
        var numbers: [String: String] = [:]
        for (number, path) in used.sorted().enumerated() {
            numbers[path] = "\(number)"
            let state = states[path]!
            let size = state.size.map(String.init) ?? "-"
            let digest = String(state.digest, radix: 16)
            lines.append(
                "file\t\(number)\t\(size)\t\(state.time)\t\(digest)\t\(places.text(of: path))"
            )
        }
        let papers = entries.sorted {
            ($0.key.paper, $0.key.format) < ($1.key.paper, $1.key.format)
        }
        for (key, entry) in papers { lines.append(line(of: entry, key, numbers)) }
        for (paper, file) in leftovers {
            let product = places.text(of: former[file]!.product)
            lines.append(["former", places.text(of: paper), product].joined(separator: "\t"))
        }
        let text = Array((lines.joined(separator: "\n") + "\n").utf8)
        guard text != bytes else { return }
        try FileWriting.makeFolder(Paths.folder(of: place))
        try FileWriting.write(text, to: place)
    }

    private func line(of entry: Entry, _ key: Key, _ numbers: [String: String]) -> String {
        func list(_ paths: Set<String>) -> String {
            paths.sorted().map { numbers[$0]! }.joined(separator: " ")
        }
        let parts = [
            "paper", places.text(of: key.paper), key.format,
            entry.origin.languages.joined(separator: " "), entry.made.joined(separator: " "),
            String(entry.origin.content, radix: 16), list(entry.origin.files),
            list(entry.origin.registers), String(entry.warnings),
            entry.isBesideMistakes ? "1" : "0",
        ]
        return (parts + entry.products.map(places.text)).joined(separator: "\t")
    }
}

/// Paths as a record keeps them: those in the event’s folder begin with `./`.
private struct RecordedPaths {
    let folder: String

    func text(of path: String) -> String {
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        if folder == ".", !path.hasPrefix("/"), !path.hasPrefix("../") { return "./" + path }
        return path.hasPrefix(prefix) ? "./" + path.dropFirst(prefix.count) : path
    }

    func text(of product: MakingRecord.Product) -> String {
        "\(product.size):\(text(of: product.path))"
    }

    func path(of text: String) -> String {
        text.hasPrefix("./") ? Paths.joined(folder, String(text.dropFirst(2))) : text
    }
}

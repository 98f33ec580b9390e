/// The sheets that a workbook names, and where its parts lie.
struct Contents: XMLListener {
    /// In the order of their tabs; those that are hidden are not offered.
    private(set) var sheets: [(name: String, id: String)] = []
    /// Whether days are counted from 1904, as old Macintoshes did.
    private(set) var countsFrom1904 = false
    private(set) var refusal: WorkbookError?

    mutating func begin(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "workbookPr": countsFrom1904 = ["1", "true"].contains(attributes["date1904"])
        case "sheet":
            let isHidden = (attributes["state"] ?? "visible") != "visible"
            guard !isHidden, let name = attributes["name"], let id = attributes["id"] else {
                return
            }
            guard sheets.count < 1_000 else {
                refusal = .tooLarge(.sheets, limit: 1_000)
                return
            }
            sheets.append((name, id))
        default: break
        }
    }

    mutating func end(_ name: String) {}
    mutating func add(_ text: String) {}
}

/// Which part an id stands for.
struct Relations: XMLListener {
    private(set) var targets: [String: String] = [:]
    private(set) var refusal: WorkbookError?

    mutating func begin(_ name: String, _ attributes: [String: String]) {
        guard name == "Relationship", let id = attributes["Id"], let target = attributes["Target"],
            targets.count < 10_000
        else { return }
        targets[id] = target
    }

    mutating func end(_ name: String) {}
    mutating func add(_ text: String) {}

    /// The part that an id stands for: from the root of the archive, or beside the workbook.
    func part(_ id: String, beside folder: String) -> String? {
        targets[id].map { $0.hasPrefix("/") ? String($0.dropFirst()) : folder + $0 }
    }
}

/// The texts that cells share, each once.
struct SharedTexts: XMLListener {
    private(set) var texts: [String] = []
    private(set) var refusal: WorkbookError?
    private var room: Int
    private let limit: Int
    private var text = ""
    private var isText = false
    /// Inside of a reading aid for Japanese, which is no part of the text.
    private var isPhonetic = false

    init(limit: Int) {
        room = limit
        self.limit = limit
    }

    mutating func begin(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "si": text = ""
        case "rPh": isPhonetic = true
        case "t": isText = !isPhonetic
        default: break
        }
    }

    mutating func end(_ name: String) {
        switch name {
        case "si": texts.append(text)
        case "rPh": isPhonetic = false
        case "t": isText = false
        default: break
        }
    }

    mutating func add(_ text: String) {
        guard isText else { return }
        room -= text.utf8.count
        if room < 0 { refusal = .tooLarge(.text, limit: limit) }
        self.text += text
    }
}

/// Which styles of cells show a number as a day or an hour.
struct NumberFormats: XMLListener {
    enum Meaning { case number, date }

    private(set) var meanings: [Meaning] = []
    private(set) var refusal: WorkbookError?
    private var dates: Set<Int> = Set(14...22).union(27...36).union(45...47).union(50...58)
    private var isInCells = false

    mutating func begin(_ name: String, _ attributes: [String: String]) {
        switch name {
        case "numFmt":
            guard let id = attributes["numFmtId"].flatMap({ Int($0) }),
                let code = attributes["formatCode"]
            else { return }
            if Self.showsDate(code) { dates.insert(id) } else { dates.remove(id) }
        case "cellXfs": isInCells = true
        case "xf" where isInCells && meanings.count < 100_000:
            let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
            meanings.append(dates.contains(id) ? .date : .number)
        default: break
        }
    }

    mutating func end(_ name: String) { if name == "cellXfs" { isInCells = false } }
    mutating func add(_ text: String) {}

    /// Whether a format has letters for parts of a day; quoted words and colours do not count.
    static func showsDate(_ code: String) -> Bool {
        if ["general", "standard"].contains(code.lowercased()) { return false }
        var isQuoted = false
        var isBracketed = false
        var isEscaped = false
        for letter in code {
            if isEscaped {
                isEscaped = false
            } else if letter == "\"" {
                isQuoted.toggle()
            } else if isQuoted {
                continue
            } else if letter == "\\" || letter == "_" || letter == "*" {
                isEscaped = true
            } else if letter == "[" {
                isBracketed = true
            } else if letter == "]" {
                isBracketed = false
            } else if !isBracketed, "ymdhsYMDHS".contains(letter) {
                return true
            }
        }
        return false
    }
}

/// Whether the parts of an OpenDocument file can be read by nobody without its password.
struct Manifest: XMLListener {
    private(set) var isLocked = false
    let refusal: WorkbookError? = nil

    mutating func begin(_ name: String, _ attributes: [String: String]) {
        if name == "encryption-data" { isLocked = true }
    }

    mutating func end(_ name: String) {}
    mutating func add(_ text: String) {}
}

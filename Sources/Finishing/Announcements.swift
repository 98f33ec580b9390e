package import Diagnostics
internal import Structure

extension AccessibilityReading {
    /// What is heard, line by line, in the words of whoever listens: a screen reader says “heading 2”
    /// and “list of 3 items”, and nobody needs the names of tags.
    package var announcements: [Diagnostic.Message] {
        pages.enumerated().flatMap { page, lines in
            ["page \(page + 1)"] + PageAnnouncer(lines).announcements()
        }
    }
}

/// Announces what stands on one page.
private struct PageAnnouncer {
    private typealias Line = AccessibilityReading.Line

    private let lines: [Line]
    /// For each line, those right below it.
    private var parts: [[Int]]
    private var top: [Int] = []
    private var isOfContents: [Bool]

    init(_ lines: [AccessibilityReading.Line]) {
        self.lines = lines
        parts = Array(repeating: [], count: lines.count)
        isOfContents = Array(repeating: false, count: lines.count)
        var open: [Int] = []
        for (index, line) in lines.enumerated() {
            while let last = open.last, lines[last].depth >= line.depth { open.removeLast() }
            if let holder = open.last {
                parts[holder].append(index)
                isOfContents[index] =
                    lines[holder].role == .contentsItem || isOfContents[holder]
            } else {
                top.append(index)
            }
            open.append(index)
        }
    }

    /// From the top down, without recursion: a tree may be deep.
    func announcements() -> [Diagnostic.Message] {
        var told: [Diagnostic.Message] = []
        var waiting = top.reversed().map { (line: $0, depth: 1) }
        while let (index, depth) = waiting.popLast() {
            var (said, rest) = announcement(of: index)
            if let language = lines[index].language {
                said = said.map { "in ‘\(language)’: \($0)" } ?? "in ‘\(language)’"
            }
            if let said { told.append("\(indent(depth))\(said)") }
            waiting += rest.reversed().map { ($0, said == nil ? depth : depth + 1) }
        }
        return told
    }

    private func indent(_ depth: Int) -> String { String(repeating: "  ", count: min(depth, 20)) }

    /// What is said of an element, nil where only what it holds is heard, and what is left to be said.
    private func announcement(of index: Int) -> (said: Diagnostic.Message?, rest: [Int]) {
        let line = lines[index]
        switch line.role {
        case .document, .part, .section, .division, .tableHead, .tableBody, .paragraph, .label,
            .listBody, .span, .contentsItem:
            return (bare(line.words), parts[index])
        case .heading(let level):
            return (either(line, "heading \(level)") { "heading \(level): \($0)" }, parts[index])
        case .title: return ("title: \(line.words.trimmed)", parts[index])
        case .list: return (list(of: items(in: index)), parts[index])
        case .listItem: return item(index)
        case .table: return (table(index), parts[index])
        case .tableRow: return row(index)
        case .tableHeader: return (either(line, "head") { "head: \($0)" }, parts[index])
        case .tableData: return (either(line, "cell") { "cell: \($0)" }, parts[index])
        case .contents: return ("contents", parts[index])
        case .figure:
            return (
                either(line, "picture without a description") { "picture: \($0)" }, parts[index]
            )
        case .link: return (either(line, "link") { "link: \($0)" }, parts[index])
        case .reference:
            guard !isOfContents[index] else { return (bare(line.words), parts[index]) }
            return (
                either(line, "mark of a note") { "mark of a note: \($0)" }, parts[index]
            )
        case .caption: return whole(index, "caption") { "caption: \($0)" }
        case .blockQuote, .quote: return whole(index, "quotation") { "quotation: \($0)" }
        case .note: return whole(index, "note") { "note: \($0)" }
        }
    }

    /// What is said of an element that has words of its own, or of one that has none.
    private func either(
        _ line: Line,
        _ wordless: Diagnostic.Message,
        _ wordy: (String) -> Diagnostic.Message
    ) -> Diagnostic.Message {
        let words = line.words.trimmed
        return words.isEmpty ? wordless : wordy(words)
    }

    private func bare(_ words: String) -> Diagnostic.Message? {
        let words = words.trimmed
        return words.isEmpty ? nil : "\(words)"
    }

    /// An element and the paragraph it begins with are one.
    private func whole(
        _ index: Int,
        _ wordless: Diagnostic.Message,
        _ wordy: (String) -> Diagnostic.Message
    ) -> (said: Diagnostic.Message?, rest: [Int]) {
        let rest = parts[index]
        guard lines[index].words.isEmpty, let first = rest.first,
            lines[first].role == .paragraph, lines[first].language == nil
        else { return (either(lines[index], wordless, wordy), rest) }
        return (either(lines[first], wordless, wordy), parts[first] + rest.dropFirst())
    }

    // MARK: Lists

    private func items(in list: Int) -> Int { parts[list].count { lines[$0].role == .listItem } }

    private func list(of items: Int) -> Diagnostic.Message {
        items == 1 ? "list of 1 item" : "list of \(items) items"
    }

    /// A label and what it labels are heard in one breath.
    private func item(_ index: Int) -> (said: Diagnostic.Message?, rest: [Int]) {
        var words = [lines[index].words]
        var rest: [Int] = []
        for part in parts[index] {
            guard [.label, .listBody].contains(lines[part].role), rest.isEmpty,
                lines[part].language == nil
            else {
                rest.append(part)
                continue
            }
            words.append(lines[part].words)
            rest += parts[part]
        }
        let said = words.map(\.trimmed).filter { !$0.isEmpty }.joined(separator: " ")
        return (bare(said), rest)
    }

    // MARK: Tables

    private func table(_ index: Int) -> Diagnostic.Message {
        let rows = parts[index].flatMap { part in
            lines[part].role == .tableRow
                ? [part] : parts[part].filter { lines[$0].role == .tableRow }
        }
        let columns = rows.map { parts[$0].count }.max() ?? 0
        let size = Self.size(rows: rows.count, columns: columns)
        let words = lines[index].words.trimmed
        return words.isEmpty ? "table, \(size)" : "table, \(size): \(words)"
    }

    private static func size(rows: Int, columns: Int) -> Diagnostic.Message {
        let height: Diagnostic.Message = rows == 1 ? "1 row" : "\(rows) rows"
        let width: Diagnostic.Message = columns == 1 ? "1 column" : "\(columns) columns"
        return "\(height) and \(width)"
    }

    /// Cells that hold only words are heard one after the other.
    private func row(_ index: Int) -> (said: Diagnostic.Message?, rest: [Int]) {
        let cells = parts[index]
        let words = cells.compactMap { self.words(ofCell: $0) }
        guard words.count == cells.count else { return ("row", cells) }
        let said = words.joined(separator: " | ")
        let areHeads = cells.allSatisfy { lines[$0].role == .tableHeader }
        return (areHeads ? "heads: \(said)" : "row: \(said)", [])
    }

    /// The words of a cell that holds nothing else.
    private func words(ofCell cell: Int) -> String? {
        let paragraphs = parts[cell]
        let all = [cell] + paragraphs
        guard all.allSatisfy({ lines[$0].language == nil }),
            paragraphs.allSatisfy({ lines[$0].role == .paragraph && parts[$0].isEmpty })
        else { return nil }
        return all.map { lines[$0].words.trimmed }.filter { !$0.isEmpty }.joined(separator: "; ")
    }
}

extension String {
    fileprivate var trimmed: String {
        let isBlank: (Character) -> Bool = \.isWhitespace
        return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
}

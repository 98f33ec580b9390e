import Diagnostics

/// Lists and mappings told apart by indentation (sections 8.2.1 and 8.2.2).
extension Parser {
    /// Reads a list whose first dash stands here.
    mutating func sequence(in place: Surroundings) throws(Stumble) -> Node {
        let column = column
        let start = position
        let level = depth
        try enter(start)
        var items: [Node] = []
        repeat {
            do {
                position += 1
                items.append(try blockNode(in: Surroundings(parent: column, allowsCompact: true)))
                guard try continuesSequence(column, in: place, after: items.last) else { break }
            } catch {
                guard try resume(column, depth: level + 1, after: error) else { break }
                guard isIndicator(.dash) else { break }
            }
        } while true
        depth = level
        closedColumn = column
        return node(.sequence(items), start, items.last.map { Int($0.written.end) } ?? start + 1)
    }

    /// What follows a dash or a point that was meant to begin an item.
    private func withoutBullet(_ text: String) -> String {
        guard let first = text.first, "-–—•*·".contains(first) else { return text }
        let rest = text.dropFirst().drop(while: \.isWhitespace)
        return rest.isEmpty ? text : String(rest)
    }

    private mutating func continuesSequence(
        _ column: Int,
        in place: Surroundings,
        after item: Node?
    ) throws(Stumble) -> Bool {
        guard try continues(column) else { return false }
        if isIndicator(.dash) { return true }
        if place.parent == column { return false }
        let end = visibleEnd(from: position)
        throw fail(
            .error(.dashMissing, at: span(position, end))
                .hinting(
                    besideKey(of: item, or: place.key, before: end)
                        ?? .writeDash(withoutBullet(string(position, end)), column: column + 1)
                )
        )
    }

    /// Where a key belongs that stands in the column of the hyphen and not in that of the item’s keys; or,
    /// where items have none, of the list’s own key.
    private func besideKey(of item: Node?, or owner: Span?, before end: Int)
        -> Diagnostic.Message?
    {
        let line = bytes[position..<end]
        guard
            line.indices.contains(where: { bytes[$0] == .colon && bytes[$0 + 1].isBlankBreakOrEnd })
        else { return nil }
        if let key = item?.entries?.first?.key, let name = key.text {
            return .moveBeside(name, column: columnOf(key.written))
        }
        guard item?.entries == nil, let owner else { return nil }
        return .moveBeside(
            string(Int(owner.start), Int(owner.end)).shortened,
            column: columnOf(owner)
        )
    }

    /// Reads a mapping; its first key has been read already unless that is an explicit one.
    mutating func mapping(_ item: Item, firstKey: Node?) throws(Stumble) -> Node {
        let column = item.start - lineStart
        let level = depth
        try enter(item.start)
        var entries = Entries()
        var pending = firstKey
        repeat {
            do {
                if let key = pending {
                    pending = nil
                    try add(key, to: &entries, column: column)
                } else {
                    try entry(of: &entries, column: column)
                }
                guard try continues(column) else { break }
            } catch {
                guard try resume(column, depth: level + 1, after: error) else { break }
            }
        } while true
        depth = level
        closedColumn = column
        return node(.mapping(entries.all), item.start, entries.end ?? item.start)
    }

    /// Reads one entry, from the first letter of its key.
    private mutating func entry(of entries: inout Entries, column: Int) throws(Stumble) {
        if isIndicator(.question) { return try explicitEntry(of: &entries, column: column) }
        if isIndicator(.dash) {
            throw fail(
                .error(.dashAmongKeys, at: letter(at: position))
                    .hinting(.indentListOrKey(column: column + 1))
            )
        }
        let line = lineStart
        let mark = mark()
        let decoration = try decoration(in: .block)
        if isAtLineEnd, let first = decoration.first {
            throw fail(.error(.keyMissing, at: first))
        }
        let bare = try inlineNode(parent: column, decoration: decoration)
        let key = decorate(bare, with: decoration, since: mark)
        skipBlanks()
        guard isIndicator(.colon), lineStart == line else {
            throw refuseKeyWithoutColon(key, isLong: lineStart != line)
        }
        try add(key, to: &entries, column: column)
    }

    /// Reads the value of a key; the colon stands here.
    private mutating func add(
        _ key: Node,
        to entries: inout Entries,
        column: Int
    ) throws(Stumble) {
        position += 1
        // The key counts even where its value is damaged, so that the next one is still a second.
        let isSecond = entries.begin(key)
        if let first = isSecond { try refuseDuplicate(key, first: first) }
        let place = Surroundings(parent: column, allowsListAtParent: true, key: key.written)
        entries.finish(key, try blockNode(in: place))
        warnOfMerge(key)
    }

    /// `? key` and, in the same column, `: value`.
    private mutating func explicitEntry(
        of entries: inout Entries,
        column: Int
    ) throws(Stumble) {
        position += 1
        let place = Surroundings(parent: column, allowsCompact: true, allowsListAtParent: true)
        let key = try blockNode(in: place)
        if let first = entries.begin(key) { try refuseDuplicate(key, first: first) }
        let end = Int(key.written.end)
        try skipToContent()
        guard isFirstOnLine, lineIndent == column, lineTab == nil, isIndicator(.colon) else {
            entries.finish(key, emptyNode(at: end))
            return
        }
        position += 1
        entries.finish(key, try blockNode(in: place))
    }

    /// Goes to the next line of content and says whether it begins an entry in this column.
    private mutating func continues(_ column: Int) throws(Stumble) -> Bool {
        try skipToContent()
        if isAtEnd || isAtMarker { return false }
        precondition(isFirstOnLine, "an entry ends with its line")
        if lineIndent < column {
            closedColumn = column
            return false
        }
        if let lineTab { throw refuseTab(at: lineTab) }
        if lineIndent == column {
            closedColumn = nil
            return true
        }
        throw wrongIndentation(expected: [column] + (closedColumn.map { [$0] } ?? []))
    }

    /// After a damaged entry: finds the next of this column and says whether there is one.
    private mutating func resume(
        _ column: Int,
        depth level: Int,
        after stumble: Stumble
    ) throws(Stumble) -> Bool {
        if stumble == .stop { throw stumble }
        depth = level
        // Nobody knows how deep the damaged entry was.
        reach = limits.nesting
        leaveEntry(of: column)
        return !isAtEnd && !isAtMarker && lineIndent == column && lineTab == nil
    }
}

/// The entries of a mapping as they come in, and the keys met so far.
struct Entries {
    private(set) var all: [Node.Entry] = []
    private(set) var end: Int?
    private var keys: [Key] = []
    /// Where each key is in ``keys``, once they are too many to be looked through.
    private var places: [String: Int] = [:]

    private struct Key {
        let text: String
        let span: Span
    }

    /// Most mappings are so small that a table of their keys costs more than reading them.
    private static let fewKeys = 12

    /// Notes a key; gives the place of an equal one before it.
    ///
    /// Only texts are compared. A missing key is left to whoever reads the mapping.
    mutating func begin(_ key: Node) -> Span? {
        end = max(end ?? 0, Int(key.written.end))
        guard let text = key.text, !key.isEmpty else { return nil }
        if let first = place(of: text) { return first }
        if keys.isEmpty { keys.reserveCapacity(4) }
        keys.append(Key(text: text, span: key.written))
        if keys.count > Self.fewKeys { tabulate() }
        return nil
    }

    private func place(of text: String) -> Span? {
        if !places.isEmpty { return places[text].map { keys[$0].span } }
        return keys.first { $0.text == text }?.span
    }

    private mutating func tabulate() {
        for index in places.count..<keys.count { places[keys[index].text] = index }
    }

    mutating func finish(_ key: consuming Node, _ value: consuming Node) {
        end = max(end ?? 0, Int(value.written.end))
        if all.isEmpty { all.reserveCapacity(4) }
        all.append(Node.Entry(key: key, value: value))
    }
}

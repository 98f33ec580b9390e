package import Diagnostics

package struct ElementID: Hashable, Sendable {
    package let index: Int32

    package init(index: Int32) { self.index = index }
}

/// One node of the structure: what it is, in which language, and what stands for it where it
/// cannot be seen.
package struct Element: Hashable, Sendable {
    package var role: Role
    package let parent: ElementID?
    package fileprivate(set) var children: [ElementID] = []
    /// BCP 47; nil where it is the parent's.
    package var language: String?
    /// What a picture shows, for those who cannot see it.
    package var alternative: String?
    /// The words, where the glyphs do not say them.
    package var actualText: String?
    /// What a table is about, said before its cells are read.
    package var summary: String?
    package var cell = Cell()
    package var numbering = Numbering.none
    /// Of a heading that was written several levels below the one above it, and stands one below.
    package var passedLevels: PassedLevels?
    /// Where it was written.
    package var origin: Span?
    /// Where its first words were written, if a layout asked for the element.
    package var words: Span?

    /// As what a heading was written, and the one above it.
    package struct PassedLevels: Hashable, Sendable {
        package var above: Int
        package var written: Int

        package init(above: Int, written: Int) {
            self.above = above
            self.written = written
        }
    }

    /// What a table cell adds.
    ///
    /// Source: ISO 32000-1, section 14.8.5.7.
    package struct Cell: Hashable, Sendable {
        package enum Scope: String, Sendable { case row = "Row", column = "Column" }

        package var scope: Scope?
        package var rowSpan = 1
        package var columnSpan = 1

        package init(scope: Scope? = nil, rowSpan: Int = 1, columnSpan: Int = 1) {
            self.scope = scope
            self.rowSpan = rowSpan
            self.columnSpan = columnSpan
        }
    }

    /// How a list's labels count.
    ///
    /// Source: ISO 32000-1, section 14.8.5.5.
    package enum Numbering: String, Hashable, Sendable {
        case none = "None", disc = "Disc", decimal = "Decimal"
    }
}

/// Everything that is read, in the order in which it is read.
///
/// Children stand in reading order whatever their place on the page: columns, side columns and
/// cards are read as written, not as drawn.
package struct StructureTree: Hashable, Sendable {
    package private(set) var elements: [Element]

    package init() { elements = [Element(role: .document, parent: nil)] }

    package static let root = ElementID(index: 0)

    package mutating func add(_ role: Role, to parent: ElementID = root, origin: Span? = nil)
        -> ElementID
    {
        let id = ElementID(index: Int32(elements.count))
        elements.append(Element(role: role, parent: parent, origin: origin))
        elements[Int(parent.index)].children.append(id)
        return id
    }

    /// An element and those that it stands in, from the inside.
    package func lineage(of element: ElementID) -> some Sequence<ElementID> {
        // What is asked of may have been taken back since.
        sequence(state: elements.indices.contains(Int(element.index)) ? element : nil) { next in
            defer { next = next.flatMap { self[$0].parent } }
            return next
        }
    }

    /// Where an element, or what stands around it, was written.
    package func origin(of element: ElementID) -> Span? {
        lineage(of: element).lazy.compactMap { self[$0].origin }.first
    }

    /// The nearest element of a role that an element is or stands in.
    package func nearest(_ role: Role, around element: ElementID) -> ElementID? {
        lineage(of: element).first { self[$0].role == role }
    }

    /// Tables of which no cell is a header: to those who hear them, their columns have no names.
    package var tablesWithoutHeaders: [ElementID] {
        var named: Set<ElementID> = []
        for index in elements.indices where elements[index].role == .tableHeader {
            if let table = nearest(.table, around: ElementID(index: Int32(index))) {
                named.insert(table)
            }
        }
        return elements.indices.map { ElementID(index: Int32($0)) }.filter {
            self[$0].role == .table && !named.contains($0)
        }
    }

    /// Puts the children of an element into another order.
    package mutating func reorder(_ children: [ElementID], of parent: ElementID) {
        precondition(
            Set(children) == Set(self[parent].children),
            "an order is of the children that there are"
        )
        elements[Int(parent.index)].children = children
    }

    /// Takes back every element from the so-many-th on.
    package mutating func withdraw(from count: Int) {
        for element in elements[count...] {
            guard let parent = element.parent.map({ Int($0.index) }), parent < count else {
                continue
            }
            while let last = elements[parent].children.last, Int(last.index) >= count {
                elements[parent].children.removeLast()
            }
        }
        elements.removeLast(elements.count - count)
    }

    /// An element, lent: who asks for its role alone needs no copy of all that it says.
    package subscript(id: ElementID) -> Element {
        _read { yield elements[Int(id.index)] }
        _modify { yield &elements[Int(id.index)] }
    }

    /// The tree as indented text, one element a line.
    package func dump() -> String {
        var text = ""
        func write(_ id: ElementID, _ depth: Int) {
            let element = self[id]
            text += String(repeating: "  ", count: depth) + element.role.tag
            if let language = element.language { text += " lang=\(language)" }
            if let alternative = element.alternative { text += " alt=‘\(alternative)’" }
            if let summary = element.summary { text += " about=‘\(summary)’" }
            if let words = element.actualText { text += " says=‘\(words)’" }
            if let scope = element.cell.scope { text += " scope=\(scope.rawValue)" }
            text += "\n"
            for child in element.children { write(child, depth + 1) }
        }
        write(Self.root, 0)
        return text
    }
}

package import Diagnostics
package import Pages
import Structure

/// Finds what would keep a document from being read by everybody, and says it where it was written.
///
/// What is not on any page is not read, so it is not found wanting either.
///
/// - Returns: How much of what kind was found.
///
/// Source: ISO 14289-1, 7.3 (figures), 7.4 (headings), 7.5 (tables), 7.18.5 (links); for contrast
/// WCAG 2.1, 1.4.3.
@discardableResult
package func checkAccessibility(of document: Document, reporting report: inout Report)
    -> AccessibilityFindings
{
    var own = Report()
    let check = AccessibilityCheck(of: document)
    var findings = AccessibilityFindings()
    func counting(_ find: (inout Report) -> Void) -> Int {
        let before = own.diagnostics.count
        find(&own)
        return own.diagnostics.count - before
    }
    findings.titles = counting { check.title(reporting: &$0) }
    findings.headings = counting { check.headings(reporting: &$0) }
    findings.pictures = counting { check.figures(reporting: &$0) }
    findings.tables = counting { check.tables(reporting: &$0) }
    findings.links = counting { check.links(reporting: &$0) }
    findings.contrasts = counting { checkContrast(of: document, reporting: &$0) }
    report.add(contentsOf: own)
    return findings
}

private struct AccessibilityCheck {
    let document: Document
    let tree: StructureTree
    /// Whether anything of the element is on a page.
    private var isThere: [Bool]

    init(of document: Document) {
        self.document = document
        tree = document.structure
        isThere = Array(repeating: false, count: tree.elements.count)
        for page in document.pages {
            for fragment in page.fragments {
                guard case .element(let id) = fragment.owner,
                    isThere.indices.contains(Int(id.index))
                else { continue }
                isThere[Int(id.index)] = true
            }
        }
        for element in tree.elements.indices.reversed() where isThere[element] {
            if let parent = tree.elements[element].parent { isThere[Int(parent.index)] = true }
        }
    }

    /// Elements that are there, in the order of reading, without recursion: a tree may be deep.
    private func inReadingOrder() -> [Int] {
        var order: [Int] = []
        var waiting = [0]
        while let element = waiting.popLast() {
            guard isThere[element] else { continue }
            order.append(element)
            waiting += tree.elements[element].children.reversed().map { Int($0.index) }
        }
        return order
    }

    func title(reporting report: inout Report) {
        guard document.metadata.title.isEmpty else { return }
        report.add(.warning(.noTitle, at: nil).hinting("give the document a title"))
    }

    func headings(reporting report: inout Report) {
        var last = 0
        for element in inReadingOrder() {
            guard case .heading(let level) = tree.elements[element].role else { continue }
            if level > last + 1 {
                report.add(
                    .warning(.skippedHeading(level, after: last), at: origin(of: element))
                        .hinting("make it a heading of level \(last + 1)")
                )
            }
            last = level
        }
    }

    func figures(reporting report: inout Report) {
        for element in tree.elements.indices where isThere[element] {
            let node = tree.elements[element]
            guard node.role == .figure, (node.alternative ?? "").isEmpty,
                (node.actualText ?? "").isEmpty
            else { continue }
            report.add(
                .error(.figureWithoutWords, at: origin(of: element))
                    .hinting("add ‘alt: …’, or ‘decorative: yes’ where it says nothing")
            )
        }
    }

    func tables(reporting report: inout Report) {
        var tablesWithHeaders: Set<Int> = []
        for element in tree.elements.indices where tree.elements[element].role == .tableHeader {
            if let table = table(around: element) { tablesWithHeaders.insert(table) }
        }
        for element in tree.elements.indices
        where isThere[element] && tree.elements[element].role == .table {
            guard !tablesWithHeaders.contains(element) else { continue }
            report.add(
                .error(.tableWithoutHeaders, at: origin(of: element))
                    .hinting("name the columns in a first row")
            )
        }
    }

    func links(reporting report: inout Report) {
        for link in document.pages.lazy.flatMap(\.links) {
            guard case .destination(let name) = link.target else { continue }
            let place = document.destinations[name]
            if let place, document.pages.indices.contains(place.page) { continue }
            report.add(.error(.linkToNowhere(name), at: origin(of: Int(link.element.index))))
        }
    }

    private func table(around element: Int) -> Int? {
        var next = tree.elements[element].parent
        while let id = next {
            if tree[id].role == .table { return Int(id.index) }
            next = tree[id].parent
        }
        return nil
    }

    /// Where it was written, or what stands around it was.
    private func origin(of element: Int) -> Span? {
        var next: ElementID? = ElementID(index: Int32(element))
        while let id = next, tree.elements.indices.contains(Int(id.index)) {
            if let origin = tree[id].origin { return origin }
            next = tree[id].parent
        }
        return nil
    }
}

extension Diagnostic.Message {
    static var noTitle: Self { "the document has no title to be announced by" }

    static func skippedHeading(_ level: Int, after last: Int) -> Self {
        last == 0
            ? "the first heading is of level \(level)"
            : "a heading of level \(level) follows one of level \(last)"
    }

    /// As composing says it, so that nobody hears it twice.
    static var figureWithoutWords: Self {
        "this picture has no description for those who cannot see it"
    }

    static var tableWithoutHeaders: Self { "a table has no header cells" }
    static func linkToNowhere(_ name: String) -> Self {
        "a link leads to ‘\(name)’, which is nowhere"
    }
}

package import Diagnostics
package import Pages
package import Structure
package import Units

/// Finds what would keep a document from being read by everybody, and says it where it was written.
///
/// What is not on any page is not read, so it is not found wanting either.
///
/// - Parameters:
///   - names: What the brand calls its colours.
///   - house: The layouts that ship: which levels of headings lie between two of theirs depends on what
///     a paper has, and is nothing to mend.
/// - Returns: How much of what kind was found.
///
/// Source: ISO 14289-1, 7.3 (figures), 7.4 (headings), 7.5 (tables), 7.18.5 (links); for contrast
/// WCAG 2.1, 1.4.3.
@discardableResult
package func checkAccessibility(
    of document: Document,
    naming names: [Colour: String] = [:],
    house: Set<SourceID> = [],
    reporting report: inout Report
) -> AccessibilityFindings {
    var findings = checkAccessibility(of: document.heard, house: house, reporting: &report)
    findings.contrasts = checkContrast(of: document, naming: names, reporting: &report)
    return findings
}

/// Finds the same in a file that was finished before, but for its colours.
@discardableResult
package func checkAccessibility(
    of document: HeardDocument,
    house: Set<SourceID> = [],
    reporting report: inout Report
) -> AccessibilityFindings {
    // What composing has told already is counted all the same.
    var own = Report()
    let check = AccessibilityCheck(of: document, house: house)
    var findings = AccessibilityFindings()
    findings.titles = check.title(reporting: &own)
    findings.declarations = check.declaration(reporting: &own)
    findings.headings = check.headings(reporting: &own)
    findings.pictures = check.figures(reporting: &own)
    findings.tables = check.tables(reporting: &own)
    findings.links = check.links(reporting: &own)
    report.add(contentsOf: own)
    return findings
}

private struct AccessibilityCheck {
    let document: HeardDocument
    let tree: StructureTree
    private let house: Set<SourceID>
    /// The first page on which anything of each element is; nil where there is none.
    private var pages: [Int?]

    init(of document: HeardDocument, house: Set<SourceID>) {
        self.document = document
        self.house = house
        tree = document.structure
        pages = Array(repeating: nil, count: tree.elements.count)
        for (number, page) in document.pages.enumerated() {
            for passage in page {
                let element = Int(passage.element.index)
                guard pages.indices.contains(element) else { continue }
                pages[element] = pages[element] ?? number
            }
        }
        for element in tree.elements.indices.reversed() {
            guard let page = pages[element], let parent = tree.elements[element].parent else {
                continue
            }
            let above = Int(parent.index)
            pages[above] = min(pages[above] ?? page, page)
        }
    }

    private func isThere(_ element: Int) -> Bool { pages[element] != nil }

    /// Elements that are there, in the order of reading, without recursion: a tree may be deep.
    private func inReadingOrder() -> [Int] {
        var order: [Int] = []
        var waiting = [0]
        while let element = waiting.popLast() {
            guard isThere(element) else { continue }
            order.append(element)
            waiting += tree.elements[element].children.reversed().map { Int($0.index) }
        }
        return order
    }

    func title(reporting report: inout Report) -> Int {
        guard document.title.isEmpty else { return 0 }
        report.add(.warning(.noTitle, at: nil).hinting("give the document a title"))
        return 1
    }

    /// What a file leaves programs that read it aloud to guess.
    func declaration(reporting report: inout Report) -> Int {
        guard let said = document.declaration else { return 0 }
        let before = report.diagnostics.count
        if said.language.isEmpty {
            report.add(
                .warning(.noLanguage, at: nil)
                    .hinting(
                        "its words are read by the rules of whatever language the reader has set"
                    )
            )
        }
        if !said.isTagged { report.add(.warning(.notMarked, at: nil)) }
        if !said.showsTitle, !document.title.isEmpty {
            report.add(.warning(.titleIsHidden, at: nil))
        }
        if !said.isUniversal { report.add(.warning(.notUniversal, at: nil)) }
        return report.diagnostics.count - before
    }

    func headings(reporting report: inout Report) -> Int {
        var last = 0
        var count = 0
        for element in inReadingOrder() {
            guard case .heading(let level) = tree.elements[element].role else { continue }
            let isOfTheHouse =
                tree.elements[element].origin.map { house.contains($0.source) } ?? false
            if let passed = tree.elements[element].passedLevels, !isOfTheHouse {
                count += tell(
                    .skippedHeading(passed.written, after: passed.above),
                    of: element,
                    &report
                ) {
                    $0.hinting("it is read as one of level \(passed.above + 1): write it so")
                }
            } else if level > last + 1 {
                count += tell(.skippedHeading(level, after: last), of: element, &report) {
                    $0.hinting("make it a heading of level \(last + 1)")
                }
            }
            last = level
        }
        return count
    }

    func figures(reporting report: inout Report) -> Int {
        var count = 0
        for element in tree.elements.indices where isThere(element) {
            let node = tree.elements[element]
            guard node.role == .figure, (node.alternative ?? "").isEmpty,
                (node.actualText ?? "").isEmpty
            else { continue }
            count += tell(.figureWithoutWords, of: element, as: .error, &report) {
                $0.hinting(.describeThePicture)
            }
        }
        return count
    }

    func tables(reporting report: inout Report) -> Int {
        tree.tablesWithoutHeaders.map { Int($0.index) }.filter(isThere).reduce(0) { count, table in
            count
                + tell(.tableWithoutHeaders, of: table, as: .error, &report) {
                    $0.hinting("name the columns in a first row")
                }
        }
    }

    func links(reporting report: inout Report) -> Int {
        document.deadLinks.reduce(0) { count, link in
            count
                + tell(.linkToNowhere(link.name), of: Int(link.element.index), as: .error, &report)
        }
    }

    /// Tells what was found at the place where it was written, or else with the page it is on.
    ///
    /// - Returns: How much was found: what is written once is one thing, however often it is set.
    private func tell(
        _ message: Diagnostic.Message,
        of element: Int,
        as severity: Diagnostic.Severity = .warning,
        _ report: inout Report,
        hinting hint: (Diagnostic) -> Diagnostic = { $0 }
    ) -> Int {
        let span = tree.origin(of: ElementID(index: Int32(element)))
        let page = pages.indices.contains(element) ? pages[element] : nil
        let placed = span == nil ? page.map { "page \($0 + 1): \(message)" } ?? message : message
        let before = report.diagnostics.count
        report.add(hint(severity == .error ? .error(placed, at: span) : .warning(placed, at: span)))
        return span == nil ? 1 : report.diagnostics.count - before
    }
}

extension Diagnostic.Message {
    static var noTitle: Self { "the document has no title to be announced by" }

    fileprivate static var noLanguage: Self { "the file does not say in which language it is" }
    fileprivate static var notMarked: Self {
        "the file does not say that all it shows is in its structure: programs may pass that over"
    }
    fileprivate static var titleIsHidden: Self { "its name is announced instead of its title" }
    fileprivate static var notUniversal: Self {
        "the file does not promise that everybody can read it (PDF/UA)"
    }

    static func skippedHeading(_ level: Int, after last: Int) -> Self {
        last == 0
            ? "the first heading is of level \(level)"
            : "a heading of level \(level) follows one of level \(last)"
    }

    static var tableWithoutHeaders: Self { "a table has no header cells" }
    static func linkToNowhere(_ name: String) -> Self {
        "a link leads to ‘\(name)’, which is nowhere"
    }
}

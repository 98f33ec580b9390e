import Glyphs
import Pages
import Painting
import Structure
import TestSupport
import Units

let square = FontID(index: 0)

/// Squares for letters, one cluster each, whatever script the letters are of.
func run(_ text: String, size: Double = 10, isRightToLeft: Bool = false) -> GlyphRun {
    let letters = isRightToLeft ? Array(text.unicodeScalars.reversed()) : Array(text.unicodeScalars)
    // Letter by letter, a square for each: what stands for it in the file is the letter.
    let glyphs = letters.map { letter in
        Glyph(
            id: letter == " " ? SquareFont.space : 2 + letter.value % 26,
            advance: 1
        )
    }
    return GlyphRun(
        font: square,
        size: .pt(size),
        glyphs: glyphs,
        clusters: letters.map { Cluster(bytes: UInt16(UTF8.width($0)), glyphs: 1) },
        text: String(String.UnicodeScalarView(letters)),
        isRightToLeft: isRightToLeft,
        width: .pt(Double(glyphs.count) * size)
    )
}

/// A page being filled from its head.
struct Sheet {
    var page = Page(size: Size(width: .pt(400), height: .pt(600)))
    private var y = 30.0

    init(label: String = "") { page.label = label }

    /// Some words on a line of their own, or following on the last one.
    mutating func set(
        _ words: String,
        as owner: Owner,
        x: Double = 20,
        size: Double = 10,
        following: Bool = false,
        isRightToLeft: Bool = false
    ) {
        if !following { y += size * 1.5 }
        let mark = TextMark(
            run: run(words, size: size, isRightToLeft: isRightToLeft),
            origin: .zero,
            colour: .black
        )
        page.fragments.append(
            Fragment(owner: owner, origin: Point(x: .pt(x), y: .pt(y)), marks: [.text(mark)])
        )
    }

    mutating func rule(as owner: Owner) {
        y += 5
        let area = AreaMark(
            rect: Rect(x: .zero, y: .zero, width: .pt(360), height: .pt(1)),
            fill: Colour(red: 31, green: 90, blue: 152)
        )
        page.fragments.append(
            Fragment(owner: owner, origin: Point(x: .pt(20), y: .pt(y)), marks: [.area(area)])
        )
    }

    /// Makes the last words set a link.
    mutating func follow(_ target: LinkArea.Target, _ element: ElementID, _ description: String) {
        guard let last = page.fragments.last, case .text(let mark)? = last.marks.first else {
            return
        }
        let rect = Rect(
            x: last.origin.x,
            y: last.origin.y - mark.run.size,
            width: mark.run.width,
            height: mark.run.size
        )
        page.links.append(
            LinkArea(rect: rect, target: target, element: element, description: description)
        )
    }
}

/// A document of two pages in which everything that finishing writes occurs once.
struct Sample {
    var document = Document()
    private var tree = StructureTree()

    init() {
        var (first, second) = (Sheet(label: "1"), Sheet(label: "2"))
        fillFirst(&first)
        fillSecond(&second)
        document = Document(
            pages: [first.page, second.page],
            structure: tree,
            metadata: Metadata(
                title: "Élections & médias (synthèse)",
                authors: ["Awa Ndiaye", "Ó Briain"],
                subject: "a brief",
                keywords: ["one", "two"],
                language: "fr",
                created: "2024-03-05T10:20:30+01:00"
            ),
            outline: [
                OutlineEntry(
                    title: "Première",
                    level: 1,
                    destination: Destination(page: 0, y: .pt(40))
                ),
                OutlineEntry(
                    title: "within",
                    level: 2,
                    destination: Destination(page: 0, y: .pt(90))
                ),
                OutlineEntry(
                    title: "second",
                    level: 1,
                    destination: Destination(page: 1, y: .pt(40))
                ),
            ],
            destinations: ["end": Destination(page: 1, y: .pt(300))]
        )
    }

    private mutating func fillFirst(_ sheet: inout Sheet) {
        sheet.set("running head", as: .artifact(.header), size: 8)
        sheet.set("first heading", as: .element(tree.add(.heading(level: 1))), size: 16)
        let words = tree.add(.paragraph)
        let link = tree.add(.link, to: words)
        sheet.set("before it ", as: .element(words))
        sheet.set("a link over ", as: .element(link), x: 120, following: true)
        sheet.follow(.address("https://exämple.org/a)b(c?d=e f"), link, "an example")
        sheet.set("two lines", as: .element(link))
        sheet.follow(.address("https://exämple.org/a)b(c?d=e f"), link, "an example")
        sheet.set(" after", as: .element(words), x: 120, following: true)
        sheet.set("a", as: .element(tree.add(.reference, to: words)), x: 200, following: true)
        let note = tree.add(.note, to: words)
        sheet.rule(as: .artifact(.layout))
        setList(&sheet)
        setTable(&sheet)
        let figure = tree.add(.figure)
        tree[figure].alternative = "a bar, 360 points long"
        sheet.rule(as: .element(figure))
        let label = tree.add(.label, to: note)
        sheet.set("a ", as: .element(label), size: 8)
        sheet.set("the note", as: .element(note), x: 60, size: 8, following: true)
        sheet.set("folio", as: .artifact(.footer), size: 8)
    }

    private mutating func setList(_ sheet: inout Sheet) {
        let list = tree.add(.list)
        tree[list].numbering = .decimal
        for words in ["one", "two"] {
            let item = tree.add(.listItem, to: list)
            sheet.set("n ", as: .element(tree.add(.label, to: item)))
            let body = tree.add(.listBody, to: item)
            sheet.set(words, as: .element(tree.add(.paragraph, to: body)), x: 50, following: true)
        }
    }

    private mutating func setTable(_ sheet: inout Sheet) {
        let table = tree.add(.table)
        sheet.set("caption", as: .element(tree.add(.caption, to: table)))
        let head = tree.add(.tableRow, to: tree.add(.tableHead, to: table))
        for (index, words) in ["who", "what"].enumerated() {
            let cell = tree.add(.tableHeader, to: head)
            sheet.set(words, as: .element(cell), x: 20 + Double(index) * 100, following: index > 0)
        }
        let body = tree.add(.tableBody, to: table)
        let row = tree.add(.tableRow, to: body)
        sheet.set("awa", as: .element(tree.add(.tableHeader, to: row)))
        _ = tree.add(.tableData, to: row)
        let wide = tree.add(.tableData, to: tree.add(.tableRow, to: body))
        tree[wide].cell.columnSpan = 2
        sheet.set("both", as: .element(wide))
    }

    private mutating func fillSecond(_ sheet: inout Sheet) {
        sheet.set("running head", as: .artifact(.header), size: 8)
        let words = tree.add(.paragraph)
        sheet.set("in between ", as: .element(words))
        let arabic = tree.add(.span, to: words)
        tree[arabic].language = "ar"
        tree[arabic].actualText = "سلام"
        sheet.set("سلام", as: .element(arabic), x: 140, following: true, isRightToLeft: true)
        let link = tree.add(.link, to: words)
        sheet.set(" to the end", as: .element(link), x: 200, following: true)
        sheet.follow(.destination("end"), link, "the end of it")
        let empty = tree.add(.section)
        _ = tree.add(.paragraph, to: empty)
        sheet.set("folio", as: .artifact(.footer), size: 8)
    }

    func painted() throws -> PaintedPDF {
        try paintPDF(document, faces: [square: DrawingFace(bytes: SquareFont.bytes)])
    }
}

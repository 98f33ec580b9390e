import Glyphs
import Pages
import Structure
import TestSupport
import Testing
import Units

@Suite struct Dumps {
    @Test func sayWhatStandsWhereAndWhoseItIs() throws {
        var structure = StructureTree()
        let words = structure.add(.paragraph)
        let link = structure.add(.link, to: words)
        let stroke = Stroke(width: .pt(0.5), colour: .black, dash: [.pt(2), .pt(1)])
        let picture = PictureMark(
            picture: PictureID(index: 3),
            rect: rect(0, 0, 30, 40),
            clip: .ellipse(rect(5, 5, 20, 20))
        )
        let module = ModuleSquare(side: 1) { _, _ in true }
        let code = ModulesMark(rect: rect(0, 0, 9, 9), modules: module, colour: .black)
        let page = Page(
            size: Paper.card.size,
            trim: rect(3, 3, 200, 100),
            label: "ii",
            fragments: [
                Fragment(
                    owner: .element(words),
                    origin: Point(x: .pt(10), y: .pt(20)),
                    marks: [text("soon", y: 12), area(0, 20, 50, 1, .white), .picture(picture)]
                ),
                Fragment(
                    owner: .artifact(.layout),
                    marks: [
                        .line(
                            LineMark(from: .zero, to: Point(x: .pt(9), y: .zero), stroke: stroke)
                        ),
                        .modules(code),
                    ]
                ),
            ],
            links: [
                LinkArea(
                    rect: rect(1, 2, 3, 4),
                    target: .address("https://a.org"),
                    element: link,
                    description: "a site"
                )
            ]
        )
        let top = Destination(page: 0, y: .pt(20))
        let document = Document(
            pages: [page],
            structure: structure,
            outline: [OutlineEntry(title: "Soon", level: 1, destination: top)],
            destinations: ["top": top]
        )
        try expectReference(document.dump(), named: "dump")
    }

    @Test func listTheGlyphsInUse() {
        let other = FontID(index: 1)
        var second = run("bz")
        second.font = other
        second.glyphs.append(Glyph(id: 65_535, advance: 0))
        let mark = Mark.text(TextMark(run: second, origin: .zero, colour: .black))
        let page = Fragment(owner: .artifact(.layout), marks: [text("aba", y: 0), mark])
        let used = document([page], [page]).glyphsInUse()
        #expect(used == [square: [2, 3], other: [3, 27, 65_535]])
    }
}

import Imposition
import Pages
import Structure
import TestSupport
import Testing
import Units

@Suite struct ImpositionTests {
    private func document(_ pages: Int, isRightToLeft: Bool = false) -> Document {
        var document = Document()
        document.metadata.isRightToLeft = isRightToLeft
        for number in 0..<pages {
            let area = AreaMark(
                rect: Rect(x: .zero, y: .zero, width: .pt(10), height: .pt(10)),
                fill: .black
            )
            let fragment = Fragment(
                owner: .artifact(.layout),
                origin: Point(x: .pt(Double(number)), y: .pt(5)),
                marks: [.area(area)]
            )
            document.pages.append(
                Page(
                    size: Size(width: .pt(100), height: .pt(60)),
                    label: "\(number + 1)",
                    fragments: [fragment]
                )
            )
            document.destinations["page-\(number)"] = Destination(page: number, y: .pt(5))
        }
        return document
    }

    /// Which pages stand on each side, from left to right and top to bottom.
    private func order(of imposed: Document) -> [[Int]] {
        imposed.pages.map { page in
            page.fragments.filter { $0.owner == .artifact(.layout) }
                .sorted { ($0.origin.y, $0.origin.x) < ($1.origin.y, $1.origin.x) }
                .map { Int($0.origin.x.points.truncatingRemainder(dividingBy: 100)) }
        }
    }

    @Test func foldsPagesIntoABooklet() {
        #expect(
            order(of: impose(document(8), as: .booklet)) == [[7, 0], [1, 6], [5, 2], [3, 4]]
        )
    }

    @Test func printsABookletOfA5OnA4() {
        var document = document(4)
        for index in document.pages.indices { document.pages[index].size = Paper.a5.size }
        let imposed = impose(document, as: .booklet)
        let sheet = Paper.a4.size
        #expect(imposed.pages[0].size == Size(width: sheet.height, height: sheet.width))
        // Each page of a pair stands as far from the fold as the other, and meets it.
        let corners = imposed.pages[0].fragments.filter { $0.owner == .artifact(.layout) }
            .map(\.origin.x.millimetres).sorted()
        #expect(abs(corners[0] - 0.5 - Length.pt(3).millimetres) < 0.01)
        #expect(abs(corners[1] - 148.5) < 0.01)
    }

    @Test func leavesTheLastPagesOfABookletEmpty() {
        #expect(order(of: impose(document(5), as: .booklet)) == [[0], [1], [2], [3, 4]])
    }

    @Test func foldsTheOtherWayFromRightToLeft() {
        let imposed = impose(document(4, isRightToLeft: true), as: .booklet)
        #expect(order(of: imposed) == [[0, 3], [2, 1]])
    }

    @Test func putsTheBackOfACardBehindItsFront() {
        let scheme = Scheme.cards(
            sheet: Size(width: .pt(400), height: .pt(200)),
            across: 2,
            down: 1,
            gap: .zero,
            sides: 2
        )
        // Two sheets: fronts of cards 1 and 3 with their backs mirrored, then those of 2 and none.
        #expect(order(of: impose(document(6), as: scheme)) == [[0, 4], [5, 1], [2], [3]])
    }

    @Test func foldsALeafDownTheMiddle() {
        #expect(order(of: impose(document(4), as: .folded(isTent: false))) == [[1, 0], [3, 2]])
    }

    @Test func standsTheSecondPageOfATentOnItsHead() throws {
        let sheet = impose(document(2), as: .folded(isTent: true)).pages[0]
        #expect(sheet.size == Size(width: .pt(100), height: .pt(120)))
        let pages = sheet.fragments.filter { $0.owner == .artifact(.layout) }
        #expect(pages.map(\.isTurned) == [false, true])
        #expect(pages[0].origin == Point(x: .zero, y: .pt(65)))
        // From (1, 5) of the page to the same place seen from the other side of the tent.
        #expect(pages[1].origin == Point(x: .pt(99), y: .pt(55)))
    }

    private let cards = Scheme.cards(
        sheet: Size(width: .pt(400), height: .pt(200)),
        across: 2,
        down: 2,
        gap: .zero
    )

    @Test func pilesCardsSoThatCutPilesAreInOrder() {
        let imposed = impose(document(7), as: cards)
        // Two sheets, four piles: cards 0 and 1 in the first pile, 2 and 3 in the second.
        let firsts = imposed.pages.map { page in
            page.fragments.filter { $0.owner == .artifact(.layout) }.count
        }
        #expect(firsts == [4, 3])
        #expect(imposed.destinations["page-1"]?.page == 1)
        #expect(imposed.destinations["page-2"]?.page == 0)
    }

    @Test func marksEveryCutOutsideTheCards() throws {
        try expectReference(impose(document(3), as: cards).dump(), named: "cards")
    }

    @Test func leavesADocumentOfNothingAsItIs() {
        #expect(impose(Document(), as: .booklet) == Document())
    }

    @Test func givesAPressRoomToCutAndMarksToCutBy() throws {
        let sheet = try #require(impose(document(1), as: .press(bleed: .mm(3))).pages.first)
        let around = Length.mm(12)
        #expect(sheet.trim == Rect(x: around, y: around, width: .pt(100), height: .pt(60)))
        #expect(sheet.size == Size(width: .pt(100) + around * 2, height: .pt(60) + around * 2))
        let marks = sheet.fragments.filter { $0.owner == .artifact(.page) }.flatMap(\.marks)
        // Eight to cut by, and four crosses in circles.
        #expect(marks.count == 8 + 4 * 3)
    }

    @Test func marksAFoldOnTheLeafWhereColourReachesItToo() throws {
        let sheet = impose(document(2), as: .folded(isTent: false)).pages[0]
        let lines = sheet.fragments.flatMap(\.marks).compactMap { mark -> LineMark? in
            if case .line(let line) = mark { line } else { nil }
        }
        try #require(lines.count == 4)
        for (ground, dash) in zip(lines.prefix(2), lines.suffix(2)) {
            #expect(ground.stroke.colour == .white && ground.stroke.dash.isEmpty)
            #expect(dash.stroke.colour == .black && ground.stroke.width > dash.stroke.width)
            #expect(ground.start == dash.start && ground.end == dash.end)
        }
    }

    @Test(arguments: [Scheme.booklet, .folded(isTent: false), .folded(isTent: true)])
    func marksTheFoldOutsideTheLeafForAPress(scheme: Scheme) throws {
        let leaf = impose(document(4), as: scheme)
        let sheet = try #require(impose(leaf, as: .press(bleed: .mm(3))).pages.first)
        let trim = try #require(sheet.trim)
        let marks = sheet.fragments.filter { $0.owner == .artifact(.page) }.flatMap(\.marks)
        let dashes = marks.compactMap { mark -> LineMark? in
            guard case .line(let line) = mark, !line.stroke.dash.isEmpty else { return nil }
            return line
        }
        #expect(dashes.count == 2)
        for dash in dashes {
            // In line with the fold, clear of the bleed, with no cross upon it.
            let isTent = scheme == .folded(isTent: true)
            let fold = isTent ? trim.minY + trim.size.height / 2 : trim.minX + .pt(100)
            let across = isTent ? [dash.start.y, dash.end.y] : [dash.start.x, dash.end.x]
            #expect(across.allSatisfy { $0.isNearly(fold) })
            let out =
                isTent
                ? min(abs((dash.end.x - trim.minX).points), abs((dash.end.x - trim.maxX).points))
                : min(abs((dash.end.y - trim.minY).points), abs((dash.end.y - trim.maxY).points))
            #expect(out > Length.mm(3).points)
        }
        #expect(marks.count == 8 + 4 * 3 + 2)
    }

    private var bandAtTheHead: Fragment {
        let band = AreaMark(
            rect: Rect(x: .zero, y: .zero, width: .pt(100), height: .pt(10)),
            fill: .black
        )
        return Fragment(owner: .artifact(.layout), marks: [.area(band)])
    }

    @Test func drawsATurnedBandBeyondTheEdgeItTouches() throws {
        var document = document(2)
        document.pages[1].fragments = [bandAtTheHead]
        let leaf = impose(document, as: .folded(isTent: true))
        let sheet = try #require(impose(leaf, as: .press(bleed: .pt(9))).pages.first)
        let turned = try #require(sheet.fragments.first { $0.isTurned })
        guard case .area(let area) = try #require(turned.marks.first) else { return }
        // The head of the page that stands on its head is at the fold, and is not drawn beyond it.
        #expect(area.rect == Rect(x: .pt(-9), y: .zero, width: .pt(118), height: .pt(10)))
    }

    @Test func drawsWhatTouchesTheEdgeBeyondIt() throws {
        var document = document(1)
        document.pages[0].fragments = [bandAtTheHead]
        let sheet = try #require(impose(document, as: .press(bleed: .pt(9))).pages.first)
        guard case .area(let area) = try #require(sheet.fragments.first?.marks.first) else {
            Issue.record("the band is gone")
            return
        }
        #expect(area.rect == Rect(x: .pt(-9), y: .pt(-9), width: .pt(118), height: .pt(19)))
    }

    @Test func showsOnTheScreenWhatTheKnifeLeaves() {
        var document = document(1)
        document.pages[0].trim = Rect(x: .pt(5), y: .pt(5), width: .pt(90), height: .pt(50))
        let page = impose(document, as: .trimmed).pages[0]
        #expect(page.size == Size(width: .pt(90), height: .pt(50)) && page.trim == nil)
        #expect(page.fragments[0].origin == Point(x: .pt(-5), y: .zero))
        #expect(impose(self.document(2), as: .trimmed) == self.document(2))
    }
}

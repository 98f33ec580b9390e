import Testing
import Units

@Suite struct GeometryTests {
    private let rect = Rect(x: .pt(10), y: .pt(20), width: .pt(100), height: .pt(50))

    @Test func knowsTheEdgesOfARectangle() {
        #expect(rect.minX == .pt(10) && rect.maxX == .pt(110))
        #expect(rect.minY == .pt(20) && rect.maxY == .pt(70))
        #expect(rect.moved(by: Point(x: .pt(-10), y: .pt(5))).origin == Point(x: .zero, y: .pt(25)))
        #expect("\(rect)" == "10,20 100×50")
    }

    @Test func takesInsetsFromTheSidesThatTheyAreOf() {
        let inner = rect.inset(by: Insets(top: .pt(1), right: .pt(2), bottom: .pt(3), left: .pt(4)))
        #expect(inner == Rect(x: .pt(14), y: .pt(21), width: .pt(94), height: .pt(46)))
    }

    @Test func holdsBothInAUnionAndNoMore() {
        let other = Rect(x: .pt(0), y: .pt(60), width: .pt(5), height: .pt(40))
        let both = Rect(x: .zero, y: .pt(20), width: .pt(110), height: .pt(80))
        #expect(rect.union(other) == both && other.union(rect) == both)
        #expect(rect.union(rect.inset(by: Insets(all: .pt(5)))) == rect)
    }
}

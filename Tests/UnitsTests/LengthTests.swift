import Testing
import Units

@Suite struct LengthTests {
    /// 25.4 mm are an inch by definition, and an inch is 72 points.
    @Test func measuresInPointsWhatIsGivenInMillimetres() {
        #expect(Length.mm(25.4) == .pt(72))
        #expect(Length.pt(72).millimetres == 25.4)
        #expect((Length.mm(10) + .mm(5) - .mm(15)).isNearly(.zero))
        #expect(Length.mm(30) / Length.mm(10) == 3)
    }

    @Test(arguments: [
        (0, "0"), (-0.001, "0"), (12, "12"), (12.5, "12.5"), (0.05, "0.05"), (-3.456, "-3.46"),
        (Double.infinity, "inf"), (-Double.infinity, "-inf"), (Double.nan, "nan"),
        (1e300, "1e+300"),
    ])
    func printsTwoDecimalsAtMost(number: Double, text: String) {
        #expect(number.inHundredths == text)
    }

    /// ISO 216: the sides are to each other as 1 to √2, and half of a sheet is the next size.
    @Test func halvesEachPaperIntoTheNext() {
        let sizes = [Paper.a3, .a4, .a5, .a6].map(\.size)
        for (whole, half) in zip(sizes, sizes.dropFirst()) {
            #expect(half.height == whole.width)
            #expect(abs(half.width.millimetres * 2 - whole.height.millimetres) <= 1)
            #expect(abs(whole.height / whole.width - 2.0.squareRoot()) < 0.01)
        }
    }
}

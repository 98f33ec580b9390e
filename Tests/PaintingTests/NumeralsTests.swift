import CNumerals
import Glibc
import TestSupport
import Testing

@Suite struct NumeralsTests {
    @Test func printsThePlacesOfAPageAsTheCLibraryDoes() {
        for thousandths in -3_000...3_000 {
            for digits in [0, 1, 3, 6, 18] {
                judge(Double(thousandths) / 1000, digits, isPrinted: true)
            }
        }
        for level in 0...255 { judge(Double(level) / 255, 6, isPrinted: true) }
    }

    @Test func roundsAHalfToTheEvenDigit() {
        for eighths in -64...64 {
            for digits in 0...3 { judge(Double(eighths) / 8, digits, isPrinted: true) }
        }
    }

    @Test func printsAnyDoubleAsTheCLibraryDoesOrLeavesItToIt() {
        var dice = Dice(seed: 7)
        for _ in 0..<20_000 {
            judge(Double(bitPattern: dice.next()), Int.random(in: 0...18, using: &dice))
            judge(.random(in: -1e6...1e6, using: &dice), Int.random(in: 0...18, using: &dice))
            judge(.random(in: -0.1...0.1, using: &dice), 18)
        }
    }

    @Test(arguments: [0, -0.0, .leastNonzeroMagnitude, -.leastNormalMagnitude, 0x1p63, 0x1p64])
    func printsWhatStandsAtTheEnds(of value: Double) {
        for digits in 0...18 { judge(value, digits) }
    }

    @Test(arguments: [Double.infinity, -.infinity, .nan, 1e300])
    func leavesTheRestToTheCLibrary(_ value: Double) {
        #expect(printed(value, 6) == nil)
        #expect(printed(1, 19) == nil)
        #expect(printed(1, -1) == nil)
    }

    /// A number of a page is never left: it would be right, and cost ten times as much.
    @Test func printsAllNumbersThatAPageHolds() {
        for value in [0, 0.5, 14_400, -14_400, 1.0 / 3] { #expect(printed(value, 6) != nil) }
        #expect(printed(0.015_625, 18) == "0.015625000000000000")
    }

    private func judge(_ value: Double, _ digits: Int, isPrinted: Bool = false) {
        let printed = printed(value, digits)
        #expect(printed != nil || !isPrinted, "\(value) with \(digits)")
        guard let printed else { return }
        #expect(printed == library(value, digits), "\(value) with \(digits)")
    }

    private func printed(_ value: Double, _ digits: Int) -> String? {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { text in
            let count = griot_print_decimal(text.baseAddress, value, Int32(digits))
            if count == 0 { return nil }
            return String(decoding: text[..<count].map { UInt8($0) }, as: UTF8.self)
        }
    }

    private func library(_ value: Double, _ digits: Int) -> String {
        withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { text in
            let count = withVaList([Int32(digits), value]) {
                vsnprintf(text.baseAddress, 400, "%.*f", $0)
            }
            return String(decoding: text[..<Int(count)].map { UInt8($0) }, as: UTF8.self)
        }
    }
}

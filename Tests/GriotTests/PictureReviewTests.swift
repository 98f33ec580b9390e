import Foundation
import Griot
import TestSupport
import Testing

/// Pictures that would spoil a page, or the file, are told of with their figures at their lines.
@Suite struct PictureReviewTests {
    private func check(_ picture: [UInt8]) throws -> String {
        let desk = try Desk()
        let paper = """
            kind: workshop-summary
            lang: en
            title: A meeting
            photos:
              - {src: a.jpg, alt: {en: A well}}

            """
        try desk.write(picture, to: "a.jpg")
        return desk.said(desk.press.check(Job(file: try desk.write(paper, to: "paper.yaml"))))
    }

    /// A photograph of the samples, with so many bytes more before its end.
    private func photograph(longerBy more: Int = 0) throws -> [UInt8] {
        let path = Desk.root.appending(path: "samples/bamako-2022/images/river.jpg")
        let bytes = [UInt8](try Data(contentsOf: path))
        return bytes.dropLast(2) + [UInt8](repeating: 0, count: more) + bytes.suffix(2)
    }

    @Test func tellsWherePixelsAreSeen() throws {
        let samples = [UInt8](repeating: 200, count: 12 * 8 * 3)
        let said = try check(PNGFile(width: 12, height: 8, samples: samples).bytes)
        #expect(said.contains("paper.yaml:5:"), "\(said)")
        #expect(said.contains("warning: ‘a.jpg’ has 12 × 8 pixels, which are "), "\(said)")
        #expect(said.contains("hint: at this size it wants "), "\(said)")
        #expect(try check(photograph()) == "")
    }

    @Test func tellsWhatWeighsTooMuch() throws {
        let said = try check(photograph(longerBy: 12_500_000))
        #expect(said.contains("warning: ‘a.jpg’ weighs 1"), "\(said)")
        #expect(said.contains(" MB, and so does every file") && said.contains("hint: save it "))
    }
}

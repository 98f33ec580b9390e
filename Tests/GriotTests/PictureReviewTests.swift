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

    private func check(alt: String, caption: String = "", beside more: String = "") throws -> String
    {
        let desk = try Desk()
        let drawing =
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><text>Well</text></svg>"
        try desk.write(drawing, to: "IMG_2041.svg")
        let paper = """
            kind: workshop-summary
            lang: en
            title: A meeting
            photos:
              - {src: IMG_2041.svg, alt: "\(alt)", caption: "\(caption)"}
            \(more)
            """
        let file = try desk.write(paper, to: "paper.yaml")
        return desk.said(desk.press.check(Job(file: file), asARead: true))
    }

    @Test(arguments: [
        "image", "Photo 3", "A photograph", "img 2041", "IMG_2041.svg", "DSC00123", "La photo",
        "Uma imagem",
        "صورة", "Das Bild", "…", "7",
    ])
    func warnsOfADescriptionThatSaysNothing(alt: String) throws {
        let said = try check(alt: alt)
        #expect(
            said.contains("paper.yaml:5:30: warning: the description ‘\(alt)’ tells nobody"),
            "\(said)"
        )
    }

    @Test(arguments: [
        "Photo of a well", "Carte du Mali", "صورة بئر", "Well 3", "Capture of a well",
    ])
    func takesADescriptionThatSaysSomething(alt: String) throws {
        let said = try check(alt: alt, caption: "The well.")
        #expect(!said.contains("description"), "\(said)")
    }

    @Test func warnsOfADescriptionThatIsTheCaption() throws {
        let said = try check(alt: "The well at Ségou", caption: "The *well* at Ségou.")
        #expect(
            said.contains(
                "paper.yaml:5:30: warning: the description of this picture is its caption"
            )
        )
    }

    @Test func judgesThePicturesOfAPaperWithAMistake() throws {
        let said = try check(alt: "", beside: "figures: [{src: IMG_2041.svg, alt: A well}]\n")
        #expect(said.contains("paper.yaml:5:5: error: this picture has no description"))
        #expect(said.contains("‘IMG_2041.svg’ has letters"), "\(said)")
    }

    @Test func tellsWhatWeighsTooMuch() throws {
        let said = try check(photograph(longerBy: 12_500_000))
        #expect(said.contains("warning: ‘a.jpg’ weighs 1"), "\(said)")
        #expect(said.contains(" MB, and so does every file") && said.contains("hint: save it "))
    }
}

import Diagnostics
import Foundation
import Griot
import TestSupport
import Testing

/// One paper for everybody, for a press, and for slow lines.
@Suite struct EditionTests {
    /// Noise, which packs as badly as a photograph does.
    private func noise(_ seed: Int) -> [UInt8] {
        var dice = Dice(seed: seed)
        let samples = (0..<140 * 140 * 3).map { _ in UInt8(dice.roll(256)) }
        return PNGFile(width: 140, height: 140, samples: samples).bytes
    }

    private func desk(with more: String = "") throws -> (desk: Desk, file: String) {
        let desk = try Desk()
        try desk.write(noise(7), to: "noise.png")
        let text = """
            kind: workshop-summary
            lang: en
            title: A meeting
            photos:
              - {src: noise.png, alt: Nothing to be seen}
            """
        return (desk, try desk.write(text + "\n" + more, to: "summary.yaml"))
    }

    private func bytes(_ outcome: Outcome) throws -> Data {
        let written = outcome.written
        return try Data(contentsOf: URL(filePath: #require(written.first)))
    }

    @Test func givesThePrintEditionBoxesAndInks() throws {
        let (desk, file) = try desk()
        let outcome = desk.press.render(Job(file: file, edition: .print), to: .beside)
        let written = outcome.written
        let path = try #require(written.first)
        #expect(path.hasSuffix("/summary-print.pdf"))
        let boxes = try ask("pdfinfo", "-box", path).text
        #expect(boxes.contains(/TrimBox:\s+34\.02\s+34\.02/))
        #expect(boxes.contains(/BleedBox:\s+25\.51\s+25\.51/))
        let content = try ask("qpdf", "--qdf", "--object-streams=disable", path, "-").text
        let (hasInk, hasLight) = (content.contains(" k "), content.contains(" rg "))
        #expect(hasInk && !hasLight)
    }

    /// Black lines are black ink alone, on the page and in what it shows; tints are so much of their inks.
    @Test func drawsVectorPicturesInInks() throws {
        let (desk, _) = try desk()
        try desk.write(
            """
            <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 90'><rect width='90' height='90' fill='#fff'/>
            <path d='M9 9 L80 80' stroke='#000'/><rect x='9' y='9' width='9' height='9' fill='#808080'/>
            <rect x='20' width='9' height='9' fill='#0e4a57'/><rect x='40' width='9' height='9' fill='#86a4ab'/>
            <rect x='60' width='9' height='9' fill='#f0f' fill-opacity='0.5'/></svg>
            """,
            to: "drawing.svg"
        )
        let paper =
            "kind: workshop-summary\nlang: en\ntitle: A\nphotos: [{src: drawing.svg, alt: Lines}]\n"
        let file = try desk.write(paper, to: "drawn.yaml")
        let outcome = desk.press.render(Job(file: file, edition: .print), to: .beside)
        let path = try #require(outcome.written.first, "\(desk.said(outcome))")
        let content = try ask("qpdf", "--qdf", "--object-streams=disable", path, "-").text
        for ink in [
            "0 0 0 1 K", "0 0 0 0 k", "0 0 0 0.49 k", "0.9 0.45 0.4 0.45 k", "0.45 0.23 0.2 0.23 k",
        ] {
            #expect(content.contains("\(ink) "), "\(ink)")
        }
        #expect(content.contains("1 0 1 rg"), "nobody has said which inks make magenta of a screen")
        #expect(!content.contains("0 0 0 RG") && !content.contains("/CS /DeviceRGB"))
        let said = desk.said(outcome)
        #expect(
            said.contains(
                "drawn.yaml:4:16: remark: ‘drawing.svg’ is printed in colours of the screen, for want of inks: #ff00ff\n"
            ),
            "\(said)"
        )
        let verdict = try judge(path, standards: "")
        #expect(verdict.isContent, "\(verdict.text)")
    }

    @Test func saysThatAStandardLeavesNoPlaceForTheSource() throws {
        let (desk, file) = try desk()
        let job = Job(file: file, standards: [.ua1, .a2a])
        let said = desk.said(desk.press.render(job, to: .beside))
        #expect(
            said.contains(
                "remark: the source of ‘summary.yaml’ is not attached: it may not travel in a file of a-2a"
            ),
            "\(said)"
        )
        let silent = Job(file: file, standards: [.a2a], source: .never)
        #expect(!desk.said(desk.press.render(silent, to: .beside)).contains("not attached"))
    }

    @Test func makesALightEditionThatFits() throws {
        let (desk, file) = try desk()
        let heavy = try bytes(desk.press.render(Job(file: file), to: .beside))
        let outcome = desk.press.render(Job(file: file, edition: .light), to: .beside)
        let written = outcome.written
        let path = try #require(written.first)
        #expect(path.hasSuffix("/summary-light.pdf"))
        let light = try bytes(outcome)
        let (weight, before) = (light.count, heavy.count)
        #expect(weight < before)
        let verdict = try judge(path, standards: "ua-1,a-2a")
        #expect(verdict.isContent, "\(verdict.text)")
        let said = desk.said(outcome)
        #expect(said.contains("‘noise.png’ weighs"))
        let limit = weight - 2_000
        let smaller = desk.press.render(
            Job(file: file, edition: .light, maximumSize: limit),
            to: .beside
        )
        let least = try bytes(smaller).count
        #expect(least <= limit)
    }

    @Test func weighsPicturesOfOneSizeTogether() throws {
        let figure = "figures: [{title: Hiss, src: hiss.png, alt: Nothing to be seen either}]\n"
        let (desk, file) = try desk(with: figure)
        try desk.write(noise(8), to: "hiss.png")
        let said = desk.said(desk.press.render(Job(file: file, edition: .light), to: .beside))
        #expect(said.contains(/‘noise.png’, ‘hiss.png’ weigh [0-9.]+ kB together, each with/))
    }

    @Test func asksForDescriptionsWhereEverybodyReads() throws {
        let (desk, _) = try desk()
        let text = """
            kind: workshop-summary
            lang: en
            title: A meeting
            photos:
              - {src: noise.png, alt: ''}
            """
        let file = try desk.write(text + "\n", to: "summary.yaml")
        func render(_ edition: Job.Edition, _ standards: Set<Job.Standard>? = nil) -> Outcome {
            let job = Job(file: file, edition: edition, standards: standards)
            return desk.press.render(job, to: .folder(desk.path("out")))
        }
        let complaint = "summary.yaml:5:5: error: this picture has no description"
        #expect(desk.said(render(.public)).contains(complaint))
        #expect(desk.said(render(.light, [.ua1])).contains(complaint))
        #expect(desk.said(render(.print)).contains("5:5: warning: this picture has no description"))
        let light = render(.light)
        let said = desk.said(light)
        #expect(said.contains("does not promise ua-1"))
        let path = try #require(light.written.first)
        let verdict = try judge(path, standards: "a-2a")
        #expect(verdict.isContent, "\(verdict.text)")
        // It is told of the finished file as well.
        let heard = desk.press.hear(pdf: path)
        #expect(
            heard.verdict
                == "1 thing is not said of the file, 1 picture needs a description"
        )
        #expect(desk.said(heard).contains("page 1: this picture has no description"))
        #expect(desk.said(heard).contains("does not promise that everybody can read it (PDF/UA)"))
    }

    @Test(arguments: ["table-sign", "badge"])
    func marksFoldsBesideTheLeafForAPress(layout: String) throws {
        let (desk, _) = try desk()
        let text = """
            kind: badge
            lang: en
            code: none
            holders:
              - {person: {given: Awa, family: NDIAYE}, role: speaker}
            """
        let file = try desk.write(text + "\n", to: "badges.yaml")
        let job = Job(file: file, layout: layout, edition: .print)
        let outcome = desk.press.render(job, to: .folder(desk.path("out")))
        let path = try #require(outcome.written.first, "\(desk.said(outcome))")
        let boxes = try ask("pdfinfo", "-box", path).text
        #expect(boxes.contains(/TrimBox:\s+34\.02\s+34\.02/))
        let content = try ask("qpdf", "--qdf", "--object-streams=disable", path, "-").text
        #expect(content.contains("] 0 d"), "dashes of the fold")
    }

    @Test(
        arguments: [
            ([.ua1, .a2a], .public, false, nil), ([.ua1, .a3a], .public, true, nil),
            ([], .print, true, nil), ([.ua1], .print, true, nil), ([.ua1], .light, false, nil),
            ([.a2a, .a2b], .public, false, "a file is one part of PDF/A"),
            ([.a2a, .a3a], .light, false, "a file is one part of PDF/A"),
            ([.a2b, .a3a, .ua1], .public, false, "a file is one part of PDF/A"),
            ([.a2b], .public, true, "allows no attached files"),
            ([.a2a], .public, true, "allows no attached files"),
            ([.a3a], .print, false, "a print edition cannot be one"),
            ([.ua1, .a2a], .print, false, "a print edition cannot be one"),
        ] as [(Set<Job.Standard>, Job.Edition, Bool, String?)]
    )
    func saysWhyAPromiseCannotBeKept(
        standards: Set<Job.Standard>,
        edition: Job.Edition,
        attaching: Bool,
        reason: String?
    ) {
        let objection = Press.objection(to: standards, edition: edition, attaching: attaching)
        #expect(reason == nil ? objection == nil : objection?.contains(reason ?? "") == true)
    }

    @Test func saysByHowMuchItIsTooHeavyAndWhatWeighsMost() throws {
        let (desk, file) = try desk()
        let outcome = desk.press.render(
            Job(file: file, edition: .light, maximumSize: 2_000),
            to: .beside
        )
        let written = outcome.written
        #expect(written.isEmpty)
        let said = desk.said(outcome)
        #expect(said.contains("over the 2.0 kB it may weigh"))
        #expect(said.contains("hint: leave out what weighs most: "))
    }

    /// What only the pages show is judged of a finished file by the source that it carries.
    @Test func judgesTheColoursOfAFinishedFileByItsSource() throws {
        let desk = try Desk()
        let house = Desk.root.appending(path: "layouts/brands/house.yaml")
        let brand = try String(contentsOf: house, encoding: .utf8)
            .replacing("\"#b4471f\"", with: "\"#ffd000\"")
        try desk.write(brand, to: "layouts/brands/pale.yaml")
        let paper =
            "kind: report\nbrand: pale\nlang: en\ntitle: T\nsections:\n  - {title: S, body: B}\n"
        let file = try desk.write(paper, to: "report.yaml")
        let complaint = "text in #ffd000 (‘accent’) on #ffffff (‘white’) is hard to read"
        let checked = desk.press.check(Job(file: file), asARead: true)
        #expect(desk.said(checked).contains(complaint), "\(desk.said(checked))")
        let path = desk.path("report.pdf")
        #expect(desk.press.render(Job(file: file), to: .file(path)).succeeded)
        let heard = desk.press.hear(pdf: path)
        #expect(heard.verdict == checked.verdict)
        let said = desk.said(heard)
        #expect(
            said.contains(complaint) && said.contains("by the source that the file carries"),
            "\(said)"
        )
        #expect(!said.contains("/griot-"), "where it was looked at is nobody’s matter: \(said)")
        let bare = desk.press.render(
            Job(file: file, source: .never),
            to: .file(desk.path("bare.pdf"))
        )
        #expect(bare.succeeded)
        let unseen = desk.said(desk.press.hear(pdf: desk.path("bare.pdf")))
        #expect(unseen.contains("were not judged: the file carries no source"))
    }

    /// Else two remarks stand at one place, and nobody knows which is whose.
    @Test func namesTheEditionThatCameOutOtherwise() throws {
        let desk = try Desk()
        let words = Array(repeating: "Words about wells.", count: 200).joined(separator: " ")
        func paper(_ languages: String) throws -> String {
            try desk.write(
                """
                kind: workshop-summary
                lang: \(languages)
                title: Wells
                fit: {pages: 4}
                lead: "\(words)"

                """,
                to: "a.yaml"
            )
        }
        let both = desk.said(desk.press.check(Job(file: try paper("[en, fr]"))))
        let complaint = "the text fills only 2 of 4 pages, however loosely it is set"
        #expect(both.contains("a.yaml:4:14: warning: ‘en’: \(complaint)"), "\(both)")
        #expect(both.contains("a.yaml:4:14: warning: ‘fr’: \(complaint)"))
        let alone = desk.said(desk.press.check(Job(file: try paper("en"))))
        #expect(alone.contains("a.yaml:4:14: warning: \(complaint)"))
    }
}

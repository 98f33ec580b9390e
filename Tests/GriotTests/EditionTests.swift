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
        func render(_ edition: Job.Edition, _ standards: Set<String>? = nil) -> Outcome {
            let job = Job(file: file, edition: edition, standards: standards)
            return desk.press.render(job, to: .folder(desk.path("out")))
        }
        let complaint = "summary.yaml:5:5: error: this picture has no description"
        #expect(desk.said(render(.public)).contains(complaint))
        #expect(desk.said(render(.light, ["ua-1"])).contains(complaint))
        #expect(desk.said(render(.print)).contains("5:5: warning: this picture has no description"))
        let light = render(.light)
        let said = desk.said(light)
        #expect(said.contains("does not promise ua-1"))
        let path = try #require(light.written.first)
        let verdict = try judge(path, standards: "a-2a")
        #expect(verdict.isContent, "\(verdict.text)")
        // It is told of the finished file as well.
        let heard = desk.press.hear(pdf: path)
        #expect(heard.verdict == "1 picture needs a description")
        #expect(desk.said(heard).contains("page 1: this picture has no description"))
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
            (["ua-1", "a-2a"], Job.Edition.public, false, nil),
            (["ua-1", "a-3a"], .public, true, nil),
            (["none"], .print, true, nil), (["ua-1"], .print, true, nil),
            (["ua-1"], .light, false, nil),
            (["a-2a", "a-2b"], .public, false, "a file is one part of PDF/A"),
            (["a-2a", "a-3a"], .light, false, "a file is one part of PDF/A"),
            (["a-2b", "a-3a", "ua-1"], .public, false, "a file is one part of PDF/A"),
            (["a-2b"], .public, true, "allows no attached files"),
            (["a-2a"], .public, true, "allows no attached files"),
            (["a-3a"], .print, false, "a print edition cannot be one"),
            (["ua-1", "a-2a"], .print, false, "a print edition cannot be one"),
            (["none", "ua-1"], .public, false, "stands alone"), ([], .public, false, "name one"),
            (["a-1b"], .public, false, "there is no standard ‘a-1b’"),
        ] as [(Set<String>, Job.Edition, Bool, String?)]
    )
    func saysWhyAPromiseCannotBeKept(
        standards: Set<String>,
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
}

import Foundation
import Griot
import TestSupport
import Testing

/// One paper for everybody, for a press, and for slow lines.
@Suite struct EditionTests {
    private func desk() throws -> (desk: Desk, file: String) {
        let desk = try Desk()
        // Noise, which packs as badly as a photograph does.
        var state: UInt64 = 7
        let samples = (0..<140 * 140 * 3).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        let noise = PNGFile(width: 140, height: 140, samples: samples)
        try desk.write(noise.bytes, to: "noise.png")
        let text = """
            kind: workshop-summary
            lang: en
            title: A meeting
            photos:
              - {src: noise.png, alt: Nothing to be seen}
            """
        return (desk, try desk.write(text + "\n", to: "summary.yaml"))
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

import Foundation
import Griot
import TestSupport
import Testing

/// A judge that never says no would be none: whatever it holds a file to, a damaged one must fail.
@Suite struct JudgeTests {
    /// A paper in which everything occurs that the judge asks about.
    private let paper = """
        kind: workshop-summary
        lang: fr
        title: "Une rencontre à Bamako sur la médiation locale, ses témoins et ses effets"
        date: 2023-11-09
        subtitle: "[مرحبا]{ar}"
        photos:
          - {src: photo.jpg, alt: Rien à voir, caption: Une photographie}
        sections:
          - title: Débats
            body: |
              ### Un point

              Un [lien](https://example.org/) et une note.[^a]

              - premier
              - second, en *italique*

              1. un
              2. deux

              [^a]: Le texte de la note.
        tables:
          - caption: Les chiffres
            table:
              head: [Qui, Quoi]
              rows:
                - [Awa, un]
                - [Baba, deux]

        """

    @Test func noticesEveryDamage() throws {
        let desk = try Desk()
        let blocks: [[UInt8]] = Array(repeating: [90, 120, 200], count: 16)
        try desk.write(JPEGFile(columns: 4, blocks: blocks).bytes, to: "photo.jpg")
        let file = try desk.write(paper, to: "summary.yaml")
        let outcome = desk.press.render(Job(file: file), to: .beside)
        let said = desk.said(outcome)
        let path = try #require(outcome.written.first, "\(said)")
        let script = Desk.root.appending(path: "Tests/Judges/controls.py").path
        let verdict = try ask("/usr/bin/python3", script, path)
        #expect(verdict.isContent, "\(verdict.text)")
    }
}

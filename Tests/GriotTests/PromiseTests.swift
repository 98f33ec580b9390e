import Diagnostics
import Griot
import Testing

@Suite struct PromiseTests {
    @Test func promisesNothingOfAPaperThatIsNotMade() throws {
        let desk = try Desk()
        let paper = "kind: workshop-summary\ntitle: A meeting\nlead: Words.\n"
        let broken = try desk.write(
            paper + "photos: [{src: no.jpg, alt: A room}]\n",
            to: "broken.yaml"
        )
        let sound = try desk.write(paper, to: "sound.yaml")
        #expect(desk.press.check(Job(file: broken), asARead: true).verdict == nil)
        let verdict = desk.press.check(Job(file: sound), asARead: true).verdict
        #expect(verdict?.hasPrefix("everybody") == true)
    }

    /// To those who hear a table without a head, its columns have no names: PDF/UA-1, 7.5.
    @Test func doesNotPromiseToEverybodyATableWithoutAHead() throws {
        let desk = try Desk()
        let file = try desk.write(
            """
            kind: workshop-summary
            lang: en
            title: A meeting
            tables: [{title: Wells, table: {rows: [[Ségou, 120], [Mopti, 80]]}}]

            """,
            to: "a.yaml"
        )
        let outcome = desk.press.render(Job(file: file), to: .beside)
        let said = desk.said(outcome)
        #expect(said.contains("a.yaml:4:32: warning: this table has no head"), "\(said)")
        #expect(said.contains("does not promise ua-1, for want of heads of its tables"), "\(said)")
        let verdict = try judge(try #require(outcome.written.first), standards: "a-3a")
        #expect(verdict.isContent, "\(verdict.text)")
    }
}

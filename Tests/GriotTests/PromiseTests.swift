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
}

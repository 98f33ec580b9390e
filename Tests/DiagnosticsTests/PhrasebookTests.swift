import Diagnostics
import Testing

@Suite struct PhrasebookTests {
    private let french = Phrasebook([
        "{1} of {2} pages": "sur {2} pages, {1}", "a list": "une liste", "‘{1}’": "« {1} »",
        "{1} is not {2}": "{1} n’est pas {2}", "it knows {1}": "il connaît {1}", ".": ",",
        "{1} pt too wide": "{1} pt de trop", "{1} lines of {2}": "{1} lignes",
    ])

    @Test func putsInWhereItsLanguageHasIt() {
        let message: Diagnostic.Message = "\(3) of \(12) pages"
        #expect(message.phrase == "{1} of {2} pages")
        #expect("\(message)" == "3 of 12 pages")
        #expect(french.text(of: message) == "sur 12 pages, 3")
    }

    @Test func saysWhatIsPutInAsWell() {
        let name: Diagnostic.Message = "‘\("a")’"
        let thing: Diagnostic.Message = "a list"
        let message: Diagnostic.Message = "\(name) is not \(thing)"
        #expect("\(message)" == "‘a’ is not a list")
        #expect(french.text(of: message) == "« a » n’est pas une liste")
        #expect(
            french.text(of: "it knows \(Diagnostic.Message.quoted(["a", "b"]))")
                == "il connaît « a », « b »"
        )
    }

    @Test func writesFractionsWithItsOwnMark() {
        #expect(french.text(of: "\(decimal: "1.5") pt too wide") == "1,5 pt de trop")
    }

    /// What is put in is the writer’s, and may look like anything.
    @Test func leavesBracesOfTheWriterAlone() {
        #expect(french.text(of: "it knows \("{1} {id: …} {")") == "il connaît {1} {id: …} {")
        #expect(french.text(of: "write {#name}, {1 or {2") == "write {#name}, {1 or {2")
    }

    /// A translation that would swallow a name is worse than none.
    @Test func saysInEnglishWhatItCanNotSay() {
        #expect(french.text(of: "\(2) lines of \("a.yaml")") == "2 lines of a.yaml")
        #expect(french.text(of: "no such file") == "no such file")
    }

    @Test func takesMessagesForEqualThatSayTheSame() {
        let whole: Diagnostic.Message = "no ‘a’"
        let parts: Diagnostic.Message = "no \("‘a’" as Diagnostic.Message)"
        #expect(whole == parts && Set([whole, parts]).count == 1)
    }
}

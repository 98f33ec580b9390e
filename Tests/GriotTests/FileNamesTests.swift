import Diagnostics
import Testing

@testable import Griot

/// Names of files that come out of the data are safe, and never meet.
@Suite struct FileNamesTests {
    @Test func namesNoFileAfterADevice() {
        var names = FileNames(pattern: "{family}.pdf")
        let typed = ["CON", "aux", "com1", "Nul.x", "Conté", "COM10"]
        #expect(
            typed.map { name in names.next { _ in name } } == [
                "CON_.pdf", "aux_.pdf", "com1_.pdf", "Nul_.x.pdf", "Conté.pdf", "COM10.pdf",
            ]
        )
    }

    @Test func takesNoEndingButThatOfPDF() {
        #expect(Merge.objection(toOutput: "x/{email}.txt")?.contains("‘.pdf’") == true)
        #expect(Merge.objection(toOutput: "all.png") != nil)
        for name in ["x/{email}", "{person.email}.PDF", "x.y/all", "{a}.pdf"] {
            #expect(Merge.objection(toOutput: name) == nil)
        }
        var names = FileNames(pattern: "{person.email}")
        #expect(names.next { _ in "a@b.org" } == "a@b.org.pdf")
    }

    @Test func namesNoFileThatLeadsElsewhere() {
        var names = FileNames(pattern: "out/{family}.pdf")
        let typed = ["../../etc/passwd", "", "a\u{0}b", String(repeating: "é", count: 300), "A:B"]
        let made = typed.map { name in names.next { _ in name } }
        #expect(made[0] == "out/etc-passwd.pdf" || made[0] == "out/..-etc-passwd.pdf")
        #expect(made[1] == "out/unnamed.pdf")
        #expect(made[2] == "out/ab.pdf")
        #expect(made[3].utf8.count < 140)
        #expect(made[4] == "out/A-B.pdf")
    }

    @Test func numbersNamesThatAreTaken() {
        var names = FileNames(pattern: "{family}.pdf")
        let made = ["KONE", "Kone", "KONE-2", "Kone", "Sow"].map { name in names.next { _ in name }
        }
        #expect(made == ["KONE.pdf", "Kone-2.pdf", "KONE-2-2.pdf", "Kone-3.pdf", "Sow.pdf"])
    }
}

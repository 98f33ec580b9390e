import Content
import Flow
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Griot

/// A paper for each row, a bad row named, the others made.
@Suite struct MergeTests {
    @Test func makesTheOthersAndNamesTheBadRow() throws {
        let (result, scratch) = try merged("card", guestList, to: "out/{family}-{given}.pdf")
        #expect(result.made == 3)
        #expect(result.failed == 1)
        let names = result.outcome.written.map { URL(filePath: $0).lastPathComponent }
        // The number is the row's own, whether or not another of its name is made.
        #expect(
            names == [
                "DIALLO-Fatou.pdf", "DIALLO-Fatou.vcf", "KONE-Adama.pdf", "KONE-Adama.vcf",
                "Kone-Adama-3.pdf", "Kone-Adama-3.vcf",
            ]
        )
        let said = result.outcome.messages.text(inColour: false)
        #expect(said.contains("people.csv: row 4, ‘Courriel’: error: ‘pas une adresse’"))
        #expect(said.contains("  4 | Adama;KONE;ML;pas une adresse"))
        let card = scratch.place("out/KONE-Adama.vcf")
        let text = try String(contentsOf: card, encoding: .utf8)
        #expect(text.contains("a.kone@example.org") && !text.contains("diallo"))
    }

    /// Somebody may save the sheet, or what stands beside it, while papers are being made of it.
    @Test func takesRowsAsTheyStoodWhenTheyWereCounted() throws {
        let desk = try Desk()
        let data = try desk.write("name;organisation\nAwa KEITA;p\nAli BA;p\n", to: "guests.csv")
        try desk.write("organisations: [{id: p, name: Port}]\n", to: "organisations.yaml")
        let merge = Merge(subject: "card", data: data, output: desk.path("{index}.pdf"))
        let installation = Installation(folder: Desk.root.path)
        var first = MergeShift(merge, on: try Press(installation), isFirst: true)
        try desk.write("name;organisation\nAli BA;p\n", to: "guests.csv")
        try desk.write("organisations: [{id: p, name: Elsewhere}]\n", to: "organisations.yaml")
        let read = first.run.press.shelves.files.snapshot
        let other = try #require(MergeShift(merge, in: installation, ofWhatWasRead: read))
        #expect(first.plan().rows.count == 2)
        #expect(other.rows.count == 2)
        let texts = [first, other].map { shift in
            "\(shift.original?.composition.records.compactMap { $0?.content } ?? [])"
        }
        #expect(texts[0] == texts[1] && texts[0].contains("Awa"), "\(texts)")
    }

    /// Cells with line breaks, and rows without anything in them.
    @Test func countsRowsAsProgramsDo() throws {
        let table = "name;role;email\nAwa;\"one\ntwo\";a@example.org\n;;\nAli;x;no address\n"
        let (result, _) = try merged("card", table, to: "{index}.pdf")
        let said = result.outcome.messages.text(inColour: false)
        #expect(said.contains("people.csv: row 4, ‘email’: error:"), "\(said)")
    }

    /// What a message, ‘--only’ and the name of a file call a row is one number.
    @Test func namesFilesByTheRowsThatMessagesName() throws {
        let table = "name;role\nAwa;x\n;\nAli;y\n"
        let (result, _) = try merged("card", table, only: "row=4", to: "{row}-{index}.pdf")
        #expect(result.made == 1)
        #expect(result.outcome.written.contains { $0.hasSuffix("/4-2.pdf") })
    }

    @Test func warnsOnceOfColumnsThatItDoesNotUse() throws {
        let table = """
            Nom complet;Adresse e-mail;Fonction / poste;T-shirt;Notes;countri
            Awa KEITA;a@example.org;Juge;M;végétarienne;ML
            Ali BA;b@example.org;Maire;L;;ML
            """
        let (result, _) = try merged("card", table, to: "{index}.pdf")
        #expect(result.made == 2 && result.outcome.succeeded)
        let said = result.outcome.messages.text(inColour: false)
        #expect(said.contains("warning: not used: ‘T-shirt’, ‘Notes’, ‘countri’"), "\(said)")
        #expect(said.contains("hint: ‘countri’: did you mean ‘country’?"))
        #expect(result.outcome.messages.warningCount == 1)
    }

    @Test func tellsOfKeysOfAListThatHaveNoPlaceAsOfColumns() throws {
        let desk = try Desk()
        let list = """
            - {given: Awa, family: SY, email: awa@example.org}
            - {given: Ali, family: BA, email: ali@example.org, phone: +221 33 800 00 00}

            """
        let merge = Merge(
            subject: "badge",
            data: try desk.write(list, to: "list.yaml"),
            output: desk.path("all.pdf")
        )
        let result = try merge.run(Installation(folder: Desk.root.path))
        let said = desk.said(result.outcome)
        #expect(result.made == 2 && result.outcome.written.count == 1)
        #expect(
            said.contains("list.yaml:1:28: remark: ‘badge’ has no place for ‘email’, ‘phone’\n"),
            "\(said)"
        )
    }

    /// Of two hundred guests some say no: they are told of in one breath, those who were asked for.
    @Test func tellsOfAllWhoSaidNoAtOnce() throws {
        let names = ["Awa;SY", "Ali;BA", "Ibra;SARR", "Adja;FALL", "Modou;NDIR", "Anta;SECK"]
        let table =
            "Prénom;Nom;Accord liste\n"
            + names.enumerated().map { "\($1);\($0 == 1 ? "oui" : "non")\n" }.joined()
        func said(only: String?) throws -> String {
            let (result, scratch) = try merged("card", table, only: only, to: "all.pdf")
            #expect(result.withheld == (only == nil ? 5 : 1))
            return result.outcome.messages.text(inColour: false)
                .replacing(scratch.folder.path + "/", with: "")
        }
        let all = try said(only: nil)
        #expect(all.ranges(of: "remark: ").count == 1, "\(all)")
        #expect(
            all.contains(
                "and 2 more are left out: Awa SY, Ibra SARR, Adja FALL and 2 more have not agreed to be listed"
            ),
            "\(all)"
        )
        let one = try said(only: "Nom=SECK")
        #expect(one.contains("row 7") && one.contains("Anta SECK has not agreed"), "\(one)")
        #expect(!one.contains("Awa"))
    }

    /// Of what a layout has no place for each column is told once, and not each row.
    @Test func tellsOnceOfColumnsThatTheLayoutHasNoPlaceFor() throws {
        let table = """
            Nom complet;Téléphone;Courriel;Pays
            Awa KEITA;;a@example.org;
            Ali BA;+223 70 00 00 01;b@example.org;
            Oumar SY;+223 70 00 00 02;;
            """
        let (badges, _) = try merged("badge", table, to: "badges.pdf")
        let said = badges.outcome.messages.text(inColour: false)
        #expect(badges.made == 3 && badges.outcome.messages.isClean)
        #expect(
            said.contains(
                "row 1, ‘Téléphone’: remark: ‘badge’ has no place for ‘Téléphone’, ‘Courriel’\n"
            ),
            "\(said)"
        )
        #expect(said.components(separatedBy: "no place").count == 2, "\(said)")
        // Nor is a column written in vain by which files are named; and cards have room for both.
        let (named, _) = try merged("badge", table, to: "{email}.pdf")
        #expect(!named.outcome.messages.text(inColour: false).contains("Courriel’\n"))
        let (cards, _) = try merged("card", table, to: "cards.pdf")
        #expect(cards.outcome.messages.isEmpty, "\(cards.outcome.messages.text(inColour: false))")
        let (more, _) = try merged(
            "badge",
            "name;email;T-shirt\nAwa KEITA;a@b.org;M\n",
            to: "a.pdf"
        )
        #expect(
            more.outcome.messages.text(inColour: false).contains(
                "warning: not used: ‘T-shirt’; and ‘badge’ has no place for ‘email’\n"
            )
        )
    }

    @Test func makesNoRowWhereSomethingIsMissingOfAll() throws {
        let (result, _) = try merged("certificate", guestList, to: "{family}.pdf")
        #expect(result.made == 0 && result.failed == 4)
        let said = result.outcome.messages.text(inColour: false)
        #expect(said.components(separatedBy: "needs ‘title’").count == 2)
        #expect(said.contains("griot merge certificate.yaml --data people.csv"), "\(said)")
    }

    @Test func putsFieldsIntoTheNamesOfFolders() throws {
        var names = FileNames(pattern: "out/../{country}/{family}/card.pdf")
        let made = [["ML", "../KONE"], ["ML", "-kone"], ["", ".."]].map { row in
            names.next { $0 == "country" ? row[0] : row[1] }
        }
        #expect(
            made == [
                "out/../ML/KONE/card.pdf", "out/../ML/kone/card-2.pdf",
                "out/../unnamed/unnamed/card.pdf",
            ]
        )
        let (result, _) = try merged("badge", guestList, to: "out/{family}/{given}.pdf")
        #expect(result.made == 3)
        #expect(result.outcome.written.first?.hasSuffix("out/DIALLO/Fatou.pdf") == true)
    }

    @Test func makesNothingWhereWhatAllRowsShareHasAMistake() throws {
        let desk = try Desk()
        let subject = try desk.write("kind: certificate\nlang: fr\n", to: "certificate.yaml")
        let data = try desk.write(guestList, to: "people.csv")
        let merge = Merge(subject: subject, data: data, output: desk.path("out/{family}.pdf"))
        let result = try merge.run(Installation(folder: Desk.root.path))
        #expect(result.made == 0 && result.failed == 4)
        #expect(result.outcome.messages.text(inColour: false).contains("needs ‘title’"))
        #expect(!FileManager.default.fileExists(atPath: desk.path("out")))
    }

    /// A spreadsheet has no records in its cells: a head with a point names a part of one.
    @Test(arguments: ["consent.share_contact", "Accord contact", "contact_consent"])
    func keepsWhatASpreadsheetSaysOfConsent(_ head: String) throws {
        let table = """
            Prénom;Nom;Pays;Courriel;\(head)
            Fatou;DIALLO;SN;f.diallo@example.org;non
            Adama;KONE;ML;a.kone@example.org;oui
            """
        let (result, scratch) = try merged("card", table, to: "{family}.pdf")
        #expect(result.made == 2)
        for (name, isPrinted) in [("DIALLO", false), ("KONE", true)] {
            let card = try structure(of: "\(name).pdf", in: scratch.folder)
            #expect(card.contains("@example.org") == isPrinted)
        }
    }

    /// Heads in capitals, with their accents as one letter or as two.
    @Test func knowsTheHeadsOfColumnsHoweverTheyAreTyped() {
        let heads = [
            "FUNÇÃO", "Fun\u{E7}\u{E3}o", "func\u{327}a\u{303}o", "TÉLÉPHONE", "E-MAIL", "PAÍS",
        ]
        #expect(
            heads.map { ColumnNames.path($0) } == [
                ["role"], ["role"], ["role"], ["phone"], ["email"], ["country"],
            ]
        )
    }

    @Test(arguments: ["famly=KONE", "famly="])
    func makesNoRowWhereNoneHasTheField(only: String) throws {
        let (result, _) = try merged("card", guestList, only: only, to: "{family}.pdf")
        let said = result.outcome.messages.text(inColour: false)
        #expect(said.contains("did you mean ‘family’?"), "\(said)")
        #expect(result.made == 0 && !result.outcome.succeeded)
    }

    @Test func takesNoTestThatAsksNothing() {
        #expect(Merge.objection(toOnly: "KONE") != nil && Merge.objection(toOnly: "=KONE") != nil)
        #expect(Merge.objection(toOnly: "family=KONE") == nil)
        #expect(Merge.objection(toOnly: "phone=") == nil)
    }

    @Test func choosesRowsByTheHeadOfTheirColumn() throws {
        let (result, _) = try merged("card", guestList, only: "Nom=diallo", to: "{index}.pdf")
        #expect(result.made == 1 && result.outcome.written.count == 2)
    }

    @Test func tellsHowManyPapersAreDone() throws {
        let desk = try Desk()
        let rows = (1...40).map { "Awa,KEITA\($0),ML\n" }.joined()
        let data = try desk.write("given,family,country\n" + rows, to: "people.csv")
        let merge = Merge(subject: "card", data: data, output: desk.path("out/{index}.pdf"))
        let told = Mutex([Int]())
        _ = try merge.run(Installation(folder: Desk.root.path)) { done, count in
            told.withLock { $0.append(done) }
            #expect(count == 40)
        }
        #expect(told.withLock { $0.sorted() } == [16, 32, 40])
    }

    @Test func makesOneAgainUnderTheNameThatItHad() throws {
        let (result, _) = try merged(
            "badge",
            guestList,
            only: "email=other@example.org",
            to: "out/{family}.pdf"
        )
        #expect(result.made == 1)
        #expect(result.skipped == 3)
        let names = result.outcome.written.map { URL(filePath: $0).lastPathComponent }
        #expect(names == ["Kone-3.pdf"])
    }

    @Test func readsAWorkbookAndNamesItsCells() throws {
        let desk = try Desk()
        let script = """
            import sys, openpyxl
            book = openpyxl.Workbook()
            book.active.title = 'Guests'
            book.active.append(['Prénom', 'Nom', 'Pays', 'Courriel', 'Téléphone'])
            book.active.append(['Fatou', 'DIALLO', 'SN', 'f.diallo@example.org', 221338592002])
            book.active.append([])
            book.active.append(['Adama', 'KONE', 'ML', 'pas une adresse'])
            book.active.append(['Adama', 'KONE', 'ML', '#REF!', None, 'more'])
            book.active['D5'].data_type = 'e'
            book.create_sheet('Other').append(['name'])
            book['Other'].append(['Awa KEITA'])
            book.save(sys.argv[1])
            """
        let data = desk.path("people.xlsx")
        #expect(try ask("/usr/bin/python3", "-c", script, data).isContent)
        let merge = Merge(subject: "card", data: data, output: desk.path("out/{family}.pdf"))
        let result = try merge.run(Installation(folder: Desk.root.path))
        #expect(result.made == 1 && result.failed == 2)
        let said = desk.said(result.outcome)
        #expect(said.contains("people.xlsx:Guests!D4: error: ‘pas une adresse’ is not"))
        #expect(said.contains("people.xlsx:Guests!D5: error: this cell holds the error ‘#REF!’"))
        #expect(said.contains("people.xlsx:Guests!F5: error: this cell stands under no heading"))
        #expect(said.contains("  4 | Adama | KONE | ML | pas une adresse"))
        var other = merge
        other.sheet = "Other"
        #expect(try other.run(Installation(folder: Desk.root.path)).made == 1)
        other.sheet = "Guest"
        let lost = desk.said(try other.run(Installation(folder: Desk.root.path)).outcome)
        #expect(lost.contains("it has no sheet ‘Guest’") && lost.contains("Guests, Other"))
    }

    /// Messages, programs and whoever asks for some again count the head of the columns.
    @Test func makesRowsAgainByTheirNumbers() throws {
        let (all, _) = try merged("card", guestList, to: "all.pdf")
        #expect(all.failedRows == [4])
        let (some, _) = try merged("card", guestList, only: "row=3, 4", to: "some.pdf")
        #expect(some.made == 1 && some.failedRows == [4] && some.skipped == 2)
        let table = "name,row\nAwa KEITA,A\nAli BA,3\n"
        let (seats, _) = try merged("card", table, only: "row=3", to: "{name}.pdf")
        #expect(seats.made == 1 && seats.failed == 0)
        #expect(seats.outcome.written.first?.contains("Ali") == true, "\(seats.outcome.written)")
    }

    /// Nobody is called “Mme”.
    @Test(arguments: [
        ("name,email\nMme,a@example.org\nM. Ali BA,\n", "row 2, ‘name’: error: ‘Mme’ goes before"),
        (
            "Civilité;Titre;Nom;Prénom\nMme;Dr;;\nM.;;BA;Ali\n",
            "row 2, ‘Civilité’: error: ‘Mme Dr’ goes before"
        ),
    ])
    func makesNothingOfWhoHasNoName(table: String, message: String) throws {
        let (result, _) = try merged("badge", table, to: "all.pdf")
        let said = result.outcome.messages.text(inColour: false)
        #expect(said.contains(message), "\(said)")
        #expect(said.components(separatedBy: "error:").count == 2, "\(said)")
        #expect(result.made == 1 && result.failedRows == [2])
    }

    @Test func tellsARoleHereFromAFunctionAtHome() throws {
        let table = """
            name,role
            Fatou DIALLO,speaker
            Adama KONE,Executive Secretary
            """
        let (result, _) = try merged("badge", table, to: "badges.pdf")
        #expect(result.made == 2)
    }

    @Test func namesTheFieldThatWasMeantForTheNamesOfFiles() throws {
        let desk = try Desk()
        let data = try desk.write("Prénom;Nom\nAwa;Fall\n", to: "people.csv")
        let merge = Merge(subject: "card", data: data, output: desk.path("{famly}.pdf"))
        let result = try merge.run(Installation(folder: Desk.root.path))
        let said = desk.said(result.outcome)
        #expect(result.made == 0 && result.failed == 1)
        #expect(said.contains("did you mean ‘family’?"), "\(said)")
        let only = Merge(subject: "card", data: data, only: "salle=Fall")
        let none = try only.run(Installation(folder: Desk.root.path))
        #expect(desk.said(none.outcome).contains("the rows have ‘Prénom’, ‘Nom’"))
    }

    /// Nobody wants to hear “begin vcard, version three point nought”.
    @Test func tellsWhoseAddressACodeHolds() throws {
        let (result, scratch) = try merged("card-front", guestList, to: "all.pdf")
        #expect(result.made == 3)
        let tree = try structure(in: scratch.folder)
        // A no-break space has no byte of its own in a file.
        let words = "Code QR\u{A0}: Fatou DIALLO".utf16.map {
            String(UInt32($0) + 0x10000, radix: 16)
        }
        #expect(tree.contains(words.map { $0.dropFirst() }.joined()))
        #expect(!tree.contains("BEGIN:VCARD"))
    }

    @Test func saysThatALayoutIsNotMadeOver() throws {
        let (result, _) = try merged("brief", guestList, to: "{family}.pdf")
        #expect(result.made == 0)
        #expect(result.outcome.messages.text(inColour: false).contains("one paper for all"))
    }
}

import Griot
import Testing

/// Sheets of organisations and of offices, in the words and the languages of those who keep them.
@Suite struct SheetBodiesTests {
    private func directory(_ files: [String: String], in language: String) throws
        -> (said: String, read: String)
    {
        let desk = try Desk()
        try desk.write(SheetRegisterTests.event, to: "event.yaml")
        for (name, text) in files { try desk.write(text, to: name) }
        let paper = """
            kind: contact-block
            layout: directory
            lang: \(language)
            organisation: ov
            offices: [dakar]
            groups: [{title: {fr: Équipe, en: Team}, people: [{name: Awa BA, organisation: ov}]}]
            """
        let job = Job(file: try desk.write(paper, to: "paper.yaml"))
        let outcome = desk.press.check(job, asARead: true)
        let read = outcome.reading.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        return (desk.said(outcome), read)
    }

    private static let bodies = [
        "organisations.csv": """
        id;Organisation;Organisation (en);Sigle;Sigle (en);Type;Pays;Site web
        ov;Observatoire de la vallée;Valley Observatory;OV;VO;ONG;Sénégal;https://example.org
        """,
        "offices.csv": """
        Organisation;Bureau;Bureau (en);Adresse;Adresse en anglais;Ville;Pays;Tél;Horaires;Horaires (en)
        ov;Siège;Head office;12, rue des Manguiers;12 Mango Street;Dakar;SN;+221 33 800 00 00;Du lundi au vendredi;Monday to Friday
        """,
    ]

    @Test(arguments: [
        (
            "fr",
            ["Observatoire de la vallée", "Siège", "12, rue des Manguiers", "Du lundi au vendredi"]
        ),
        ("en", ["Valley Observatory", "Head office", "12 Mango Street", "Monday to Friday"]),
    ])
    func haveTheirLanguagesInColumns(language: String, words: [String]) throws {
        let made = try directory(Self.bodies, in: language)
        #expect(made.said == "", "\(made.said)")
        for word in words { #expect(made.read.contains(word), "\(made.read)") }
    }

    @Test(arguments: [
        "ONG", "Fondation", "Ministère", "Collectivité locale", "Ambassade", "Université",
        "Institut de recherche", "Forces de sécurité", "Médias", "Secteur privé",
        "Association de femmes", "Société civile", "Organisation internationale",
    ])
    func sayInFrenchWhatSortTheyAre(type: String) throws {
        var files = Self.bodies
        files["organisations.csv"] = "id;Nom;Type\nov;Observatoire;\(type)\n"
        let made = try directory(files, in: "fr")
        #expect(!made.said.contains("choice"), "\(made.said)")
    }
}

import Diagnostics
import Foundation
import Griot
import Testing

@Suite struct FontTests {
    @Test func namesThePackageThatBringsAMissingFont() throws {
        let desk = try Desk()
        for part in ["kinds", "layouts", "fonts"] {
            try FileManager.default.copyItem(
                at: Desk.root.appending(path: part),
                to: desk.folder.appending(path: part)
            )
        }
        let manifest = desk.folder.appending(path: "fonts/fonts.yaml")
        let text = try String(contentsOf: manifest, encoding: .utf8)
            .replacing("GentiumBookPlus-Regular.ttf", with: "Missing.ttf")
        try Data(text.utf8).write(to: manifest)
        let file = try desk.write(
            "kind: workshop-summary\ntitle: A meeting\nlead: Words.\n",
            to: "a.yaml"
        )
        let press = try Press(Installation(folder: desk.folder.path))
        let outcome = press.render(Job(file: file), to: .beside)
        #expect(outcome.failure?.hint == "apt install fonts-sil-gentiumplus")
        #expect(outcome.written.isEmpty)
    }

    @Test func saysWhichFamilyABrandMeant() throws {
        let desk = try Desk()
        let house = try String(
            contentsOf: Desk.root.appending(path: "layouts/brands/house.yaml"),
            encoding: .utf8
        )
        let brand = house.replacing("latin: Noto Sans\n", with: "latin: Noto Snas\n")
            .replacing("nko: Noto Sans NKo", with: "nkoo: Kigelia")
        try desk.write(brand, to: "layouts/brands/house.yaml")
        let file = try desk.write(
            "kind: workshop-summary\ntitle: A meeting\nlead: Words.\n",
            to: "a.yaml"
        )
        let outcome = desk.press.render(Job(file: file), to: .beside)
        let said = desk.said(outcome)
        #expect(said.contains("error: no family of fonts/fonts.yaml is called ‘Noto Snas’"))
        #expect(said.contains("did you mean ‘Noto Sans’?"))
        #expect(said.contains("error: unknown key ‘nkoo’ in a font role"))
        #expect(said.contains("did you mean ‘nko’?"))
        #expect(said.contains("‘griot fonts’ lists those that there are"))
        #expect(outcome.written.isEmpty)
    }

    @Test func certifiesALetterThatNoFontHas() throws {
        let desk = try Desk()
        let text = "kind: workshop-summary\nlang: en\ntitle: A meeting\nlead: Gothic \u{10330} ?\n"
        let job = Job(file: try desk.write(text, to: "a.yaml"))
        let certificate = desk.press.certifyLanguages(of: job).certificate
        #expect(certificate.contains("missing: no font here has ‘\u{10330}’"), "\(certificate)")
        #expect(!certificate.contains("no letter is missing"))
        let french = text.replacing("\u{10330} ?", with: "?").replacing("Gothic", with: "What")
        try desk.write(french, to: "b.yaml")
        let other = desk.press.certifyLanguages(of: Job(file: desk.path("b.yaml"))).certificate
        #expect(other.contains("punctuation: a space before ‘?’ is French spacing"), "\(other)")
    }

    /// Every way into a file asks, that of many papers in one too.
    @Test(
        arguments: [
            ([0, 2], "no file may carry it"), ([1, 0], "files carry all of it or nothing"),
        ] as [(rights: [UInt8], reason: String)]
    )
    func carriesNoFontThatForbidsIt(rights: [UInt8], words: String) throws {
        let desk = try Desk()
        for part in ["kinds", "layouts"] {
            try FileManager.default.createSymbolicLink(
                at: desk.folder.appending(path: part),
                withDestinationURL: Desk.root.appending(path: part)
            )
        }
        try writeFonts(with: rights, on: desk)
        let table = "given,family,country\nAdama,KONE,ML\nAwa,BA,SN\n"
        let data = try desk.write(table, to: "people.csv")
        for output in ["all.pdf", "{family}.pdf"] {
            let merge = Merge(subject: "card-front", data: data, output: desk.path(output))
            let result = try merge.run(Installation(folder: desk.folder.path))
            #expect(result.outcome.written.isEmpty && result.made == 0)
            #expect(result.failedRows == [2, 3])
            let told = desk.said(result.outcome).split(separator: "\n").filter {
                $0.contains(words)
            }
            #expect(!told.isEmpty && Set(told).count == told.count, "\(told)")
            let left = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path)
            #expect(!left.contains { $0.hasSuffix(".pdf") || $0.hasSuffix(".part") }, "\(left)")
        }
    }

    /// Copies of the fonts that ship, all of which say what files may hold of them.
    private func writeFonts(with rights: [UInt8], on desk: Desk) throws {
        let manifest = Desk.root.appending(path: "fonts/fonts.yaml")
        let text = try String(contentsOf: manifest, encoding: .utf8)
        try desk.write(text, to: "fonts/fonts.yaml")
        for folder in ["truetype/noto", "truetype/gentiumplus"] {
            for face in text.matches(of: /: ((?:Noto(?:Sans|Serif)|Gentium(?:Book)?Plus)-\w+\.ttf)/)
            {
                let file = URL(filePath: "/usr/share/fonts/\(folder)/\(face.1)")
                guard let bytes = try? Data(contentsOf: file) else { continue }
                try desk.write(changed(Array(bytes), to: rights), to: "fonts/\(folder)/\(face.1)")
            }
        }
    }

    /// - Parameter font: Its table `OS/2` holds the rights in its fifth word.
    private func changed(_ font: [UInt8], to rights: [UInt8]) -> [UInt8] {
        var font = font
        for entry in stride(from: 12, to: 12 + 16 * Int(font[5]), by: 16)
        where font[entry..<entry + 4].elementsEqual("OS/2".utf8) {
            let table = font[entry + 8..<entry + 12].reduce(0) { $0 << 8 | Int($1) }
            font.replaceSubrange(table + 8..<table + 10, with: rights)
        }
        return font
    }
}

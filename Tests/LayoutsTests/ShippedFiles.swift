import Diagnostics
import Foundation
import Layouts
import Testing
import Units
import YAML

@Suite struct ShippedFiles {
    @Test(arguments: Bench.names(in: "papers"))
    func readsEveryPaperWithoutAComplaint(name: String) {
        let bench = Bench()
        #expect(name == "base" || bench.paper(name) != nil)
        #expect(bench.complaints == "")
    }

    @Test(arguments: Bench.names(in: "languages"))
    func readsEveryLanguagePackWithoutAComplaint(tag: String) {
        let bench = Bench()
        #expect(bench.pack(tag).tag == tag)
        #expect(bench.complaints == "")
    }

    /// Dates are printed without asking the machine, so the names are held against ICU's here.
    @Test(arguments: Bench.names(in: "languages"))
    func namesMonthsAndDaysAsICUDoes(tag: String) {
        let pack = Bench().pack(tag)
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: tag)
        formatter.calendar = Calendar(identifier: .gregorian)
        if !pack.months.isEmpty { #expect(pack.months == formatter.monthSymbols) }
        guard pack.weekdays.count == 7 else { return }
        let days: [String] = formatter.weekdaySymbols
        #expect(pack.weekdays == Array(days[1...]) + [days[0]])
    }

    /// A word that one language has, every language has.
    @Test(arguments: Bench.names(in: "languages"))
    func hasEveryWordOfTheInterface(tag: String) {
        let bench = Bench()
        let missing = Set(bench.pack("en").words.keys).subtracting(bench.pack(tag).words.keys)
        #expect(missing.sorted() == [])
    }

    @Test func knowsWhichWordsAreSaidInAnotherLanguage() {
        let bench = Bench()
        #expect(bench.pack("fr-CA").borrowedWords.isEmpty)
        let hausa = bench.pack("ha").borrowedWords
        #expect(Array(hausa.keys) == ["en"])
        #expect(hausa["en"]?.contains("funding") == true && hausa["en"]?.contains("page") == false)
    }

    @Test func readsTheBrandAndItsContrastIsEnough() throws {
        let bench = Bench()
        let brand = bench.brand()
        #expect(bench.complaints == "")
        for name in ["primary", "accent", "text", "quiet"] {
            let colour = try #require(brand.colours[name])
            #expect(colour.contrast(against: .white) >= 4.5, "\(name)")
        }
        let primary = try #require(brand.colours["primary"])
        #expect(primary.contrast(against: primary.tint(0.08)) >= 4.5)
    }

    @Test func listsOnlyFontsThatAreThere() throws {
        let bench = Bench()
        let url = Bench.root.appending(path: "fonts/fonts.yaml")
        let id = bench.sources.add(
            SourceFile(name: "fonts.yaml", bytes: Array(try Data(contentsOf: url)))
        )
        let node = try #require(parse(id, in: bench.sources, reporting: &bench.report).first)
        let manifest = FontManifest.read(node, reporting: &bench.report)
        #expect(bench.complaints == "")
        #expect(manifest.faces.count > 20)
        for face in manifest.faces {
            let path = "/usr/share/fonts/" + face.file
            #expect(FileManager.default.fileExists(atPath: path), "\(face.package): \(path)")
        }
        let families = Set(manifest.faces.map(\.family))
        for family in bench.brand().fonts.values.flatMap(\.values) {
            #expect(families.contains(family), "\(family)")
        }
    }
}

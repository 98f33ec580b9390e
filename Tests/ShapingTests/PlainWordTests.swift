import Diagnostics
import Foundation
import Glyphs
import Layouts
import Shaping
import Testing
import YAML

/// What `fonts/fonts.yaml` says of the fonts that words of plain letters are shaped in without a look for
/// marks: that their words are the same with it.
@Suite struct PlainWordTests {
    private static let declared: [FontEntry] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        guard let file = try? Data(contentsOf: root.appending(path: "fonts/fonts.yaml")) else {
            return []
        }
        var sources = Sources()
        var report = Report()
        let id = sources.add(SourceFile(name: "fonts.yaml", bytes: Array(file)))
        guard let node = parse(id, in: sources, reporting: &report).first else { return [] }
        return FontManifest.read(node, reporting: &report).faces.filter(\.composesMarksAlone).map {
            FontEntry(
                family: $0.family,
                weight: $0.weight,
                isItalic: $0.isItalic,
                file: "/usr/share/fonts/\($0.file)",
                package: $0.package,
                composesMarksAlone: true
            )
        }
    }()

    /// The letters and signs of which such words are.
    private static let letters: [String] = {
        let places: [ClosedRange<UInt32>] = [
            0x21...0x7E, 0xA0...0xA0, 0xAB...0xAB, 0xBB...0xBB, 0xC0...0x17F, 0x2010...0x2026,
        ]
        return places.joined().compactMap(Unicode.Scalar.init).map { String(Character($0)) }
    }()

    private func style(of entry: FontEntry, in shaper: Shaper, _ features: [String]) -> FontStyleID
    {
        shaper.id(
            of: FontStyle(
                family: entry.family,
                weight: entry.weight,
                isItalic: entry.isItalic,
                features: features,
                language: "fr"
            )
        )
    }

    @Test func areDeclaredOfTheFamiliesThatTextIsSetIn() {
        #expect(
            Set(Self.declared.map(\.family)).isSuperset(of: ["Gentium Book Plus", "Noto Sans"])
        )
    }

    /// Each letter beside an eighth of the others, another eighth for each face of a family.
    @Test(arguments: declared.indices)
    func areTheSameWithALookForMarks(face: Int) {
        let entry = Self.declared[face]
        var whole = entry
        whole.composesMarksAlone = false
        let (quick, slow) = (
            Shaper(NotoFonts.catalogue([entry])), Shaper(NotoFonts.catalogue([whole]))
        )
        let features = [[], ["smcp"], ["onum", "-liga"]][face % 3]
        let ids = (style(of: entry, in: quick, features), style(of: entry, in: slow, features))
        for (index, letter) in Self.letters.enumerated() {
            let others = stride(from: (face + index) % 8, to: Self.letters.count, by: 8)
            let word = others.map { letter + Self.letters[$0] }.joined()
            let shaped = (quick.shape(word, in: ids.0), slow.shape(word, in: ids.1))
            #expect(shaped.0.dump() == shaped.1.dump(), "\(entry.file), \(letter)")
        }
    }

    /// A letter with a mark is composed as ever.
    @Test(arguments: declared.indices)
    func attachMarks(face: Int) throws {
        let shaper = Shaper(NotoFonts.catalogue([Self.declared[face]]))
        let id = style(of: Self.declared[face], in: shaper, [])
        let glyphs = shaper.shape("ɛ\u{301}", in: id).runs.flatMap(\.glyphs)
        #expect(glyphs.count == 1 || glyphs.count == 2 && abs(glyphs[1].advance) < 0.001)
        let soft = shaper.shape("i\u{30C}", in: id).runs.flatMap(\.glyphs).map(\.id)
        let plain = shaper.shape("i", in: id).runs.flatMap(\.glyphs).map(\.id)
        #expect(soft.first != plain.first)
    }
}

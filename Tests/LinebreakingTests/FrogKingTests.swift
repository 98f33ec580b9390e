import Testing
import Units

@testable import Linebreaking

/// The paragraph of the paper that Knuth and Plass set in several ways, with the figures printed beside
/// its lines: letters counted in eighteenths of an em, lines of 500 units, an indent of 18.
///
/// Source: D. E. Knuth and M. F. Plass, “Breaking Paragraphs into Lines”, *Software—Practice and
/// Experience* 11 (1981), 1119–1184. The text is the beginning of Grimms' tale of the frog king.
@Suite struct FrogKingTests {
    private static let text =
        "In olden times when wishing still helped one, there lived a king whose daughters were all "
        + "beautiful; and the youngest was so beautiful that the sun itself, which has seen so much, "
        + "was astonished whenever it shone in her face. Close by the king's castle lay a great dark "
        + "forest, and under an old lime-tree in the forest was a well, and when the day was very "
        + "warm, the king's child went out into the forest and sat down by the side of the cool "
        + "fountain; and when she was bored she took a golden ball, and threw it up on high and "
        + "caught it; and this ball was her favorite plaything."

    /// How the lines begin, and how far the spaces of each are stretched.
    private static let published: [(start: String, ratio: Double)] = [
        ("In", 0.774), ("king", 0.179), ("so", 0.629), ("astonished", 0.545), ("castle", 0),
        ("forest", 0.079), ("child", 0.282), ("cool", 0.294), ("and", 0.575), ("favorite", 0),
    ]

    private static let widths: [Character: Int] = {
        let letters = zip(
            "abcdefghijklmnopqrstuvwxyz",
            [
                9, 10, 8, 10, 8, 6, 9, 10, 5, 6, 10, 5, 15, 10, 9, 10, 10, 7, 7, 7, 10, 9, 13, 10,
                10, 8,
            ]
        )
        var widths = Dictionary(uniqueKeysWithValues: Array(letters))
        for (sign, width) in ["C": 13, "I": 6, "-": 6, ",": 5, ";": 5, ".": 5, "'": 5] {
            widths[Character(sign)] = width
        }
        return widths
    }()

    private static let words = text.split(separator: " ").map(String.init)

    private static func width(of word: some StringProtocol) -> Int {
        word.reduce(0) { $0 + widths[$1]! }
    }

    /// After a stop or a comma spaces stretch further and shrink less.
    private static func space(after word: String) -> (width: Int, stretch: Int, shrink: Int) {
        switch word.last {
        case ",": (6, 4, 2)
        case ";": (6, 4, 1)
        case ".": (8, 6, 1)
        default: (6, 3, 2)
        }
    }

    /// The word that each item stands for, and for glue none.
    private func atoms() -> [(word: String?, item: Item)] {
        var atoms: [(String?, Item)] = []
        for (index, word) in Self.words.enumerated() {
            let parts = word.split(separator: "-", omittingEmptySubsequences: false)
            for (number, part) in parts.enumerated() {
                let isLast = number == parts.count - 1
                let written = isLast ? String(part) : part + "-"
                atoms.append((written, .box(width: .pt(Double(Self.width(of: written))))))
                if !isLast { atoms.append((nil, .penalty(cost: 50, isFlagged: true))) }
            }
            guard index + 1 < Self.words.count else { break }
            let space = Self.space(after: word)
            let glue = Item.glue(
                width: .pt(Double(space.width)),
                stretch: .pt(Double(space.stretch)),
                shrink: .pt(Double(space.shrink))
            )
            atoms.append((nil, glue))
        }
        return atoms
    }

    @Test func breaksAsThePaperDoes() {
        let atoms = atoms()
        let measures = LineMeasures(
            first: [.init(indent: .pt(18), width: .pt(482))],
            rest: .init(width: .pt(500))
        )
        let lines = TotalFit(atoms.map(\.item), measures: measures).broken().lines
        #expect(lines.map { atoms[$0.items.lowerBound].word ?? "" } == Self.published.map(\.start))
        for (line, published) in zip(lines, Self.published).dropLast() {
            #expect(abs(line.ratio - published.ratio) < 0.0006, "\(published.start)")
        }
    }

    @Test func breaksAsThePaperDoesByTeXsArithmetic() {
        let unit = 65_536
        var items: [ScaledParagraph.Item] = [.box(18 * unit)]
        var starts: [Int: String] = [:]
        for (index, word) in Self.words.enumerated() {
            starts[items.count] = word
            items.append(.box(Self.width(of: word) * unit))
            guard index + 1 < Self.words.count else { break }
            let space = Self.space(after: word)
            items.append(
                .glue(
                    space.width * unit,
                    stretch: space.stretch * unit,
                    shrink: space.shrink * unit
                )
            )
        }
        let broken = ScaledParagraph(items: items, measure: 500 * unit).broken()
        let found = broken.items.dropLast().map { starts[$0 + 1] ?? "" }
        #expect(found == Self.published.dropFirst().map(\.start))
    }
}

import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Layouts

/// The reference prints defaults; these are what stands where nobody says anything.
@Suite struct Defaults {
    /// How the default that is printed for a key stands to what there is without the key.
    private enum Standing: String {
        /// It is what is there.
        case same
        /// Nothing is there: whoever uses it has a default for it.
        case open
        /// It is told in words that no layout can write.
        case prose
        case other
    }

    private func standing<Owner>(of property: Property<Owner>, in fresh: Owner) -> Standing {
        let bench = Bench()
        var desk = Desk(report: Report(), brand: bench.brand())
        let id = bench.sources.add(
            SourceFile(name: "default", bytes: Array(property.key.fallback.utf8))
        )
        guard let node = parse(id, in: bench.sources, reporting: &desk.report).first else {
            return .prose
        }
        var owner = fresh
        property.take(node, &owner, &desk)
        let (before, after) = (lines(of: fresh), lines(of: owner))
        if desk.report.hasErrors { return .prose }
        if after == before { return .same }
        return Set(before).isSubset(of: after) ? .open : .other
    }

    private func lines<Owner>(of owner: Owner) -> [Substring] {
        var writer = LayoutWriter()
        writer.write(owner, named: "")
        return writer.text.split(separator: "\n")
    }

    private func standings<Owner>(_ name: String, _ fresh: Owner, _ table: [Property<Owner>])
        -> [(standing: Standing, line: String)]
    {
        table.filter { !$0.key.fallback.isEmpty }.map {
            (standing(of: $0, in: fresh), "\(name) \($0.key.name): \($0.key.fallback)")
        }
    }

    private func standings(_ name: String, _ draft: some RecipeDraft)
        -> [(standing: Standing, line: String)]
    {
        standings(name, draft.blank, draft.properties)
    }

    private var all: [(standing: Standing, line: String)] {
        let nowhere = Span(Bench().sources.add(SourceFile(name: "", bytes: [])), 0..<0)
        let frame = FrameDesign(name: "", span: nowhere)
        let blocks = RecipeKind.all.flatMap { standings($0.name, $0.draft) }
        return standings("paper", Layout(), Layout.properties)
            + standings("grid", Grid(), Grid.properties)
            + standings("frame", frame, FrameDesign.properties)
            + standings("fit", FitRecipe(), FitRecipe.properties)
            + standings("notes", NotesRecipe(), NotesRecipe.properties)
            + standings("impose", ImposingRecipe(), ImposingRecipe.properties)
            + standings("style", Style(), Style.properties)
            + blocks
            + standings("run", RunDraft(), RunDraft.properties)
            + standings("cell", CellRecipe(), CellRecipe.properties)
            + standings("column", ColumnRecipe(), ColumnRecipe.properties)
            + standings("brand", Brand(), Brand.properties)
            + standings("language", LanguagePack(), LanguagePack.properties)
    }

    @Test func areThoseThatTheReferencePrints() {
        #expect(all.filter { $0.standing == .other }.map(\.line) == [])
        #expect(all.count { $0.standing == .same } > 60)
    }

    /// Those of which it is for other rooms to be held to the reference.
    @Test func areSettledLaterOnlyWhereThisSays() throws {
        let later = all.filter { $0.standing == .open || $0.standing == .prose }
        let text = later.map { "\($0.standing.rawValue) \($0.line)\n" }.joined()
        try expectReference(text, named: "defaults-settled-later")
    }
}

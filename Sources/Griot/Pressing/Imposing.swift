internal import Imposition
internal import Layouts
internal import Pages
internal import Units

extension Scheme {
    init(_ recipe: ImposingRecipe) {
        switch recipe.form {
        case .cards:
            let sheet = recipe.sheet
            self = .cards(
                sheet: recipe.isLandscape
                    ? Size(width: sheet.height, height: sheet.width) : sheet,
                across: recipe.across,
                down: recipe.down,
                gap: recipe.gap,
                sides: recipe.sides
            )
        case .booklet: self = .booklet
        case .folded: self = .folded(isTent: false)
        case .tent: self = .folded(isTent: true)
        }
    }
}

extension Pages.Document {
    /// The pages as a scheme lays them on sheets, each as large as it is after the knife.
    func laidOut(by scheme: Scheme?) -> Pages.Document {
        impose(scheme.map { impose(self, as: $0) } ?? self, as: .trimmed)
    }
}

import Content
import Diagnostics
import Layouts
import Units

extension Composer {
    /// The colour a style means; what is told apart has its own, else that of the brand.
    func colour(_ tone: Tone?) -> Colour? {
        switch tone {
        case .fixed(let colour)?: return colour
        case .own(let tint)?:
            let own = surroundings.own ?? house.brand.primaryColour
            return tint == 1 ? own : own.tint(tint)
        case nil: return nil
        }
    }

    /// Composes with the colour and the sign of the sort that the thing at hand is of.
    ///
    /// What is of no sort has no sign.
    mutating func telling<Result>(
        _ recipe: TellingRecipe,
        _ work: (inout Composer) -> Result
    ) -> Result {
        guard let field = recipe.field else { return work(&self) }
        checkPath(of: field)
        let sorts = recipe.among.map { values(of: $0) } ?? []
        let id = value(of: field).map { identity(of: $0) }
        let place = sorts.firstIndex { thing(named: id ?? "", among: [$0]) != nil }
        let outer = surroundings.own
        defer { surroundings.own = outer }
        surroundings.own = place.flatMap { colour(ofSort: sorts[$0], at: $0, recipe) }
        let sign = place.flatMap { place in
            recipe.signs.isEmpty ? nil : recipe.signs[place % recipe.signs.count]
        }
        return binding { composer in
            composer.scope.bind(recipe.name, to: place.map { sorts[$0] }, at: field.span)
            let sign = sign.map { Value(.identifier($0), at: field.span) }
            composer.scope.bind("sign", to: sign, at: field.span)
            return work(&composer)
        }
    }

    /// A sort’s own `colour`, else one of the layout’s in turn.
    private func colour(ofSort sort: Value, at place: Int, _ recipe: TellingRecipe) -> Colour? {
        if case .colour(let text)? = brief.registry.value(at: [.colour], from: sort)?.content {
            if let colour = house.brand.colours[text] ?? Colour(hexadecimal: text) { return colour }
        }
        return recipe.colours.isEmpty ? nil : recipe.colours[place % recipe.colours.count]
    }
}

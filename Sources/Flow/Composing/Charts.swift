import Arrangement
import Content
import Diagnostics
import Layouts
import Structure
import Units

extension Composer {
    mutating func chart(_ recipe: ChartRecipe, type: Type, at span: Span) -> [Block] {
        guard let each = recipe.each, recipe.value != nil else { return [] }
        checkPath(of: each)
        let figure = element(.figure, origin: span)
        let (entries, words) = entries(of: recipe, type: type)
        if entries.isEmpty { return [] }
        if let figure {
            let title = recipe.title.map { plainText($0) } ?? ""
            flow.structure[figure].alternative = afterCount(described(title, words))
        }
        let chart = Chart(
            form: recipe.form,
            entries: entries,
            thickness: resolve(recipe.thickness, size: type.size),
            gap: resolve(recipe.gap, size: type.size),
            clearance: resolve(recipe.clearance, size: type.size),
            labelWidth: extent(recipe.labelWidth, size: type.size)
        )
        var style = blockStyle(type)
        // Labels seldom have the leading of the text: bars keep its grid only where the layout says so.
        if type.style.grid == nil { style.grid = .off }
        return [Block(.chart(chart), style: style, element: figure, origin: span)]
    }

    /// What a chart shows, and the same in words.
    private mutating func entries(of recipe: ChartRecipe, type: Type)
        -> (entries: [Chart.Entry], words: [String])
    {
        guard let each = recipe.each, let path = recipe.value else { return ([], []) }
        let labelType = recipe.labelStyle.map { self.type(layout[$0], in: type) } ?? type
        let figureType = recipe.figureStyle.map { self.type(layout[$0], in: type) } ?? labelType
        let colours = recipe.colours.isEmpty ? [house.brand.primaryColour] : recipe.colours
        var entries: [Chart.Entry] = []
        var words: [String] = []
        for (index, value) in values(of: each).enumerated() {
            binding(recipe.name, to: value, number: index + 1) { composer in
                guard let number = composer.number(of: path) else { return }
                let label = recipe.label.map { composer.plainText($0) } ?? ""
                let figure =
                    recipe.figure.map { composer.plainText($0) }
                    ?? NumberForm(pack: composer.pack).text(
                        of: number.value,
                        decimals: number.decimals
                    )
                entries.append(
                    Chart.Entry(
                        label: composer.paragraph(label, type: labelType),
                        figure: composer.paragraph(figure, type: figureType),
                        value: number.value,
                        colour: colours[index % colours.count]
                    )
                )
                words.append("\(label) \(figure)")
            }
        }
        return (entries, words)
    }

    private func number(of path: Expression) -> Number? {
        guard case .number(let number)? = value(of: path)?.content, number.value.isFinite else {
            return nil
        }
        return number
    }

    private mutating func paragraph(_ text: String, type: Type) -> Paragraph {
        var line = Line()
        line.append(text, as: segment(type))
        return paragraph(line, type: type)
    }
}

/// The language in which layouts are written, told by the tables that read it.
package enum LayoutLanguage {
    /// All keys, blocks, units, conditions and filters, as Markdown.
    package static func reference() -> String {
        var text = "# The layout language\n"
        text += section("A paper", Layout.properties)
        text += section("`grid`", Grid.properties + [])
        text += section("`margins`", Grid.margins)
        text += section("A master", MasterDesign.properties)
        text += section("A frame of a master", FrameDesign.properties)
        text += section("`fit`", FitRecipe.properties)
        text += section("`notes`", NotesRecipe.properties)
        text += section("`impose`", ImposingRecipe.properties)
        text += section("`metadata`", MetadataRecipe.properties)
        text +=
            "\n## A style\n\n`from` names the style it comes from.\n\n" + table(Style.properties)
        text +=
            "\n## Styles with names of their own\n\nText asks for these by name. Those of words in a "
        text +=
            "line stand over its style; those of blocks take nothing from what is around them.\n\n"
        text += "| style | what is set in it | example |\n|---|---|---|\n"
        for style in ReservedStyle.all {
            text += "| `\(style.name)` | \(style.help) | `\(style.example)` |\n"
        }
        text += "\n## Blocks\n\nEach understands `style` and `anchor` besides.\n"
        for kind in RecipeKind.all {
            text += "\n### `\(kind.name)`\n\n\(kind.help)\n\n" + table(kind.draft.keys)
        }
        text += section("A run", RunDraft.properties)
        text += section("A cell of a row", CellRecipe.properties)
        text += section("A column of a table", ColumnRecipe.properties)
        text +=
            "\n## A part\n\nA file of its own in `layouts/parts`, or an entry of `parts`; the block `part` "
        text += "prints it and hands over what it takes.\n\n" + table(Part.properties)
        text +=
            "\n## Lengths\n\nA number and a unit, such as \(Measure.examples); 0 needs none.\n\n"
        text += rows("unit", Measure.Unit.allCases.map { ($0.rawValue, $0.help) })
        text += "\n## Text with fields\n\n" + rows("written", Template.forms)
        text += "\n## Conditions\n\n" + rows("condition", Condition.forms)
        text += "\n## Fields in braces\n\n| in braces | what it stands for |\n|---|---|\n"
        for form in Expression.Source.forms { text += "| `{\(form.form)}` | \(form.help) |\n" }
        text += "\n## Filters\n\n| filter | what it does |\n|---|---|\n"
        for filter in Filter.Name.allCases {
            text += "| `\(filter.rawValue)` | \(filter.help) |\n"
        }
        text += section("A brand", Brand.properties)
        text += section("`fonts/fonts.yaml`", FontManifest.keys)
        text += section("A language pack", LanguagePack.properties)
        return text
    }

    private static func rows(_ title: String, _ forms: [(form: String, help: String)]) -> String {
        forms.reduce("| \(title) | what it means |\n|---|---|\n") {
            $0 + "| `\($1.form)` | \($1.help) |\n"
        }
    }

    private static func section<Owner>(_ title: String, _ table: [Property<Owner>]) -> String {
        "\n## \(title)\n\n" + self.table(table)
    }

    private static func table<Owner>(_ properties: [Property<Owner>]) -> String {
        table(properties.map(\.key))
    }

    private static func table(_ keys: [Key]) -> String {
        var text = "| key | value | default | what it says |\n|---|---|---|---|\n"
        for key in keys {
            let cells = [key.words, key.fallback, key.help].map {
                $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
            }
            text += "| `\(key.name)` | \(cells.joined(separator: " | ")) |\n"
        }
        return text
    }
}

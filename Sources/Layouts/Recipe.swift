package import Arrangement
package import Diagnostics
package import Units

/// One step of turning content into blocks.
package struct Recipe: Hashable, Sendable {
    package indirect enum Content: Hashable, Sendable {
        case heading(HeadingRecipe)
        /// What the heading that comes next is numbered, printed in a place of its own.
        case headingNumber([RunRecipe])
        case title([RunRecipe])
        case paragraph([RunRecipe])
        /// A field of rich text, with the style of its first paragraph where it differs.
        case text(Expression, opening: StyleID?)
        case list(ListRecipe)
        case table(TableRecipe)
        case picture(PictureRecipe)
        /// In the colour of text where it has none of its own.
        case rule(thickness: Length, colour: Colour?, length: Measure?)
        case box([Recipe])
        case columns(count: Int, gutter: Measure, [Recipe])
        case row([CellRecipe], gutter: Measure)
        case chart(ChartRecipe)
        case code(CodeRecipe)
        case space(Measure)
        case pause(BlockBreak)
        case contents(ContentsRecipe)
        case each(EachRecipe)
        case when(Condition, do: [Recipe], otherwise: [Recipe])
        case part(String, with: [PartArgument])
        case apart(TellingRecipe, do: [Recipe])
        case timetable(TimetableRecipe)
        /// Blocks in another language than the paper's, which a field names.
        case speaking(Expression, do: [Recipe])
        /// Blocks in the paper's language and, beside them, in one that a field names.
        case parallel(Expression, gutter: Measure, do: [Recipe])
        case index(IndexRecipe)
        /// Blocks that are one thing to whoever hears the page.
        case heard(as: Hearing, do: [Recipe])
        /// Blocks that are the next of what is counted under a word of the interface.
        case counted(as: String, do: [Recipe])
    }

    /// What blocks together are heard as.
    package enum Hearing: Hashable, Sendable {
        /// What a picture, a chart or a table shows.
        case caption
        /// Somebody else's words.
        case quotation
        /// Not at all: what they say is said already.
        case nothing
    }

    package var content: Content
    package var style: StyleID?
    /// The name that links lead to.
    package var anchor: Template?
    package var span: Span
}

/// What a part is given under one of the names that it takes.
package struct PartArgument: Hashable, Sendable {
    package var name: String
    package var expression: Expression
}

/// A stretch of a line with a style of its own.
package struct RunRecipe: Hashable, Sendable {
    package var template: Template
    package var style: StyleID?
    /// What it leads to.
    package var link: Template?
    package var breaksLine = false
    package var fillsLine = false
    /// Whether points fill the line.
    package var hasLeaders = false

    package init(template: Template, style: StyleID? = nil, link: Template? = nil) {
        self.template = template
        self.style = style
        self.link = link
    }
}

/// The same blocks for each thing in a field.
package struct EachRecipe: Hashable, Sendable {
    package var field: Expression
    package var name = "item"
    /// The field by which things that follow one another are taken together, as a list.
    package var together: Expression?
    package var blocks: [Recipe] = []
    /// What stands between two things.
    package var between: [Recipe] = []
    /// What stands above a thing that goes on in another column.
    package var continued: [Recipe] = []
    /// The number by which the blocks of a thing are left out to meet a number of pages.
    package var priority: Expression?
}

package struct ListRecipe: Hashable, Sendable {
    package var each: Expression?
    package var name = "item"
    package var item: [Recipe] = []
    package var isNumbered = false
    package var bullet = "•"
    package var labelStyle: StyleID?
    package var indent: Measure = .ems(1.5)
}

package struct TableRecipe: Hashable, Sendable {
    /// A field that holds a table, or a list of which each item is a row.
    package var each: Expression?
    package var name = "row"
    package var columns: [ColumnRecipe] = []
    /// A field with the names of the columns that stand, in their order, where it says any.
    package var columnsFrom: Expression?
    /// A field with the number of empty rows at the end, to be filled in by hand.
    package var blankRows: Expression?
    package var gutter: Measure = .absolute(.mm(4))
    package var headStyle: StyleID?
    package var cellStyle: StyleID?
    package var ruleAbove: Style.Border?
    package var ruleBelowHead: Style.Border?
    package var ruleBetween: Style.Border?
    package var ruleBelow: Style.Border?
    package var cellPadding: Style.Sides?
    /// The least height of a row below the head.
    package var rowHeight: Measure?
    /// A field with that height, for where it is given.
    package var rowHeightFrom: Expression?
    package var caption: Template?

    package init() {}

    /// The rules of a table that names none, in the colour of its text.
    package enum UsualRule {
        /// Above the table or below its head, and at its foot.
        package static let strong = Length.pt(0.75)
        /// Between its rows, in half the colour.
        package static let thin = Length.pt(0.35)
        package static let thinTint = 0.5
    }

    /// Above and below what stands in a cell.
    package static let usualPadding = Length.pt(2.5)
}

package struct ColumnRecipe: Hashable, Sendable {
    /// What a field that chooses among the columns calls it.
    package var name: String?
    package var head: Template?
    package var cell: [RunRecipe]?
    package var blocks: [Recipe]?
    package var width: Breadth = .share(1)
    package var style: StyleID?
    /// Whether its cells name their rows.
    package var namesRow = false
    /// What must be so for it to stand.
    package var condition: Condition?
}

/// How wide a cell or a picture is.
package enum Breadth: Hashable, Sendable {
    case fixed(Measure)
    /// A part of what the others leave.
    case share(Double)
    case content
}

package struct PictureRecipe: Hashable, Sendable {
    /// The logo that layouts print of brands they do not know, where these have one.
    static let mainLogo = "main"

    /// A field that holds a picture.
    package var field: Expression?
    /// A file of the brand, by the name of a logo.
    package var logo: String?
    package var width: Breadth = .share(1)
    package var height: Measure?
    package var maximumHeight: Measure?
    /// The side of a square that it takes as much of the page as, in place of a width.
    package var weight: Measure?
    package var shape: PictureShape = .rectangle
    package var position = 0.0
    /// What it shows, for those who cannot see it, where the picture itself does not say.
    package var alternative: Template?
    package var captionStyle: StyleID?
    package var creditStyle: StyleID?
}

package struct CellRecipe: Hashable, Sendable {
    /// There is a cell for each of these things, and none for one of which nothing is printed.
    package var each: Expression?
    package var name = "item"
    /// Whether it goes, with the gap beside it, where nothing stands in it.
    package var isOptional = false
    package var width: Breadth = .share(1)
    package var blocks: [Recipe] = []
    package var alignment: VerticalAlignment = .top
}

package struct ChartRecipe: Hashable, Sendable {
    package var form: ChartForm = .bars
    package var each: Expression?
    package var name = "entry"
    package var label: Template?
    package var value: Expression?
    package var figure: Template?
    package var labelStyle: StyleID?
    package var figureStyle: StyleID?
    package var colours: [Colour] = []
    package var thickness: Measure = .absolute(.mm(3))
    package var gap: Measure = .absolute(.mm(1.5))
    package var clearance: Measure = .absolute(.pt(6))
    package var labelWidth: Breadth = .content
    /// What the chart is called where it is told in words.
    package var title: Template?
}

package struct CodeRecipe: Hashable, Sendable {
    package var payload: Template?
    package var side: Length = .mm(24)
    package var colour: Colour = .black
    package var position = 0.0
}

/// Blocks under a name, written once and used by many papers.
package struct Part: Hashable, Sendable {
    package var name: String
    /// What it must be given, each with a word of help.
    package var takes: [String: String]
    package var blocks: [Recipe]
    package var span: Span

    static let properties: [Property<Part>] = [
        Property("part", elsewhere: "text", "Its name: that of the file, too."),
        Property("about", elsewhere: "text", "What it is, for people."),
        Property(
            "takes",
            elsewhere: "names, each with a word of help",
            "What it is handed over: its blocks know no other names than these and those of the content."
        ),
        Property(
            "styles",
            elsewhere: "names and styles",
            "Its own; those of the paper that uses it stand over them."
        ),
        Property("blocks", elsewhere: "a list of blocks", "What it prints."),
    ]
}

extension Layout {
    /// How a table inside a text looks: as the first of the part `data` does, or of `titled-data`, where
    /// the layout has one of them.
    package var tableOfText: TableRecipe {
        var recipe = TableRecipe()
        for block in (parts["data"] ?? parts["titled-data"])?.blocks ?? [] {
            guard case .table(let table) = block.content else { continue }
            recipe.gutter = table.gutter
            recipe.ruleAbove = table.ruleAbove
            recipe.ruleBelowHead = table.ruleBelowHead
            recipe.ruleBetween = table.ruleBetween
            recipe.ruleBelow = table.ruleBelow
            recipe.cellPadding = table.cellPadding
            break
        }
        return recipe
    }
}

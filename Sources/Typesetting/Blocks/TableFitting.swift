import Diagnostics
import Flow
import Units

/// Tables of more columns than there is room for.
extension Typesetter {
    /// A table in type that is small enough for its columns, and what these need then.
    ///
    /// Words are divided rather than set very small; numbers are not divided as long as type that can be
    /// read at all keeps them whole.
    mutating func fitted(
        _ table: Table,
        in grid: TableGrid,
        at origin: Span?,
        in setting: Setting
    ) -> (table: Table, needs: [ColumnNeed]) {
        let (measure, depth) = (setting.measure, setting.depth)
        let needs = needs(ofColumnsOf: table, in: grid, at: depth)
        guard table.mayShrink, grid.columns > 1 else { return (table, needs) }
        let gutters = table.gutter * Self.leastGutter * Double(grid.columns - 1)
        func share(of need: (Widths) -> Length) -> Double {
            let needed = needs.reduce(gutters) { $0 + need($1.widths) }
            return needed > measure ? max(.zero, measure) / needed : 1
        }
        let words = grid.columns < Self.fewestOfMany ? 1 : max(Self.small, share { $0.minimum })
        let numbers = max(Self.smallest, share { $0.leastUsable })
        let scale = (min(words, numbers) / Self.step).rounded(.down) * Self.step
        guard scale < 1 else { return (table, needs) }
        if scale < Self.tooSmall {
            report.add(
                .warning(.smallType(scale, of: grid.columns), at: origin).hinting(.fewerColumns)
            )
        }
        let smaller = table.scaled(by: scale)
        return (smaller, self.needs(ofColumnsOf: smaller, in: TableGrid(smaller), at: depth))
    }

    /// With fewer columns, it is a word that is long and not the table that is wide.
    private static let fewestOfMany = 6
    /// The share of its size that type has at the least for words, and for numbers.
    private static let small = 0.8
    private static let smallest = 0.5
    /// Below this share type is told of.
    private static let tooSmall = 0.7
    private static let step = 0.02

    /// Says once what a table's cells complain of one by one, and not at all where the table has been
    /// told of.
    func gathered(
        _ complaints: Report,
        ofTableOf columns: Int,
        at origin: Span?,
        isKnown: Bool
    ) -> Report {
        let tooWide = complaints.diagnostics.filter { $0.message.topic == .width }
        guard tooWide.count > Self.mostComplaints || isKnown else { return complaints }
        var report = Report()
        for complaint in complaints.diagnostics where complaint.message.topic != .width {
            report.add(complaint)
        }
        guard !isKnown else { return report }
        report.add(
            .warning(.tooManyColumns(columns, dividing: tooWide.count), at: origin)
                .hinting(.fewerColumns)
        )
        return report
    }

    private static let mostComplaints = 2
}

extension Table {
    /// With all type in its cells so much smaller.
    fileprivate func scaled(by scale: Double) -> Table {
        let block = Block(.table(self)).mappingParagraphs { paragraph in
            var paragraph = paragraph
            paragraph.style.scale *= scale
            return paragraph
        }
        guard case .table(var table) = block.content else { return self }
        table.gutter = gutter * scale
        for row in table.rows.indices where hasOnes {
            for cell in table.rows[row].cells.indices {
                table.rows[row].cells[cell].scaleMargins(by: scale)
            }
        }
        return table
    }
}

extension Diagnostic.Message {
    fileprivate static var fewerColumns: Self {
        "make two tables of it, leave columns out, or shorten their words"
    }

    fileprivate static func smallType(_ scale: Double, of columns: Int) -> Self {
        "there is hardly room for \(columns) columns: type in them has \(Int((scale * 100).rounded())) % of its size"
    }

    fileprivate static func tooManyColumns(_ columns: Int, dividing words: Int) -> Self {
        "there is no room for \(columns) columns: \(words) words of the table are divided"
    }
}

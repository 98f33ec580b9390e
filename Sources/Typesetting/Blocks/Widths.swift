import Flow
import Units

extension Typesetter {
    /// What blocks need across, as far as it can be told before they are set.
    ///
    /// - Parameter depth: How deep they are in other blocks.
    mutating func widths(of blocks: [Block], at depth: Int) -> Widths {
        guard depth < Self.deepest else { return .zero }
        var whole = Widths.zero
        for block in blocks {
            let insets = block.style.insets
            let around =
                insets.left + insets.right + block.style.marginLeft + block.style.marginRight
            let needed = widths(of: block.content, at: depth + 1)
            whole = whole.union(needed + Widths(minimum: around, natural: around))
        }
        return whole
    }

    private mutating func widths(of content: Block.Content, at depth: Int) -> Widths {
        switch content {
        case .paragraph(let paragraph): widths(of: paragraph)
        case .list(let items): widths(of: items, at: depth)
        case .table(let table): widths(of: table, at: depth)
        case .picture(let picture): widths(of: picture)
        case .rule(let stripe): Widths(minimum: .zero, natural: stripe.length ?? .zero)
        case .box(let blocks): widths(of: blocks, at: depth)
        case .columns(let count, let gutter, let blocks):
            widths(of: blocks, at: depth).times(max(1, count), gutter: gutter)
        case .row(let cells, let gutter): widths(of: cells, gutter: gutter, at: depth)
        case .chart: Self.chartWidths
        case .code(let code): widths(of: code)
        case .space: .zero
        }
    }

    /// A chart takes whatever width there is: an inch shows something, three inches most.
    private static let chartWidths = Widths(minimum: .pt(72), natural: .pt(216))
    /// A code's side with the quiet zone of the smallest one: eight modules beside its 21.
    private static let codeWithQuietZone = 1.4
    /// Nobody makes out what a picture shows that is narrower.
    private static let narrowestPicture = Length.pt(12)

    /// A hair more than the letters need, so that rounding does not turn a line that just fits.
    private mutating func widths(of paragraph: Paragraph) -> Widths {
        lines.widths(of: paragraph) + Widths(minimum: .pt(0.01), natural: .pt(0.01))
    }

    private mutating func widths(of items: [ListItem], at depth: Int) -> Widths {
        var whole = Widths.zero
        for item in items {
            let body = widths(of: item.body, at: depth)
            whole = whole.union(body + Widths(minimum: item.indent, natural: item.indent))
        }
        return whole
    }

    private func widths(of code: Code) -> Widths {
        let whole = code.side * Self.codeWithQuietZone
        return Widths(minimum: whole, natural: whole)
    }

    private mutating func widths(of picture: Picture) -> Widths {
        if let size = evenSize(of: picture) {
            return Widths(minimum: Self.narrowestPicture, natural: size.width)
        }
        return switch picture.width {
        case .fixed(let width): Widths(minimum: width, natural: width)
        case .share: Widths(minimum: .zero, natural: naturalSize(of: picture).width)
        case .content:
            Widths(minimum: Self.narrowestPicture, natural: naturalSize(of: picture).width)
        }
    }

    private mutating func widths(of cells: [RowCell], gutter: Length, at depth: Int) -> Widths {
        let between = gutter * Double(max(0, cells.count - 1))
        var whole = Widths(minimum: between, natural: between)
        for cell in cells {
            if case .fixed(let width) = cell.width {
                whole = whole + Widths(minimum: width, natural: width)
            } else {
                whole = whole + widths(of: cell.blocks, at: depth)
            }
        }
        return whole
    }

    private mutating func widths(of table: Table, at depth: Int) -> Widths {
        let grid = TableGrid(table)
        let between = table.gutter * Double(max(0, grid.columns - 1))
        return needs(ofColumnsOf: table, in: grid, at: depth).reduce(
            Widths(minimum: between, natural: between)
        ) { $0 + $1.widths }
    }
}

extension Widths {
    fileprivate func times(_ count: Int, gutter: Length) -> Widths {
        let between = gutter * Double(count - 1)
        return Widths(
            minimum: minimum * Double(count) + between,
            natural: natural * Double(count) + between
        )
    }
}

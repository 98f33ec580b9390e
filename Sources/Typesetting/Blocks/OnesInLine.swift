import Arrangement
import Flow
import Units

/// Columns of numbers whose ones stand in line, and the marks before their decimals with them.
extension Typesetter {
    /// A table in whose columns what follows the ones of a number is as wide in each cell, and what comes
    /// before them where numbers stand in the middle.
    mutating func aligningOnes(of table: Table) -> Table {
        guard table.hasOnes else { return table }
        var table = table
        let columns = table.rows.map(\.cells.count).max() ?? 0
        for column in 0..<columns { alignOnes(in: column, of: &table) }
        return table
    }

    private mutating func alignOnes(in column: Int, of table: inout Table) {
        var parts: [(row: Int, before: Length, after: Length)] = []
        for (row, cells) in table.rows.map(\.cells).enumerated() {
            guard cells.indices.contains(column), let end = cells[column].endOfOnes,
                case .paragraph(let paragraph)? = cells[column].blocks.first?.content
            else { continue }
            let whole = lines.widths(of: paragraph).natural
            let after = lines.widths(of: paragraph.from(end)).natural
            parts.append((row, whole - after, after))
        }
        let widest = parts.map(\.after).max() ?? .zero
        let broadest = parts.map(\.before).max() ?? .zero
        guard parts.contains(where: { $0.after < widest }) else { return }
        for part in parts {
            var block = table.rows[part.row].cells[column].blocks[0]
            guard case .paragraph(let paragraph) = block.content else { continue }
            block.style.marginRight += widest - part.after
            if paragraph.style.alignment == .centre {
                block.style.marginLeft += broadest - part.before
            }
            table.rows[part.row].cells[column].blocks[0] = block
        }
    }
}

extension Table {
    /// Whether some column has its numbers in line.
    var hasOnes: Bool {
        rows.contains { row in row.cells.contains { $0.endOfOnes != nil } }
    }
}

extension Table.Cell {
    /// With what keeps its ones in line so much smaller, as its type is.
    mutating func scaleMargins(by scale: Double) {
        guard endOfOnes != nil, !blocks.isEmpty else { return }
        blocks[0].style.marginLeft = blocks[0].style.marginLeft * scale
        blocks[0].style.marginRight = blocks[0].style.marginRight * scale
    }
}

extension Paragraph {
    /// What follows a place in its text, given in bytes.
    fileprivate func from(_ place: Int) -> Paragraph {
        var rest = self
        rest.text = String(decoding: text.utf8.dropFirst(place), as: UTF8.self)
        rest.spans = spans.compactMap { span in
            guard span.range.upperBound > place else { return nil }
            var span = span
            span.range = max(0, span.range.lowerBound - place)..<span.range.upperBound - place
            return span
        }
        return rest
    }
}

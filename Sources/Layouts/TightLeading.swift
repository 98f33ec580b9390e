import Diagnostics
import Units

/// A style that says how large type is and leaves its leading to the style it comes from.
struct SizedAnew {
    var style: Style
    var span: Span
}

extension Desk {
    /// Warns where a paper makes type larger than the leading it has from elsewhere.
    ///
    /// Its lines would overlap. What a paper builds upon is left alone, since not all of that is used.
    mutating func checkLeading(of layout: Layout) {
        for anew in sizedAnew where anew.span.source == layout.span?.source {
            guard case .absolute(let size)? = anew.style.size, size > .zero,
                let leading = leading(of: anew.style, on: layout.grid), leading < size
            else { continue }
            // A fifth more than type set solid, in half points.
            let usual = (size.points * 1.2 * 2).rounded() / 2
            report.add(
                .warning(
                    "type of \(decimal: size.points.inHundredths) pt stands on lines \(decimal: leading.points.inHundredths) pt apart",
                    at: anew.span
                )
                .hinting("say its leading as well: ‘leading: \(usual.inHundredths)pt’")
            )
        }
    }

    /// Nil where it follows the size.
    private func leading(of style: Style, on grid: Grid) -> Length? {
        switch style.leading ?? .lines(1) {
        case .absolute(let leading): leading
        case .lines(let count): grid.pitch * count
        case .ems, .share, .columns: nil
        }
    }
}

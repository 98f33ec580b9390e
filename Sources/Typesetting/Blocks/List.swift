import Arrangement
import Flow
import Pages
import Units

extension Typesetter {
    /// Labels hang before the bodies, their end edges in line, so that numbers align by their units.
    mutating func galley(of items: [ListItem], in setting: Setting) -> Galley {
        let labels = items.map { hangingLabel(of: $0, in: setting) }
        // A list in another language than the paper's runs as that language does.
        let isRightToLeft = items.first?.isRightToLeft ?? setting.isRightToLeft
        let indent = zip(items, labels).reduce(Length.zero) {
            max($0, max($1.0.indent, $1.1.width + $1.1.gap))
        }
        let bodyMeasure = max(.zero, setting.measure - indent)
        var assembly = Assembly(measure: setting.measure, stretchingBy: gridPitch)
        for (item, label) in zip(items, labels) {
            var body = galley(of: item.body, in: setting.narrowed(to: bodyMeasure))
            if !isRightToLeft { body.shift(by: indent) }
            let x = isRightToLeft ? bodyMeasure + label.gap : indent - label.gap - label.width
            hang(label.strip, at: x, before: &body)
            assembly.add(body, of: Block(.box([])))
        }
        var galley = assembly.galley
        galley.keepLoneItems()
        galley.measure = setting.measure
        return galley
    }

    private struct HangingLabel {
        var strip: Strip
        var width: Length
        /// Between the label and the body.
        var gap: Length
    }

    /// The share of its leading by which a label stands off what it is the label of.
    private static let labelGap = 0.35

    private mutating func hangingLabel(of item: ListItem, in setting: Setting) -> HangingLabel {
        var paragraph = item.label
        paragraph.style.alignment = .start
        let width = lines.widths(of: paragraph).natural
        // A hair more than it needs, so that rounding does not turn its line.
        let strip = label(
            paragraph,
            owner: owner(item.labelElement, in: setting),
            in: setting.narrowed(to: width + .pt(0.01))
        )
        return HangingLabel(
            strip: strip,
            width: width,
            gap: paragraph.style.leading * Self.labelGap
        )
    }

    private func hang(_ label: Strip, at x: Length, before body: inout Galley) {
        guard !body.strips.isEmpty else {
            var alone = label
            alone.shift(by: x)
            body.strips = [alone]
            return
        }
        let below = (body.strips[0].baseline ?? .zero) - (label.baseline ?? .zero)
        let first = body.strips[0]
        var joint = first
        joint.fragments = []
        joint.links = []
        joint.footnotes = []
        joint.anchors = []
        joint.absorb(label, at: Point(x: x, y: below))
        joint.absorb(first, at: .zero)
        body.strips[0] = joint
    }
}

extension Galley {
    /// Keeps an item of one line from standing alone, the first at a column's foot or the last at its head.
    fileprivate mutating func keepLoneItems() {
        guard blockStarts.count > 1 else { return }
        if blockStarts[1] == 1 { strips[1].avoidBreakAbove(at: Demerits.loneItem) }
        let last = strips.count - 1
        if blockStarts[blockStarts.count - 1] == last {
            strips[last].avoidBreakAbove(at: Demerits.loneItem)
        }
    }
}

package import Diagnostics
import Glyphs
package import Pages
import Structure
package import Units

/// Finds text whose colour is too near to what lies behind it.
///
/// Behind it lies the area drawn last before it under the middle of its letters, or else the paper;
/// text over a picture is not judged. Each pair of colours is told once, at the first text in it that
/// asks most of it.
///
/// - Returns: How many pairs were told of.
@discardableResult
package func checkContrast(
    of document: Document,
    naming names: [Colour: String] = [:],
    reporting report: inout Report
) -> Int {
    let before = report.diagnostics.count
    func called(_ colour: Colour) -> Diagnostic.Message {
        names[colour.withoutInk].map { "\(colour) (‘\($0)’)" } ?? "\(colour)"
    }
    for pair in pairs(in: document) {
        let contrast = pair.colour.contrast(against: pair.ground)
        guard contrast < pair.needed else { continue }
        report.add(
            .warning(
                .faint(called(pair.colour), on: called(pair.ground), contrast, pair.needed),
                at: document.structure.origin(of: pair.element)
            )
            .hinting("choose a darker colour in the brand, or a lighter ground")
        )
    }
    return report.diagnostics.count - before
}

/// Text of a colour on another, and the contrast that its size asks for.
private struct ColourPair {
    var colour: Colour
    var ground: Colour
    var needed: Double
    var element: ElementID
}

/// Each pair of colours once, in the order in which they are met, with the smallest text in it.
///
/// Source: WCAG 2.1, success criterion 1.4.3.
private func pairs(in document: Document) -> [ColourPair] {
    var pairs: [ColourPair] = []
    var places: [[Colour]: Int] = [:]
    for page in document.pages {
        var backdrop = Backdrop()
        for fragment in page.fragments {
            for mark in fragment.marks {
                backdrop.add(mark, at: fragment.origin)
                guard case .text(let text) = mark, case .element(let element) = fragment.owner,
                    let ground = backdrop.colour(behind: text, at: fragment.origin)
                else { continue }
                let needed = text.run.size >= .pt(18) ? 3 : 4.5
                let pair = ColourPair(
                    colour: text.colour,
                    ground: ground,
                    needed: needed,
                    element: element
                )
                if let place = places[[text.colour, ground]] {
                    if pairs[place].needed < needed { pairs[place] = pair }
                } else {
                    places[[text.colour, ground]] = pairs.count
                    pairs.append(pair)
                }
            }
        }
    }
    return pairs
}

/// What has been drawn on a page so far, as far as it lies behind text.
private struct Backdrop {
    /// In the order of drawing; a picture has no one colour.
    private var areas: [(rect: Rect, colour: Colour?)] = []

    mutating func add(_ mark: Mark, at origin: Point) {
        switch mark {
        case .area(let area):
            guard let fill = area.fill else { return }
            areas.append((area.rect.moved(by: origin), fill))
        case .picture(let picture):
            areas.append((picture.shown.moved(by: origin), nil))
        case .text, .line, .modules: return
        }
    }

    func colour(behind text: TextMark, at origin: Point) -> Colour? {
        let x = origin.x + text.origin.x + text.run.width / 2
        let y = origin.y + text.origin.y - text.run.size / 4
        let area = areas.last {
            $0.rect.minX <= x && x <= $0.rect.maxX && $0.rect.minY <= y && y <= $0.rect.maxY
        }
        return area.map(\.colour) ?? .white
    }
}

extension Diagnostic.Message {
    fileprivate static func faint(
        _ colour: Self,
        on ground: Self,
        _ contrast: Double,
        _ needed: Double
    )
        -> Self
    {
        "text in \(colour) on \(ground) is hard to read: its contrast is \(decimal: contrast.inHundredths) to 1, and text of this size needs \(decimal: needed.inHundredths)"
    }
}

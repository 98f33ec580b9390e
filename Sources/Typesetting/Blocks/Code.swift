import Diagnostics
import Flow
import Pages
import Units

extension Typesetter {
    /// A QR code with its quiet zone.
    ///
    /// Source: ISO/IEC 18004, section 5.3.8: four modules stay clear on every side.
    mutating func galley(of code: Code, of block: Block, in setting: Setting) -> Galley {
        let measure = setting.measure
        guard let modules = modules(code.payload) else {
            report.add(.error(.codeTooLong, at: block.origin))
            return Galley(measure: measure)
        }
        let quiet = code.side * (4 / Double(modules.side))
        let whole = code.side + quiet * 2
        if whole > measure {
            report.add(.warning(.codeTooWide(by: whole - measure), at: block.origin))
        }
        let left = max(.zero, measure - whole) * code.position
        let mark = ModulesMark(
            rect: Rect(x: left + quiet, y: quiet, width: code.side, height: code.side),
            modules: modules,
            colour: code.colour
        )
        let fragment = Fragment(owner: owner(block.element, in: setting), marks: [.modules(mark)])
        let strip = Strip(height: whole, fragments: [fragment], origin: block.origin)
        return Galley(measure: measure, strips: [strip])
    }
}

extension Diagnostic.Message {
    fileprivate static let codeTooLong: Self = "this is more than a QR code can hold"

    fileprivate static func codeTooWide(by excess: Length) -> Self {
        "the QR code and its quiet zone are \(decimal: excess.points.inHundredths) pt wider than their place"
    }
}

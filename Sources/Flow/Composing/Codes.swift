import Arrangement
import Diagnostics
import Layouts
import Structure
import Units

extension Composer {
    mutating func code(_ recipe: CodeRecipe, type: Type, at span: Span) -> [Block] {
        let payload = recipe.payload.map { plainText($0) } ?? ""
        if payload.isEmpty { return [] }
        let figure = element(.figure, origin: span)
        if let figure {
            let name = pack.word("code") ?? "QR code"
            flow.structure[figure].alternative = described(name, [nameOrAll(of: payload)])
        }
        let code = Code(
            payload: payload,
            side: recipe.side,
            colour: recipe.colour,
            position: pack.isRightToLeft ? 1 - recipe.position : recipe.position
        )
        var style = blockStyle(type)
        style.grid = .off
        return [Block(.code(code), style: style, element: figure, origin: span)]
    }
}

/// What is said of a code to those who cannot see it: all of it, or of an address card whose it is.
private func nameOrAll(of payload: String) -> String {
    guard payload.hasPrefix("BEGIN:VCARD") else { return payload }
    let lines = payload.split { $0 == "\r" || $0 == "\n" || $0 == "\r\n" }
    let name = lines.first { $0.hasPrefix("FN:") }?.dropFirst(3)
    return name.map { String($0.filter { $0 != "\\" }) } ?? payload
}

package import Diagnostics
import Units
import YAML

extension Brand {
    mutating func readColours(_ colours: Node.Entry?, at desk: inout Desk) {
        guard let colours else { return }
        span = colours.key.span
        for entry in desk.entries(of: colours.value, of: "‘colours’") ?? []
        // Of `primary: 0,87,183` the first piece is told of.
        where !entry.hasNoColon {
            let name = entry.key.text ?? ""
            colourKeys.append(Located(name, at: entry.key.span))
            // What refers to it has no mistake.
            self.colours[name] = desk.colour(entry.value) ?? .black
        }
    }

    /// Takes over the colours that a brand lacks and every paper asks for.
    ///
    /// All papers of the house would else be blamed, line after line, for what one line of the brand wants.
    ///
    /// - Parameter usual: The brand whose colours the papers of the house name.
    package mutating func fillColours(from usual: Brand, reporting report: inout Report) {
        let given = Set(colourKeys.map(\.value))
        var absent: [String] = []
        for name in usual.colourKeys.map(\.value) where !given.contains(name) {
            let isKnown = colours[name] != nil
            if !isKnown { colours[name] = usual.colours[name] }
            let strangers = colourKeys.filter { usual.colours[$0.value] == nil }
            let near = Suggestion.nearest(to: name, among: strangers.map(\.value))
            guard let meant = strangers.first(where: { $0.value == near }) else {
                if !isKnown { absent.append(name) }
                continue
            }
            report.add(
                .error(.noColour([name], in: self.name), at: meant.span)
                    .hinting("write ‘\(name)’ for ‘\(shortened(meant.value))’")
            )
        }
        guard !absent.isEmpty else { return }
        report.add(
            .warning(.noColour(absent, in: name), at: span)
                .hinting("add them under ‘colours’; until then those of the house stand in")
        )
    }
}

extension Brand {
    /// Takes over the families, sizes and set texts of which a brand says nothing: a house that changes its
    /// colours alone has the usual type.
    ///
    /// Of other families the usual texts may be untrue, which name their own: nothing stands in for those.
    ///
    /// - Parameter usual: The brand whose roles, sizes and texts the papers of the house name.
    package mutating func fillType(from usual: Brand) {
        let texts = fonts.isEmpty ? usual.snippets : usual.snippets.mapValues { _ in ["*": ""] }
        snippets.merge(texts) { own, _ in own }
        scale.merge(usual.scale) { own, _ in own }
        for (role, families) in usual.fonts {
            fonts[role, default: [:]].merge(families) { own, _ in own }
        }
    }
}

extension Desk {
    /// Reads `"#0f4c5c"`, and `{rgb: "#0f4c5c", ink: [90, 45, 40, 45]}`.
    fileprivate mutating func colour(_ node: Node) -> Colour? {
        let value = node["rgb"] ?? node
        guard var colour = Colour(hexadecimal: value.text ?? "") else {
            expect("a colour such as ‘#0f4c5c’", at: value, hint: Self.mendOfColour(value.text))
            return nil
        }
        guard let ink = node["ink"] else { return colour }
        let shares = (ink.items ?? []).compactMap { $0.text.flatMap { UInt8($0) } }
        guard shares.count == 4, shares.allSatisfy({ $0 <= 100 }) else {
            expect("four per cents: cyan, magenta, yellow, black", at: ink)
            return colour
        }
        colour.ink = Colour.Ink(
            cyan: shares[0],
            magenta: shares[1],
            yellow: shares[2],
            black: shares[3]
        )
        return colour
    }

    /// `rgb(0, 87, 183)` and `0 87 183`, in figures of sixteen.
    private static func mixed(_ text: String) -> String? {
        guard text.utf8.count <= 40 else { return nil }
        let shares = text.split { !$0.isNumber }.compactMap { UInt8($0) }
        let words = text.filter(\.isLetter).lowercased()
        guard shares.count == 3, ["", "rgb", "rvb"].contains(words), !text.contains("%"),
            !text.contains(".")
        else { return nil }
        func figures(_ share: UInt8) -> String {
            let text = String(share, radix: 16)
            return text.count < 2 ? "0" + text : text
        }
        return "#" + shares.map(figures).joined()
    }

    private static func mendOfColour(_ text: String?) -> Diagnostic.Message? {
        guard let text else { return nil }
        if text.isEmpty {
            return "a colour needs quotes, or its sign begins a comment: write \"#0f4c5c\""
        }
        if let mixed = mixed(text) {
            return "a colour is written as programs that draw show it as ‘hex’: write \"\(mixed)\""
        }
        let signed = "#" + text.filter { !$0.isWhitespace }
        return Colour(hexadecimal: signed) != nil
            ? "a colour begins with a sign, and stands in quotes: write \"\(signed)\""
            : "a colour is written in six figures of 0 to 9 and a to f behind a sign, in quotes; programs that draw show them as ‘hex’"
    }
}

extension Diagnostic.Message {
    fileprivate static func noColour(_ names: [String], in brand: String) -> Self {
        "the brand ‘\(brand)’ has no colour \(quoted(names)), which the papers of the house are printed in"
    }
}

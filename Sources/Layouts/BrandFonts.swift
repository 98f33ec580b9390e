import Diagnostics
import YAML

extension Desk {
    /// For each role of a brand a family by ISO 15924 script code.
    ///
    /// - Parameter families: All that there are, in the order of their names; nil where nobody knows.
    mutating func fontRoles(
        _ entries: [Node.Entry],
        among families: [String]?
    ) -> [String: [String: String]] {
        var roles: [String: [String: String]] = [:]
        for entry in entries {
            roles[entry.key.text ?? ""] = fontRole(entry.value, among: families)
        }
        return roles
    }

    /// A family by script, or one alone, which then is Latin's and stands in for the rest.
    private mutating func fontRole(_ node: Node, among families: [String]?) -> [String: String] {
        let node = resolved(node)
        if node.text != nil {
            return family(node, among: families).map { ["Latn": $0] } ?? [:]
        }
        var role: [String: String] = [:]
        for entry in entries(of: node, of: "a font role") ?? [] {
            let script = self.script(entry.key)
            let family = self.family(entry.value, among: families)
            if let script, let family { role[script] = family }
        }
        return role
    }

    /// Another would be set in its place all through the paper, so it has to be one that there is.
    private mutating func family(_ node: Node, among families: [String]?) -> String? {
        guard let name = node.text, !name.isEmpty else {
            expect("the name of a font family", at: node)
            return nil
        }
        guard let families else { return name }
        let wanted = name.lowercased()
        guard families.contains(where: { $0.lowercased() == wanted }) else {
            report.add(
                .error("no family of fonts/fonts.yaml is called ‘\(name)’", at: node.span)
                    .hinting(Suggestion.didYouMean(name, among: families))
                    .hinting("‘griot fonts’ lists those that there are; add the files of another")
            )
            return nil
        }
        return name
    }

    private mutating func script(_ key: Node) -> String? {
        let name = key.text ?? ""
        if let code = Self.scripts[name] { return code }
        // The codes of ISO 15924 are four letters, the first of them a capital.
        let isCode = name.utf8.count == 4 && name.first?.isUppercase == true
        if isCode { return name }
        refuse(key, in: "a font role", known: Self.scripts.keys.sorted())
        return nil
    }

    /// Scripts by the names people use, with their codes of ISO 15924.
    private static let scripts = [
        "latin": "Latn", "arabic": "Arab", "ethiopic": "Ethi", "nko": "Nkoo", "tifinagh": "Tfng",
        "adlam": "Adlm", "greek": "Grek", "cyrillic": "Cyrl", "vai": "Vaii",
    ]
}

extension Form where Value == [String] {
    /// Tags of four letters, with a hyphen before those that are switched off.
    ///
    /// Source: OpenType 1.9, “Layout tag registry: feature tags”.
    static var features: Form {
        Form(words: "a list of feature tags") { node, desk in
            let tags = words.read(node, &desk)
            for (index, tag) in (tags ?? []).enumerated() where !isFeature(tag) {
                let place = node.items.flatMap { $0.indices.contains(index) ? $0[index] : nil }
                desk.expect(
                    "the tag of an OpenType feature",
                    at: place ?? node,
                    hint: "a tag has four letters, such as ‘smcp’ for small capitals"
                )
            }
            return tags
        }
    }

    private static func isFeature(_ text: String) -> Bool {
        let tag = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        let parts = tag.split(separator: UInt8(ascii: "="), omittingEmptySubsequences: false)
        guard let name = parts.first, name.count == 4, parts.count <= 2 else { return false }
        return name.allSatisfy { (0x21...0x7E).contains($0) }
            && parts.dropFirst().allSatisfy { Int(Substring($0)) != nil }
    }
}

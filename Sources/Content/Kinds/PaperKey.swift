package import YAML

/// What every paper may say of itself, whatever its kind.
package enum PaperKey: String, CaseIterable, Sendable {
    case kind, id, lang, layout, brand, fit, audience

    package static let names = allCases.map(\.rawValue)
}

extension Node {
    /// What a file says of itself under a key that every file may have.
    package subscript(key: PaperKey) -> Node? { self[key.rawValue] }
}

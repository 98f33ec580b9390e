internal import Diagnostics
internal import YAML

/// A layout or a brand, as one is recognised among files that hold content: many begin with `kind:` as well.
struct StrayDesign {
    enum Sort: String { case layout, brand }

    let sort: Sort
    let name: String

    /// Where it would be found, from the folder of the event.
    var home: String {
        switch sort {
        case .layout: "layouts/papers/\(name).yaml"
        case .brand: "layouts/brands/\(name).yaml"
        }
    }

    /// - Parameter path: Where it stands.
    func mend(_ path: String) -> Diagnostic.Message {
        "move it to ‘\(Paths.joined(Paths.folder(of: path), home))’, and papers can name it: ‘\(sort.rawValue): \(name)’"
    }
}

extension Node {
    /// Nil for what holds content.
    var design: StrayDesign? {
        guard let entries else { return nil }
        let keys = Set(entries.compactMap(\.key.text))
        if let name = self["paper"]?.text, !keys.isDisjoint(with: Self.layoutKeys) {
            return StrayDesign(sort: .layout, name: name)
        }
        if !keys.contains("kind"), let name = self["brand"]?.text,
            !keys.isDisjoint(with: Self.brandKeys)
        {
            return StrayDesign(sort: .brand, name: name)
        }
        return nil
    }

    private static let layoutKeys: Set<String> = [
        "extends", "masters", "streams", "styles", "grid", "parts", "about",
    ]
    private static let brandKeys: Set<String> = ["colours", "fonts", "scale", "logos", "snippets"]
}

extension Diagnostic.Message {
    static func designAmongPapers(_ design: StrayDesign) -> Self {
        switch design.sort {
        case .layout: "this is the layout ‘\(design.name)’, and it stands among the papers"
        case .brand: "this is the brand ‘\(design.name)’, and it stands among the papers"
        }
    }
}

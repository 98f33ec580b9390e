internal import Diagnostics
internal import Layouts

/// The brands of the house and of each event.
final class BrandShelf {
    private struct Key: Hashable {
        let name: String
        let eventFolder: String
    }

    private let layouts: LayoutFiles
    private let fonts: FontShelf
    private var brands: [Key: Brand] = [:]
    /// Those that are not there: whoever asks is told.
    private var unknown: Set<Key> = []
    private var files: ReadFiles { layouts.files }

    init(in layouts: LayoutFiles, fonts: FontShelf) {
        self.layouts = layouts
        self.fonts = fonts
    }

    /// A brand by name; the usual one, said in an error, where there is none.
    ///
    /// - Parameter span: Where it was asked for, if anywhere.
    func brand(_ name: String, askedAt span: Span?, eventFolder: String) -> Brand {
        let key = Key(name: name, eventFolder: eventFolder)
        if let known = brands[key] {
            if unknown.contains(key), span != nil { tellOfUnknown(name, at: span, of: eventFolder) }
            return known
        }
        let own = layouts.ownPath(name, in: .brands, of: eventFolder)
        let opened = layouts.root(name, in: .brands, of: eventFolder)
        let isDamaged = own.map { !files.areWhole([$0]) } ?? false
        guard let root = opened, !isDamaged else {
            if own == nil {
                unknown.insert(key)
                tellOfUnknown(name, at: span, of: eventFolder)
            }
            // The usual one still shows the other mistakes.
            let usual =
                name == Brand.usual && eventFolder.isEmpty
                ? Brand() : self.brand(Brand.usual, askedAt: nil, eventFolder: "")
            brands[key] = usual
            return usual
        }
        let families = fonts.families(for: eventFolder)
        var brand = files.listening(for: eventFolder) {
            Brand.read(root, families: families, reporting: &$0)
        }
        layouts.checkName(name, of: root, in: .brands, of: eventFolder)
        brand.name = name
        if name != Brand.usual || own != nil {
            let usual = self.brand(Brand.usual, askedAt: nil, eventFolder: "")
            files.listening(for: eventFolder) { brand.fillColours(from: usual, reporting: &$0) }
            brand.fillType(from: usual)
        }
        brands[key] = brand
        return brand
    }

    private func tellOfUnknown(_ name: String, at span: Span?, of eventFolder: String) {
        let known = layouts.names(in: .brands, of: eventFolder)
        let stem = name.hasSuffix(".yaml") ? Paths.stem(of: name) : name
        let meant =
            layouts.name(ofFileCalling: name, in: .brands, of: eventFolder)
            ?? (known.contains(stem) ? stem : Suggestion.nearest(to: stem, among: known))
        let place = Paths.joined(eventFolder, "layouts/brands/\(stem).yaml")
        let stray = [
            Paths.joined(eventFolder, "\(stem).yaml"),
            Paths.joined(eventFolder, "layouts/\(stem).yaml"),
        ]
        .first { !stem.contains("/") && Paths.exists($0) }
        var problem = Diagnostic.error(.unknownBrand(name), at: span)
            .hinting(meant.map(Suggestion.didYouMean))
        if let stray {
            problem = problem.hinting("if ‘\(stray)’ is it, move that to ‘\(place)’")
        } else if meant == nil {
            problem = problem.hinting("to begin one: griot layouts copy house \(stem)")
        }
        files.tell(problem, of: eventFolder)
    }
}

extension Diagnostic.Message {
    fileprivate static func unknownBrand(_ name: String) -> Self { "there is no brand ‘\(name)’" }
}

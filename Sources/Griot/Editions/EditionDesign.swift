internal import Content
internal import Diagnostics
internal import Finishing
internal import Flow
internal import Layouts
internal import YAML

/// What an edition is set by: its layout, and the house.
extension Run {
    /// The layout of a name, as the paper’s brand dresses it; nil where it cannot be read.
    mutating func design(
        _ named: (name: String, span: Span?),
        for brief: Brief
    ) -> Layout? {
        let shelves = press.shelves
        let brand = brief.brandName
        let folder = materials?.folder ?? ""
        if let asked = brief.askedBrand {
            _ = shelves.brand(brand, askedAt: asked.span, eventFolder: folder)
        }
        let layout = shelves.layout(
            named.name,
            brand: brand,
            askedAt: named.span,
            of: brief.record.kind,
            eventFolder: folder
        )
        if let layout {
            guard mayBeSet(brief, by: layout, named), !layout.isUnsettled else { return nil }
            reportUnknownFields(of: layout, named: named.name)
            return layout
        }
        // Where the layout asked for does not exist, the usual one still shows the other mistakes.
        return shelves.layout(
            press.defaultLayout(of: brief.record.kind),
            brand: brand,
            askedAt: nil,
            eventFolder: folder
        )
    }

    /// Whether a layout is for the kind of a paper, or for any; that it is not is reported.
    private mutating func mayBeSet(
        _ brief: Brief,
        by layout: Layout,
        _ named: (name: String, span: Span?)
    ) -> Bool {
        guard let kind = layout.kind else { return true }
        let (kinds, folder) = (press.shelves.kinds, materials?.folder ?? "")
        guard kinds[kind] != nil else {
            let place = press.shelves.kindNode(ofLayout: named.name, eventFolder: folder)?.span
            let meant = kinds.nearest(to: kind, among: kinds.papers)
            report.add(
                .error("there is no kind ‘\(kind)’", at: place)
                    .hinting(meant.map(Suggestion.didYouMean))
            )
            return false
        }
        guard kind == brief.record.kind else {
            report.add(
                .error(.otherKind(named.name, kind, not: brief.record.kind), at: named.span)
                    .hinting(layouts(for: brief.record.kind, in: folder))
            )
            return false
        }
        return true
    }

    private func layouts(for kind: String, in folder: String) -> Diagnostic.Message? {
        let fit = press.shelves.layouts(ofKind: kind, eventFolder: folder)
        return fit.isEmpty ? nil : "there are \(fit.joined(separator: ", ")) for it"
    }

    /// Holds the names of a layout for fields against its kind, once.
    private mutating func reportUnknownFields(of layout: Layout, named name: String) {
        let kinds = press.shelves.kinds
        guard let kind = layout.kind.flatMap({ kinds[$0] }), designsAsked.insert(name).inserted
        else { return }
        for problem in layout.unknownFields(of: kind, among: kinds) { report.add(problem) }
    }

    /// What a composition draws on: the brand, the languages, the kinds.
    ///
    /// - Parameter layout: What may speak in languages that the content does not.
    func house(
        for brief: Brief,
        setBy layout: Layout? = nil,
        in language: String,
        eventFolder: String
    ) -> House {
        let shelves = press.shelves
        let brand = shelves.brand(
            brief.brandName,
            askedAt: brief.askedBrand?.span,
            eventFolder: eventFolder
        )
        var others: [String: LanguagePack] = [:]
        for tag in brief.spokenLanguages where tag != language {
            others[tag] = shelves.pack(tag, eventFolder: eventFolder)
        }
        let named = brief.languagesOfPassages() + (layout?.languages ?? [])
        for tag in named where tag != language && others[tag] == nil {
            others[tag] = shelves.knownPack(tag, eventFolder: eventFolder)
        }
        return House(
            brand: brand,
            pack: shelves.pack(language, eventFolder: eventFolder),
            otherPacks: others,
            kinds: shelves.kinds,
            requiresDescriptions: job.edition == .public
                || job.standards?.contains(.ua1) == true
        )
    }
}

extension Diagnostic.Message {
    fileprivate static func otherKind(_ layout: String, _ kind: String, not other: String) -> Self {
        "the layout ‘\(layout)’ is for ‘\(kind)’, and this is of the kind ‘\(other)’"
    }
}

extension Shelves {
    /// The names of the layouts that set papers of a kind.
    func layouts(ofKind kind: String, eventFolder: String = "") -> [String] {
        names(in: .papers, eventFolder: eventFolder).filter { name in
            kindNode(ofLayout: name, eventFolder: eventFolder)?.text == kind
        }
    }
}

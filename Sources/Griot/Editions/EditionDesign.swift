internal import Content
internal import Diagnostics
internal import Flow
internal import Layouts
internal import YAML

/// What an edition is set by: its layout, and the house.
extension Run {
    /// The layout of a name, as the paper's brand dresses it; nil where it cannot be read.
    mutating func design(
        _ named: (name: String, span: Span?),
        for brief: Brief
    ) -> Layout? {
        let shelves = press.shelves
        let brand = brief.brandName
        let folder = materials?.folder ?? ""
        // Where the layout asked for does not exist, the usual one still shows the other mistakes.
        if let asked = brief.askedBrand {
            _ = shelves.brand(brand, askedAt: asked.span, eventFolder: folder)
        }
        let layout = shelves.layout(
            named.name,
            brand: brand,
            askedAt: named.span,
            eventFolder: folder
        )
        if let kind = layout?.kind, shelves.kinds[kind] == nil {
            let place = shelves.kindNode(ofLayout: named.name, eventFolder: folder)?.span
            let meant = shelves.kinds.nearest(to: kind, among: shelves.kinds.papers)
            report.add(
                .error("there is no kind ‘\(kind)’", at: place)
                    .hinting(meant.map { "did you mean ‘\($0)’?" })
            )
            return nil
        }
        if let layout, let kind = layout.kind, kind != brief.record.kind {
            report.add(
                .error(.otherKind(named.name, kind, not: brief.record.kind), at: named.span)
                    .hinting(others(than: layout, for: brief.record.kind, brand, folder))
            )
            return nil
        }
        if let layout, let kind = layout.kind.flatMap({ shelves.kinds[$0] }),
            designsAsked.insert(named.name).inserted
        {
            for problem in layout.unknownFields(of: kind, among: shelves.kinds) {
                report.add(problem)
            }
        }
        return layout
            ?? shelves.layout(
                press.defaultLayout(of: brief.record.kind),
                brand: brand,
                askedAt: nil,
                eventFolder: folder
            )
    }

    private func others(
        than layout: Layout,
        for kind: String,
        _ brand: String,
        _ folder: String
    ) -> Diagnostic.Message? {
        let fit = press.shelves.layouts(ofKind: kind, eventFolder: folder)
        return fit.isEmpty ? nil : "there are \(fit.joined(separator: ", ")) for it"
    }

    /// What a composition draws on: the brand, the languages, the kinds.
    func house(for brief: Brief, in language: String, eventFolder: String) -> House {
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
        for tag in brief.languagesOfPassages() where tag != language {
            others[tag] = shelves.knownPack(tag, eventFolder: eventFolder)
        }
        return House(
            brand: brand,
            pack: shelves.pack(language, eventFolder: eventFolder),
            otherPacks: others,
            kinds: shelves.kinds,
            requiresDescriptions: job.edition == .public || job.standards?.contains("ua-1") == true
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

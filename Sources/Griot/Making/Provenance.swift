internal import Content
internal import Diagnostics
internal import Digests
internal import Flow
internal import YAML

/// What a paper was made of: by this it is known whether it would come out the same again.
struct Provenance: Hashable, Sendable {
    /// Files that were read, and places where others would have been read instead, had they been there.
    var files: Set<String> = []
    /// Files of shared records, there or not, of which the paper tells nothing.
    ///
    /// They may still forbid it something: somebody whom it names in prose may no longer agree.
    var registers: Set<String> = []
    /// A sum of what the paper says, as far as it may.
    var content: UInt64 = 0
    /// The languages of the paper, whichever were asked for.
    var languages: [String] = []
}

extension Run {
    /// What the editions were made of, but for what all papers share.
    func provenance(of editions: [Edition]) -> Provenance {
        guard let brief = editions.first?.brief, let materials else { return Provenance() }
        var result = Provenance(content: contentSum(of: brief), languages: brief.languages)
        result.files = fontPlaces(in: materials.folder).union([job.file])
        for edition in editions {
            result.files.formUnion(layoutPlaces(of: edition, in: materials.folder))
            for picture in edition.flow.pictures {
                result.files.formUnion(places(ofPicture: picture.path, in: materials.folder))
            }
        }
        result.files.formUnion(materials.placesSearched)
        let leantOn = Set(materials.files(leantOnBy: brief).map(\.name))
        for name in Registers.names(press.shelves.kinds) {
            let place = Paths.joined(materials.folder, name)
            if place == job.file { continue }
            if leantOn.contains(name) {
                result.files.insert(place)
            } else {
                result.registers.insert(place)
            }
        }
        return result
    }

    /// A sum of what a paper says, what it keeps back, and in which brand: that of an event is worn by
    /// papers that tell nothing else of it.
    func contentSum(of brief: Brief) -> UInt64 {
        let withheld = (disclosure?.withheld ?? []).map {
            "\($0.path) \($0.reason) \($0.counted)\n"
        }
        .joined()
        let leantOn = brief.recordsLeantOn().map { $0.dump() }.joined()
        let rest = "\(disclosure?.isWhole ?? true) \(brief.brandName)"
        let text = brief.record.dump() + leantOn + withheld + rest
        return FNV1a.sum(of: Array(text.utf8))
    }

    /// The event's own fonts, and whether there are any.
    private func fontPlaces(in folder: String) -> Set<String> {
        let own = Paths.joined(folder, EventFonts.folder)
        return Set(Paths.names(in: own).map { Paths.joined(own, $0) }).union([own])
    }

    private func layoutPlaces(of edition: Edition, in folder: String) -> Set<String> {
        press.shelves.places(
            ofLayout: edition.layout,
            brand: edition.brief.brandName,
            languages: languages(with: edition),
            eventFolder: folder
        )
    }

    /// A picture of the event comes before one of the house.
    private func places(ofPicture name: String, in folder: String) -> [String] {
        let steps = name.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
        let own = Paths.joined(folder, name.hasPrefix("/") ? name : steps)
        if Paths.exists(own) { return [own] }
        let brands = Paths.joined(press.shelves.installation.folder, "layouts/brands")
        return [own, Paths.joined(brands, steps)]
    }
}

extension Materials {
    /// The registers whose records a paper refers to, however far on.
    func files(leantOnBy brief: Brief) -> [ContentFile] {
        let sources = Set(brief.recordsLeantOn().map(\.span.source))
        return files.dropFirst().filter { sources.contains($0.root.span.source) }
    }
}

internal import Content
internal import Diagnostics

/// The files of a folder that hold what its papers share.
struct Registers {
    /// In the order of their kinds.
    private(set) var files: [ContentFile] = []
    /// Those of them that are sheets.
    private(set) var sheets: [SheetRegister] = []

    /// Reads those that lie in a folder.
    ///
    /// - Parameters:
    ///   - paper: What they are read for, which is none of them; nil where that is no file of the folder.
    ///   - omitted: The name of another that is none of them.
    init(
        beside paper: ContentFile?,
        leaving omitted: String? = nil,
        in folder: String,
        on shelves: Shelves,
        reporting report: inout Report
    ) {
        let left = Set([paper?.name, omitted].compactMap(\.self))
        var read: [String: ContentFile] = [:]
        for name in Self.texts(shelves.kinds) where !left.contains(name) {
            read[name] = Self.text(name, in: folder, on: shelves, reporting: &report)
        }
        let texts = [paper].compactMap(\.self) + read.values
        sheets = SheetRegisters(in: folder, on: shelves)
            .read(leaving: left, beside: texts, reporting: &report)
        for kind in shelves.kinds.shared {
            // A sheet stands between the two, so that it can travel under the name of either that is free.
            let sheet = sheets.first { $0.kind.name == kind.name }?.file
            let names = Self.texts(of: kind)
            files += [read[names[0]], sheet, names.count > 1 ? read[names[1]] : nil]
                .compactMap(\.self)
        }
    }

    /// The names that they may have: of texts, then of sheets.
    static func names(_ kinds: KindLibrary) -> [String] {
        texts(kinds) + SheetRegisters.names(kinds)
    }

    static func texts(_ kinds: KindLibrary) -> [String] { kinds.shared.flatMap(texts(of:)) }

    /// `person.yaml` and `people.yaml`.
    static func texts(of kind: Kind) -> [String] {
        [kind.name, kind.plural].compactMap(\.self).map { "\($0).yaml" }
    }

    private static func text(
        _ name: String,
        in folder: String,
        on shelves: Shelves,
        reporting report: inout Report
    ) -> ContentFile? {
        let place = Paths.joined(folder, name)
        let isHandedIn = shelves.files.isHandedIn(place)
        guard isHandedIn || Paths.exists(place) else { return nil }
        // Who makes a paper of a folder may not know what a link in it leads to.
        guard isHandedIn || Materials.isWithin(place, reporting: &report),
            let root = Materials.parsed(place, on: shelves, reporting: &report)
        else { return nil }
        return ContentFile(name: name, root: root)
    }
}

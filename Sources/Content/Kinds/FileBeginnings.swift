package import Diagnostics

extension KindLibrary {
    /// The kind of paper that a file is likely meant to be, by its name: `programme.yaml`, `badges.yaml`,
    /// `attestation.yaml`.
    package func named(likeFile path: String) -> Kind? {
        let stem = stem(ofFile: path)
        for word in [stem, stem.hasSuffix("s") ? String(stem.dropLast()) : stem] {
            if let kind = self[word], kind.use == .paper { return kind }
        }
        let titled = papers.filter { $0.name.hasPrefix(stem) || $0.name.hasSuffix("-" + stem) }
        if titled.count == 1, stem.count > 3 { return titled[0] }
        return nearest(to: stem, among: papers).flatMap { self[$0] }
    }

    /// How to begin a file in which nothing stands yet.
    package func beginning(ofFile path: String) -> Diagnostic.Message {
        let stem = stem(ofFile: path)
        if let kind = kind(ofMany: stem) ?? self[stem], kind.isShared {
            return
                "‘griot kinds \(kind.name)’ tells what stands in it; without any, take the file away"
        }
        if let kind = named(likeFile: path) {
            return
                "take it away, and ‘griot new \(kind.name) -o \(path)’ begins it with its fields explained"
        }
        let names = papers.map(\.name).joined(separator: ", ")
        return
            "begin it with ‘kind: …’, one of \(names); ‘griot new’ with one of them explains its fields"
    }
}

/// The name of a file as far as its first point, without its folders: `people` of `2026/people.fr.yaml`.
func stem(ofFile path: String) -> String {
    path.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
}

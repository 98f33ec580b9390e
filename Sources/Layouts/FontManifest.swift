package import Diagnostics
package import YAML

/// The fonts that may be used: families, their files, what each is for.
///
/// No other font of a machine is ever looked at, so a document comes out the same everywhere.
package struct FontManifest: Sendable {
    package struct Face: Hashable, Sendable {
        package var family: String
        package var weight: Int
        package var isItalic: Bool
        package var file: String
        /// The Debian package that brings the file.
        package var package: String
        /// Whether the strokes that join its Arabic letters may be drawn out.
        package var takesKashida = false
        package var span: Span
    }

    package var faces: [Face] = []
    /// For each ISO 15924 script code the families tried in turn; `Zyyy` for anything else.
    package var fallback: [String: [String]] = [:]

    package init() {}

    /// The names of all families, in order.
    package var families: [String] { Set(faces.map(\.family)).sorted() }

    static let keys: [Property<FontManifest>] = [
        Property("about", elsewhere: "text", "What the file is, for people."),
        Property(
            "families",
            elsewhere:
                "names, each with `package`, `folder`, `faces`, and `kashida: yes` where its Arabic "
                + "letters may be drawn apart by strokes to fill a line",
            "Families."
        ),
        Property("fallback", elsewhere: "scripts, each with a list of families", "Who stands in."),
    ]

    /// Reads `fonts/fonts.yaml`.
    package static func read(_ node: Node, reporting report: inout Report) -> FontManifest {
        var desk = Desk(report: report, brand: Brand())
        var manifest = FontManifest()
        Property.read(node, into: &manifest, by: keys, of: "the list of fonts", at: &desk)
        for entry in desk.group("families", of: node) {
            manifest.faces += desk.faces(of: entry)
        }
        for entry in desk.group("fallback", of: node) {
            let families = Form<[String]>.words.read(entry.value, &desk) ?? []
            manifest.fallback[entry.key.text ?? ""] = families
            for family in families where !manifest.faces.contains(where: { $0.family == family }) {
                desk.report.add(
                    .error(.unknown("font family", family), at: entry.value.span)
                        .hinting(Suggestion.didYouMean(family, among: manifest.families))
                )
            }
        }
        report = desk.report
        return manifest
    }
}

extension Desk {
    fileprivate mutating func faces(of family: Node.Entry) -> [FontManifest.Face] {
        var package = ""
        var folder = ""
        var takesKashida = false
        var faces: [FontManifest.Face] = []
        for entry in entries(of: family.value, of: "a family") ?? [] {
            switch entry.key.text {
            case "package": package = entry.value.text ?? ""
            case "folder": folder = (entry.value.text ?? "") + "/"
            case "kashida": takesKashida = Form<Bool>.truth.read(entry.value, &self) ?? false
            case "faces":
                for face in entries(of: entry.value, of: "‘faces’") ?? [] {
                    guard let read = self.face(face) else { continue }
                    faces.append(read)
                }
            default:
                refuse(entry.key, in: "a family", known: ["package", "folder", "faces", "kashida"])
            }
        }
        return faces.map { face in
            var face = face
            face.family = family.key.text ?? ""
            face.package = package
            face.takesKashida = takesKashida
            face.file = folder + face.file
            return face
        }
    }

    /// `bold italic: File.ttf`.
    private mutating func face(_ entry: Node.Entry) -> FontManifest.Face? {
        var weight = 400
        var isItalic = false
        for word in (entry.key.text ?? "").split(separator: " ") {
            switch word {
            case "regular": weight = 400
            case "light": weight = 300
            case "medium": weight = 500
            case "semibold": weight = 600
            case "bold": weight = 700
            case "italic": isItalic = true
            default:
                refuse(
                    entry.key,
                    in: "‘faces’",
                    known: ["regular", "italic", "bold", "bold italic"]
                )
                return nil
            }
        }
        guard let file = entry.value.text else {
            expect("the name of a file", at: entry.value)
            return nil
        }
        return FontManifest.Face(
            family: "",
            weight: weight,
            isItalic: isItalic,
            file: file,
            package: "",
            span: entry.value.span
        )
    }
}

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
        /// Whether it does nothing to letters without combining marks but what every font does.
        package var composesMarksAlone = false
        /// `serif` or `sans`; nil where nobody has said.
        package var design: String?
        /// Nil where no manifest names it.
        package var span: Span?

        package init(family: String, weight: Int, isItalic: Bool, file: String) {
            self.family = family
            self.weight = weight
            self.isItalic = isItalic
            self.file = file
            package = ""
        }
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
                "names, each with `faces`, such as `regular: Own.ttf` and `bold italic: Own-BI.ttf`, the "
                + "`folder` they lie in, the `package` that brings them, `design: serif` or `sans`, by which "
                + "a family that stands in is chosen, `kashida: yes` where its Arabic letters may be "
                + "drawn apart by strokes to fill a line, and `composes-marks-alone: yes` where its features "
                + "`ccmp`, `mark` and `mkmk` act on nothing but combining marks: plain words are set faster",
            "Families. Those of an event’s own `fonts/fonts.yaml` lie in the event’s `fonts/`, and come "
                + "before the house’s of the same name; without that file, every font there has the name "
                + "that it gives itself. A PDF carries none of their files to be set with again."
        ),
        Property(
            "fallback",
            elsewhere: "scripts, each with a list of families",
            "Who stands in; an event’s before the house’s."
        ),
    ]

    /// Reads `fonts/fonts.yaml`.
    ///
    /// - Parameter house: What an event’s own comes before; empty for the house’s own.
    package static func read(
        _ node: Node,
        over house: FontManifest = FontManifest(),
        reporting report: inout Report
    ) -> FontManifest {
        var desk = Desk(report: report, brand: Brand())
        var manifest = FontManifest()
        Property.read(node, into: &manifest, by: keys, of: "the list of fonts", at: &desk)
        for entry in desk.group("families", of: node) {
            manifest.faces += desk.faces(of: entry)
        }
        manifest = manifest.over(house)
        for entry in desk.group("fallback", of: node) {
            let families = Form<[String]>.words.read(entry.value, &desk) ?? []
            let script = entry.key.text ?? ""
            manifest.fallback[script] = families + (house.fallback[script] ?? [])
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

    /// Its own families before those of the house, of which they take the place where names are the same.
    package func over(_ house: FontManifest) -> FontManifest {
        var whole = self
        let own = Set(faces.map { $0.family.lowercased() })
        whole.faces += house.faces.filter { !own.contains($0.family.lowercased()) }
        whole.fallback = house.fallback.merging(fallback) { $1 }
        return whole
    }
}

extension Desk {
    fileprivate mutating func faces(of family: Node.Entry) -> [FontManifest.Face] {
        var package = ""
        var folder = ""
        var takesKashida = false
        var composesMarksAlone = false
        var design: String?
        var faces: [FontManifest.Face] = []
        for entry in entries(of: family.value, of: "a family") ?? [] {
            switch entry.key.text {
            case "package": package = entry.value.text ?? ""
            case "folder": folder = (entry.value.text ?? "") + "/"
            case "kashida": takesKashida = Form<Bool>.truth.read(entry.value, &self) ?? false
            case "composes-marks-alone":
                composesMarksAlone = Form<Bool>.truth.read(entry.value, &self) ?? false
            case "design": design = self.design(entry.value)
            case "faces":
                for face in entries(of: entry.value, of: "‘faces’") ?? [] {
                    guard let read = self.face(face) else { continue }
                    faces.append(read)
                }
            default:
                refuse(entry.key, in: "a family", known: Self.familyKeys)
            }
        }
        return faces.map { face in
            var face = face
            face.family = family.key.text ?? ""
            face.package = package
            face.takesKashida = takesKashida
            face.composesMarksAlone = composesMarksAlone
            face.design = design
            face.file = folder + face.file
            return face
        }
    }

    private static let familyKeys = [
        "package", "folder", "faces", "design", "kashida", "composes-marks-alone",
    ]

    private mutating func design(_ value: Node) -> String? {
        let designs = ["serif", "sans"]
        if let text = value.text, designs.contains(text) { return text }
        expect("‘serif’ or ‘sans’", at: value)
        return nil
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
        var face = FontManifest.Face(family: "", weight: weight, isItalic: isItalic, file: file)
        face.span = entry.value.span
        return face
    }
}

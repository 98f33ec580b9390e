internal import Content
internal import Diagnostics
internal import Digests
internal import Reading
internal import YAML

/// What a PDF says of the source it carries: which file is the paper, how it was rendered, and which
/// photographs are not attached because its pages hold them already.
struct SourceManifest {
    /// The name under which it is attached; never a file of the event.
    static let name = "griot.json"

    struct Photograph: Hashable {
        var path: String
        var length: Int
        var digest: String

        init(path: String, bytes: [UInt8]) {
            self.path = path
            length = bytes.count
            digest = SourceManifest.digest(of: bytes)
        }

        fileprivate init?(_ node: Node) {
            guard let path = node["path"]?.text, (try? FolderPath(path)) != nil,
                let digest = node["digest"]?.text,
                let length = node["length"]?.text.flatMap({ Int($0) })
            else { return nil }
            self.path = path
            self.length = length
            self.digest = digest
        }

        func isOf(_ bytes: [UInt8]) -> Bool {
            bytes.count == length && SourceManifest.digest(of: bytes) == digest
        }
    }

    /// Of the Griot that made the pages.
    var version = Press.version
    var paper: String
    var language: String
    /// Only where the command named one.
    var layout: String?
    /// Whether all layouts it was made with are attached, those of the house among them.
    var isWhole: Bool
    var photographs: [Photograph] = []
    /// Files of fonts that the event brought, none of which is attached: few licences allow it.
    var fonts: [String] = []

    init(paper: String, language: String, layout: String?, isWhole: Bool = false) {
        self.paper = paper
        self.language = language
        self.layout = layout
        self.isWhole = isWhole
    }

    /// Tells one photograph of a file from the others.
    static func digest(of bytes: [UInt8]) -> String { String(FNV1a.sum(of: bytes), radix: 16) }
}

extension SourceManifest {
    var json: String {
        var members = [
            "\"griot\": \(JSONText.quoted(version))",
            "\"paper\": \(JSONText.quoted(paper))",
            "\"language\": \(JSONText.quoted(language))",
        ]
        if let layout { members.append("\"layout\": \(JSONText.quoted(layout))") }
        if isWhole { members.append("\"layouts\": \"all\"") }
        let items = photographs.map { photograph in
            "{\"path\": \(JSONText.quoted(photograph.path)), \"length\": \(photograph.length),"
                + " \"digest\": \"\(photograph.digest)\"}"
        }
        members.append("\"photographs\": [\(items.joined(separator: ", "))]")
        if !fonts.isEmpty {
            let names = fonts.map { JSONText.quoted($0) }.joined(separator: ", ")
            members.append("\"fonts\": [\(names)]")
        }
        return "{\(members.joined(separator: ", "))}\n"
    }

    /// Nil where it is not what Griot writes: its words are shown to people, who may type them.
    init?(json: [UInt8]) {
        var sources = Sources()
        var report = Report()
        // JSON is YAML, and our reader of YAML is the one with limits.
        let source = sources.add(SourceFile(name: Self.name, bytes: json))
        let roots = parse(source, in: sources, reporting: &report)
        guard !report.hasErrors, let root = roots.first, let paper = root["paper"]?.text,
            let language = root["language"]?.text, LanguageTag(language).isWellFormed,
            (try? FolderPath(paper)) != nil
        else { return nil }
        version = root["griot"]?.text ?? ""
        self.paper = paper
        self.language = language
        layout = root["layout"]?.text
        if let layout, (try? FolderPath(layout)) == nil { return nil }
        isWhole = root["layouts"]?.text == "all"
        for item in root["photographs"]?.items ?? [] {
            guard let photograph = Photograph(item) else { return nil }
            photographs.append(photograph)
        }
        for item in root["fonts"]?.items ?? [] {
            guard let name = item.text, (try? FolderPath(name)) != nil else { return nil }
            fonts.append(name)
        }
    }
}

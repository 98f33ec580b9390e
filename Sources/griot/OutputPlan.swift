import Diagnostics
import Griot

/// Where each file's pages go.
///
/// With several files, or with a folder for output, each keeps its own name; where two would
/// meet, the name of the folder that holds the source keeps them apart.
struct OutputPlan {
    let files: [String]
    let output: String?

    func destination(of file: String) -> Destination {
        guard let output else { return .beside }
        if files.count == 1, !output.hasSuffix("/"), hasExtension(output) { return .file(output) }
        let rivals = files.filter { name(of: $0) == name(of: file) }
        guard rivals.count > 1 else { return .folder(output) }
        let parts = file.split(separator: "/")
        guard parts.count > 1 else { return .folder(output) }
        return .folder("\(output)/\(parts[parts.count - 2])")
    }

    /// Why nothing can be written there, in a clause; nil where it can.
    func objection(to format: Job.Format) -> Diagnostic.Message? {
        guard let output, !output.hasSuffix("/"), !Press.isFolder(output) else { return nil }
        let ending = name(of: output).lowercased().split(separator: ".").last ?? ""
        let formats = Job.Format.allCases.map(\.rawValue)
        if files.count > 1 {
            return formats.contains(String(ending))
                ? "‘\(output)’ is one file, and there are \(files.count): name a folder" : nil
        }
        guard hasExtension(output), ending != format.rawValue else { return nil }
        return Self.foreign.contains(String(ending)) || formats.contains(String(ending))
            ? "pages are written as ‘.\(format.rawValue)’, not as ‘.\(ending)’" : nil
    }

    /// Endings of what other programs write, for which nobody should take a PDF.
    private static let foreign: Set<String> = [
        "doc", "docx", "odt", "rtf", "txt", "htm", "html", "jpg", "jpeg", "gif", "tif", "tiff",
        "ps",
        "eps", "xlsx", "xls", "csv", "ods", "ppt", "pptx", "odp", "yaml", "yml", "json",
    ]

    private func name(of path: String) -> Substring { path.split(separator: "/").last ?? "" }

    private func hasExtension(_ path: String) -> Bool { name(of: path).dropFirst().contains(".") }
}

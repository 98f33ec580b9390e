package import Diagnostics

/// Where words lead: a place on the web, an address of mail, a telephone, a place in the paper.
///
/// One without a scheme is given the one it means. What a reader of a paper can't follow is none: a
/// file that lay beside the writer's, a script.
package struct LinkDestination {
    /// Whole, with its scheme.
    package let address: String

    /// Why something is no destination.
    package enum Objection: Error { case empty, file, unknown }

    package static func reading(_ typed: String) -> Result<LinkDestination, Objection> {
        let small = typed.lowercased()
        if small.isEmpty { return .failure(.empty) }
        for scheme in ["https://", "http://"] where small.hasPrefix(scheme) {
            let isThere = !host(of: small.dropFirst(scheme.count)).isEmpty
            return isThere ? .success(LinkDestination(address: typed)) : .failure(.unknown)
        }
        for scheme in ["mailto:", "tel:", "#"] where small.hasPrefix(scheme) {
            let isThere = small.utf8.count > scheme.utf8.count
            return isThere ? .success(LinkDestination(address: typed)) : .failure(.unknown)
        }
        return withoutScheme(typed, small)
    }

    private static func withoutScheme(_ typed: String, _ small: String) -> Result<
        LinkDestination, Objection
    > {
        if small.contains(":") { return .failure(.unknown) }
        let host = host(of: small[...])
        if small.contains("@") {
            let domain = small.split(separator: "@").last ?? ""
            return isHost(domain)
                ? .success(LinkDestination(address: "mailto:" + typed)) : .failure(.unknown)
        }
        let labels = host.split(separator: ".")
        let isFile = host.count == small.count && fileEndings.contains(labels.last ?? "")
        if isFile || !isHost(host) { return .failure(.file) }
        return .success(LinkDestination(address: "https://" + typed))
    }

    private static func host(of rest: Substring) -> Substring {
        rest.prefix { !"/?#".contains($0) }
    }

    private static func isHost(_ name: Substring) -> Bool {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
    }

    /// What names of files end in, and those of hosts do not.
    private static let fileEndings: Set<Substring> = [
        "csv", "doc", "docx", "epub", "gif", "htm", "html", "jpeg", "jpg", "mp3", "mp4", "odp",
        "ods",
        "odt", "pdf", "png", "ppt", "pptx", "rtf", "svg", "tex", "txt", "xls", "xlsx", "yaml",
        "yml",
    ]
}

extension Diagnostic.Message {
    package static func linkToNowhere(_ address: String) -> Self {
        address.isEmpty ? "this link has no address" : "this link leads nowhere: ‘\(address)’"
    }

    /// What to do about an address that is no destination.
    package static func mend(_ objection: LinkDestination.Objection) -> Self {
        switch objection {
        case .empty: "write it between the round brackets"
        case .file: "a paper leads to no file beside it: say where it is on the web, with https://"
        case .unknown: "begin the address with https://"
        }
    }
}

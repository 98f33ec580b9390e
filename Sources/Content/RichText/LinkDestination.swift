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

    /// Reads what was typed as a destination: an address with or without its scheme, or `#` and a name in the paper.
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

    /// The part before the first slash decides: `youtube.com/@griot` is no address of mail.
    private static func withoutScheme(_ typed: String, _ small: String) -> Result<
        LinkDestination, Objection
    > {
        let authority = host(of: small[...])
        if authority.contains("@") { return mail(typed, to: authority) }
        let (name, port) = parted(authority)
        if let port, port.isEmpty || !port.allSatisfy(\.isASCIIDigit) { return .failure(.unknown) }
        let ending = name.split(separator: ".").last ?? ""
        let isFile = name.count == small.count && fileEndings.contains(ending)
        if isFile || !isHost(name) { return .failure(.file) }
        return .success(LinkDestination(address: "https://" + typed))
    }

    private static func mail(_ typed: String, to authority: Substring) -> Result<
        LinkDestination, Objection
    > {
        let domain = authority.split(separator: "@").last ?? ""
        // Behind a question mark stand the words of the letter, which may have anything in them.
        let isAddress = !typed.prefix { $0 != "?" }.contains("/")
        guard isHost(domain), !authority.contains(":"), isAddress else { return .failure(.unknown) }
        return .success(LinkDestination(address: "mailto:" + typed))
    }

    /// The name of a host, and the port behind its colon.
    private static func parted(_ authority: Substring) -> (
        name: Substring, port: Substring.UTF8View?
    ) {
        guard let colon = authority.firstIndex(of: ":") else { return (authority, nil) }
        return (authority[..<colon], authority[colon...].dropFirst().utf8)
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

    package static let linkWithoutWords: Self = "this link has no words; its address is printed"

    package static let writeWhatItSays: Self = "write what it says between the square brackets"

    /// What to do about an address that is no destination.
    package static func mend(_ objection: LinkDestination.Objection) -> Self {
        switch objection {
        case .empty: "write it between the round brackets"
        case .file: "a paper leads to no file beside it: say where it is on the web, with https://"
        case .unknown: "begin the address with https://"
        }
    }
}

extension Reader {
    /// Reads a web address; one without `https://` is given it.
    func readURL(_ text: String) -> Value.Content? {
        guard text.utf8.count <= 2048,
            text.unicodeScalars.allSatisfy({
                !$0.properties.isWhitespace && $0.value > 32 && $0 != "<" && $0 != ">" && $0 != "\""
            })
        else { return nil }
        let small = text.lowercased()
        for scheme in ["https://", "http://"] where small.hasPrefix(scheme) {
            return hasHost(text.dropFirst(scheme.count)) ? .url(text) : nil
        }
        for scheme in ["mailto:", "tel:"] where small.hasPrefix(scheme) { return .url(text) }
        if small.hasPrefix("10."), small.contains("/") { return .url("https://doi.org/" + text) }
        // What stands before the first slash decides: `youtube.com/@griot` is no address of mail.
        let authority = small.prefix { !"/?#".contains($0) }
        guard !authority.contains("@"), hasHost(text[...]) else { return nil }
        return .url("https://" + text)
    }

    private func hasHost(_ rest: Substring) -> Bool {
        let host = rest.prefix { !"/?#:".contains($0) }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
    }
}

internal import Glibc

/// The pattern files of a folder by their language tags: `hyph_pt_BR.dic` is that of `pt-BR`.
///
/// Empty where the folder can't be read.
package func patternFiles(in folder: String) -> [String: String] {
    guard let directory = opendir(folder) else { return [:] }
    defer { closedir(directory) }
    var files: [String: String] = [:]
    while let entry = readdir(directory) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { raw in
            String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
        }
        guard name.hasPrefix("hyph_"), name.hasSuffix(".dic") else { continue }
        let tag = name.dropFirst(5).dropLast(4).map { $0 == "_" ? "-" : $0 }
        files[String(tag)] = folder + "/" + name
    }
    return files
}

/// Whether a file holds patterns of hyphenation, in a code whose letters are known here.
package func isPatternFile(_ path: String) -> Bool {
    PatternFile(path: path).map { !$0.isEmpty } ?? false
}

/// The pattern files of this machine: those for libhyphen, but for German that of troff if it is
/// here, whose patterns were made from a list of words divided by hand, not by adding to old ones.
///
/// Brazil divides by the patterns of Portugal, as TeX has it: the orthography is one since 1990, and those
/// made for Brazil part what its base XX keeps together, as in *re-cíp-roco* and *gaúc-hos*.
package func installedPatternFiles() -> [String: String] {
    var files = patternFiles(in: "/usr/share/hyphen")
    if files["pt"] != nil || files["pt-PT"] != nil {
        files = files.filter { !["pt-BR", "pt-Latn-BR"].contains($0.key) }
    }
    let german = "/usr/share/groff/current/tmac/hyphen.den"
    guard access(german, R_OK) == 0 else { return files }
    return files.filter { !$0.key.hasPrefix("de") }.merging(["de": german]) { $1 }
}

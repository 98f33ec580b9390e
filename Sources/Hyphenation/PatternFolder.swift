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

import Diagnostics
import Glibc
import Layouts
import YAML

/// The language packs of the house, each read when it is first asked for.
final class PackFolder {
    private let folder: String
    private var packs: [String: LanguagePack] = [:]
    private var sources = Sources()
    private var report = Report()

    /// Below the folder that `GRIOT_HOME` names, or the nearest above the program that has packs.
    init() {
        var place = getenv("GRIOT_HOME").map { String(cString: $0) } ?? Self.program
        while access("\(place)/layouts/languages", R_OK) != 0, let slash = place.lastIndex(of: "/")
        {
            place = String(place[..<slash])
        }
        folder = "\(place)/layouts/languages"
    }

    /// The pack of a tag, else of the tag without its last part; English where there is none.
    func pack(_ tag: String) -> LanguagePack {
        if let known = packs[tag] { return known }
        let pack = read(tag) ?? (tag == "en" ? LanguagePack() : pack("en").standingIn)
        packs[tag] = pack
        return pack
    }

    private func read(_ tag: String) -> LanguagePack? {
        var name = tag
        while true {
            if let root = root(name) {
                var report = Report()
                return LanguagePack.read(root, opening: self.root(_:), reporting: &report)
            }
            guard let dash = name.lastIndex(of: "-") else { return nil }
            name = String(name[..<dash])
        }
    }

    private func root(_ name: String) -> Node? {
        guard !name.contains("/"), let file = fopen("\(folder)/\(name).yaml", "r") else {
            return nil
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
            bytes += chunk[..<count]
        }
        let source = sources.add(SourceFile(name: "\(name).yaml", bytes: bytes))
        return parse(source, in: sources, reporting: &report).first
    }

    private static var program: String {
        var path = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &path, path.count - 1)
        return String(
            decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) },
            as: UTF8.self
        )
    }
}

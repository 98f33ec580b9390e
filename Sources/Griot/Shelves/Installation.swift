internal import Diagnostics
internal import Glibc

/// Where what ships with Griot lies: `kinds/`, `layouts/`, `fonts/`.
public struct Installation: Sendable {
    /// Links followed, from the root: a path of an event is never taken for one of the house.
    public let folder: String

    public init(folder: String) { self.folder = Paths.resolved(folder) ?? folder }

    private static let parts = ["kinds", "layouts", "fonts"]

    /// Whether a path, as it is joined to the folder, is that of a file that ships.
    ///
    /// An event may lie in the folder too, as the samples do: its own layouts are not the house's.
    func holds(_ path: String) -> Bool {
        Self.parts.contains { path.hasPrefix(Paths.joined(folder, $0) + "/") }
    }

    /// The folder that `GRIOT_HOME` names, or the nearest one above the program that holds
    /// `layouts/` and `kinds/`, itself or as `share/griot`.
    public static func find() throws(GriotError) -> Installation {
        if let home = getenv("GRIOT_HOME") {
            let folder = String(cString: home)
            if holdsAll(folder) { return Installation(folder: folder) }
            throw GriotError(
                "looking for layouts and kinds",
                "GRIOT_HOME names ‘\(folder)’, which does not hold them"
            )
        }
        var folder = Paths.resolved("/proc/self/exe").map(Paths.folder) ?? "."
        while true {
            for place in [folder, Paths.joined(folder, "share/griot")] where holdsAll(place) {
                return Installation(folder: place)
            }
            if folder == "/" || folder == "." { break }
            folder = Paths.folder(of: folder)
        }
        throw GriotError(
            "looking for layouts and kinds",
            "they are not beside the program",
            hint: "set GRIOT_HOME to the folder that holds ‘layouts’ and ‘kinds’"
        )
    }

    private static func holdsAll(_ folder: String) -> Bool {
        Paths.isFolder(Paths.joined(folder, "layouts"))
            && Paths.isFolder(Paths.joined(folder, "kinds"))
    }
}

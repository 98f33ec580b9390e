import Foundation
import Testing

/// The floor plan in `Package.swift` is the architecture document; this keeps it true.
///
/// SwiftPM stops a room from opening a C door it was not given, but lets it import any Swift
/// module that happens to be built already.
@Suite struct HouseRules {
    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    /// What every room may import besides.
    ///
    /// The C library, for mathematics, files and mapped memory; atomics and locks.
    static let ground: Set<String> = ["Glibc", "Synchronization"]

    @Test(arguments: try plan())
    func seesOnlyWhatThePlanAllows(room: String, allowed: Set<String>) throws {
        for file in try Self.swiftFiles(in: "Sources/\(room)") {
            let strangers = try Self.imports(of: file).subtracting(allowed)
                .subtracting(Self.ground)
            #expect(strangers.isEmpty, "\(file.lastPathComponent)")
        }
    }

    /// What a room is linked with and calls by no name of its own: it stands in for the C library’s.
    static let linkedOnly: Set<String> = ["CNumerals"]

    /// A plan with arrows that nobody follows tells of another house.
    @Test(arguments: try plan())
    func seesAllThatThePlanSays(room: String, planned: Set<String>) throws {
        let seen = try Self.swiftFiles(in: "Sources/\(room)").map { try Self.imports(of: $0) }
        let unused = seen.reduce(planned.subtracting(Self.linkedOnly)) { $0.subtracting($1) }
        #expect(unused.isEmpty, "\(room) imports none of \(unused.sorted())")
    }

    @Test func seesOnlyWhatIsNamedBefore() throws {
        let manifest = try Self.manifest()
        let rooms = manifest.matches(of: #/\b(?:room|command)\(\s*"(\w+)"/#).map { String($0.1) }
        let plan = try Self.plan()
        for (place, room) in rooms.enumerated() {
            let later = plan[room, default: []].intersection(rooms[place...])
            #expect(later.isEmpty, "\(room) sees \(later.sorted())")
        }
    }

    private static func imports(of file: URL) throws -> Set<String> {
        let text = try String(contentsOf: file, encoding: .utf8)
        let found = text.matches(
            of: #/(?m)^(?:@\w+ )?(?:\w+ )?import (?:struct |func |enum )?(\w+)/#
        )
        return Set(found.map { String($0.1) })
    }

    @Test func everyFolderIsOnThePlan() throws {
        let folders = try FileManager.default
            .contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path)
        #expect(Set(folders) == Set(try Self.plan().keys).union(["CLibraries"]))
    }

    @Test func everyDoorIsOnThePlan() throws {
        let folders = try FileManager.default
            .contentsOfDirectory(atPath: Self.root.appending(path: "Sources/CLibraries").path)
        let manifest = try Self.manifest()
        let doors = manifest.matches(of: #/(?:door|cabinet)\(\s*"(\w+)"/#).map { String($0.1) }
        #expect(Set(folders) == Set(doors))
    }

    /// A C library is opened by one room only, so that what it does on failure is known in one place.
    @Test func eachDoorIsOpenedByOneRoom() throws {
        var openers: [String: [String]] = [:]
        for (room, seen) in try Self.plan() {
            for door in seen
            where door.hasPrefix("C") && door.dropFirst().first?.isUppercase == true {
                openers[door, default: []].append(room)
            }
        }
        for (door, rooms) in openers {
            #expect(rooms.count == 1, "\(door) is opened by \(rooms.sorted())")
        }
    }

    /// Folders that tests make go with them; those they would have to remove by hand stay behind.
    @Test func onlyScratchFoldersLieAmongTheSystemsOwn() throws {
        for file in try Self.swiftFiles(in: "Tests") {
            let text = try String(contentsOf: file, encoding: .utf8)
            let isScratch = ["Scratch.swift", "HouseRules.swift"].contains(file.lastPathComponent)
            #expect(isScratch || !text.contains("temporaryDirectory"), "\(file.path)")
        }
    }

    static func plan() throws -> [String: Set<String>] {
        var plan: [String: Set<String>] = [:]
        let pattern = #/(?:room|command)\(\s*"(\w+)",\s*"[^"]*"(?:,\s*sees:\s*\[([^\]]*)\])?\s*\)/#
        for match in try manifest().matches(of: pattern) {
            let seen = match.2.map { $0.matches(of: #/"(\w+)"/#).map { String($0.1) } } ?? []
            plan[String(match.1)] = Set(seen)
        }
        return plan
    }

    static func manifest() throws -> String {
        try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
    }

    static func swiftFiles(in folder: String) throws -> [URL] {
        let found = FileManager.default.enumerator(
            at: root.appending(path: folder),
            includingPropertiesForKeys: nil
        )
        return (found?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
    }
}

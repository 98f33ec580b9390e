import Foundation
import Griot

/// A folder of its own for a test, with a press beside it; both go when the test ends.
final class Desk {
    let folder: URL
    let press: Press

    static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "griot-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        press = try Press(Installation(folder: Self.root.path))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appending(path: name).path }

    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try write(Array(text.utf8), to: name)
    }

    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> String {
        let place = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: place)
        return place.path
    }

    /// What a run said, its paths cut to their names.
    func said(_ outcome: Outcome) -> String {
        outcome.messages.text(inColour: false).replacing(folder.path + "/", with: "")
            .replacing(folder.path, with: "event")
    }
}

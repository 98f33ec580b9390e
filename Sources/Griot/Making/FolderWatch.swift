internal import Glibc

/// The files that papers may be made of, watched while somebody writes them.
///
/// They are looked at again and again, where the system could tell of them: it hears nothing of what
/// is saved on another machine of a network. Looking costs less than a hundredth of a processor.
public struct FolderWatch {
    private let folders: [String]
    /// What is written into it is nobody's saving.
    private let omitted: String?
    private var facts: [String: FileState.Facts] = [:]

    /// - Parameters:
    ///   - folders: Those whose files are watched, and those in them however deep.
    ///   - installation: What ships with Griot, for whoever keeps its layouts.
    ///   - output: A folder that is left out, there or not.
    public init(over folders: [String], of installation: Installation, omitting output: String?) {
        self.folders = folders + installation.watched
        omitted = output
        facts = look()
    }

    /// Takes the files as they are now for those that papers are made of next.
    public mutating func begin() { facts = look() }

    /// A file that was saved, made or removed since, but for those that were written: nil where there
    /// is none.
    public func change(besides written: [String]) -> String? {
        change(in: look(), besides: written)
    }

    /// Waits until there is a change, and until whoever makes it is done.
    public func nextChange(besides written: [String]) -> String {
        while true {
            usleep(Self.pause)
            let now = look()
            guard let path = change(in: now, besides: written) else { continue }
            settle(after: now)
            return path
        }
    }

    /// In microseconds: short enough for nobody to wait for.
    private static let pause: UInt32 = 250_000

    /// A save may be several steps, and several files be saved at once.
    private func settle(after facts: [String: FileState.Facts]) {
        var last = facts
        while true {
            usleep(Self.pause / 5)
            let now = look()
            if now == last { return }
            last = now
        }
    }

    private func change(in now: [String: FileState.Facts], besides written: [String]) -> String? {
        let changed =
            now.keys.filter { facts[$0] != now[$0] } + facts.keys.filter { now[$0] == nil }
        if changed.isEmpty { return nil }
        let own = Set(written.compactMap(Paths.resolved))
        return changed.sorted().first { path in
            Paths.resolved(path).map { !own.contains($0) } ?? true
        }
    }

    private func look() -> [String: FileState.Facts] {
        var facts = FolderFacts()
        let omitted = omitted.flatMap(Paths.resolved)
        for folder in folders { facts.add(folder: folder, omitting: omitted) }
        return facts.facts
    }
}

extension Installation {
    /// Fonts are as they are.
    fileprivate var watched: [String] { ["kinds", "layouts"].map { Paths.joined(folder, $0) } }
}

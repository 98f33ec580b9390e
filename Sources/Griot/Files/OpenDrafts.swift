internal import Glibc
internal import Synchronization

/// The names of files that are being written, known to the handler of a signal that ends the run.
///
/// A handler may neither wait nor ask for memory, so the names stand in places of their own that are
/// there for the whole run; a draft that finds none free is left behind, as after a loss of power.
enum OpenDrafts {
    private static let mostDrafts = 256
    private static let longestName = 1_024

    /// A signal may come between any two steps: the name is written before the place is taken.
    private struct Place: ~Copyable {
        let isTaken = Atomic(false)
        let name: UnsafeMutablePointer<CChar>
    }

    private nonisolated(unsafe) static let places: UnsafeMutablePointer<Place> = {
        let places = UnsafeMutablePointer<Place>.allocate(capacity: mostDrafts)
        let names = UnsafeMutablePointer<CChar>.allocate(capacity: mostDrafts * longestName)
        for index in 0..<mostDrafts {
            let name = names + index * longestName
            (places + index).initialize(to: Place(name: name))
        }
        return places
    }()
    private static let turn = Mutex(())

    /// Notes a draft; nil where there is no room for its name.
    static func add(_ path: String) -> Int? {
        turn.withLock { _ in
            guard path.utf8.count < longestName,
                let free = (0..<mostDrafts).first(where: {
                    !places[$0].isTaken.load(ordering: .acquiring)
                })
            else { return nil }
            strcpy(places[free].name, path)
            places[free].isTaken.store(true, ordering: .releasing)
            return free
        }
    }

    static func remove(_ place: Int?) {
        guard let place else { return }
        turn.withLock { _ in places[place].isTaken.store(false, ordering: .releasing) }
    }

    /// Takes the drafts away when the run is told to end, and lets it end as it would.
    static func clearWhenStopped() {
        _ = places
        for signal in [SIGINT, SIGTERM, SIGHUP] {
            var before = sigaction()
            sigaction(signal, nil, &before)
            // What is ignored, as under nohup, stays so.
            guard before.__sigaction_handler.sa_handler == nil else { continue }
            Glibc.signal(signal) { number in
                for index in 0..<OpenDrafts.mostDrafts
                where OpenDrafts.places[index].isTaken.load(ordering: .acquiring) {
                    unlink(OpenDrafts.places[index].name)
                }
                Glibc.signal(number, SIG_DFL)
                raise(number)
            }
        }
    }
}

/// Lets a run that is stopped by its user leave no half-written file behind.
public func clearDraftsWhenStopped() { OpenDrafts.clearWhenStopped() }

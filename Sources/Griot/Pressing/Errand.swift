internal import Glibc

/// Something that another thread makes while this one goes on.
///
/// It belongs to the thread that sent it; whoever lets go of it waits for its end, so that no thread outlives
/// what it works with.
final class Errand<Outcome> {
    private let parcel: Parcel
    /// Nil where the work is done, or left to this thread.
    private var thread: pthread_t?

    init(_ work: @escaping @Sendable () -> Outcome) {
        let parcel = Parcel(work)
        self.parcel = parcel
        thread = Hand.start { parcel.outcome = work() }
    }

    deinit { wait() }

    /// What was made: it is waited for, and made here where the system had no thread left.
    func outcome() -> Outcome {
        wait()
        return parcel.outcome ?? parcel.work()
    }

    private func wait() {
        if let thread { pthread_join(thread, nil) }
        thread = nil
    }

    /// Handed from one thread to the other: the one writes before it ends, the other reads after that.
    private final class Parcel: @unchecked Sendable {
        let work: @Sendable () -> Outcome
        var outcome: Outcome?

        init(_ work: @escaping @Sendable () -> Outcome) { self.work = work }
    }
}

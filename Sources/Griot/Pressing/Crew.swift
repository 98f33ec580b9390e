internal import Glibc
internal import Synchronization

/// Hands that share a row of tasks, each with its own press, since a press belongs to one thread.
enum Crew {
    /// As many as there are processors, and no more than tasks.
    static func size(for tasks: Int) -> Int {
        max(1, min(tasks, sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }

    /// Does every task once, in any order, and waits for the last.
    ///
    /// - Parameters:
    ///   - first: What this thread works with.
    ///   - hand: Makes what another thread works with; it is called on that thread. Where it can't be
    ///     made, the tasks are left to the others.
    ///   - work: Does the task of a number.
    static func share<Hand>(
        tasks: Int,
        first: Hand,
        hand: @Sendable @escaping () -> Hand?,
        work: @Sendable @escaping (inout Hand, Int) -> Void
    ) {
        let row = Row(tasks)
        let others = (1..<size(for: tasks)).compactMap { _ in
            start {
                guard var own = hand() else { return }
                while let task = row.next() { work(&own, task) }
            }
        }
        var own = first
        while let task = row.next() { work(&own, task) }
        for thread in others { pthread_join(thread, nil) }
    }

    /// A row of tasks from which each is taken once.
    private final class Row: Sendable {
        private let following = Atomic(0)
        private let count: Int

        init(_ count: Int) { self.count = count }

        func next() -> Int? {
            let task = following.wrappingAdd(1, ordering: .relaxed).oldValue
            return task < count ? task : nil
        }
    }

    /// Deep layouts need a deep stack; threads get half a megabyte on some systems.
    private static let stack = 8 * 1_048_576

    private static func start(_ shift: @escaping @Sendable () -> Void) -> pthread_t? {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setstacksize(&attributes, stack)
        var thread = pthread_t()
        let boxed = Unmanaged.passRetained(Shift(shift))
        guard pthread_create(&thread, &attributes, begin, boxed.toOpaque()) == 0 else {
            boxed.release()
            return nil
        }
        return thread
    }
}

/// What one thread does.
private final class Shift: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}

/// Where a thread begins; a function of its own, since C calls it on that thread.
private func begin(_ boxed: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let boxed else { return nil }
    Unmanaged<Shift>.fromOpaque(boxed).takeRetainedValue().run()
    return nil
}

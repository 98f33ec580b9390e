internal import Glibc

/// A thread of a press.
enum Hand {
    /// Deep layouts need a deep stack; threads get half a megabyte on some systems.
    private static let stack = 8 * 1_048_576

    /// Begins work on another thread; nil where the system has none left.
    static func start(_ shift: @escaping @Sendable () -> Void) -> pthread_t? {
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

internal import CCairo

/// The bytes that a Cairo surface has written so far.
///
/// Cairo writes a few at a time, millions of times a file, so they are kept behind a plain
/// pointer: an object would be checked for exclusive access at each of them.
struct Sink: ~Copyable {
    private let bytes: UnsafeMutablePointer<[UInt8]>

    init() {
        bytes = .allocate(capacity: 1)
        bytes.initialize(to: [])
    }

    deinit {
        bytes.deinitialize(count: 1)
        bytes.deallocate()
    }

    /// Hands over what was written, and keeps nothing.
    func take() -> [UInt8] {
        let taken = bytes.pointee
        bytes.pointee = []
        return taken
    }

    /// What Cairo calls, with a sink it borrows, whenever it has bytes to write.
    static let write: cairo_write_func_t = { closure, data, count in
        closure!.assumingMemoryBound(to: [UInt8].self).pointee
            .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
    }

    /// Good only while the sink is alive.
    var closure: UnsafeMutableRawPointer { UnsafeMutableRawPointer(bytes) }
}

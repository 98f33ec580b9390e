internal import CCairo

/// The bytes that a Cairo surface has written so far.
///
/// Cairo writes a few at a time, millions of times a file, so they are gathered behind a plain
/// pointer: an object would be checked for exclusive access at each of them, and an array asked for
/// room.
struct Sink: ~Copyable {
    private struct Basin {
        var bytes: [UInt8] = []
        /// What was written last, not yet among the bytes.
        let fresh = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
        var freshCount = 0

        static let size = 1 << 14

        mutating func write(_ data: UnsafePointer<UInt8>, _ count: Int) {
            if count > Self.size - freshCount { settle() }
            guard count <= Self.size else {
                return bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: count))
            }
            (fresh + freshCount).initialize(from: data, count: count)
            freshCount += count
        }

        mutating func settle() {
            bytes.append(contentsOf: UnsafeBufferPointer(start: fresh, count: freshCount))
            freshCount = 0
        }
    }

    private let basin: UnsafeMutablePointer<Basin>

    init() {
        basin = .allocate(capacity: 1)
        basin.initialize(to: Basin())
    }

    deinit {
        basin.pointee.fresh.deallocate()
        basin.deinitialize(count: 1)
        basin.deallocate()
    }

    /// Hands over what was written, and keeps nothing.
    func take() -> [UInt8] {
        basin.pointee.settle()
        let taken = basin.pointee.bytes
        basin.pointee.bytes = []
        return taken
    }

    /// What Cairo calls, with a sink it borrows, whenever it has bytes to write.
    static let write: cairo_write_func_t = { closure, data, count in
        guard let data else { return CAIRO_STATUS_SUCCESS }
        closure!.assumingMemoryBound(to: Basin.self).pointee.write(data, Int(count))
        return CAIRO_STATUS_SUCCESS
    }

    /// Good only while the sink is alive.
    var closure: UnsafeMutableRawPointer { UnsafeMutableRawPointer(basin) }
}

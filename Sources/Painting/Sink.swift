internal import CCairo

/// The bytes that a Cairo surface has written so far.
final class Sink {
    private(set) var bytes: [UInt8] = []

    func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    /// What Cairo calls, with a sink it borrows, whenever it has bytes to write.
    static let write: cairo_write_func_t = { closure, data, count in
        let sink = Unmanaged<Sink>.fromOpaque(closure!).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
    }

    /// Good only while the sink is alive.
    var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }
}

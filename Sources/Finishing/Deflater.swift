internal import CZlib

/// Squeezes one stream after another with zlib.
///
/// Source: RFC 1950. Setting zlib up costs more than squeezing a page does, so it is done once.
final class Deflater {
    // zlib keeps a pointer back to it, so it may not move.
    private let stream: UnsafeMutablePointer<z_stream>
    private var room: UnsafeMutableBufferPointer<UInt8>

    init(level: Int) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        room = .allocate(capacity: 1 << 16)
        let status = deflateInit_(
            stream,
            Int32(min(max(level, 1), 9)),
            ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size)
        )
        precondition(status == Z_OK, "zlib starts unless memory is out or its version is another")
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
        room.deallocate()
    }

    /// The squeezed bytes, which stay until the next call.
    func deflate(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        precondition(bytes.count < 1 << 31, "no stream of a document is two gigabytes long")
        deflateReset(stream)
        let bound = Int(deflateBound(stream, UInt(bytes.count)))
        if room.count < bound {
            room.deallocate()
            room = .allocate(capacity: bound)
        }
        stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
        stream.pointee.avail_in = UInt32(bytes.count)
        stream.pointee.next_out = room.baseAddress
        stream.pointee.avail_out = UInt32(room.count)
        let status = CZlib.deflate(stream, Z_FINISH)
        precondition(status == Z_STREAM_END, "there is room for what zlib said it needs")
        return UnsafeBufferPointer(rebasing: room[..<(room.count - Int(stream.pointee.avail_out))])
    }
}

/// Unpacks a stream squeezed by zlib; nil where it is damaged or would unpack beyond `limit`.
func inflated(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> [UInt8]? {
    var capacity = min(limit, max(1 << 12, bytes.count * 4))
    while true {
        var length = UInt(capacity)
        var status = Z_OK
        let unpacked = [UInt8](unsafeUninitializedCapacity: capacity) { room, count in
            status = uncompress(room.baseAddress, &length, bytes.baseAddress, UInt(bytes.count))
            count = status == Z_OK ? Int(length) : 0
        }
        if status == Z_OK { return unpacked }
        guard status == Z_BUF_ERROR, capacity < limit else { return nil }
        capacity = min(limit, capacity * 4)
    }
}

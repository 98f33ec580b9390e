internal import CDeflate

/// Squeezes one stream after another with libdeflate.
///
/// Source: RFC 1950. Setting a compressor up costs more than squeezing a page does, so it is done
/// once.
struct Deflater: ~Copyable {
    private let compressor: OpaquePointer
    private var room: UnsafeMutableBufferPointer<UInt8>

    /// - Parameter level: From 1, quick, to 12, small.
    init(level: Int) {
        guard let compressor = libdeflate_alloc_compressor(Int32(min(max(level, 1), 12))) else {
            preconditionFailure("libdeflate starts unless memory is out")
        }
        self.compressor = compressor
        room = .allocate(capacity: 1 << 15)
    }

    deinit {
        libdeflate_free_compressor(compressor)
        room.deallocate()
    }

    /// The squeezed bytes, which stay until the next call.
    mutating func deflate(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
        if room.count < bound {
            room.deallocate()
            room = .allocate(capacity: bound)
        }
        let count = libdeflate_zlib_compress(
            compressor,
            bytes.baseAddress,
            bytes.count,
            room.baseAddress,
            room.count
        )
        precondition(count > 0, "there is room for what libdeflate said it needs")
        return UnsafeBufferPointer(rebasing: room[..<count])
    }
}

/// Unpacks a stream squeezed by zlib; nil where it is damaged or would unpack beyond `limit`.
func inflated(_ bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> [UInt8]? {
    guard let decompressor = libdeflate_alloc_decompressor() else { return nil }
    defer { libdeflate_free_decompressor(decompressor) }
    var capacity = min(limit, max(1 << 12, bytes.count * 4))
    while true {
        var status = LIBDEFLATE_BAD_DATA
        let unpacked = [UInt8](unsafeUninitializedCapacity: capacity) { room, count in
            status = libdeflate_zlib_decompress(
                decompressor,
                bytes.baseAddress,
                bytes.count,
                room.baseAddress,
                room.count,
                &count
            )
            if status != LIBDEFLATE_SUCCESS { count = 0 }
        }
        if status == LIBDEFLATE_SUCCESS { return unpacked }
        guard status == LIBDEFLATE_INSUFFICIENT_SPACE, capacity < limit else { return nil }
        capacity = min(limit, capacity * 4)
    }
}

import Glibc

/// The digest by which PDF names files and checks attachments.
///
/// Sources: RFC 1321; ISO 32000-1, sections 7.11.4 and 14.4, which ask for it by name. It keeps
/// no secret here.
struct MD5 {
    private var a: UInt32 = 0x6745_2301
    private var b: UInt32 = 0xEFCD_AB89
    private var c: UInt32 = 0x98BA_DCFE
    private var d: UInt32 = 0x1032_5476

    private static let sines: [UInt32] = (1...64).map {
        UInt32(abs(sin(Double($0))) * 4_294_967_296)
    }
    private static let shifts: [UInt32] = [
        7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21,
    ]

    /// The digest of some bytes, sixteen bytes long.
    static func digest(of bytes: [UInt8]) -> [UInt8] {
        var state = MD5()
        let whole = bytes.count / 64 * 64
        bytes.withUnsafeBufferPointer { bytes in
            for start in stride(from: 0, to: whole, by: 64) {
                state.take(
                    UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start...])
                )
            }
        }
        var rest = Array(bytes[whole...])
        rest.append(0x80)
        while rest.count % 64 != 56 { rest.append(0) }
        withUnsafeBytes(of: (UInt64(bytes.count) &* 8).littleEndian) {
            rest.append(contentsOf: $0)
        }
        rest.withUnsafeBytes { rest in
            for start in stride(from: 0, to: rest.count, by: 64) {
                state.take(UnsafeRawBufferPointer(rebasing: rest[start...]))
            }
        }
        return state.bytes
    }

    private var bytes: [UInt8] {
        [a, b, c, d].flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
    }

    /// Takes in the first 64 bytes.
    private mutating func take(_ block: UnsafeRawBufferPointer) {
        MD5.sines.withUnsafeBufferPointer { sines in
            MD5.shifts.withUnsafeBufferPointer { shifts in
                mix(block, sines, shifts)
            }
        }
    }

    private mutating func mix(
        _ block: UnsafeRawBufferPointer,
        _ sines: UnsafeBufferPointer<UInt32>,
        _ shifts: UnsafeBufferPointer<UInt32>
    ) {
        var (a, b, c, d) = (a, b, c, d)
        for step in 0..<64 {
            let mixed: UInt32
            let word: Int
            switch step >> 4 {
            case 0: (mixed, word) = ((b & c) | (~b & d), step)
            case 1: (mixed, word) = ((d & b) | (~d & c), (5 * step + 1) & 15)
            case 2: (mixed, word) = (b ^ c ^ d, (3 * step + 5) & 15)
            default: (mixed, word) = (c ^ (b | ~d), (7 * step) & 15)
            }
            let read = block.loadUnaligned(fromByteOffset: word * 4, as: UInt32.self)
            let sum = a &+ mixed &+ sines[step] &+ UInt32(littleEndian: read)
            let shift = shifts[(step >> 4) * 4 + (step & 3)]
            (a, d, c) = (d, c, b)
            b = b &+ (sum << shift | sum >> (32 - shift))
        }
        self.a &+= a
        self.b &+= b
        self.c &+= c
        self.d &+= d
    }
}

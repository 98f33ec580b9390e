import Glibc

/// The digest by which PDF names files and checks attachments.
///
/// Sources: RFC 1321; ISO 32000-1, sections 7.11.4 and 14.4, which ask for it by name. It keeps
/// no secret here.
package struct MD5 {
    private var a: UInt32 = 0x6745_2301
    private var b: UInt32 = 0xEFCD_AB89
    private var c: UInt32 = 0x98BA_DCFE
    private var d: UInt32 = 0x1032_5476

    private static let sines: [UInt32] = (1...64).map {
        UInt32(abs(sin(Double($0))) * 4_294_967_296)
    }

    /// Bytes that do not fill a block yet.
    private var rest: [UInt8] = []
    private var count = 0

    /// The digest of some bytes, sixteen bytes long.
    package static func digest(of bytes: [UInt8]) -> [UInt8] {
        var state = MD5()
        bytes.withUnsafeBytes { state.add($0) }
        return state.digest
    }

    /// Takes in bytes that follow those before.
    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        count += bytes.count
        var start = 0
        if !rest.isEmpty {
            start = min(64 - rest.count, bytes.count)
            rest.append(contentsOf: bytes[..<start])
            guard rest.count == 64 else { return }
            let block = rest
            block.withUnsafeBytes { take($0) }
            rest.removeAll(keepingCapacity: true)
        }
        while bytes.count - start >= 64 {
            take(UnsafeRawBufferPointer(rebasing: bytes[start...]))
            start += 64
        }
        rest.append(contentsOf: bytes[start...])
    }

    /// That of everything taken in so far.
    package var digest: [UInt8] {
        var end = [0x80] + [UInt8](repeating: 0, count: (119 - count % 64) % 64)
        withUnsafeBytes(of: (UInt64(count) &* 8).littleEndian) { end.append(contentsOf: $0) }
        var state = self
        end.withUnsafeBytes { state.add($0) }
        return state.bytes
    }

    package init() {}

    private var bytes: [UInt8] {
        [a, b, c, d].flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
    }

    /// Takes in the first 64 bytes.
    private mutating func take(_ block: UnsafeRawBufferPointer) {
        var next = self
        next.turn(0, block, by: (7, 12, 17, 22), from: { $0 }, mixing: { $0 & $1 | ~$0 & $2 })
        next.turn(1, block, by: (5, 9, 14, 20), from: { 5 &* $0 &+ 1 }) { $2 & $0 | ~$2 & $1 }
        next.turn(2, block, by: (4, 11, 16, 23), from: { 3 &* $0 &+ 5 }) { $0 ^ $1 ^ $2 }
        next.turn(3, block, by: (6, 10, 15, 21), from: { 7 &* $0 }) { $1 ^ ($0 | ~$2) }
        a &+= next.a
        b &+= next.b
        c &+= next.c
        d &+= next.d
    }

    /// One of the four rounds: sixteen steps, each by a word of the block and a sine.
    ///
    /// Every page goes through it, so it is spelt out by fours, in which each part takes its turn.
    @inline(__always)
    private mutating func turn(
        _ round: Int,
        _ block: UnsafeRawBufferPointer,
        by shifts: (UInt32, UInt32, UInt32, UInt32),
        from place: (Int) -> Int,
        mixing mix: (UInt32, UInt32, UInt32) -> UInt32
    ) {
        MD5.sines.withUnsafeBufferPointer { sines in
            func word(_ step: Int) -> UInt32 {
                let offset = (place(step) & 15) &* 4
                return sines[round &* 16 &+ step]
                    &+ UInt32(
                        littleEndian: block.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
                    )
            }
            for step in stride(from: 0, to: 16, by: 4) {
                a = b &+ turned(a &+ mix(b, c, d) &+ word(step), by: shifts.0)
                d = a &+ turned(d &+ mix(a, b, c) &+ word(step &+ 1), by: shifts.1)
                c = d &+ turned(c &+ mix(d, a, b) &+ word(step &+ 2), by: shifts.2)
                b = c &+ turned(b &+ mix(c, d, a) &+ word(step &+ 3), by: shifts.3)
            }
        }
    }

    @inline(__always)
    private func turned(_ word: UInt32, by shift: UInt32) -> UInt32 {
        word &<< shift | word &>> (32 &- shift)
    }
}

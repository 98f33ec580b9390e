/// A PNG without what a camera, a program or a person wrote into it, as ``JPEGBaring`` leaves a JPEG.
///
/// What it is drawn from stays: its header, palette and samples, what lends it clearness, and how its
/// colours and sizes are meant. Texts, days, what a camera knew, the further pictures of a moving one, and
/// whatever stands behind the end go.
///
/// Source: W3C, *Portable Network Graphics (Third Edition)*, sections 5 and 11.
enum PNGBaring {
    private static let drawnFrom: Set<String> = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT",
        "bKGD",
        "pHYs",
    ]

    /// - Parameter bytes: A file whose pieces are whole as far as its end.
    static func bared(_ bytes: [UInt8]) -> [UInt8] {
        var bare = Array(bytes.prefix(PNG.signature.count))
        bare.reserveCapacity(bytes.count)
        var index = bare.count
        while index + 12 <= bytes.count {
            let length = bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) }
            let end = index + 12 + length
            guard end <= bytes.count else { return bare }
            let name = String(decoding: bytes[index + 4..<index + 8], as: UTF8.self)
            if drawnFrom.contains(name) { bare += bytes[index..<end] }
            if name == "IEND" { return bare }
            index = end
        }
        return bare
    }
}

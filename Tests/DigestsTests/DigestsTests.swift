import Testing

@testable import Digests

@Suite struct DigestsTests {
    @Test(arguments: [
        ("", "d41d8cd98f00b204e9800998ecf8427e"),
        ("abc", "900150983cd24fb0d6963f7d28e17f72"),
        (
            "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
            "57edf4a22be3c955ac49da2e2107b67a"
        ),
    ])
    func digestsAsTheStandardSays(text: String, expected: String) {
        let digits = MD5.digest(of: Array(text.utf8)).map { byte in
            String(UInt16(byte) | 0x100, radix: 16).dropFirst()
        }
        #expect(digits.joined() == expected)
    }

    /// As the algorithm's authors print them.
    @Test(
        arguments: [
            ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c),
            ("foobar", 0x8594_4171_f739_67e8),
        ] as [(String, UInt64)]
    )
    func sumsUpAsItsAuthorsDo(text: String, sum: UInt64) {
        var state = FNV1a()
        state.mix(Array(text.utf8))
        #expect(state.value == sum)
    }

    @Test func digestsInPiecesAsInOne() {
        let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
        for width in [1, 63, 64, 65, 200] {
            var state = MD5()
            for start in stride(from: 0, to: bytes.count, by: width) {
                bytes[start..<min(start + width, bytes.count)].withUnsafeBytes { state.add($0) }
            }
            #expect(state.digest == MD5.digest(of: bytes))
        }
    }
}

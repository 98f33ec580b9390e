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
}

internal import CQREncode

/// A QR code: what it says, as a square of black and white modules.
///
/// Source: ISO/IEC 18004:2015; error correction level M, of which 15 % may be spoilt.
package struct QRCode: Hashable, Sendable {
    package let side: Int
    /// Row by row from the top, true where black; no quiet zone around.
    package let modules: [Bool]

    /// The light margin that a reader needs on every side, in modules.
    package static let quietZone = 4

    /// Nil where the text is empty or longer than a code can hold (2,331 bytes).
    package init?(_ text: String) {
        var text = text
        let code: UnsafeMutablePointer<CQREncode.QRcode>? = text.withUTF8 { bytes in
            guard !bytes.isEmpty, let input = QRinput_new2(0, QR_ECLEVEL_M) else { return nil }
            defer { QRinput_free(input) }
            // Without a word on the encoding, readers guess, and take accents for Big5.
            if bytes.contains(where: { $0 >= 0x80 }), QRinput_appendECIheader(input, 26) != 0 {
                return nil
            }
            guard QRinput_append(input, QR_MODE_8, Int32(bytes.count), bytes.baseAddress) == 0
            else { return nil }
            return QRcode_encodeInput(input)
        }
        guard let code else { return nil }
        defer { QRcode_free(code) }
        side = Int(code.pointee.width)
        let cells = UnsafeBufferPointer(start: code.pointee.data, count: side * side)
        modules = cells.map { $0 & 1 == 1 }
    }
}

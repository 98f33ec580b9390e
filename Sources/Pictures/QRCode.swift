internal import CQREncode
package import Units

/// A QR code: what it says, as a square of black and white modules, no quiet zone around.
///
/// Source: ISO/IEC 18004:2015; error correction level M, of which 15 % may be spoilt.
package struct QRCode: Hashable, Sendable {
    package let modules: ModuleSquare

    /// Nil where the text is empty or longer than a code can hold (2,331 bytes).
    package init?(_ text: String) {
        guard let input = QRInput(text),
            let modules = input.maskedHere() ?? input.maskedByTheLibrary()
        else { return nil }
        self.modules = modules
    }

    /// As the library does it all by itself: it comes to the same, in many times the time.
    init?(maskedByLibrary text: String) {
        guard let modules = QRInput(text)?.maskedByTheLibrary() else { return nil }
        self.modules = modules
    }
}

/// What a code is to say, as the library takes it.
private struct QRInput: ~Copyable {
    private let input: OpaquePointer

    init?(_ text: String) {
        var text = text
        let input: OpaquePointer? = text.withUTF8 { bytes in
            guard !bytes.isEmpty, let input = QRinput_new2(0, QR_ECLEVEL_M) else { return nil }
            // Without a word on the encoding, readers guess, and take accents for Big5.
            let isPlain = bytes.allSatisfy { $0 < 0x80 }
            guard isPlain || QRinput_appendECIheader(input, 26) == 0,
                QRinput_append(input, QR_MODE_8, Int32(bytes.count), bytes.baseAddress) == 0
            else {
                QRinput_free(input)
                return nil
            }
            return input
        }
        guard let input else { return nil }
        self.input = input
    }

    deinit { QRinput_free(input) }

    /// Nil where the code is too large to be masked here, or the library keeps that to itself.
    func maskedHere() -> ModuleSquare? {
        guard let code = griot_qr_masked(input, 0) else { return nil }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        guard side <= DataMasking.largestSide else { return nil }
        let cells = UnsafeBufferPointer(start: code.pointee.data, count: side * side)
        return DataMasking(cells: cells, side: side, under: 0).best()
    }

    func maskedByTheLibrary() -> ModuleSquare? {
        guard let code = QRcode_encodeInput(input) else { return nil }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        let cells = UnsafeBufferPointer(start: code.pointee.data, count: side * side)
        return ModuleSquare(side: side) { cells[$0 * side + $1] & 1 == 1 }
    }
}

import Diagnostics
import Unicode
import YAML

extension Reader {
    /// Warns of characters that cannot be seen and turn the direction of the text that can.
    ///
    /// An override shows letters in another order than they are read in, and an embedding or isolate
    /// without its end turns all that follows; honest text needs neither.
    ///
    /// Source: Unicode Technical Report 36, section 2.10, *Bidirectional text spoofing*.
    mutating func lintDirection(of node: Node) {
        guard let text = node.text, text.holds(0xE2) else { return }
        var open: [(scalar: UInt32, place: Int)] = []
        let bytes = Array(text.utf8)
        // In UTF-8 all of them have three bytes, of which the first is the same.
        for place in bytes.indices.dropLast(2) where bytes[place] == 0xE2 {
            let scalar =
                0x2000 | UInt32(bytes[place + 1] & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F)
            switch scalar {
            case 0x202D, 0x202E:
                report.add(disguise(scalar, at: place, of: node))
                open.append((scalar, place))
            case 0x202A, 0x202B, 0x2066...0x2068: open.append((scalar, place))
            case 0x202C: if let last = open.last, last.scalar < 0x2060 { open.removeLast() }
            case 0x2069: if let last = open.last, last.scalar > 0x2060 { open.removeLast() }
            default: break
            }
        }
        for control in open where control.scalar != 0x202D && control.scalar != 0x202E {
            report.add(
                .warning(
                    .leftOpen(codePoint(control.scalar)),
                    at: node.span(ofUTF8: control.place..<control.place + 3)
                )
                .hinting("take it away; direction follows from the letters")
            )
        }
    }

    private func disguise(_ scalar: UInt32, at place: Int, of node: Node) -> Diagnostic {
        .warning(
            .overridden(codePoint(scalar)),
            at: node.span(ofUTF8: place..<place + 3)
        )
        .hinting("take it away, and see whether the words still read as you expect")
    }

    private func codePoint(_ scalar: UInt32) -> String {
        "U+" + String(scalar, radix: 16, uppercase: true)
    }
}

extension Diagnostic.Message {
    fileprivate static func overridden(_ name: String) -> Self {
        let message: Self =
            "an invisible \(name) turns the direction of the text, so that it reads otherwise than it looks"
        return message.about(.punctuation)
    }

    fileprivate static func leftOpen(_ name: String) -> Self {
        let message: Self = "an invisible \(name) turns the direction of the text and has no end"
        return message.about(.punctuation)
    }
}

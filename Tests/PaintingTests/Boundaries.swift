import Pages
import Painting

/// The boundaries between pieces of content in the order of the file: braces around furniture,
/// brackets around what is read.
func boundaries(in painted: PaintedPDF) -> String {
    var text = ""
    var closing = ""
    for line in painted.bytes.split(separator: UInt8(ascii: "\n")) {
        let boundary = ContentBoundary.allCases.first {
            line.suffix($0.operators.utf8CodeUnitCount).elementsEqual("\($0.operators)".utf8)
        }
        let isEnd = line.elementsEqual("endstream".utf8)
        guard boundary != nil || isEnd else { continue }
        text += closing
        switch boundary {
        case .furniture: (text, closing) = (text + "{", "}")
        case .content: (text, closing) = (text + "(", ")")
        case nil: closing = ""
        }
    }
    return text
}

import Diagnostics
import YAML

/// Numbers with a comma between brackets, where commas part: `[Kayar, 12,5]` has three cells.
struct PartedNumber {
    let text: String
    let span: Span

    /// - Parameters:
    ///   - whole: What stands before the comma.
    ///   - rest: What stands behind it.
    /// - Returns: Nil unless both are digits with nothing but the comma between them.
    init?(_ whole: Node, _ rest: Node) {
        guard let text = whole.plainText, let tail = rest.plainText, tail.utf8.count <= 3,
            tail.utf8.allSatisfy(\.isASCIIDigit), text.utf8.last?.isASCIIDigit == true,
            whole.span.end + 1 == rest.span.start
        else { return nil }
        self.text = "\(text),\(tail)"
        span = whole.span.joined(to: rest.span)
    }

    /// The first such number of a row, and whether its commas are written as others of the row are not:
    /// with no blank behind.
    static func first(in cells: [Node]) -> (number: PartedNumber, isUnlike: Bool)? {
        let pairs = zip(cells, cells.dropFirst())
        guard let number = pairs.lazy.compactMap({ PartedNumber($0, $1) }).first else { return nil }
        return (number, pairs.contains { $0.span.end + 1 < $1.span.start })
    }

    var diagnostic: Diagnostic {
        .error("‘\(text)’ is read as two: the comma parts them", at: span)
            .hinting("write \"\(text)\" where it is one number, or a blank behind the comma")
    }
}

extension Node {
    fileprivate var plainText: String? { scalar?.style == .plain ? text : nil }
}

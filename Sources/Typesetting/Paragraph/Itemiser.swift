import Flow
import Shaping
import Unicode

/// Divides the spans of a paragraph into stretches of one script and one direction.
///
/// Most spans have but one, which is seen without asking for scripts; they are asked for once, however
/// many spans there are, since a letter's script hangs on its neighbours across the ends of spans.
struct Itemiser {
    private let text: String
    /// The same in UTF-8.
    private let bytes: [UInt8]
    private let directions: BidiText
    /// The stretches of the whole text, in whatever style; nil until a span asks for them.
    private var stretches: [TextItem]?
    /// The first of them that goes on beyond the spans divided so far.
    private var next = 0

    init(_ text: String, _ bytes: [UInt8], _ directions: BidiText) {
        self.text = text
        self.bytes = bytes
        self.directions = directions
    }

    /// - Parameter range: Behind those asked for before.
    mutating func items(in range: Range<Int>, style: FontStyleID) -> [TextItem] {
        if directions.runs.count <= 1, isPlain(bytes[range]) {
            // Figures alone run from left to right even where the paragraph does not.
            let level = directions.runs.first?.level ?? directions.baseLevel
            return [TextItem(range: range, style: style, script: .latin, level: level)]
        }
        let stretches = self.stretches ?? itemised(style: style)
        self.stretches = stretches
        while next < stretches.count, stretches[next].range.upperBound <= range.lowerBound {
            next += 1
        }
        return stretches[next...].prefix { $0.range.lowerBound < range.upperBound }.map { item in
            var item = item
            item.range = item.range.clamped(to: range)
            item.style = style
            return item
        }
    }

    private func itemised(style: FontStyleID) -> [TextItem] {
        itemise(
            text,
            styles: [(0..<bytes.count, style)],
            directions: directions
        )
    }

    /// Whether there is nothing but Latin letters without hooks, and signs that every script shares.
    ///
    /// Tifinagh, as all from U+2C00 on, begins with the byte of dashes and quotation marks.
    private func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
        var isAfterE2 = false
        for byte in bytes {
            if byte >= 0xCA ? byte != 0xE2 : isAfterE2 && byte >= 0xB0 { return false }
            isAfterE2 = byte == 0xE2
        }
        return true
    }
}

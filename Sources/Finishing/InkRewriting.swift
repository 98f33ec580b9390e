import Glibc
import Units

/// Replaces colours of the screen by inks, line by line of a page's content.
///
/// Cairo sets a colour as `r g b rg` at the beginning of a line, `RG` for strokes, each channel
/// from 0 to 1. A colour without an ink stays what it was.
struct InkRewriter {
    private let table: InkTable

    init(_ table: InkTable) { self.table = table }

    /// All lines of a drawing that pages show.
    func rewrite(drawing content: UnsafeBufferPointer<UInt8>) -> PDFText {
        var text = PDFText()
        for line in content.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if !text.bytes.isEmpty { text.write("\n") }
            rewrite(UnsafeBufferPointer(rebasing: line), into: &text)
        }
        return text
    }

    /// A line; what is filled and drawn at once has two colours set on it.
    func rewrite(_ line: UnsafeBufferPointer<UInt8>, into text: inout PDFText) {
        guard let setting = Setting(line) else { return text.write(line) }
        if let ink = table.ink(of: setting.colour) {
            for share in [ink.cyan, ink.magenta, ink.yellow, ink.black] {
                text.write(Length(points: Double(share) / 100))
                text.write(" ")
            }
            text.write(setting.isStroke ? "K" : "k")
        } else {
            text.write(UnsafeBufferPointer(rebasing: line[..<setting.end]))
        }
        guard setting.end < line.count else { return }
        text.write(" ")
        rewrite(UnsafeBufferPointer(rebasing: line[(setting.end + 1)...]), into: &text)
    }

    private struct Setting {
        var colour: Colour
        var isStroke: Bool
        var end: Int

        init?(_ line: UnsafeBufferPointer<UInt8>) {
            var place = 0
            func channel() -> UInt8? {
                var value = 0.0
                var scale = 0.0
                while place < line.count, line[place] != 0x20 {
                    let byte = line[place]
                    place += 1
                    if byte == 0x2E, scale == 0 {
                        scale = 1
                        continue
                    }
                    guard byte >= 0x30, byte <= 0x39 else { return nil }
                    value = value * 10 + Double(byte - 0x30)
                    scale *= 10
                }
                place += 1
                if scale > 0 { value /= scale }
                return value <= 1 ? UInt8((value * 255).rounded()) : nil
            }
            guard let red = channel(), let green = channel(), let blue = channel(),
                place + 2 <= line.count,
                place + 2 == line.count || line[place + 2] == 0x20
            else { return nil }
            let word = line[place..<place + 2]
            guard word.elementsEqual("rg".utf8) || word.elementsEqual("RG".utf8) else { return nil }
            colour = Colour(red: red, green: green, blue: blue)
            isStroke = line[place] == UInt8(ascii: "R")
            end = place + 2
        }
    }
}

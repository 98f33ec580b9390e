import Glibc
import Units

/// Replaces colours of the screen by inks, line by line of a page's content.
///
/// Cairo sets a colour as `r g b rg` at the beginning of a line, `RG` for strokes, each channel
/// from 0 to 1. A colour without an ink stays what it was.
struct InkRewriter {
    private let inks: [UInt32: Colour.Ink]

    init(_ table: InkTable) {
        inks = Dictionary(
            table.inks.map { (InkRewriter.key($0.red, $0.green, $0.blue), $1) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private static func key(_ red: UInt8, _ green: UInt8, _ blue: UInt8) -> UInt32 {
        UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
    }

    func rewrite(_ line: UnsafeBufferPointer<UInt8>, into text: inout PDFText) {
        guard let setting = Setting(line),
            let ink = inks[
                InkRewriter.key(setting.channels.0, setting.channels.1, setting.channels.2)
            ]
        else { return text.write(line) }
        for share in [ink.cyan, ink.magenta, ink.yellow, ink.black] {
            text.write(Length(points: Double(share) / 100))
            text.write(" ")
        }
        text.write(setting.isStroke ? "K" : "k")
        text.write(UnsafeBufferPointer(rebasing: line[setting.end...]))
    }

    private struct Setting {
        var channels: (UInt8, UInt8, UInt8) = (0, 0, 0)
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
            channels = (red, green, blue)
            isStroke = line[place] == UInt8(ascii: "R")
            end = place + 2
        }
    }
}

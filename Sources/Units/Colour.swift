internal import Glibc

/// A colour in sRGB, eight bits a channel, with the ink a press should use for it where the brand says so.
package struct Colour: Hashable, Sendable {
    package var red: UInt8
    package var green: UInt8
    package var blue: UInt8
    /// Per cent of cyan, magenta, yellow and black for the print edition.
    package var ink: Ink?

    package struct Ink: Hashable, Sendable {
        package var cyan: UInt8
        package var magenta: UInt8
        package var yellow: UInt8
        package var black: UInt8

        package init(cyan: UInt8, magenta: UInt8, yellow: UInt8, black: UInt8) {
            self.cyan = cyan
            self.magenta = magenta
            self.yellow = yellow
            self.black = black
        }

        /// So much of each ink.
        package func tint(_ share: Double) -> Ink {
            func part(_ ink: UInt8) -> UInt8 { UInt8((Double(ink) * share).rounded()) }
            return Ink(
                cyan: part(cyan),
                magenta: part(magenta),
                yellow: part(yellow),
                black: part(black)
            )
        }
    }

    package init(red: UInt8, green: UInt8, blue: UInt8, ink: Ink? = nil) {
        self.red = red
        self.green = green
        self.blue = blue
        self.ink = ink
    }

    package static let black = Colour(red: 0, green: 0, blue: 0)
    package static let white = Colour(red: 255, green: 255, blue: 255)

    /// The colour as a screen and a file know it.
    package var withoutInk: Colour { Colour(red: red, green: green, blue: blue) }

    /// Reads `#rrggbb` or `#rgb`; nil for anything else.
    package init?(hexadecimal text: some StringProtocol) {
        let digits = Array(text.utf8.dropFirst())
        guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6 || digits.count == 3 else {
            return nil
        }
        var nibbles: [UInt8] = []
        for digit in digits {
            switch digit {
            case 0x30...0x39: nibbles.append(digit - 0x30)
            case 0x41...0x46: nibbles.append(digit - 0x37)
            case 0x61...0x66: nibbles.append(digit - 0x57)
            default: return nil
            }
        }
        if nibbles.count == 3 { nibbles = nibbles.flatMap { [$0, $0] } }
        self.init(
            red: nibbles[0] << 4 | nibbles[1],
            green: nibbles[2] << 4 | nibbles[3],
            blue: nibbles[4] << 4 | nibbles[5]
        )
    }

    /// The colour mixed with white: 1 is the colour itself, 0 is paper.
    package func tint(_ share: Double) -> Colour {
        func mix(_ channel: UInt8) -> UInt8 {
            UInt8((255 - (255 - Double(channel)) * min(max(share, 0), 1)).rounded())
        }
        return Colour(
            red: mix(red),
            green: mix(green),
            blue: mix(blue),
            ink: ink?.tint(min(max(share, 0), 1))
        )
    }
}

extension Colour: CustomStringConvertible {
    package var description: String {
        func hex(_ channel: UInt8) -> String {
            let digits = String(channel, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        return "#" + hex(red) + hex(green) + hex(blue)
    }
}

package import Units

/// The colours that an SVG names for its areas and lines: what a press has to find inks for.
///
/// They are looked for in attributes, in `style` and in style sheets alike, without asking whether
/// anything is drawn in them. Those between which gradients run are no colours of their own.
///
/// Source: SVG 2, section 13; CSS Color Module Level 3, section 4.
package struct SVGColours: Hashable, Sendable {
    /// Each once, in the order in which they stand in the file.
    package private(set) var colours: [Colour] = []
    /// Those that have a name which is not known here.
    package private(set) var names: [String] = []
    package private(set) var hasGradients = false

    package init(_ bytes: [UInt8]) {
        var scanner = PaintScanner(bytes)
        var known: Set<String> = []
        while let paint = scanner.next() {
            switch paint {
            case .gradient: hasGradients = true
            case .value(let value):
                guard known.insert(value).inserted, !Self.noColours.contains(value) else {
                    continue
                }
                add(value)
            }
        }
    }

    private mutating func add(_ value: String) {
        if value.hasPrefix("url(") { return }
        guard let colour = Self.colour(value) else {
            if value.allSatisfy(\.isLetter) { names.append(value) }
            return
        }
        if !colours.contains(colour) { colours.append(colour) }
    }

    private static func colour(_ value: String) -> Colour? {
        if value.hasPrefix("rgb") { return Colour(channelsOf: value) }
        return Colour(hexadecimal: named[value] ?? value)
    }

    private static let noColours: Set<String> = [
        "", "none", "transparent", "currentcolor", "inherit", "initial", "unset", "context-fill",
        "context-stroke",
    ]

    /// Source: CSS Color Module Level 3, section 4.1.
    private static let named = [
        "black": "#000", "silver": "#c0c0c0", "gray": "#808080", "grey": "#808080",
        "white": "#fff", "maroon": "#800000", "red": "#f00", "purple": "#800080",
        "fuchsia": "#f0f", "magenta": "#f0f", "green": "#008000", "lime": "#0f0",
        "olive": "#808000", "yellow": "#ff0", "navy": "#000080", "blue": "#00f",
        "teal": "#008080", "aqua": "#0ff", "cyan": "#0ff", "orange": "#ffa500",
    ]
}

extension Colour {
    /// Reads `rgb(12, 34, 56)` or `rgb(10%, 20%, 30%)`; nil for anything else.
    fileprivate init?(channelsOf text: String) {
        guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return nil }
        let parts = text[open...].dropFirst().dropLast().split { ", /".contains($0) }
        let channels = parts.prefix(3).compactMap { part -> UInt8? in
            let isShare = part.hasSuffix("%")
            guard let number = Double(isShare ? part.dropLast() : part) else { return nil }
            return UInt8((isShare ? number * 2.55 : number).rounded().clamped(to: 0...255))
        }
        guard channels.count == 3 else { return nil }
        self.init(red: channels[0], green: channels[1], blue: channels[2])
    }
}

extension Double {
    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        isNaN ? range.lowerBound : Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}

/// Steps through a file from one word that says what is drawn in which colour to the next.
private struct PaintScanner {
    enum Paint {
        case gradient
        /// In small letters, without blanks at its ends.
        case value(String)
    }

    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Paint? {
        while place < bytes.count {
            guard isLetter(bytes[place]) else {
                place += 1
                continue
            }
            let word = word()
            if Self.gradients.contains(where: { word.elementsEqual($0.utf8) }) { return .gradient }
            guard Self.properties.contains(where: { word.elementsEqual($0.utf8) }),
                let value = value()
            else { continue }
            return .value(value)
        }
        return nil
    }

    private static let gradients = ["linearGradient", "radialGradient"]
    private static let properties = ["fill", "stroke", "color", "flood-color", "lighting-color"]

    private func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte == UInt8(ascii: "-")
    }

    private mutating func word() -> ArraySlice<UInt8> {
        let start = place
        while place < bytes.count, isLetter(bytes[place]) { place += 1 }
        return bytes[start..<place]
    }

    /// What stands behind `:` or `="`; nil where neither does.
    private mutating func value() -> String? {
        skipBlanks()
        guard place < bytes.count, ":=".utf8.contains(bytes[place]) else { return nil }
        place += 1
        skipBlanks()
        if place < bytes.count, "\"'".utf8.contains(bytes[place]) { place += 1 }
        skipBlanks()
        let start = place
        var isInBrackets = false
        while place < bytes.count, place - start < Self.longest {
            let byte = bytes[place]
            if "\"';}<>!".utf8.contains(byte) || byte <= 0x20 && !isInBrackets { break }
            if byte == UInt8(ascii: "(") { isInBrackets = true }
            if byte == UInt8(ascii: ")") { isInBrackets = false }
            place += 1
        }
        return String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
    }

    private static let longest = 80

    private mutating func skipBlanks() {
        while place < bytes.count, bytes[place] <= 0x20 { place += 1 }
    }
}

/// The characters that mean something to YAML, by their bytes (section 5).
extension UInt8 {
    static let tab = UInt8(ascii: "\t")
    static let newline = UInt8(ascii: "\n")
    static let carriageReturn = UInt8(ascii: "\r")
    static let space = UInt8(ascii: " ")
    static let hash = UInt8(ascii: "#")
    static let dash = UInt8(ascii: "-")
    static let dot = UInt8(ascii: ".")
    static let question = UInt8(ascii: "?")
    static let colon = UInt8(ascii: ":")
    static let comma = UInt8(ascii: ",")
    static let openBracket = UInt8(ascii: "[")
    static let closeBracket = UInt8(ascii: "]")
    static let openBrace = UInt8(ascii: "{")
    static let closeBrace = UInt8(ascii: "}")
    static let ampersand = UInt8(ascii: "&")
    static let star = UInt8(ascii: "*")
    static let bang = UInt8(ascii: "!")
    static let bar = UInt8(ascii: "|")
    static let angle = UInt8(ascii: ">")
    static let closedAngle = UInt8(ascii: "<")
    static let percent = UInt8(ascii: "%")
    static let singleQuote = UInt8(ascii: "'")
    static let doubleQuote = UInt8(ascii: "\"")
    static let backslash = UInt8(ascii: "\\")

    @inline(__always) var isBlank: Bool { self == 0x20 || self == 0x09 }
    @inline(__always) var isBreak: Bool { self == 0x0A || self == 0x0D }
    @inline(__always) var isBlankBreakOrEnd: Bool { isBlank || isBreak || self == 0 }

    /// The five that structure text between brackets.
    var isFlowIndicator: Bool {
        switch self {
        case .comma, .openBracket, .closeBracket, .openBrace, .closeBrace: true
        default: false
        }
    }

    /// Those before which a node between brackets may be left out.
    var endsFlowNode: Bool { isFlowIndicator && self != .openBracket && self != .openBrace }

    var isDigit: Bool { (0x30...0x39).contains(self) }

    var hexadecimalValue: UInt32? {
        switch self {
        case 0x30...0x39: UInt32(self - 0x30)
        case 0x41...0x46: UInt32(self - 0x41 + 10)
        case 0x61...0x66: UInt32(self - 0x61 + 10)
        default: nil
        }
    }
}

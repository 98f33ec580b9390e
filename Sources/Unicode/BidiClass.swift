internal import CICU

/// How a character behaves where directions mix, numbered as ICU numbers them.
///
/// Source: UAX #9, table 4; the letters are the standard's own.
enum BidiClass: UInt8 {
    case L, R, EN, ES, ET, AN, CS, B, S, WS, ON, LRE, LRO, AL, RLE, RLO, PDF, NSM, BN
    case FSI, LRI, RLI, PDI

    init(of scalar: UInt32) {
        self = BidiClass(rawValue: UInt8(icu_bidi_class(Int32(bitPattern: scalar)))) ?? .ON
    }

    var isIsolateInitiator: Bool { self == .FSI || self == .LRI || self == .RLI }

    /// Taken out of consideration by rule X9.
    var isRemoved: Bool {
        switch self {
        case .LRE, .LRO, .RLE, .RLO, .PDF, .BN: true
        default: false
        }
    }

    /// The class “NI” of the rules: neutral or an isolate's control.
    var isNeutral: Bool {
        switch self {
        case .B, .S, .WS, .ON, .FSI, .LRI, .RLI, .PDI: true
        default: false
        }
    }

    /// The direction that rules N0 to N2 see in it, where it has one: numbers count as R.
    var strongDirection: BidiClass? {
        switch self {
        case .L: .L
        case .R, .EN, .AN, .AL: .R
        default: nil
        }
    }

    /// The direction of an embedding level.
    init(level: UInt8) { self = level & 1 == 0 ? .L : .R }
}

extension Unicode.Scalar {
    /// Whether it is a letter of a script that runs from right to left.
    package var runsFromRightToLeft: Bool {
        guard value >= 0x590 else { return false }
        let found = BidiClass(of: value)
        return found == .R || found == .AL
    }
}

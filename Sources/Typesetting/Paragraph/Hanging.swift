import Glyphs
import Shaping
import Units

/// How far signs hang out of the measure, so that its edges look straight.
///
/// A sign's share is of its ink; the white beside the ink hangs as well. Shares follow
/// R. Schlicht's *microtype* in spirit: full for what is small and light, little for letters.
struct HangTable {
    struct Hang {
        /// In ems.
        var start: Float
        var end: Float
    }

    private var known: [UInt64: Hang] = [:]
    private var whites: [UInt64: Hang] = [:]

    mutating func hang(of scalar: UInt32, in style: FontStyleID, _ shaper: Shaper) -> Hang {
        let key = UInt64(UInt32(bitPattern: style.index)) << 32 | UInt64(scalar)
        if let hang = known[key] { return hang }
        let hang = Self.measure(scalar, style, shaper)
        known[key] = hang
        return hang
    }

    /// Whether a sign may hang at all; most letters don't.
    static func hangs(_ scalar: UInt32) -> Bool {
        scalar < 0x61
            ? scalar > 0x20 && !(0x30...0x39 ~= scalar)
            : scalar > 0x7A || scalar == 0x76
                || scalar == 0x77 || scalar == 0x79
    }

    // MARK: Large type

    /// What stands beside the ink of a letter of text, in points.
    static let usualWhite = 1.0
    private static let largeSize = 30.0

    /// Whether the white beside a letter is seen.
    ///
    /// A name on a badge would stand within the edge of all that is small above and below it. Letters
    /// that join have other forms in a word.
    static func isLarge(_ size: Double, _ scalar: UInt32) -> Bool {
        size >= largeSize && 0x21...0x58F ~= scalar
    }

    /// What stands beside the ink of a letter, in ems.
    mutating func white(beside scalar: UInt32, in style: FontStyleID, _ shaper: Shaper) -> Hang {
        let key = UInt64(UInt32(bitPattern: style.index)) << 32 | UInt64(scalar)
        if let white = whites[key] { return white }
        var white = Hang(start: 0, end: 0)
        if let character = Unicode.Scalar(scalar),
            let run = shaper.shape(String(character), in: style).runs.first,
            let glyph = run.glyphs.first, let ink = shaper.ink(of: glyph.id, in: run)
        {
            white = Hang(start: Float(max(0, ink.left)), end: Float(max(0, ink.right)))
        }
        whites[key] = white
        return white
    }

    private static func measure(_ scalar: UInt32, _ style: FontStyleID, _ shaper: Shaper)
        -> Hang
    {
        let shares = shares(of: scalar)
        guard shares != (0, 0), let character = Unicode.Scalar(scalar),
            let run = shaper.shape(String(character), in: style).runs.first,
            let glyph = run.glyphs.first,
            let ink = shaper.ink(of: glyph.id, in: run)
        else { return Hang(start: 0, end: 0) }
        let advance = Double(glyph.advance)
        let width = advance - ink.left - ink.right
        // Never so far that a sign seems lost beside the text.
        func hang(_ share: Double, _ bearing: Double) -> Float {
            share == 0 ? 0 : Float(max(0, min(bearing + share * width, 0.75 * advance)))
        }
        return Hang(start: hang(shares.0, ink.left), end: hang(shares.1, ink.right))
    }

    /// The shares at the start and at the end of a line.
    private static func shares(of scalar: UInt32) -> (Double, Double) {
        switch scalar {
        // Full stop and comma, those of Arabic, Ethiopic and N’Ko among them.
        case 0x2E, 0x2C, 0x60C, 0x6D4, 0x7F8, 0x1362, 0x1363: (0, 0.6)
        case 0x2D, 0xAD, 0x2010, 0x2011: (0.5, 0.6)
        case 0x3A, 0x3B, 0x61B, 0x2026, 0x1361: (0, 0.35)
        case 0x21, 0x3F, 0x61F, 0x7F9: (0, 0.15)
        case 0x2013, 0x2014: (0.2, 0.2)
        case 0x22, 0x27, 0x2018, 0x2019, 0x201A, 0x201B, 0x201C...0x201F: (0.5, 0.5)
        case 0xAB, 0xBB, 0x2039, 0x203A: (0.3, 0.3)
        case 0x28, 0x29, 0x5B, 0x5D: (0.05, 0.05)
        case 0x41, 0x56, 0x57, 0x54, 0x59: (0.04, 0.04)
        case 0x76, 0x77, 0x79: (0.03, 0.03)
        default: (0, 0)
        }
    }
}

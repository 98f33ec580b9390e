/// The four letters by which OpenType names tables and axes, packed into a number.
enum FontTag {
    static let weight = pack("wght")
    static let os2 = pack("OS/2")
    static let outlines = [pack("glyf"), pack("CFF "), pack("CFF2")]
    static let substitutions = pack("GSUB")
    static let positions = pack("GPOS")
    static let liningFigures = pack("lnum")
    static let oldStyleFigures = pack("onum")
    static let tabularFigures = pack("tnum")
    static let proportionalFigures = pack("pnum")
    static let notForDrawing = [
        pack("GSUB"), pack("GPOS"), pack("GDEF"), pack("MATH"), pack("DSIG"), pack("gasp"),
        pack("cmap"),
    ]

    static func pack(_ letters: StaticString) -> UInt32 {
        precondition(letters.utf8CodeUnitCount == 4, "an OpenType tag has four letters")
        return letters.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt32($1) } }
    }
}

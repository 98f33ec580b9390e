/// What a line's end costs inside words and beside spaces, in TeX's coin: its square is added to the
/// demerits of the line that ends there.
///
/// The figures are the house's own, around TeX's fifty for a hyphen; see ``Manners`` for what lines
/// cost besides. Public for the compiler's sake, as `Length` is.
///
/// Source: D. E. Knuth, *The TeXbook* (1984), chapter 14.
public enum Penalties {
    /// A soft hyphen, which the writer wants there.
    @inlinable public static var softHyphen: Double { 40 }
    /// After a hyphen that is written.
    @inlinable public static var writtenHyphen: Double { 60 }
    /// After a hyphen inside a name, in a justified line.
    @inlinable public static var nameHyphen: Double { 150 }
    /// After a dash, a stroke and the like, where the standard lets lines end.
    @inlinable public static var otherMark: Double { 100 }
    /// After the dash between two figures, which are read together.
    @inlinable public static var range: Double { 1_000 }
    /// Inside an address that a line holds, in a justified line and in a ragged one, which may end
    /// anywhere before it.
    @inlinable public static var address: Double { 300 }
    @inlinable public static var raggedAddress: Double { 8_000 }
    /// A hyphen in a justified line of few letters, of many, and in a ragged line, which has no need of
    /// it.
    @inlinable public static var narrowHyphen: Double { 60 }
    @inlinable public static var hyphen: Double { 90 }
    @inlinable public static var raggedHyphen: Double { 200 }
    /// How much dearer the parts of a compound are divided than at its own hyphen.
    @inlinable public static var insideCompound: Double { 2 }
    /// Between a small word and what it is bound to.
    @inlinable public static var boundWord: Double { 300 }
    /// Where a sentence or a part of it ends in lines of like length: welcome, which other lines hardly
    /// notice.
    @inlinable public static var sense: Double { -1 }
    /// At a space that holds two words together: only where they are wider than any line.
    @inlinable public static var bond: Double { 1_100 }
    /// In a ragged line after a hyphen in a word that such a space holds, at the space rather, or in a name.
    @inlinable public static var heldHyphen: Double { 1_300 }
    /// After any letter: only where nothing else will do.
    @inlinable public static var anywhere: Double { 4_000 }
}

import Typesetting

/// A column tried as it is, and beside it with the latest paragraph set longer, and set shorter.
struct VariantTrials {
    private let variants: Variants
    private let start: Int
    private let hasVariants: Bool
    /// The strip that comes next.
    private var next: Int
    private var plain: ColumnTrial
    /// The column before the latest paragraph that has variants, so that it can be tried again from
    /// its beginning.
    private var before: ColumnTrial
    private(set) var foot = 0.0
    private(set) var taller: (variant: Int, foot: Double)?
    private(set) var shorter: (variant: Int, foot: Double)?
    private var tallerTrial: ColumnTrial
    private var shorterTrial: ColumnTrial

    init(_ variants: Variants, _ trial: ColumnTrial, from start: Int) {
        self.variants = variants
        self.start = start
        hasVariants = !variants.isEmpty
        next = start
        plain = trial
        before = trial
        tallerTrial = trial
        shorterTrial = trial
    }

    mutating func add(_ measure: StripMeasure) -> Double {
        if hasVariants, variants.begin(with: next) { before = plain }
        next += 1
        foot = plain.add(measure)
        if hasVariants { addVariants(measure) }
        return foot
    }

    private mutating func addVariants(_ measure: StripMeasure) {
        if let (variant, _) = taller { taller = (variant, tallerTrial.add(measure)) }
        if let (variant, _) = shorter { shorter = (variant, shorterTrial.add(measure)) }
        let found = variants.ending(before: next, from: start)
        if let variant = found.taller {
            tallerTrial = before
            taller = (variant, tallerTrial.add(variants.all[variant].measures))
        }
        if let variant = found.shorter {
            shorterTrial = before
            shorter = (variant, shorterTrial.add(variants.all[variant].measures))
        }
    }
}

extension ColumnTrial {
    /// Adds strips and returns where the column's text then ends.
    fileprivate mutating func add(_ measures: [StripMeasure]) -> Double {
        var foot = 0.0
        for measure in measures { foot = add(measure) }
        return foot
    }
}

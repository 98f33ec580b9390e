import Layouts

// What layouts let writers choose between, as it is called in blocks: a choice that is added to one
// and forgotten in the other does not compile.

extension ParagraphStyle.Alignment {
    init(_ choice: Style.Alignment) {
        switch choice {
        case .start: self = .start
        case .end: self = .end
        case .centre: self = .centre
        case .justified: self = .justified
        }
    }
}

extension BlockStyle.Break {
    init(_ choice: Style.Break) {
        switch choice {
        case .none: self = .none
        case .avoid: self = .avoid
        case .column: self = .column
        case .page: self = .page
        }
    }
}

extension BlockStyle.Float {
    init(_ choice: Style.Float) {
        switch choice {
        case .none: self = .none
        case .top: self = .top
        case .foot: self = .foot
        }
    }
}

extension BlockStyle.Grid {
    init(_ choice: Style.Grid) {
        switch choice {
        case .off: self = .off
        case .half: self = .half
        case .first: self = .first
        case .whole: self = .whole
        }
    }
}

extension RowCell.VerticalAlignment {
    init(_ choice: CellRecipe.Alignment) {
        switch choice {
        case .top: self = .top
        case .middle: self = .middle
        case .bottom: self = .bottom
        case .baseline: self = .baseline
        }
    }
}

extension Picture.Shape {
    init(_ choice: PictureRecipe.Shape) {
        switch choice {
        case .rectangle: self = .rectangle
        case .circle: self = .circle
        }
    }
}

extension RunningTitle {
    init(_ choice: Expression.RunningHead) {
        switch choice {
        case .first: self = .first
        case .last: self = .last
        case .firstExcept: self = .firstExcept
        }
    }
}

extension FitLever.Kind {
    init(_ choice: FitRecipe.Lever) {
        switch choice {
        case .rows: self = .rows
        case .gaps: self = .gaps
        case .leading: self = .leading
        case .pictures: self = .pictures
        case .tracking: self = .tracking
        case .size: self = .size
        }
    }
}

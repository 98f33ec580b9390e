import Content

/// Which cells of a table are figures, and which columns are made of them.
enum FigureCells {
    /// Whether figures fill a column: all its cells, but for those that say that there is none.
    static func fill(_ cells: [[RichBlock]]) -> Bool {
        var (figures, absences) = (0, 0)
        for text in cells.map({ $0.map(\.plainText).joined() }) {
            if isFigure(text) {
                figures += 1
            } else if isAbsence(text) {
                // What is left empty, or holds a dash, is no word.
                if text.unicodeScalars.contains(where: \.properties.isAlphabetic) { absences += 1 }
            } else {
                return false
            }
        }
        return figures > 0 && figures >= absences
    }

    private static func isFigure(_ text: String) -> Bool {
        var hasFigure = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9", "٠"..."٩", "۰"..."۹": hasFigure = true
            case " ", ".", ",", "٫", "٬", "%", "٪", "-", "–", "−", "+", "\u{A0}", "\u{202F}": break
            default: return false
            }
        }
        return hasFigure
    }

    /// Whether a cell is empty, a dash, or a short form such as “n/a”.
    static func isAbsence(_ text: String) -> Bool {
        var letters = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", ".", "/", "-", "–", "—", "−", "…", "?", "\u{A0}", "\u{202F}": break
            case _ where scalar.properties.isAlphabetic: letters += 1
            default: return false
            }
        }
        return letters <= mostLetters
    }

    private static let mostLetters = 4
}

import Diagnostics
import YAML

/// Bounds of the white in a line, written as a mapping of `least` and `most`.
extension Form where Value == Style.WordSpace {
    static var wordSpace: Form {
        Form(words: "`least`, `ideal` and `most`, such as {least: 80%, most: 133%}") { node, desk in
            let names = ["least", "ideal", "most"]
            guard let bounds = desk.bounds(names, in: node, of: "‘word-space’", each: .share) else {
                return nil
            }
            var space = Style.WordSpace()
            space.ideal = bounds["ideal"] ?? space.ideal
            space.least = bounds["least"] ?? min(space.least, space.ideal)
            space.most = bounds["most"] ?? max(space.most, space.ideal)
            guard space.least <= space.ideal, space.ideal <= space.most else {
                desk.report.add(
                    .error(
                        "the ideal word space lies between the least and the most",
                        at: node.span
                    )
                    .hinting("write ‘word-space: {least: 80%, ideal: 100%, most: 133%}’")
                )
                return nil
            }
            guard space.least >= 0.3, space.most <= 4 else {
                desk.report.add(
                    .error("a word space is between 30% and 400% of the font’s own", at: node.span)
                )
                return nil
            }
            return space
        }
    }
}

extension Form where Value == Style.LetterFit {
    /// Beyond a twentieth of an em, words fall apart into letters.
    private static var farthest: Double { 0.05 }

    static var letterFit: Form {
        Form(words: "`least` and `most`, such as {least: -1%, most: 2%}") { node, desk in
            let names = ["least", "most"]
            guard let bounds = desk.bounds(names, in: node, of: "‘letter-fit’", each: .tracking)
            else { return nil }
            var fit = Style.LetterFit()
            fit.least = bounds["least"] ?? fit.least
            fit.most = bounds["most"] ?? fit.most
            guard (-farthest...0).contains(fit.least), (0...farthest).contains(fit.most) else {
                desk.report.add(
                    .error(
                        "‘least’ lies between -5% and 0, ‘most’ between 0 and 5% of an em",
                        at: node.span
                    )
                    .hinting("write ‘letter-fit: {least: -1%, most: 2%}’")
                )
                return nil
            }
            return fit
        }
    }
}

extension Desk {
    /// The numbers of a mapping of bounds by their names; nil where it is none.
    fileprivate mutating func bounds(
        _ names: [String],
        in node: Node,
        of what: Diagnostic.Message,
        each form: Form<Double>
    ) -> [String: Double]? {
        guard let entries = entries(of: node, of: what) else { return nil }
        var bounds: [String: Double] = [:]
        for entry in entries {
            guard let name = entry.key.text, names.contains(name) else {
                refuse(entry.key, in: what, known: names)
                continue
            }
            bounds[name] = form.read(resolved(entry.value), &self)
        }
        return bounds
    }
}

import Arrangement
import Diagnostics
import Units
import YAML

extension Form where Value == String {
    static var word: Form {
        Form(words: "text") { node, desk in
            if let text = node.text, !text.isEmpty { return text }
            desk.expectText(at: node)
            return nil
        }
    }

    /// What a thing is called where fields are asked of it.
    static var name: Form {
        Form(words: "a name") { node, desk in
            guard let text = node.text, !text.isEmpty, !TemplateReader.isName(text) else {
                return word.read(node, &desk)
            }
            let letters = text.split { !TemplateReader.isName(String($0)) }
            desk.expect(
                "a name of letters, figures and hyphens",
                at: node,
                hint: "write ‘\(letters.joined(separator: "-"))’"
            )
            // What is asked of it by its first word is not wrong as well.
            return letters.first.map(String.init)
        }
    }

    /// The name of a role that the brand gives a family for.
    static var font: Form {
        Form(words: "a font role of the brand") { node, desk in
            guard let name = node.text else {
                desk.expect("the name of a font role", at: node)
                return nil
            }
            if desk.brand.fonts[name] == nil {
                let known = desk.brand.fonts.keys.sorted()
                desk.report.add(
                    .error(.unknown("font role", name), at: node.span)
                        .hinting(
                            Suggestion.didYouMean(name, among: known)
                                ?? "the brand has \(known.joined(separator: ", "))"
                        )
                )
                return nil
            }
            return name
        }
    }
}

extension Form where Value == [String] {
    static var words: Form {
        Form(words: "a list of texts") { node, desk in
            if let text = node.text { return [text] }
            guard let items = node.items else {
                desk.expectText("a list of texts", at: node)
                return nil
            }
            return items.compactMap { item in
                if item.text == nil { desk.expectText(at: item) }
                return item.text
            }
        }
    }
}

extension Form where Value == Bool {
    static var truth: Form {
        Form(words: "yes or no") { node, desk in
            switch node.text {
            case "yes", "true": return true
            case "no", "false": return false
            default:
                desk.expect("‘yes’ or ‘no’", at: node, hint: meant(by: node.text))
                return nil
            }
        }
    }

    /// What people write for yes or no elsewhere.
    private static func meant(by text: String?) -> Diagnostic.Message? {
        switch text?.lowercased() {
        case "oui", "vrai", "on", "y", "1", "yes", "true", "sim": Suggestion.didYouMean("yes")
        case "non", "faux", "off", "n", "0", "no", "false", "não": Suggestion.didYouMean("no")
        default: nil
        }
    }
}

extension Form where Value == GridKeeping {
    static var gridKeeping: Form {
        Form(words: "yes, first, half or no") { node, desk in
            switch node.text {
            case "yes", "true": return .whole
            case "first": return .first
            case "half": return .half
            case "no", "false": return .off
            default:
                desk.expect("‘yes’, ‘first’, ‘half’ or ‘no’", at: node)
                return nil
            }
        }
    }
}

extension Form where Value == Int {
    static func whole(_ range: ClosedRange<Int>) -> Form {
        Form(words: "a whole number from \(range.lowerBound) to \(range.upperBound)") {
            node,
            desk in
            if let number = node.text.flatMap({ Int($0) }), range.contains(number) { return number }
            desk.expect(
                "a whole number from \(range.lowerBound) to \(range.upperBound)",
                at: node
            )
            return nil
        }
    }

    static var weight: Form {
        Form(words: "regular, bold or a number from 100 to 900") { node, desk in
            switch node.text {
            case "light": return 300
            case "regular": return 400
            case "medium": return 500
            case "semibold": return 600
            case "bold": return 700
            case let text?:
                if let number = Int(text), (100...900).contains(number) { return number }
                fallthrough
            default:
                desk.expect("a weight such as ‘regular’, ‘bold’ or ‘600’", at: node)
                return nil
            }
        }
    }
}

extension Form where Value == Double {
    /// A share of one em: `0.02em`, `2%`.
    static var tracking: Form {
        Form(words: "a share of an em, such as 0.02em or 2%") { node, desk in
            switch node.text.flatMap({ Measure($0) }) {
            case .ems(let value)?, .share(let value)?: return value
            case .absolute(let length)? where length == .zero: return 0
            default:
                desk.expect(
                    "a share of an em, such as ‘0.02em’",
                    at: node,
                    hint: Measure.withPoint(node.text ?? "")
                )
                return nil
            }
        }
    }

    /// A share between two, which are said as in a layout: `50%`.
    static func share(_ bounds: ClosedRange<Double>) -> Form {
        let words: (Double) -> String = { "\(Int(($0 * 100).rounded()))%" }
        let (least, most) = (words(bounds.lowerBound), words(bounds.upperBound))
        return Form(words: "a share from \(least) to \(most)") { node, desk in
            guard let value = share.read(node, &desk) else { return nil }
            if bounds.contains(value) { return value }
            desk.expect("a share from ‘\(least)’ to ‘\(most)’", at: node)
            return nil
        }
    }

    static var share: Form {
        Form(words: "a share such as 40%") { node, desk in
            if case .share(let value)? = node.text.flatMap({ Measure($0) }) { return value }
            if node.text == "0" { return 0 }
            desk.expect(
                "a share such as ‘40%’",
                at: node,
                hint: Measure.withPoint(node.text ?? "")
            )
            return nil
        }
    }
}

extension Form where Value == Measure {
    static var length: Form {
        Form(words: "a length") { node, desk in
            if let measure = node.text.flatMap({ Measure($0) }) { return measure }
            desk.expect(
                "a length",
                at: node,
                hint: Measure.mended(node.text ?? "")
                    ?? "write it like ‘9.5pt’, ‘4mm’, ‘1 line’, ‘1.5em’, ‘50%’ or ‘2col’"
            )
            return nil
        }
    }

    /// A length that something is drawn or set by, so that none is none.
    static var positive: Form {
        Form(words: "a length above 0") { node, desk in
            guard let measure = length.read(node, &desk) else { return nil }
            return desk.positive(measure, at: node)
        }
    }

    /// A type size: a length, or a step of the brand's scale.
    static var size: Form {
        Form(words: "a length or a step of the brand’s scale") { node, desk in
            guard let text = node.text else {
                desk.expect("a type size", at: node)
                return nil
            }
            if let step = desk.brand.scale[text] { return .absolute(step) }
            if let measure = Measure(text) { return desk.positive(measure, at: node) }
            let steps = desk.brand.scale.keys.sorted()
            desk.expect(
                "a type size",
                at: node,
                hint: Suggestion.didYouMean(text, among: steps) ?? Measure.mendedSize(text)
                    ?? "the brand’s scale has \(steps.joined(separator: ", "))"
            )
            return nil
        }
    }
}

extension Form where Value == Colour {
    static var colour: Form {
        Form(words: "a colour of the brand, its tint (`primary 20%`) or `#rrggbb`") { node, desk in
            guard let text = node.text else {
                desk.expect("a colour", at: node)
                return nil
            }
            return desk.colour(text, at: node.span)
        }
    }
}

extension Desk {
    mutating func positive(_ measure: Measure, at node: Node) -> Measure? {
        if measure.number > 0 { return measure }
        report.add(
            .error("‘\(node.text ?? "")’ leaves no room: it must be more than 0", at: node.span)
        )
        return nil
    }

    mutating func colour(_ text: String, at span: Span) -> Colour? {
        if text.hasPrefix("#") {
            if let colour = Colour(hexadecimal: text) { return colour }
            report.add(.error("‘\(text)’ is not a colour", at: span).hinting("write ‘#0f4c5c’"))
            return nil
        }
        let parts = text.split(separator: " ", maxSplits: 1)
        let name = parts.first.map(String.init) ?? ""
        guard let colour = brand.colours[name] else {
            let known = brand.colours.keys.sorted()
            report.add(
                .error(.unknown("colour", name), at: span)
                    .hinting(
                        Suggestion.didYouMean(name, among: known)
                            ?? "the brand has \(known.joined(separator: ", "))"
                    )
            )
            return nil
        }
        guard parts.count == 2 else { return colour }
        if case .share(let share)? = Measure(parts[1]) { return colour.tint(share) }
        let share = Double(parts[1]).map { (1...100).contains($0) } == true ? parts[1] + "%" : "20%"
        report.add(
            .error("‘\(parts[1])’ is not a tint", at: span).hinting("write ‘\(name) \(share)’")
        )
        return colour
    }
}

extension Form where Value == Style.Border {
    static var border: Form {
        Form(words: "a thickness and a colour, such as `0.5pt primary`") { node, desk in
            guard let text = node.text else {
                desk.expect("a border such as ‘0.5pt primary’", at: node)
                return nil
            }
            if text == "none" { return Style.Border(width: .zero, colour: .fixed(.white)) }
            let parts = text.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, case .absolute(let width)? = Measure(parts[0]) else {
                desk.expect("a border such as ‘0.5pt primary’", at: node)
                return nil
            }
            return desk.tone(String(parts[1]), at: node.span).map {
                Style.Border(width: width, colour: $0)
            }
        }
    }
}

extension Form where Value == Style.Sides {
    /// One length for all sides, or a list of two (across the lines, along them) or of four
    /// (top, end, bottom, start).
    static var sides: Form {
        Form(words: "one length, or a list of two or four (top, end, bottom, start)") {
            node,
            desk in
            let nodes = node.items ?? [node]
            if let lengths = node.text?.split(separator: " "), [2, 4].contains(lengths.count),
                lengths.allSatisfy({ Measure($0) != nil })
            {
                desk.expect(
                    "one, two or four lengths",
                    at: node,
                    hint: "write several as a list: [\(lengths.joined(separator: ", "))]"
                )
                return nil
            }
            let values = nodes.compactMap { Form<Measure>.length.read($0, &desk) }
            switch values.count {
            case 1:
                return Style.Sides(
                    top: values[0],
                    end: values[0],
                    bottom: values[0],
                    start: values[0]
                )
            case 2:
                return Style.Sides(
                    top: values[0],
                    end: values[1],
                    bottom: values[0],
                    start: values[1]
                )
            case 4:
                return Style.Sides(
                    top: values[0],
                    end: values[1],
                    bottom: values[2],
                    start: values[3]
                )
            default:
                if values.count == nodes.count { desk.expect("one, two or four lengths", at: node) }
                return nil
            }
        }
    }
}

extension Form where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
    /// One of a few words.
    static var choice: Form {
        let known = Value.allCases.map(\.rawValue)
        let words = known.joined(separator: ", ")
        return Form(words: words) { node, desk in
            if let value = node.text.flatMap({ Value(rawValue: $0) }) { return value }
            desk.expect(
                "one of \(words)",
                at: node,
                hint: OtherWords.didYouMean(node.text ?? "", among: known)
            )
            return nil
        }
    }
}

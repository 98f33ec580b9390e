import Diagnostics

/// Names with something joined to them, of which the page would make somebody whom nobody knows.
extension Reader {
    /// Refuses a text that holds more than a name, a comma apart; says so, and how it can be written.
    mutating func refusesJoint(in text: String, at span: Span) -> Bool {
        if refusesIDs(in: text, at: span) { return true }
        guard let joint = PersonName.joint(in: text, at: span) else { return false }
        if isToldOfError(at: span) { return true }
        let problem: Diagnostic.Message =
            joint.joinsPeople
            ? "‘\(shortened(text))’ are several people, and one is asked for"
            : "‘\(joint.sign)’ is no part of a name: ‘\(shortened(text))’"
        report.add(
            .error(problem, at: span)
                .hinting(others(in: text, joint) ?? several(in: text, joint, at: span))
                .hinting(others(in: text, joint) == nil ? one(in: joint, at: span) : nil)
        )
        return true
    }

    /// `"khady-fall, fatou-sow"`: ids are not looked for within a text.
    private mutating func refusesIDs(in text: String, at span: Span) -> Bool {
        let words = text.split { $0.isWhitespace || ",;&/".contains($0) }.map(String.init)
        let ids = words.filter { !PersonName.words.contains($0) }
        guard ids.count > 1,
            ids.allSatisfy({
                declared.contains($0) || looksLikeIdentifier($0) && $0.contains("-")
            })
        else { return false }
        report.add(
            .error("one id stands in one text, not several: ‘\(shortened(text))’", at: span)
                .hinting(.listOf(ids.joined(separator: ", ")))
        )
        return true
    }

    private func several(in text: String, _ joint: PersonName.Joint, at span: Span)
        -> Diagnostic.Message?
    {
        guard joint.joinsPeople || mayBeSomebody(joint.after) else { return nil }
        if joint.sign == "(" { return nil }
        let names = PersonName.parted(text, at: span)
        return names.contains(where: PersonName.isOnlyAddress)
            ? "of several people, write a list in which each has a whole name"
            : "in a sheet give each a row; elsewhere write a list: [\(shortened(names.joined(separator: ", ")))]"
    }

    /// `Fatou SOW (IRD), Ali BA`: more people stand behind what is said of the first in parentheses.
    private func others(in text: String, _ joint: PersonName.Joint) -> Diagnostic.Message? {
        guard joint.sign == "(", let close = text.firstIndex(of: ")"),
            text[text.index(after: close)...].contains(where: \.isLetter)
        else { return nil }
        var depth = 0
        let plain = text.filter { letter in
            if letter == "(" { depth += 1 }
            defer { if letter == ")" { depth -= 1 } }
            return depth == 0
        }
        let names = plain.split { ",;&/\n".contains($0) }.map { trimmed(String($0)) }
            .filter { $0.contains(where: \.isLetter) }
        return names.count > 1
            ? "in a sheet give each a row; elsewhere write a list: [\(shortened(names.joined(separator: ", ")))]"
            : nil
    }

    private func one(in joint: PersonName.Joint, at span: Span) -> Diagnostic.Message? {
        if joint.mayBeOfOne {
            return "of one with two family names, write: {given: …, family: …}"
        }
        guard !joint.joinsPeople, !joint.before.isEmpty, !joint.after.isEmpty else { return nil }
        if Self.isFunction(joint.after) {
            return
                "of one and what they do, write: \(example(of: joint.before, .role, joint.after, at: span))"
        }
        return
            "of one and where they come from, write: \(example(of: joint.before, .organisation, joint.after, at: span))"
    }
}

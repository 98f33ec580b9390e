import Diagnostics
import YAML

/// Reports every key that is not known where it stands.
func checkKeys(
    of entries: [Node.Entry],
    among known: [String],
    in owner: String,
    reporting report: inout Report
) {
    for entry in entries {
        guard let key = entry.key.text else {
            report.add(.error("a name is expected before this colon", at: entry.key.span))
            continue
        }
        guard !known.contains(key) else { continue }
        report.add(unknownKey(key, at: entry.key.span, among: known, in: owner))
    }
}

func unknownKey(
    _ key: String,
    at span: Span,
    among known: [String],
    in owner: String
) -> Diagnostic {
    let problem = Diagnostic.error(.unknownKey(key, in: owner), at: span)
    if let near = Suggestion.didYouMean(key, among: known) { return problem.hinting(near) }
    guard known.count <= 12 else { return problem }
    return problem.hinting("it may hold: \(known.joined(separator: ", "))")
}

extension Diagnostic.Message {
    static func unknownKey(_ key: String, in owner: String) -> Self {
        "unknown key ‘\(key)’ in \(owner)"
    }
}

internal import Content
internal import Diagnostics
internal import Layouts

/// Colours that content asks for by their names.
extension Run {
    /// A name that is no colour of the brand would be passed over where the page is made.
    mutating func reportColours(of brief: Brief, in brand: Brand) {
        var rest = brief.record.fields.map(\.value)
        while let value = rest.popLast() {
            switch value.content {
            case .colour(let name) where !name.hasPrefix("#") && brand.colours[name] == nil:
                let known = brand.colours.keys.sorted()
                let problem = Diagnostic.error(.noColour(name), at: value.span)
                    .hinting(
                        Suggestion.didYouMean(name, among: known)
                            ?? "it has \(known.joined(separator: ", ")); or write ‘\"#005A8C\"’"
                    )
                if !report.diagnostics.contains(problem) { report.add(problem) }
            case .record(let record): rest += record.fields.map(\.value)
            case .list(let items): rest += items
            default: break
            }
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func noColour(_ name: String) -> Self {
        "the brand has no colour ‘\(name)’"
    }
}

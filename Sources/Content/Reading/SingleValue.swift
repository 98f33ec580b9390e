package import Diagnostics

/// Reads one value that stands in no record, as a field of its type would be read.
///
/// - Returns: Nil where the text cannot be one; why is in the report or plain from the text.
package func readValue(
    _ text: String,
    as type: FieldType,
    in language: String,
    at span: Span,
    reporting report: inout Report
) -> Value? {
    let kinds = KindLibrary(parsing: [], reporting: &report)
    var reader = Reader(kinds: kinds, declared: [], report: report)
    reader.language = language
    defer { report = reader.report }
    let text = trimmed(text)
    let content: Value.Content? =
        switch type {
        case .date: reader.readDate(text, at: span)
        case .time:
            reader.readTime(text) ?? TimeRange(typed: text).map { .timeRange($0) }
        case .phone: reader.readPhone(text, at: span)
        case .email: reader.readEmail(text)
        case .personName: .personName(PersonName(splitting: text, at: span))
        default: nil
        }
    return content.map { Value($0, at: span) }
}

import Diagnostics

/// Somebody who is described in a sheet and in a text.
struct TwiceDescribed {
    let id: String
    let kind: String
    let span: Span
    let first: Span
}

extension Reader {
    /// Notes that a record has the id of another, where one of the two stands in a sheet: whoever keeps both
    /// files has most of it in both.
    mutating func isDescribedTwice(_ record: Record, _ id: String, first: Span) -> Bool {
        guard sheets.contains(first.source) != sheets.contains(record.span.source) else {
            return false
        }
        describedTwice.append(
            TwiceDescribed(id: id, kind: record.kind, span: record.span, first: first)
        )
        return true
    }

    /// Tells of those once.
    mutating func tellOfThoseDescribedTwice() {
        guard let one = describedTwice.first else { return }
        report.add(
            .error(.inSheetAndText(one.id, others: describedTwice.count - 1), at: one.span)
                .noting("the other is here", at: one.first)
                .hinting("take out of one file whoever stands in both")
                .hinting(
                    "a sheet that is only for merging can have any other name, such as ‘guests.xlsx’"
                )
        )
        describedTwice = []
    }
}

extension Diagnostic.Message {
    fileprivate static func inSheetAndText(_ id: String, others: Int) -> Self {
        switch others {
        case 0: "‘\(id)’ is described in a sheet and in another file"
        case 1: "‘\(id)’ and one more are described in a sheet and in another file"
        default: "‘\(id)’ and \(others) more are described in a sheet and in another file"
        }
    }
}

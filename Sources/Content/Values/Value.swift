package import Diagnostics

/// What a field holds, read by its type and still knowing where it was written.
package struct Value: Hashable, Sendable {
    package indirect enum Content: Hashable, Sendable {
        case text(LocalizedText)
        case richText(LocalizedRichText)
        case number(Number)
        case truth(Bool)
        case date(CalendarDate)
        case time(ClockTime)
        case timeRange(TimeRange)
        case dateTime(DateTime)
        case duration(minutes: Int)
        case personName(PersonName)
        case phone(PhoneNumber)
        case email(String)
        case url(String)
        /// Lines in local order, printed as given.
        case address([LocalizedText])
        /// ISO 3166-1 alpha-2, in capitals.
        case country(String)
        /// BCP 47.
        case language(String)
        /// `#RRGGBB`, or the name of a colour in the brand.
        case colour(String)
        case length(Double, unit: String)
        case choice(String)
        case identifier(String)
        case reference(Reference)
        case record(Record)
        case list([Value])
        case table(TableValue)
    }

    package var content: Content
    package var span: Span

    package init(_ content: Content, at span: Span) {
        self.content = content
        self.span = span
    }
}

/// The id of a record that is described elsewhere, and what kind of record it must be.
package struct Reference: Hashable, Sendable {
    package var kind: String
    package var id: String

    package init(kind: String, id: String) {
        self.kind = kind
        self.id = id
    }
}

/// A table as data: a row of headings, then rows of as many cells.
package struct TableValue: Hashable, Sendable {
    package var head: [LocalizedRichText]
    package var rows: [[LocalizedRichText]]

    package init(head: [LocalizedRichText], rows: [[LocalizedRichText]]) {
        self.head = head
        self.rows = rows
    }
}

extension Value {
    /// The values a layout walks over with `each`: the items of a list, or the value itself.
    package var items: [Value] {
        if case .list(let items) = content { return items }
        return [self]
    }

    package var record: Record? {
        if case .record(let record) = content { return record }
        return nil
    }

    /// What `when` in a layout asks: false for `no`, for an empty list and for empty text.
    package var isTruthy: Bool {
        switch content {
        case .truth(let value): value
        case .list(let items): !items.isEmpty
        case .text(let text): text.editions.contains { !$0.content.isEmpty }
        case .richText(let text): text.editions.contains { !$0.content.blocks.isEmpty }
        case .number(let number): number.value != 0
        default: true
        }
    }
}

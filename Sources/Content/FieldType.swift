/// How a field is read.
package indirect enum FieldType: Sendable {
    case text, richText, number, date, time, timeRange, dateTime, duration
    case personName, phone, email, url, address, country, language, colour, length
    case truth, identifier, table
    case choice([String])
    /// A shared record, by id or in place.
    case reference(to: String)
    case list(of: FieldType)
    /// Fields described in place.
    case record([FieldDescription])
}

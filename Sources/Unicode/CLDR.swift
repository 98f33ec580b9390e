internal import CICU

/// What CLDR knows of the languages of the world: dates, numbers, lists, order; one for each thread.
///
/// Nothing is read before it is asked for, and what was opened is kept. Where CLDR knows nothing of
/// a language, ICU answers as for its relatives or, in the end, in the root's neutral form.
package final class CLDR {
    struct DateKey: Hashable {
        var language: String
        var pattern: String
    }

    struct NumberKey: Hashable {
        var language: String
        var isGrouped: Bool
        var fraction: ClosedRange<Int>
    }

    struct ListKey: Hashable {
        var language: String
        var isAlternative: Bool
    }

    var dateFormats: [DateKey: UnsafeMutableRawPointer] = [:]
    var datePatterns: [String: UnsafeMutableRawPointer] = [:]
    var numberFormats: [NumberKey: UnsafeMutableRawPointer] = [:]
    var lists: [ListKey: OpaquePointer] = [:]
    var collators: [String: OpaquePointer] = [:]

    package init() {}

    deinit {
        for format in dateFormats.values { icu_date_format_close(format) }
        for patterns in datePatterns.values { icu_date_patterns_close(patterns) }
        for format in numberFormats.values { icu_number_format_close(format) }
        for list in lists.values { icu_list_close(list) }
        for collator in collators.values { icu_collator_close(collator) }
    }

    /// ICU reads a locale with underscores and without what it does not understand.
    func locale(_ language: String) -> String {
        Language(language).tag.split(separator: "-").joined(separator: "_")
    }
}

internal import Content
internal import Diagnostics
internal import Unicode

extension Run {
    /// Refuses a time zone that does not exist: calendars made of the paper would be hours off.
    mutating func checkTimeZone(of brief: Brief) {
        guard let value = brief[.event, .timezone], case .text(let text) = value.content else {
            return
        }
        let name = text.edition(in: brief.languages.first ?? "en").content
        guard !TimeZoneNames.hold(name) else { return }
        report.add(
            .error(.unknownTimeZone(name), at: value.span).hinting(TimeZoneNames.hint(for: name))
        )
    }
}

/// Names of time zones: those of the IANA database, as the system and ICU have them.
enum TimeZoneNames {
    /// Whether there is such a zone.
    ///
    /// The system’s folder is looked into first, since ICU’s second library takes longer to open than a
    /// page takes to set.
    static func hold(_ name: String) -> Bool {
        let isName = name.utf8.allSatisfy {
            $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || "0123456789/_+-".utf8.contains($0)
        }
        guard isName, !name.isEmpty, !name.hasPrefix("/") else { return false }
        let path = Paths.joined("/usr/share/zoneinfo", name)
        if Paths.exists(path) { return !Paths.isFolder(path) }
        let anyDay = WallTime(year: 2000, month: 1, day: 1)
        return CLDR().instant(of: anyDay, inZone: name) != nil
    }

    /// The zone that was meant: that of a city, or one spelt nearly so.
    static func hint(for name: String) -> Diagnostic.Message {
        let known = CLDR().timeZones.filter { $0.contains("/") && !$0.hasPrefix("Etc/") }
        let city = "/" + name.lowercased().split(separator: " ").joined(separator: "_")
        if let meant = known.first(where: { $0.lowercased().hasSuffix(city) }) {
            return Suggestion.didYouMean(meant)
        }
        return Suggestion.didYouMean(name, among: known)
            ?? "name it by its continent and a city, such as ‘Africa/Dakar’"
    }
}

extension Diagnostic.Message {
    fileprivate static func unknownTimeZone(_ name: String) -> Self {
        "there is no time zone ‘\(name)’"
    }
}

internal import CICU
import Glibc

/// When a wall clock shows a time, in the terms of the whole world.
package struct Instant: Hashable, Sendable {
    /// The same moment in Greenwich.
    package var utc: WallTime
    /// How far the wall clock is ahead of Greenwich, in minutes.
    package var offset: Int
}

extension CLDR {
    /// The zones of the IANA database, such as `Africa/Dakar`; none where ICU cannot be asked.
    package var timeZones: [String] {
        icu_zones_open().map { names(in: $0) } ?? []
    }

    /// The zone of a country, by its two letters of ISO 3166-1, whose clocks all show the same then;
    /// nil where they do not, or where there is no such country.
    package func timeZone(of country: String, at time: WallTime) -> String? {
        let zones = icu_zones_of_country_open(country).map { names(in: $0) } ?? []
        let offsets = Set(zones.map { instant(of: time, inZone: $0)?.offset })
        return offsets.count == 1 ? zones.first : nil
    }

    private func names(in zones: OpaquePointer) -> [String] {
        defer { icu_zones_close(zones) }
        var names: [String] = []
        while let name = icu_zones_next(zones) { names.append(String(cString: name)) }
        return names
    }

    /// The moment at which clocks in a zone of the IANA database, such as `Africa/Dakar`, show a time.
    ///
    /// In the hour that is shown twice when summer time ends, the later one is meant; an hour that
    /// is left out when it begins is counted from the time before.
    ///
    /// - Returns: Nil where there is no such zone.
    package func instant(of time: WallTime, inZone zone: String) -> Instant? {
        let name = zone.utf16Units
        let count = Int32(name.count)
        guard count < 100, icu_zone_is_known(name, count) else { return nil }
        let milliseconds = icu_instant(
            name,
            count,
            Int32(clamping: time.year),
            Int32(clamping: time.month),
            Int32(clamping: time.day),
            Int32(clamping: time.hour),
            Int32(clamping: time.minute)
        )
        guard milliseconds.isFinite, abs(milliseconds) < 1e15 else { return nil }
        let minutes = Int((milliseconds / 60_000).rounded(.down))
        return Instant(
            utc: WallTime(minutesSince1970: minutes),
            offset: time.minutesSince1970 - minutes
        )
    }
}

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
        guard let zones = icu_zones_open() else { return [] }
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

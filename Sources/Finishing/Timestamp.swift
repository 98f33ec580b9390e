/// A moment as it was handed in, in the two forms in which a file says it.
///
/// Sources: ISO 8601; ISO 32000-1, section 7.9.4; XMP, part 1, section 8.2.1.1.
struct Timestamp: Hashable {
    /// Digits of year, month, day, hour, minute, second, as many as were given.
    private var fields: [String]
    /// `Z`, or as `+01:00`.
    private var zone = "Z"

    /// Nil for what is no moment, and for parts of a second, which no file needs.
    init?(_ text: String) {
        let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        guard let day = halves.first else { return nil }
        fields = day.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        guard (1...3).contains(fields.count) else { return nil }
        if halves.count == 2 {
            guard fields.count == 3 else { return nil }
            var time = halves[1]
            if let mark = time.lastIndex(where: { "Z+-".contains($0) }) {
                zone = String(time[mark...])
                time = time[..<mark]
            }
            let parts = time.split(separator: ":", omittingEmptySubsequences: false)
            guard (2...3).contains(parts.count) else { return nil }
            fields += parts.map { String($0.prefix { $0 != "." }) }
        }
        guard isSound else { return nil }
    }

    private var isSound: Bool {
        let limits = [0...9999, 1...12, 1...31, 0...23, 0...59, 0...59]
        let fieldsAreSound = zip(fields, limits).enumerated().allSatisfy { index, pair in
            pair.0.utf8.count == (index == 0 ? 4 : 2)
                && pair.0.utf8.allSatisfy { (0x30...0x39).contains($0) }
                && Int(pair.0).map { pair.1.contains($0) } == true
        }
        let zoneIsSound =
            zone == "Z"
            || (zone.utf8.count == 6
                && zone.utf8.dropFirst().enumerated().allSatisfy {
                    $0 == 2 ? $1 == 0x3A : (0x30...0x39).contains($1)
                })
        return fieldsAreSound && zoneIsSound
    }

    /// As the information dictionary has it.
    var inDictionary: String {
        let zone =
            fields.count < 5
            ? "" : self.zone == "Z" ? "Z" : "\(self.zone.prefix(3))'\(self.zone.suffix(2))'"
        return "D:" + fields.joined() + zone
    }

    /// As the metadata have it.
    var inMetadata: String {
        let day = Array(fields.prefix(3)).joined(separator: "-")
        guard fields.count > 3 else { return day }
        return day + "T" + Array(fields.dropFirst(3)).joined(separator: ":") + zone
    }
}

package import Unicode

/// A stretch of text that one style, one script and one direction govern.
package struct TextItem: Hashable, Sendable {
    /// In UTF-8 bytes.
    package var range: Range<Int>
    package var style: FontStyleID
    package var script: Script
    /// Odd levels run to the left (UAX #9).
    package var level: UInt8

    package init(range: Range<Int>, style: FontStyleID, script: Script, level: UInt8) {
        self.range = range
        self.style = style
        self.script = script
        self.level = level
    }
}

/// Divides a text wherever its style, its script or its direction changes.
///
/// - Parameters:
///   - styles: In order, without gaps or overlaps, covering the whole text.
///   - directions: The text's levels.
package func itemise(
    _ text: String,
    styles: [(range: Range<Int>, style: FontStyleID)],
    directions: BidiText
) -> [TextItem] {
    let scripts = scriptRuns(in: text)
    var items: [TextItem] = []
    var (script, direction) = (0, 0)
    for (range, style) in styles {
        var start = range.lowerBound
        while start < range.upperBound {
            while script + 1 < scripts.count, scripts[script].range.upperBound <= start {
                script += 1
            }
            while direction + 1 < directions.runs.count,
                directions.runs[direction].range.upperBound <= start
            {
                direction += 1
            }
            var end = range.upperBound
            if script < scripts.count { end = min(end, scripts[script].range.upperBound) }
            if direction < directions.runs.count {
                end = min(end, directions.runs[direction].range.upperBound)
            }
            precondition(end > start, "styles, scripts and directions must cover the same text")
            items.append(
                TextItem(
                    range: start..<end,
                    style: style,
                    script: script < scripts.count ? scripts[script].script : .common,
                    level: direction < directions.runs.count
                        ? directions.runs[direction].level : directions.baseLevel
                )
            )
            start = end
        }
    }
    return items
}

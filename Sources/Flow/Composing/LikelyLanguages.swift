import Structure
import Unicode

/// Words of another script than their language writes, of which nobody has said what they are.
extension Composer {
    /// Adds words to a line; those of another script are said to be in the likely language of it, for
    /// those who hear them and for the face that draws them.
    ///
    /// The marks around them and among them stay those of the text that they stand in.
    mutating func append(
        _ text: String,
        to line: inout Line,
        as segment: Line.Segment,
        in element: ElementID?
    ) {
        let runs = foreignScripts(in: text) { speech.usualScript(of: segment.language) }
        guard !runs.isEmpty else { return line.append(text, as: segment) }
        var place = 0
        for run in runs {
            guard let language = speech.likelyLanguage(of: run.script) else { continue }
            line.append(text.utf8(place..<run.range.lowerBound), as: segment)
            var spoken = spoken(segment, in: language, element)
            spoken.typedIn = segment.saidToBe
            line.append(text.utf8(run.range), as: spoken)
            place = run.range.upperBound
        }
        line.append(text.utf8(place..<text.utf8.count), as: segment)
    }
}

extension String {
    /// A part by its offsets in UTF-8, which must lie between characters.
    fileprivate func utf8(_ range: Range<Int>) -> String {
        let start = utf8.index(startIndex, offsetBy: range.lowerBound)
        return String(self[start..<utf8.index(start, offsetBy: range.count)])
    }
}

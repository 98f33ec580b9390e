import Flow
import Shaping
import Units

extension ParagraphSetter {
    /// From the measure's edge to where the first line begins, which may be outside.
    mutating func firstIndent(of job: Job) -> Length {
        guard job.style.hangsMark else { return job.style.firstIndent }
        return job.style.firstIndent - hangingMark(of: job)
    }

    /// What of a quotation stands before its first letter: its mark, and the space that some languages
    /// set after it.
    ///
    /// Mark and letter hang a little at any edge; here the letter does, and not the mark.
    private mutating func hangingMark(of job: Job) -> Length {
        let scalars = job.paragraph.text.unicodeScalars
        guard let mark = scalars.first, mark.properties.isQuotationMark else { return .zero }
        let letters = scalars.dropFirst().drop { $0.properties.isWhitespace }
        let start = String(job.paragraph.text[..<letters.startIndex])
        let face = face(job.paragraph.spans[0].style)
        var width = shaper.shape(start, in: face.id).width
        width -= Double(hangs.hang(of: mark.value, in: face.id, shaper).start)
        if let letter = letters.first {
            width += Double(hangs.hang(of: letter.value, in: face.id, shaper).start)
        }
        return face.style.size * job.scale * width
    }
}

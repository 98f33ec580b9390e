import Diagnostics
import Flow
import Structure
import Units

extension Typesetter {
    /// A paragraph's lines, and the notes that are marked in them set for the foot of the column.
    mutating func galley(
        of paragraph: Paragraph,
        owner: Owner,
        to measure: Length,
        at origin: Span?
    ) -> Galley {
        let strips = lines.lines(
            of: paragraph,
            owner: owner,
            to: measure,
            looseness: surroundings.looseness,
            reporting: &report
        )
        return finished(strips, to: measure, at: origin)
    }

    /// Lines, the notes that are marked in them set, in a galley.
    mutating func finished(_ lines: [Strip], to measure: Length, at origin: Span?) -> Galley {
        var strips = lines
        for index in strips.indices {
            if strips[index].origin == nil { strips[index].origin = origin }
            if !strips[index].notes.isEmpty { setNotes(of: &strips[index]) }
        }
        return Galley(measure: measure, strips: strips)
    }

    private mutating func setNotes(of strip: inout Strip) {
        for note in strip.notes {
            strip.footnotes.append(galley(of: note.blocks, to: surroundings.noteMeasure))
            if let mark = note.mark { strip.anchors.append(mark) }
        }
        strip.notes = []
    }

    /// A paragraph set as one piece that may not be divided, such as a label.
    mutating func label(_ paragraph: Paragraph, owner: Owner, to measure: Length) -> Strip {
        galley(of: paragraph, owner: owner, to: measure, at: nil).joined()
    }
}

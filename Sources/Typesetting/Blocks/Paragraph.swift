import Diagnostics
import Flow
import Structure
import Units

extension Typesetter {
    /// A paragraph's lines, and the notes that are marked in them set for the foot of the column.
    mutating func galley(
        of paragraph: Paragraph,
        owner: Owner,
        in setting: Setting,
        at origin: Span?
    ) -> Galley {
        let strips = lines.lines(
            of: paragraph,
            owner: owner,
            to: setting.measure,
            looseness: setting.looseness,
            reporting: &report
        )
        return finished(strips, in: setting, at: origin)
    }

    /// Lines, the notes that are marked in them set, in a galley.
    mutating func finished(_ lines: [Strip], in setting: Setting, at origin: Span?) -> Galley {
        var strips = lines
        for index in strips.indices {
            if strips[index].origin == nil { strips[index].origin = origin }
            if !strips[index].notes.isEmpty { setNotes(of: &strips[index], in: setting) }
        }
        return Galley(measure: setting.measure, strips: strips)
    }

    private mutating func setNotes(of strip: inout Strip, in setting: Setting) {
        let foot = setting.narrowed(to: setting.noteMeasure)
        for note in strip.notes {
            strip.footnotes.append(galley(of: note.blocks, in: foot))
            if let mark = note.mark { strip.anchors.append(mark) }
        }
        strip.notes = []
    }

    /// A paragraph set as one piece that may not be divided, such as a label.
    mutating func label(_ paragraph: Paragraph, owner: Owner, in setting: Setting) -> Strip {
        galley(of: paragraph, owner: owner, in: setting, at: nil).joined()
    }
}

import Diagnostics

/// The numbers of a paper's footnotes.
struct FootnoteNumbers {
    /// A note's number, and the names by which it and its mark lead to each other.
    struct Number {
        var value: Int
        var note: String
        var mark: String
    }

    private var count = 0
    /// Those of the text at hand, by where their words stand.
    private var known: [Span: Number] = [:]
    /// Whether the words of a note are being composed.
    var isInNote = false
    /// Notes marked inside the one that is being composed: they are set after it.
    var waiting: [Footnote] = []

    /// Another text begins: what it says is its own, be it printed a second time.
    mutating func beginText() { known = [:] }

    /// The number of a note, and whether it is to be set: a second mark of a text that leads to the same
    /// words has the number of the first.
    ///
    /// - Parameter names: Gives names away, no two alike.
    mutating func number(
        ofNoteAt place: Span?,
        naming names: inout HeadingList
    ) -> (number: Number, isNew: Bool) {
        if let place, let number = known[place] { return (number, false) }
        count += 1
        let number = Number(
            value: count,
            note: names.name(like: "note-\(count)"),
            mark: names.name(like: "mark-\(count)")
        )
        if let place { known[place] = number }
        return (number, true)
    }
}

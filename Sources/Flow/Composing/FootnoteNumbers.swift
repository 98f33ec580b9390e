import Diagnostics

/// The numbers of a paper's footnotes.
struct FootnoteNumbers {
    private var count = 0
    /// Those of the text at hand, by where their words stand.
    private var known: [Span: Int] = [:]
    /// Whether the words of a note are being composed.
    var isInNote = false
    /// Notes marked inside the one that is being composed: they are set after it.
    var waiting: [Footnote] = []

    /// Another text begins: what it says is its own, be it printed a second time.
    mutating func beginText() { known = [:] }

    /// The number of a note, and whether it is to be set: a second mark of a text that leads to the same
    /// words has the number of the first.
    mutating func number(ofNoteAt place: Span?) -> (number: Int, isNew: Bool) {
        if let place, let number = known[place] { return (number, false) }
        count += 1
        if let place { known[place] = count }
        return (count, true)
    }
}

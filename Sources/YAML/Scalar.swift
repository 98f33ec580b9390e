/// A piece of text as it stands in a file, with the way it was written.
///
/// Nothing is typed here: `no`, `1.10` and `24:00` keep the letters they were written with.
package struct Scalar: Sendable {
    /// How the text was set off from the YAML around it.
    package enum Style: String, Sendable {
        case plain, single, double, literal, folded
    }

    /// The text after quotes, escapes, indentation and folded lines have been undone.
    package let text: String
    package let style: Style
    /// Where each part of ``text`` was copied from.
    let provenance: Provenance
    /// What a sign one blank behind unquoted text made a comment: `# 3` of `title: Session # 3`.
    package var aside: String?
}

/// Where the bytes of a text come from in its file.
///
/// A text is a row of runs; within a run, text and file advance together. Most texts are a
/// single run, which costs no array.
struct Provenance: Sendable {
    struct Run: Sendable {
        let text: Int32
        let source: Int32
    }

    /// The place in the file of the first byte of the text.
    let start: Int32
    /// The end of the last byte's place in the file.
    let end: Int32
    /// The runs after the first, in order.
    var runs: [Run] = []

    func place(of offset: Int) -> Int32 {
        var low = -1
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(runs[middle].text) <= offset { low = middle } else { high = middle }
        }
        guard low >= 0 else { return min(start + Int32(offset), end) }
        return min(runs[low].source + Int32(offset) - runs[low].text, end)
    }
}

internal import Glibc
import Pages
import Structure
import Units

/// Puts marks into a page's content where painting drew boundaries.
///
/// Furniture becomes artifacts; the rest is counted from nought. The boundaries must be those that
/// painting says it drew, one for one, or nothing is written: a file whose marks are askew reads
/// nonsense.
struct ContentRewriter {
    let page: Int
    let owners: [Owner]
    let structure: StructureTree
    let inks: InkRewriter?
    private var next = 0
    private var elements = 0
    private var isOpen = false
    /// Up to where the content has been copied or rewritten.
    private var copied = 0
    /// At which distance letters stand, in tenths of thousandths of an em.
    private var tracking = 0
    /// Words for glyphs, which Cairo sets in marks of its own.
    private var depth = 0
    /// The lines with such words, and where the lines begin that end them.
    private var said: [(mark: Range<Int>, end: Int)] = []

    init(page: Int, owners: [Owner], structure: StructureTree, inks: InkRewriter? = nil) {
        self.page = page
        self.owners = owners
        self.structure = structure
        self.inks = inks
    }

    /// - Parameters:
    ///   - letters: Learns what glyphs draw that are said in words.
    ///   - text: Receives the content; what it held is forgotten.
    static func rewrite(
        _ content: UnsafeBufferPointer<UInt8>,
        ofPage page: Int,
        owners: [Owner],
        structure: StructureTree,
        inks: InkRewriter?,
        learning letters: inout SpokenLetters,
        into text: inout PDFText
    ) throws(FinishingError) {
        var rewriter = ContentRewriter(
            page: page,
            owners: owners,
            structure: structure,
            inks: inks
        )
        text.clear()
        try rewriter.run(over: content, into: &text)
        try letters.learn(from: content, saidAs: rewriter.said)
    }

    /// One pass, line by line.
    ///
    /// Cairo ends a line after each rectangle and never breaks a line inside a string without a
    /// backslash before, so no text can be mistaken for a boundary.
    private mutating func run(
        over content: UnsafeBufferPointer<UInt8>,
        into text: inout PDFText
    ) throws(FinishingError) {
        var start = 0
        while start < content.count {
            if let array = textArray(in: content, from: start) {
                show(array, at: start, of: content, into: &text)
                start += array.count
            } else {
                let end = lineEnd(in: content, from: start)
                try rewriteLine(start..<end, of: content, into: &text)
                start = end + 1
            }
        }
        let end = closing(of: content)
        copy(upTo: end, of: content, into: &text)
        if isOpen { text.write("EMC\n") }
        copy(upTo: content.count, of: content, into: &text)
        try finish()
    }

    /// Copies what has been read and stays as it is.
    private mutating func copy(
        upTo end: Int,
        of content: UnsafeBufferPointer<UInt8>,
        into text: inout PDFText
    ) {
        text.write(UnsafeBufferPointer(rebasing: content[copied..<end]))
        copied = end
    }

    /// Rewrites an array of letters with the distance that most of them keep said once before them.
    private mutating func show(
        _ array: UnsafeBufferPointer<UInt8>,
        at start: Int,
        of content: UnsafeBufferPointer<UInt8>,
        into text: inout PDFText
    ) {
        let tracked = TrackedText(array)
        let wanted = tracked?.tracking(after: tracking)
        guard wanted != nil || tracking != 0 else { return }
        copy(upTo: start, of: content, into: &text)
        track(by: wanted ?? 0, into: &text)
        if let tracked, let wanted {
            tracked.write(trackedBy: wanted, into: &text)
            copied = start + array.count
        }
    }

    private mutating func rewriteLine(
        _ range: Range<Int>,
        of content: UnsafeBufferPointer<UInt8>,
        into text: inout PDFText
    ) throws(FinishingError) {
        let line = UnsafeBufferPointer(rebasing: content[range])
        if tracking != 0, endsTracking(content[range], after: content[..<range.lowerBound]) {
            copy(upTo: range.lowerBound, of: content, into: &text)
            track(by: 0, into: &text)
        }
        guard isInteresting(line) else { return }
        copy(upTo: range.lowerBound, of: content, into: &text)
        let outer = depth
        try rewrite(line, into: &text)
        copied = range.upperBound
        if depth > outer { said.append((range, content.count)) }
        if depth < outer { said[said.count - 1].end = range.lowerBound }
    }

    private func lineEnd(in content: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = content.baseAddress,
            let end = memchr(base + start, 0x0A, content.count - start)
        else { return content.count }
        return base.distance(to: end.assumingMemoryBound(to: UInt8.self))
    }

    /// Says at which distance letters stand from here on, in tenths of thousandths, unless it is known.
    private mutating func track(by tracking: Int, into text: inout PDFText) {
        guard tracking != self.tracking else { return }
        self.tracking = tracking
        text.write(tenThousandths: -tracking)
        text.write(" Tc\n")
    }

    /// Whether a line shows letters that have their own distances, or ends the text.
    ///
    /// A string that Cairo broke goes on behind a backslash, whatever it begins with.
    private func endsTracking(
        _ line: Slice<UnsafeBufferPointer<UInt8>>,
        after before: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Bool {
        switch line.first {
        case UInt8(ascii: "("), UInt8(ascii: "<"), UInt8(ascii: "["):
            before.dropLast().last != UInt8(ascii: "\\")
        case UInt8(ascii: "E"): line.elementsEqual("ET".utf8)
        default: false
        }
    }

    /// Where the line begins by which Cairo ends a page’s content; its end where there is none.
    private func closing(of content: UnsafeBufferPointer<UInt8>) -> Int {
        var end = content.count
        while end > 0, content[end - 1] == 0x0A { end -= 1 }
        guard end > 1, content[end - 1] == UInt8(ascii: "Q"), content[end - 2] == 0x0A else {
            return content.count
        }
        return end - 1
    }

    /// From the `[(` at the start of a line to the `]TJ` at the end of one; nil where there is none.
    private func textArray(in content: UnsafeBufferPointer<UInt8>, from start: Int)
        -> UnsafeBufferPointer<UInt8>?
    {
        guard start + 1 < content.count, content[start] == UInt8(ascii: "["),
            content[start + 1] == UInt8(ascii: "("), let base = content.baseAddress
        else { return nil }
        var place = start
        while let found = memchr(base + place, 0x0A, content.count - place) {
            let end = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
            if end >= start + 4, memcmp(base + end - 3, "]TJ", 3) == 0 {
                return UnsafeBufferPointer(rebasing: content[start..<end])
            }
            place = end + 1
        }
        return nil
    }

    private func isInteresting(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard line.count >= 3 else { return false }
        if inks != nil, line[0] >= 0x30, line[0] <= 0x39 { return true }
        switch line[line.count - 1] {
        // BDC, BMC, EMC
        case UInt8(ascii: "C"): return isUpper(line[line.count - 2])
        case UInt8(ascii: "f"): return ContentBoundary(endOf: line) != nil
        default: return false
        }
    }

    private func isUpper(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "D") || byte == UInt8(ascii: "M")
    }

    private mutating func rewrite(
        _ line: UnsafeBufferPointer<UInt8>,
        into text: inout PDFText
    ) throws(FinishingError) {
        if let boundary = ContentBoundary(endOf: line) {
            // The colour it is drawn in may stand before it, and holds for what follows.
            let before = line.count - boundary.operators.utf8CodeUnitCount
            if before > 0 {
                try rewrite(UnsafeBufferPointer(rebasing: line[..<(before - 1)]), into: &text)
                text.write("\n")
            }
            try write(boundary, into: &text)
        } else if line.count > 0, line[0] >= 0x30, line[0] <= 0x39, let inks {
            inks.rewrite(line, into: &text)
        } else if line.elementsEqual("EMC".utf8) {
            depth -= 1
            guard depth >= 0 else { throw disagreement("ends marked content twice") }
            text.write(line)
        } else if line.suffix(3).elementsEqual("BDC".utf8),
            line.count == 3 || line[line.count - 4] == 0x20
        {
            guard isOpen, depth == 0 else { throw disagreement("holds a mark that nobody made") }
            depth += 1
            text.write(line)
        } else {
            text.write(line)
        }
    }

    private mutating func write(_ boundary: ContentBoundary, into text: inout PDFText)
        throws(FinishingError)
    {
        guard depth == 0 else { throw disagreement("holds a boundary inside a mark") }
        guard next < owners.count, isOpen == (next > 0) else {
            throw disagreement("begins what nobody owns")
        }
        if isOpen { text.write("EMC\n") }
        isOpen = true
        switch owners[next] {
        case .artifact(let artifact):
            guard boundary == .furniture else { throw disagreement("calls furniture content") }
            text.write(artifact.opening)
        case .element(let id):
            guard boundary == .content else { throw disagreement("calls content furniture") }
            text.write(name: structure[id].role.tag)
            text.dictionary {
                $0.entry("/MCID", elements)
                if let words = wholeWord(of: id) { $0.entry("/ActualText", text: words) }
            }
            text.write("BDC")
            elements += 1
        }
        next += 1
    }

    /// What an element within a line says in place of its letters, which programs that search read
    /// here and not in the structure; nil where it is drawn in several parts.
    private func wholeWord(of id: ElementID) -> String? {
        let element = structure[id]
        guard element.role == .span, let words = element.actualText,
            owners.count(where: { $0 == .element(id) }) == 1
        else { return nil }
        return words
    }

    private func finish() throws(FinishingError) {
        guard depth == 0 else { throw disagreement("leaves marked content open") }
        guard next == owners.count else {
            throw disagreement("holds \(next) marks where \(owners.count) were made")
        }
    }

    private func disagreement(_ what: String) -> FinishingError {
        FinishingError("matching the marks of page \(page + 1)", "its content \(what)")
    }
}

internal import Glibc
import Pages
import Structure
import Units

/// Turns the marks in a page's content into what they stand for.
///
/// Painting counts every run of content, furniture too, under Cairo's tags. Here furniture becomes
/// artifacts and the rest is counted anew without gaps. The marks must be those that painting
/// says it made, one for one, or nothing is written: a file whose marks are askew reads nonsense.
struct ContentRewriter {
    let page: Int
    let owners: [Owner]
    let inks: InkRewriter?
    private var next = 0
    private var elements = 0
    private var depth = 0

    init(page: Int, owners: [Owner], inks: InkRewriter? = nil) {
        self.page = page
        self.owners = owners
        self.inks = inks
    }

    /// - Parameter text: Receives the content; what it held is forgotten.
    static func rewrite(
        _ content: UnsafeBufferPointer<UInt8>,
        ofPage page: Int,
        owners: [Owner],
        inks: InkRewriter?,
        into text: inout PDFText
    ) throws(FinishingError) {
        var rewriter = ContentRewriter(page: page, owners: owners, inks: inks)
        text.clear()
        try rewriter.run(over: content, into: &text)
    }

    /// One pass, line by line.
    ///
    /// Cairo writes each mark on a line of its own and never breaks a line inside a string
    /// without a backslash before, so no text can be mistaken for a mark.
    private mutating func run(
        over content: UnsafeBufferPointer<UInt8>,
        into text: inout PDFText
    ) throws(FinishingError) {
        guard let base = content.baseAddress else { return try finish() }
        var copied = 0
        var start = 0
        while start < content.count {
            let found = memchr(base + start, 0x0A, content.count - start)
            let end =
                found.map { base.distance(to: $0.assumingMemoryBound(to: UInt8.self)) }
                ?? content.count
            let line = UnsafeBufferPointer(rebasing: content[start..<end])
            if isInteresting(line) {
                text.write(UnsafeBufferPointer(rebasing: content[copied..<start]))
                try rewrite(line, into: &text)
                copied = end
            }
            start = end + 1
        }
        text.write(UnsafeBufferPointer(rebasing: content[copied...]))
        try finish()
    }

    private func isInteresting(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard line.count >= 3 else { return false }
        if inks != nil, line[0] >= 0x30, line[0] <= 0x39 { return true }
        // BDC, BMC, EMC
        guard line[line.count - 1] == UInt8(ascii: "C") else { return false }
        return line[line.count - 2] == UInt8(ascii: "D")
            || line[line.count - 2] == UInt8(ascii: "M")
    }

    private mutating func rewrite(
        _ line: UnsafeBufferPointer<UInt8>,
        into text: inout PDFText
    ) throws(FinishingError) {
        if line[0] >= 0x30, line[0] <= 0x39, let inks {
            inks.rewrite(line, into: &text)
        } else if line.elementsEqual("EMC".utf8) {
            depth -= 1
            guard depth >= 0 else { throw disagreement("ends marked content twice") }
            text.write(line)
        } else if line.suffix(3).elementsEqual("BDC".utf8),
            line.count == 3 || line[line.count - 4] == 0x20
        {
            if depth == 0 {
                try open(line, into: &text)
            } else {
                try openActualText(line, into: &text)
            }
            depth += 1
        } else {
            text.write(line)
        }
    }

    private mutating func open(
        _ line: UnsafeBufferPointer<UInt8>,
        into text: inout PDFText
    ) throws(FinishingError) {
        guard let mark = Mark(line), next < owners.count, mark.number == next else {
            throw disagreement("holds a mark that nobody made")
        }
        let owner = owners[next]
        next += 1
        switch owner {
        case .artifact(let artifact):
            guard mark.isPrivate else { throw disagreement("calls furniture content") }
            text.write(artifact.opening)
        case .element:
            guard !mark.isPrivate else { throw disagreement("calls content furniture") }
            text.write(UnsafeBufferPointer(rebasing: line[..<mark.nameEnd]))
            text.write("<</MCID ")
            text.write(elements)
            text.write(">>BDC")
            elements += 1
        }
    }

    /// Inside a mark Cairo gives words for single glyphs, never a mark of its own.
    private func openActualText(
        _ line: UnsafeBufferPointer<UInt8>,
        into text: inout PDFText
    ) throws(FinishingError) {
        guard depth == 1, Mark(line) == nil else {
            throw disagreement("holds a mark inside a mark")
        }
        text.write(line)
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

/// A line such as `/P << /MCID 3 >> BDC`.
private struct Mark {
    var nameEnd: Int
    var number: Int
    var isPrivate: Bool

    init?(_ line: UnsafeBufferPointer<UInt8>) {
        guard line.count > 18, line[0] == UInt8(ascii: "/"),
            let nameEnd = line.firstIndex(of: 0x20)
        else { return nil }
        let middle = " << /MCID ".utf8
        let close = " >> BDC".utf8
        guard nameEnd + middle.count < line.count - close.count else { return nil }
        let digits = nameEnd + middle.count..<line.count - close.count
        guard digits.count < 10,
            line[nameEnd..<digits.lowerBound].elementsEqual(middle),
            line[digits.upperBound...].elementsEqual(close)
        else { return nil }
        var number = 0
        for digit in line[digits] {
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            number = number * 10 + Int(digit - 0x30)
        }
        self.nameEnd = nameEnd
        self.number = number
        isPrivate = line[..<nameEnd].elementsEqual("/Private".utf8)
    }
}

extension Artifact {
    /// Source: ISO 32000-1, table 330; ISO 14289-1, 7.8, for running heads and feet.
    fileprivate var opening: StaticString {
        switch self {
        case .layout: "/Artifact BMC"
        case .header: "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC"
        case .footer: "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC"
        case .page: "/Artifact<</Type/Page>>BDC"
        }
    }
}

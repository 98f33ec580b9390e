import Diagnostics
import Flow
import Foundation
import Glyphs
import Pages
import Shaping
import Structure
import TypeSupport
import Units

@testable import Typesetting

/// A setter with fonts, and what it had to say.
struct Desk {
    var setter: ParagraphSetter
    var report = Report()
    let style: TextStyleID
    /// A face that stands otherwise between two lines.
    let arabic: TextStyleID
    /// As large as a name on a badge.
    let large: TextStyleID
    /// A face with small letters, which lacks capitals with hooks.
    let small: TextStyleID

    init(language: String = "en-GB", takesKashida: Bool = false) {
        var styles = TextStyles()
        style = styles.id(
            of: TextStyle(family: "Noto Serif", size: .pt(10), language: language)
        )
        arabic = styles.id(
            of: TextStyle(family: "Noto Naskh Arabic", size: .pt(10), language: "ar")
        )
        large = styles.id(
            of: TextStyle(family: "Noto Serif", size: .pt(60), language: language)
        )
        small = styles.id(
            of: TextStyle(family: "Linux Biolinum", size: .pt(10), language: language)
        )
        setter = ParagraphSetter(
            shaper: Shaper(Self.catalogue(takesKashida)),
            styles: styles
        )
    }

    private static func catalogue(_ takesKashida: Bool) -> FontCatalogue {
        FontCatalogue(
            entries: [
                ("Noto Serif", "truetype/noto/NotoSerif-Regular.ttf"),
                ("Noto Naskh Arabic", "truetype/noto/NotoNaskhArabic-Regular.ttf"),
                ("Linux Biolinum", "opentype/linux-libertine/LinBiolinum_RB.otf"),
            ]
            .map { family, file in
                FontEntry(
                    family: family,
                    weight: 400,
                    isItalic: false,
                    file: "/usr/share/fonts/\(file)",
                    package: "fonts-noto-core",
                    takesKashida: takesKashida
                )
            },
            fallback: ["Arab": ["Noto Naskh Arabic"], "Latn": ["Noto Serif"]]
        ) { entry in
            guard let data = try? Data(contentsOf: URL(filePath: entry.file)) else { return nil }
            let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count, alignment: 16)
            data.copyBytes(to: copy)
            return copy.baseAddress.map { FontData(base: UnsafeRawPointer($0), count: data.count) }
        }
    }

    mutating func set(
        _ text: String,
        to measure: Double = 300,
        spans: [TextSpan]? = nil,
        inserts: [Insert] = [],
        looseness: Int = 0,
        _ change: (inout ParagraphStyle) -> Void = { _ in }
    ) -> [Strip] {
        var paragraph = paragraph(text, spans)
        paragraph.inserts = inserts
        change(&paragraph.style)
        return setter.lines(
            of: paragraph,
            owner: .element(ElementID(index: 1)),
            to: .pt(measure),
            looseness: looseness,
            reporting: &report
        )
    }

    mutating func outlines(
        _ text: some StringProtocol,
        _ change: (inout ParagraphStyle) -> Void
    ) -> [Outline] {
        var paragraph = paragraph(String(text), nil)
        change(&paragraph.style)
        let owner = Owner.element(ElementID(index: 1))
        return setter.outlines(of: paragraph, owner: owner, to: .pt(300))
    }

    mutating func widths(_ text: String) -> Widths { setter.widths(of: paragraph(text, nil)) }

    private func paragraph(_ text: String, _ spans: [TextSpan]?) -> Paragraph {
        Paragraph(
            text: text,
            spans: spans ?? [TextSpan(range: 0..<text.utf8.count, style: style)],
            style: ParagraphStyle(leading: .pt(14))
        )
    }
}

extension Strip {
    var marks: [TextMark] { fragments.flatMap(\.textMarks) }

    var text: String { marks.map(\.run.text).joined() }

    /// From the first to the last letter; spaces at the ends are left out.
    var ink: (left: Double, right: Double) {
        let edges = marks.map(\.edges)
        return (edges.map(\.left).min() ?? 0, edges.map(\.right).max() ?? 0)
    }
}

extension [Strip] {
    /// How many chains of four word spaces there are, each nearer to the next than half their mean
    /// width.
    var rivers: Int {
        var above: [(centre: Double, width: Double, length: Int)] = []
        var rivers = 0
        for strip in self {
            let spaces = strip.marks.flatMap(\.spaces)
            above = (strip.text.hasSuffix(" ") ? spaces.dropLast() : spaces[...]).map {
                centre,
                width in
                let longest = above.filter { abs($0.centre - centre) < ($0.width + width) / 4 }
                    .map(\.length).max()
                return (centre, width, (longest ?? 0) + 1)
            }
            rivers += above.count { $0.length == 4 }
        }
        return rivers
    }
}

extension Fragment {
    var textMarks: [TextMark] {
        marks.compactMap { mark in
            if case .text(let text) = mark { text } else { nil }
        }
    }

    var left: Double { textMarks.map { origin.x.points + $0.edges.left }.min() ?? 0 }
}

extension TextMark {
    /// Where a letter begins; nil where the run has none such.
    func start(of letter: Character) -> Double? {
        var (x, glyph, byte) = (origin.x.points, 0, 0)
        let bytes = Array(run.text.utf8)
        for cluster in run.clusters {
            let next = byte + Int(cluster.bytes)
            if String(decoding: bytes[byte..<next], as: UTF8.self).first == letter { return x }
            x = run.glyphs[glyph..<glyph + Int(cluster.glyphs)].reduce(x) {
                $0 + Double($1.advance) * run.size.points * expansion + tracking.points
            }
            (glyph, byte) = (glyph + Int(cluster.glyphs), next)
        }
        return nil
    }

    /// Spaces between words.
    var spaces: [(centre: Double, width: Double)] {
        var (x, glyph, byte) = (origin.x.points, 0, 0)
        var spaces: [(centre: Double, width: Double)] = []
        for cluster in run.clusters {
            let next = glyph + Int(cluster.glyphs)
            let width = run.glyphs[glyph..<next].reduce(tracking.points) {
                $0 + Double($1.advance) * run.size.points * expansion
            }
            if Array(run.text.utf8)[byte] == UInt8(ascii: " ") {
                spaces.append((x + width / 2, width))
            }
            (x, glyph, byte) = (x + width, next, byte + Int(cluster.bytes))
        }
        return spaces
    }

    var edges: (left: Double, right: Double) {
        var advances = run.glyphs.map {
            Double($0.advance) * run.size.points * expansion + tracking.points
        }
        if run.text.hasSuffix(" "), !run.isRightToLeft { advances.removeLast() }
        let width = advances.reduce(0, +)
        return (origin.x.points, origin.x.points + width)
    }
}

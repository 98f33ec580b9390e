import Diagnostics
import Flow
import Structure

/// A part that was left out to meet a number of pages, as its writer knows it.
struct LeftOut: Hashable {
    /// Its title, the file of its picture, or the words it begins with.
    var name: Diagnostic.Message
    /// Where that was written.
    var origin: Span?
}

extension Flow {
    /// What is left out where everything up to a priority is, in the order of the streams; a part that
    /// stands in another one goes with that, and what follows a heading of its priority with the heading.
    func leftOut(upTo most: Int?) -> [LeftOut] {
        guard let most else { return [] }
        var parts: [LeftOut] = []
        var titled: Int?
        for block in streams.lazy.flatMap(\.blocks) {
            _ = block.compactMapping {
                guard let priority = $0.style.priority, priority <= most else {
                    titled = nil
                    return $0
                }
                let isTitle = isHeading($0)
                if isTitle || titled != priority { parts.append(name(of: $0)) }
                titled = isTitle || titled == priority ? priority : nil
                return nil
            }
        }
        return parts
    }

    private func name(of part: Block) -> LeftOut {
        var (title, first): (LeftOut?, LeftOut?)
        _ = part.mapping { block in
            switch block.content {
            case .paragraph(let paragraph):
                let words = name(of: paragraph, in: block)
                if title == nil, isHeading(block) { title = words }
                first = first ?? words
            case .picture(let picture): first = first ?? name(of: pictures[picture.source])
            default: break
            }
            return block
        }
        return title ?? first ?? LeftOut(name: "a part without words", origin: part.origin)
    }

    private func name(of picture: PictureSource) -> LeftOut {
        LeftOut(name: "the picture ‘\(picture.fileName)’", origin: picture.origin)
    }

    private func isHeading(_ block: Block) -> Bool {
        guard let element = block.element else { return block.anchor?.level != nil }
        return if case .heading = structure[element].role { true } else { false }
    }

    private func name(of paragraph: Paragraph, in block: Block) -> LeftOut? {
        let text = paragraph.text.filter { $0 != "\u{FFFC}" && $0 != "\u{AD}" }
        let words = text.split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty else { return nil }
        let start = words.prefix(Self.wordsOfAName).joined(separator: " ")
        let origin = paragraph.spans.lazy.compactMap(\.origin).first
        return LeftOut(
            name: words.count > Self.wordsOfAName ? "‘\(start) …’" : "‘\(start)’",
            origin: origin ?? block.origin
        )
    }

    private static let wordsOfAName = 7
}

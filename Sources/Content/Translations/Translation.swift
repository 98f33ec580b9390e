package import Diagnostics

/// A paragraph and the one that it was translated from.
package struct Translation: Hashable, Sendable {
    package var path: String
    package var language: String
    package var words: String
    package var span: Span
    package var source: String
    package var sourceSpan: Span
    /// Of a list of as many items in both languages, what each was translated from.
    package var items: [Translation] = []
}

extension Brief {
    /// Every paragraph that is there in the paper’s first language and in another one.
    ///
    /// Where both have as many paragraphs they are paired one by one; else they are taken whole. What was
    /// written once, and is printed in both since a set text stands in it, is no translation of itself.
    package func translations(naming kinds: KindLibrary) -> [Translation] {
        var found: [Translation] = []
        let home = languages.first ?? "en"
        TextWalk.over(self, naming: kinds) { text, path, _ in
            let editions = text.passages
            guard editions.count > 1 else { return }
            let source = editions.first { $0.language == home } ?? editions[0]
            for edition in editions
            where edition.language != source.language && edition.whole.span != source.whole.span {
                guard let language = edition.language, source.language != nil else { continue }
                let pairs = zip(edition.paragraphs, source.paragraphs)
                let isEven = edition.paragraphs.count == source.paragraphs.count
                for (own, other) in isEven ? Array(pairs) : [(edition.whole, source.whole)] {
                    found.append(
                        own.translation(
                            of: other,
                            at: path.joined(separator: "."),
                            into: language
                        )
                    )
                }
            }
        }
        return found
    }
}

extension WrittenText {
    struct Passage {
        var words: String
        var span: Span
        /// Of a list.
        var items: [Passage] = []

        init(words: String, span: Span) { (self.words, self.span) = (words, span) }

        init(_ block: RichBlock) {
            self.init(words: block.plainText, span: block.span)
            guard case .list(let items, _) = block.content else { return }
            self.items = items.compactMap { blocks in
                guard let first = blocks.first, let last = blocks.last else { return nil }
                return Passage(
                    words: blocks.map(\.plainText).joined(separator: " "),
                    span: first.span.joined(to: last.span)
                )
            }
        }

        /// What it is said to be a translation of, in a list item by item.
        func translation(of other: Passage, at path: String, into language: String) -> Translation {
            let pairs = items.count == other.items.count ? Array(zip(items, other.items)) : []
            return Translation(
                path: path,
                language: language,
                words: words,
                span: span,
                source: other.words,
                sourceSpan: other.span,
                items: pairs.map { $0.translation(of: $1, at: path, into: language) }
            )
        }
    }

    struct Passages {
        var language: String?
        var whole: Passage
        var paragraphs: [Passage]
    }

    var passages: [Passages] {
        switch self {
        case .plain(let text):
            text.editions.map { edition in
                let whole = Passage(words: edition.content, span: edition.span)
                return Passages(language: edition.language, whole: whole, paragraphs: [whole])
            }
        case .rich(let text):
            text.editions.map { edition in
                Passages(
                    language: edition.language,
                    whole: Passage(words: edition.content.plainText, span: edition.span),
                    paragraphs: edition.content.blocks.map { Passage($0) }
                )
            }
        }
    }
}

import Pages
import Structure

/// What elements hold, and the elements between them and their content that nothing else asks for.
extension PaperStructure {
    /// What an element holds, in the order in which it is read.
    ///
    /// Blocks are read as the tree says. Where an element has words of its own, what stands
    /// between the words is read where it stands.
    mutating func kids(of element: Int, in file: inout FileWriter) -> [Kid] {
        let element = lone.paragraph(of: element) ?? element
        let node = written.structure.elements[element]
        let children = captions.children(
            node.children.map { Int($0.index) }.filter { content.stands[$0] },
            of: element
        )
        let (own, hasWords) = ownKids(of: element, isLink: node.role == .link, in: &file)
        if node.children.isEmpty { return own }
        guard hasWords else { return children.map { .element(numbers[$0]) } + own }
        return ordered(own, of: element, among: children)
    }

    /// The content of an element, and whether there are words in it.
    private mutating func ownKids(of element: Int, isLink: Bool, in file: inout FileWriter)
        -> (kids: [Kid], hasWords: Bool)
    {
        var own: [Kid] = []
        var hasWords = false
        for item in content.items(of: element) {
            if case .annotation(let index) = item.kind, !isLink {
                own.append(.element(wrap(item, index, under: numbers[element], in: &file)))
            } else if case .marked(let number) = item.kind,
                let words = written.words.words(ofMark: number, onPage: item.page)
            {
                let mark = Mark(page: item.page, number: number)
                own.append(
                    .element(
                        speaksForItself(element)
                            ? hold(mark, under: numbers[element], in: &file)
                            : speak(words, for: mark, of: element, in: &file)
                    )
                )
                hasWords = true
            } else {
                own.append(.item(item))
                if case .marked = item.kind { hasWords = true }
            }
        }
        return (own, hasWords)
    }

    /// Content and children in the order in which they stand.
    private func ordered(_ own: [Kid], of element: Int, among children: [Int]) -> [Kid] {
        var keyed: [(sequence: Int, order: Int, kid: Kid)] = []
        for (kid, item) in zip(own, content.items(of: element)) {
            keyed.append((item.sequence, keyed.count, kid))
        }
        for child in children {
            keyed.append((content.first[child], keyed.count, .element(numbers[child])))
        }
        keyed.sort { ($0.sequence, $0.order) < ($1.sequence, $1.order) }
        return keyed.map(\.kid)
    }

    /// A link must be read as one (ISO 14289-1, 7.18.5), whatever it is part of.
    private mutating func wrap(
        _ item: StructureContent.Item,
        _ index: Int,
        under parent: Reference,
        in file: inout FileWriter
    ) -> Reference {
        let wrapper = file.reserve()
        wrappers[index] = wrapper
        file.defineDictionary(wrapper) { link in
            link.entry("/S", "/Link")
            link.entry("/P", parent)
            link.write("/K")
            write(item, on: nil, into: &link)
        }
        return wrapper
    }

    /// Whether words that stand for the element say all that is in it.
    private func speaksForItself(_ element: Int) -> Bool {
        let node = written.structure.elements[element]
        return node.actualText != nil || node.alternative != nil || ownWords(of: element) != nil
    }

    /// The words of an element that holds one mark and nothing else.
    func ownWords(of element: Int) -> String? {
        let items = content.items(of: element)
        guard items.count == 1, case .marked(let number) = items[items.startIndex].kind,
            written.structure.elements[element].children.isEmpty
        else { return nil }
        return written.words.words(ofMark: number, onPage: items[items.startIndex].page)
    }

    private mutating func speak(
        _ words: String,
        for mark: Mark,
        of element: Int,
        in file: inout FileWriter
    ) -> Reference {
        let speaker = file.reserve()
        let holder = hold(mark, under: speaker, in: &file)
        file.defineDictionary(speaker) { span in
            span.entry("/S", "/Span")
            span.entry("/P", numbers[element])
            span.entry("/K", holder)
            span.entry("/ActualText", text: words)
        }
        return speaker
    }

    /// An element between a mark and the one that says its words.
    ///
    /// Programs that look for words at the very element of a mark, as MuPDF does, give them out letter by
    /// letter to glyphs, which stand in the order of sight, and then turn them round.
    private mutating func hold(
        _ mark: Mark,
        under parent: Reference,
        in file: inout FileWriter
    ) -> Reference {
        let holder = file.reserve()
        holders[mark] = holder
        file.defineDictionary(holder) { span in
            span.entry("/S", "/Span")
            span.entry("/P", parent)
            span.entry("/Pg", pages[mark.page])
            span.entry("/K", mark.number)
        }
        return holder
    }
}

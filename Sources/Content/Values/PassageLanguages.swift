extension Brief {
    /// The languages of its editions, and those that its fields name.
    package var spokenLanguages: Set<String> {
        var tags = Set(languages)
        for field in record.fields {
            for item in field.value.items {
                if case .language(let tag) = item.content { tags.insert(tag) }
            }
        }
        return tags
    }

    /// The languages in which words or passages of rich text are marked to be, in order of tags.
    package func languagesOfPassages() -> [String] {
        var found: Set<String> = []
        record.gatherLanguages(into: &found)
        for record in recordsLeantOn() { record.gatherLanguages(into: &found) }
        return found.sorted()
    }
}

extension Record {
    fileprivate func gatherLanguages(into found: inout Set<String>) {
        for field in fields { field.value.gatherLanguages(into: &found) }
    }
}

extension Value {
    fileprivate func gatherLanguages(into found: inout Set<String>) {
        switch content {
        case .richText(let text):
            for edition in text.editions {
                for block in edition.content.blocks { block.gatherLanguages(into: &found) }
            }
        case .record(let record): record.gatherLanguages(into: &found)
        case .list(let items): for item in items { item.gatherLanguages(into: &found) }
        default: break
        }
    }
}

extension RichBlock {
    /// Rich text is nested no deeper than its reader allows.
    fileprivate func gatherLanguages(into found: inout Set<String>) {
        switch content {
        case .paragraph(let line), .heading(_, let line): line.gatherLanguages(into: &found)
        case .list(let items, _):
            for block in items.joined() { block.gatherLanguages(into: &found) }
        case .quote(let blocks):
            for block in blocks { block.gatherLanguages(into: &found) }
        case .table(let table):
            for cell in table.head + table.rows.joined() { cell.gatherLanguages(into: &found) }
        case .rule: break
        }
    }
}

extension [Inline] {
    fileprivate func gatherLanguages(into found: inout Set<String>) {
        for inline in self {
            switch inline.content {
            case .emphasis(let part), .strong(let part), .superscript(let part),
                .subscript(let part), .link(_, let part):
                part.gatherLanguages(into: &found)
            case .language(let tag, let part):
                found.insert(tag)
                part.gatherLanguages(into: &found)
            case .footnote(let blocks):
                for block in blocks { block.gatherLanguages(into: &found) }
            case .text, .code, .lineBreak: break
            }
        }
    }
}

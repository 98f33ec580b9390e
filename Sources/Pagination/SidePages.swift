import Flow

/// Pages on which no leading text stands.
extension Makeup {
    /// Pages for what side streams still hold when the leading stream has ended.
    mutating func draftSides(_ sides: inout [StreamPlace], into drafts: inout [PageDraft]) {
        if drafts.isEmpty, let only = geometry(ofPage: 0, ends: true, beside: sides),
            only.places.allSatisfy(\.isExhausted)
        {
            drafts.append(PageDraft(geometry: only, leading: []))
            sides = only.places
            return
        }
        while drafts.count < Self.mostPages {
            if endWithSides(&sides, into: &drafts) { return }
            guard let next = pageOfSides(drafts.count, sides) else { return }
            drafts.append(PageDraft(geometry: next, leading: []))
            sides = next.places
        }
    }

    /// A page that takes some of what side streams still hold.
    ///
    /// - Returns: One that ends documents where no other has a frame for it; nil where none takes
    ///   anything, but for the first page.
    private mutating func pageOfSides(_ page: Int, _ sides: [StreamPlace]) -> PageGeometry? {
        let designs = [false, true].compactMap { geometry(ofPage: page, ends: $0, beside: sides) }
        let taking = designs.first { $0.filled.contains { !$0.range.isEmpty } }
        return taking ?? (page == 0 ? designs.first : nil)
    }

    /// Whether all that side streams still hold fits a page that ends the document.
    private mutating func endWithSides(
        _ sides: inout [StreamPlace],
        into drafts: inout [PageDraft]
    ) -> Bool {
        guard !drafts.isEmpty, sides.contains(where: { !$0.isExhausted }),
            let last = geometry(ofPage: drafts.count, ends: true, beside: sides),
            last.places.allSatisfy(\.isExhausted)
        else { return false }
        drafts.append(PageDraft(geometry: last, leading: []))
        sides = last.places
        return true
    }

    /// Makes the number of pages a multiple, as a booklet needs it: those that are missing stand after the
    /// text, or before the last page where the text ends on that.
    mutating func addSparePages(to drafts: inout [PageDraft]) {
        let multiple = max(1, flow.sequence.multiple)
        guard drafts.count > 1, drafts.count % multiple != 0 else { return }
        let text = (drafts.lastIndex { !$0.leading.isEmpty } ?? -1) + 1
        if text > 0, text < drafts.count {
            addSparePages(multiple - drafts.count % multiple, after: text, to: &drafts)
        }
        while drafts.count % multiple != 0 {
            let place = drafts.count - 1
            guard let master = masters.master(ofSpare: place) else { return }
            let spare = sparePage(place, by: master)
            drafts.insert(PageDraft(geometry: spare, leading: []), at: place)
        }
    }

    /// Adds spare pages where the text ends, and makes up those without text again, which may have become
    /// left pages from right ones.
    private mutating func addSparePages(
        _ count: Int,
        after text: Int,
        to drafts: inout [PageDraft]
    ) {
        var sides = drafts[text - 1].geometry.places
        drafts.removeSubrange(text...)
        for place in text..<text + count {
            guard let master = masters.master(ofSpare: place) else { break }
            let spare = sparePage(place, by: master)
            drafts.append(PageDraft(geometry: spare, leading: []))
        }
        draftSides(&sides, into: &drafts)
    }
}

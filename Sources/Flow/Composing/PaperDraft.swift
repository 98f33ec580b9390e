/// What has become of one paper so far: the next one of the run begins with none of it.
struct PaperDraft {
    var headings: HeadingList
    /// Tables of contents that wait for the headings after them.
    var contents: [PendingContents] = []
    var footnotes = FootnoteNumbers()
    /// Names that words of the paper lead to.
    var askedAnchors: Set<String> = []
    var places = NamedPlaces()
    var numbering = Numbering()
    var readingOrder = ReadingOrder()
    /// How often a part has been set.
    var parts = 0
    /// How often parts are set at the most, once so many are that it has been asked.
    var mostParts = Int.max
    /// What is known of it from having composed it before.
    private(set) var hindsight = Hindsight()

    /// - Parameter earlier: The paper before, whose names are taken; nil for the first of a run.
    init(after earlier: PaperDraft? = nil) {
        headings = HeadingList(after: earlier?.headings)
    }

    /// As it was, but for what is known of it by now.
    func knowing(_ hindsight: Hindsight) -> PaperDraft {
        var draft = self
        draft.hindsight = hindsight
        draft.numbering = Numbering(knowing: hindsight.numbering)
        return draft
    }
}

/// What only the end of a paper tells: it is composed a second time where there is any of it.
struct Hindsight {
    /// Names that words lead to and no place has, with what may be meant.
    var deadAnchors: [String: String?] = [:]
    /// Names that are asked for and several places’.
    var sharedNames: [String: [NamedPlaces.Place]] = [:]
    var numbering: Numbering?

    var isOfUse: Bool {
        !deadAnchors.isEmpty || !sharedNames.isEmpty || numbering?.isToldTooLate == true
    }
}

internal import Diagnostics
package import Units

/// What to say of a file beyond what its pages and its structure say.
package struct FinishingOptions: Hashable, Sendable {
    package var standards: Set<Standard>
    package var attachments: [Attachment]
    package var producer: String
    /// From 1, quick, to 12, small; nil for what suits the size of the file.
    package var compression: Int?
    /// How far ink runs beyond the trim; nil where it runs to the edge of the sheet.
    package var bleed: Length?
    /// Nil for the screen.
    package var inks: InkTable?

    package init(
        standards: Set<Standard> = [.ua1, .a2a],
        attachments: [Attachment] = [],
        producer: String = "Griot",
        compression: Int? = nil,
        bleed: Length? = nil,
        inks: InkTable? = nil
    ) {
        self.standards = standards
        self.attachments = attachments
        self.producer = producer
        self.compression = compression
        self.bleed = bleed
        self.inks = inks
    }

    /// - Throws: Where no file can be all that is asked for.
    func check() throws(FinishingError) {
        let objection = standards.objection(
            attachments: !attachments.isEmpty,
            ink: inks != nil
        )
        if let objection { throw FinishingError("choosing standards", objection.description) }
    }
}

/// A file that travels inside the file.
package struct Attachment: Hashable, Sendable {
    /// What the attachment is to the document.
    ///
    /// Source: ISO 19005-3, annex E.
    package enum Relationship: String, Hashable, Sendable {
        case source = "Source", supplement = "Supplement"
    }

    package var name: String
    /// Its media type, such as `text/csv`.
    package var type: String
    package var description: String
    package var relationship: Relationship
    package var bytes: [UInt8]

    package init(
        name: String,
        type: String,
        description: String,
        relationship: Relationship,
        bytes: [UInt8]
    ) {
        self.name = name
        self.type = type
        self.description = description
        self.relationship = relationship
        self.bytes = bytes
    }
}

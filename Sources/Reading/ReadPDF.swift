/// What a PDF says of itself, and what travels inside it.
package struct ReadPDF: Hashable, Sendable {
    package var title: String
    /// BCP 47; empty where the file does not say.
    package var language: String
    package var pageCount: Int
    package var creator: String
    package var producer: String
    /// In the order in which the file lists them.
    package var attachments: [ReadAttachment]
    /// JPEG files as they were before they were placed, each once, in the order of the pages.
    package var photographs: [[UInt8]]

    /// Whether Griot made it, whatever program has saved it since.
    package var isByGriot: Bool { creator.hasPrefix("Griot") || producer.hasPrefix("Griot") }
}

/// A file that travels inside a PDF.
package struct ReadAttachment: Hashable, Sendable {
    /// As the PDF has it: nothing may be written under it before ``FolderPath`` has passed it.
    package var name: String
    package var description: String
    /// What it is to the document, such as `Source`; empty where the file does not say.
    package var relationship: String
    package var mediaType: String
    package var bytes: [UInt8]
}

extension ReadPDF {
    package func dump() -> String {
        var lines = [
            "PDF “\(title)” in \(language), \(pageCount) pages, by \(producer)"
        ]
        for file in attachments {
            lines.append(
                "  \(file.name): \(file.relationship), \(file.mediaType), \(file.bytes.count) bytes,"
                    + " “\(file.description)”"
            )
        }
        for photograph in photographs { lines.append("  photograph: \(photograph.count) bytes") }
        return lines.joined(separator: "\n") + "\n"
    }
}

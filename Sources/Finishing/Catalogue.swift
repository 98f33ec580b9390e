import Pages

/// The parts that the whole file is found by.
///
/// Sources: ISO 32000-1, section 7.7.2; ISO 14289-1, 7.1 and 7.2; ISO 19005-2, 6.2.3 and 6.6.
struct CatalogueWriter {
    let metadata: Metadata
    let options: FinishingOptions
    let pages: Reference
    let leaves: [PageTree.Leaf]
    let structure: Reference
    let outline: Reference?
    let description: DescriptiveMetadata

    /// Below this many pages nobody needs a list of them beside the page.
    private static let pagesThatNeedAnOutline = 5

    func write(in file: inout FileWriter) -> Reference {
        let packet = file.add(stream: description.packet, isCompressed: false) {
            $0.write("/Type/Metadata/Subtype/XML")
        }
        let intent = options.standards.archival == nil ? nil : writeOutputIntent(in: &file)
        let writer = AttachmentWriter(modified: description.created)
        let attachments = options.attachments.sorted {
            $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        }
        let files = attachments.map { writer.write($0, in: &file) }
        return file.add { text in
            text.write("<</Type/Catalog/Pages ")
            text.write(pages)
            text.write("/StructTreeRoot ")
            text.write(structure)
            text.write("/MarkInfo<</Marked true>>/Metadata ")
            text.write(packet)
            text.write("/Lang")
            text.write(text: metadata.language)
            writePreferences(into: &text)
            if let outline { writeOutline(outline, into: &text) }
            leaves.map(\.label).writeLabels(into: &text)
            if let intent {
                text.write("/OutputIntents")
                text.write([intent])
            }
            write(attachments, files, into: &text)
            text.write(">>")
        }
    }

    private func writePreferences(into text: inout PDFText) {
        text.write("/ViewerPreferences<</DisplayDocTitle true")
        if metadata.isRightToLeft { text.write("/Direction/R2L") }
        text.write(">>")
    }

    private func writeOutline(_ outline: Reference, into text: inout PDFText) {
        text.write("/Outlines ")
        text.write(outline)
        if leaves.count >= CatalogueWriter.pagesThatNeedAnOutline {
            text.write("/PageMode/UseOutlines")
        }
    }

    private func write(
        _ attachments: [Attachment],
        _ files: [Reference],
        into text: inout PDFText
    ) {
        guard !files.isEmpty else { return }
        text.write("/AF")
        text.write(files)
        text.write("/Names<</EmbeddedFiles<</Names[")
        for (attachment, file) in zip(attachments, files) {
            text.write(text: attachment.name)
            text.write(" ")
            text.write(file)
        }
        text.write("]>>>>")
    }

    private func writeOutputIntent(in file: inout FileWriter) -> Reference {
        let profile = file.add(stream: SRGBProfile.bytes) { $0.write("/N 3") }
        return file.add { text in
            text.write("<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier")
            text.write(text: "sRGB IEC61966-2.1")
            text.write("/Info")
            text.write(text: "sRGB IEC61966-2.1")
            text.write("/DestOutputProfile ")
            text.write(profile)
            text.write(">>")
        }
    }
}

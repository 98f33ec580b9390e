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
            $0.entry("/Type", "/Metadata")
            $0.entry("/Subtype", "/XML")
        }
        let intent = options.standards.archival == nil ? nil : writeOutputIntent(in: &file)
        let writer = AttachmentWriter(modified: description.created)
        let attachments = options.attachments.sorted {
            $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
        }
        let files = attachments.map { writer.write($0, in: &file) }
        return file.addDictionary { catalogue in
            catalogue.entry("/Type", "/Catalog")
            catalogue.entry("/Pages", pages)
            catalogue.entry("/StructTreeRoot", structure)
            catalogue.dictionary(at: "/MarkInfo") { $0.entry("/Marked", true) }
            catalogue.entry("/Metadata", packet)
            catalogue.entry("/Lang", text: metadata.language)
            writePreferences(into: &catalogue)
            if let outline { writeOutline(outline, into: &catalogue) }
            leaves.map(\.label).writeLabels(into: &catalogue)
            if let intent { catalogue.entry("/OutputIntents", [intent]) }
            write(attachments, files, into: &catalogue)
        }
    }

    private func writePreferences(into catalogue: inout PDFText) {
        catalogue.dictionary(at: "/ViewerPreferences") { preferences in
            preferences.entry("/DisplayDocTitle", true)
            if metadata.isRightToLeft { preferences.entry("/Direction", "/R2L") }
        }
    }

    private func writeOutline(_ outline: Reference, into catalogue: inout PDFText) {
        catalogue.entry("/Outlines", outline)
        if leaves.count >= CatalogueWriter.pagesThatNeedAnOutline {
            catalogue.entry("/PageMode", "/UseOutlines")
        }
    }

    private func write(
        _ attachments: [Attachment],
        _ files: [Reference],
        into catalogue: inout PDFText
    ) {
        guard !files.isEmpty else { return }
        catalogue.entry("/AF", files)
        catalogue.dictionary(at: "/Names") { trees in
            trees.dictionary(at: "/EmbeddedFiles") { tree in
                tree.array(at: "/Names") { names in
                    for (attachment, file) in zip(attachments, files) {
                        names.write(text: attachment.name)
                        names.write(" ")
                        names.write(file)
                    }
                }
            }
        }
    }

    private func writeOutputIntent(in file: inout FileWriter) -> Reference {
        let profile = file.add(stream: SRGBProfile.bytes) { $0.entry("/N", 3) }
        return file.addDictionary { intent in
            intent.entry("/Type", "/OutputIntent")
            intent.entry("/S", "/GTS_PDFA1")
            intent.entry("/OutputConditionIdentifier", text: "sRGB IEC61966-2.1")
            intent.entry("/Info", text: "sRGB IEC61966-2.1")
            intent.entry("/DestOutputProfile", profile)
        }
    }
}

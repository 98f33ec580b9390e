import Digests

/// Puts files into the file.
///
/// Sources: ISO 32000-1, section 7.11; ISO 19005-3, 6.8 and annex E.
struct AttachmentWriter {
    let modified: Timestamp?

    /// An archive asks for a day even of what has none; a day off the disk would make other bytes of
    /// the same source on the next machine, so this is the one by which computers say that they
    /// don't know.
    private static let unknownDay = "D:19700101000000Z"

    /// What stands for the attachment in the catalogue.
    func write(_ attachment: Attachment, in file: inout FileWriter) -> Reference {
        // An object of its own, since those are squeezed and what stands before a stream is not.
        let parameters = file.addDictionary { parameters in
            parameters.entry("/Size", attachment.bytes.count)
            parameters.entry("/CheckSum", hexadecimal: MD5.digest(of: attachment.bytes))
            parameters.entry("/ModDate", text: modified?.inDictionary ?? Self.unknownDay)
        }
        let stream = file.add(stream: attachment.bytes, for: .attachments) { entries in
            entries.entry("/Type", "/EmbeddedFile")
            entries.entry("/Subtype", name: attachment.type)
            entries.entry("/Params", parameters)
        }
        return file.addDictionary { file in
            file.entry("/Type", "/Filespec")
            file.entry("/F", text: attachment.name)
            file.entry("/UF", text: attachment.name)
            file.entry("/Desc", text: attachment.description)
            file.entry("/AFRelationship", name: attachment.relationship.rawValue)
            file.dictionary(at: "/EF") { embedded in
                embedded.entry("/F", stream)
                embedded.entry("/UF", stream)
            }
        }
    }
}

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
        let parameters = file.add { text in
            text.write("<</Size ")
            text.write(attachment.bytes.count)
            text.write("/CheckSum")
            text.write(hexadecimal: MD5.digest(of: attachment.bytes))
            text.write("/ModDate")
            text.write(text: modified?.inDictionary ?? Self.unknownDay)
            text.write(">>")
        }
        let stream = file.add(stream: attachment.bytes, for: .attachments) { text in
            text.write("/Type/EmbeddedFile/Subtype")
            text.write(name: attachment.type)
            text.write("/Params ")
            text.write(parameters)
        }
        return file.add { text in
            text.write("<</Type/Filespec/F")
            text.write(text: attachment.name)
            text.write("/UF")
            text.write(text: attachment.name)
            text.write("/Desc")
            text.write(text: attachment.description)
            text.write("/AFRelationship")
            text.write(name: attachment.relationship.rawValue)
            text.write("/EF<</F ")
            text.write(stream)
            text.write("/UF ")
            text.write(stream)
            text.write(">>>>")
        }
    }
}

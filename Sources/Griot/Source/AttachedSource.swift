internal import Diagnostics
internal import Reading

/// The source that a PDF carries: the event folder it was made of.
public struct AttachedSource: Sendable {
    /// The PDF's title.
    public let title: String
    /// The paper's own file, in the folder.
    public let paper: String
    /// Which edition the PDF is.
    public let language: String
    /// Where the command named one.
    public let layout: String?
    /// Whether all layouts that it was made with came along.
    public let isWhole: Bool
    /// Which Griot made it, where that is another.
    public let otherVersion: String?
    /// Font files of the event that its pages were set in, none of which a PDF carries.
    public let fonts: [String]
    let contents: FolderContents

    /// Opens a PDF.
    ///
    /// - Throws: Where it can't be read, or does not carry a whole source.
    public init(opening path: String) throws(GriotError) {
        let doing: Diagnostic.Message = "opening ‘\(path)’"
        let pdf = try Self.reading(path, doing) { (bytes) throws(ReadingError) in
            try readPDF(bytes)
        }
        guard let json = pdf.attachments.first(where: { $0.name == SourceManifest.name }),
            let manifest = SourceManifest(json: json.bytes)
        else {
            throw GriotError(
                doing,
                pdf.isByGriot
                    ? "it does not carry its source"
                    : "Griot did not make it, or not with a source",
                hint: "ask for the folder it was made of, or for a PDF with its source attached",
                blaming: .whatWasNamed
            )
        }
        title = pdf.title
        paper = manifest.paper
        language = manifest.language
        layout = manifest.layout
        isWhole = manifest.isWhole
        otherVersion = manifest.version == Press.version ? nil : manifest.version
        fonts = manifest.fonts
        contents = try Self.contents(of: pdf, manifest, doing)
    }

    /// Reads a PDF in some way.
    static func reading<Result>(
        _ path: String,
        _ doing: Diagnostic.Message,
        _ read: ([UInt8]) throws(ReadingError) -> Result
    ) throws(GriotError) -> Result {
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try FileReading.bytes(of: path, limit: PDFLimits().fileBytes)
        } catch {
            var hint = error.hint
            if case .folder = error { hint = "name a PDF in it" }
            throw GriotError(
                doing,
                error.sentence,
                hint: hint,
                blaming: .whatWasNamed
            )
        }
        do throws(ReadingError) {
            return try read(bytes)
        } catch {
            throw unreadable(error, doing)
        }
    }

    private static func contents(
        of pdf: ReadPDF,
        _ manifest: SourceManifest,
        _ doing: Diagnostic.Message
    )
        throws(GriotError) -> FolderContents
    {
        var contents = FolderContents()
        for file in pdf.attachments where file.name != SourceManifest.name {
            try add(file.name, file.bytes, to: &contents, doing)
        }
        for wanted in manifest.photographs {
            guard let bytes = pdf.photographs.first(where: wanted.isOf) else {
                throw lost("the photograph ‘\(wanted.path)’", doing)
            }
            try add(wanted.path, bytes, to: &contents, doing)
        }
        guard contents.files.contains(where: { $0.path.description == manifest.paper }) else {
            throw lost("the paper ‘\(manifest.paper)’", doing)
        }
        return contents
    }

    private static func add(
        _ name: String,
        _ bytes: [UInt8],
        to contents: inout FolderContents,
        _ doing: Diagnostic.Message
    ) throws(GriotError) {
        do throws(ReadingError) {
            try contents.add(name, bytes)
        } catch {
            throw unreadable(error, doing)
        }
    }

    private static func unreadable(_ error: ReadingError, _ doing: Diagnostic.Message) -> GriotError
    {
        GriotError(doing, "it \(error.reason)", hint: error.hint, blaming: .whatWasNamed)
    }

    private static func lost(_ what: Diagnostic.Message, _ doing: Diagnostic.Message) -> GriotError
    {
        GriotError(
            doing,
            "\(what) is no longer in it as it was",
            hint: "another program has changed the file; ask for the first copy",
            blaming: .whatWasNamed
        )
    }
}

extension AttachedSource {
    /// Writes the folder, whole or not at all.
    ///
    /// - Parameters:
    ///   - isReplacing: Whether files of a folder that is there already may be replaced.
    ///   - house: Where layouts lie that the folder needs no copies of.
    /// - Returns: The paths of the files.
    public func write(
        to folder: String,
        replacing isReplacing: Bool = false,
        beside house: Installation? = nil
    ) throws(GriotError) -> [String] {
        var contents = contents
        if let house {
            contents.drop { isOfTheHouse($0) && bytes(of: $0, in: house) == $1 }
        }
        try FolderWriting(folder: folder, isReplacing: isReplacing).write(contents)
        return contents.files.map { Paths.joined(folder, $0.path.description) }
    }

    /// The layouts that came along and that a house has otherwise, by their names in the folder.
    public func changes(in house: Installation) -> [String] {
        contents.files.compactMap { path, bytes in
            guard isOfTheHouse(path), let present = self.bytes(of: path, in: house) else {
                return nil
            }
            return present == bytes ? nil : path.description
        }
    }

    /// Whether the pages would carry a layout though the event had it not.
    ///
    /// What is the event's own comes back in any case, be it the same as the house's: it was put there
    /// lest it change.
    private func isOfTheHouse(_ path: FolderPath) -> Bool {
        path.components.first == "layouts"
            && (isWhole || path.components.dropFirst().first == "brands")
    }

    private func bytes(of path: FolderPath, in house: Installation) -> [UInt8]? {
        try? FileReading.bytes(
            of: Paths.joined(house.folder, path.description),
            limit: FileLimits.text
        )
    }
}

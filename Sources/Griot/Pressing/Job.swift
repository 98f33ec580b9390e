/// One file to be made into pages, and what was asked for besides.
public struct Job: Sendable {
    /// Whether a PDF carries what it was made of.
    public enum SourceChoice: Sendable {
        /// Where the standards allow it, and where nothing in it is more private than the paper.
        case whereItMayBe
        case always, never
    }

    /// Whom a PDF is made for.
    public enum Edition: String, CaseIterable, Sendable {
        /// For everybody to read, and to keep.
        case `public`
        /// For a press: on larger sheets with marks, colours as inks, pictures as they came.
        case print
        /// For slow lines and old telephones: pictures as fine as the eye sees, and no finer.
        case light
        /// For those who look it over: the margin is barred beside what is to be reviewed.
        case proof
    }

    /// What a PDF may promise to be.
    public enum Standard: String, CaseIterable, Sendable {
        /// PDF/UA-1: everybody can read it.
        case ua1 = "ua-1"
        /// PDF/A-2 and -3 of level A: it can be kept for ever, and says what its parts are.
        case a2a = "a-2a"
        case a3a = "a-3a"
        /// PDF/A-2 of level B: it will always look the same.
        case a2b = "a-2b"
    }

    /// What becomes of the pages: one file of all, or one of each.
    public enum Format: String, CaseIterable, Sendable { case pdf, png, svg }

    public var file: String
    /// The editions to make, as BCP 47 tags; empty is all that the file names.
    public var languages: [String]
    /// By name; nil is the one that the file or its kind names.
    public var layout: String?
    public var format: Format
    public var edition: Edition
    /// What the light edition may weigh, in bytes; nil leaves it to the pictures.
    public var maximumSize: Int?
    /// Dots an inch that the light edition keeps of its pictures.
    public var pictureResolution: Double
    /// What the PDF promises to be; empty promises nothing.
    ///
    /// Nil is `ua-1`, with `a-3a` where the source is attached and `a-2a` where it is not.
    public var standards: Set<Standard>?
    public var source: SourceChoice
    /// Pixels to the inch, for PNG.
    public var resolution: Double

    public init(
        file: String,
        languages: [String] = [],
        layout: String? = nil,
        format: Format = .pdf,
        edition: Edition = .public,
        maximumSize: Int? = nil,
        pictureResolution: Double = 120,
        standards: Set<Standard>? = nil,
        source: SourceChoice = .whereItMayBe,
        resolution: Double = 144
    ) {
        self.file = file
        self.languages = languages
        self.layout = layout
        self.format = format
        self.edition = edition
        self.maximumSize = maximumSize
        self.pictureResolution = pictureResolution
        self.standards = standards
        self.source = source
        self.resolution = resolution
    }
}

/// Where a job's files go.
public enum Destination: Sendable {
    /// Beside the source, under its name.
    case beside
    case folder(String)
    /// For the one file that the job makes.
    case file(String)
}

/// A stage of the path whose result can be looked at.
public enum Stage: String, CaseIterable, Sendable {
    case yaml, content, layout, flow, typesetting, pagination, imposition, reading, painting
}

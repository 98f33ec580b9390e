/// One file to be made into pages, and what was asked for besides.
public struct Job: Sendable {
    public enum Format: String, CaseIterable, Sendable { case pdf, png, svg }

    public var file: String
    /// The editions to make, as BCP 47 tags; empty is all that the file names.
    public var languages: [String]
    /// By name; nil is the one that the file or its kind names.
    public var layout: String?
    public var format: Format
    /// What the PDF promises to be, by the standards' short names; empty promises nothing.
    public var standards: Set<String>
    /// Pixels to the inch, for PNG.
    public var resolution: Double

    public init(
        file: String,
        languages: [String] = [],
        layout: String? = nil,
        format: Format = .pdf,
        standards: Set<String> = ["ua-1", "a-2a"],
        resolution: Double = 144
    ) {
        self.file = file
        self.languages = languages
        self.layout = layout
        self.format = format
        self.standards = standards
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
    case yaml, content, flow, typesetting, pagination, painting
}

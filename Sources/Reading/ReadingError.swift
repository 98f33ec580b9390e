package import Diagnostics

/// Why nothing can be read from a file, in a clause for the person who opened it, and what to do.
package struct ReadingError: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case noLibrary
        case empty
        case foreign
        case locked
        case damaged
        case beyondLimit
        case unsafeName
        case untagged
    }

    package let kind: Kind
    /// Reads on from the name of the file: “is not a PDF”.
    package let reason: Diagnostic.Message
    package let hint: Diagnostic.Message?

    init(_ kind: Kind, _ reason: Diagnostic.Message, hint: Diagnostic.Message? = nil) {
        self.kind = kind
        self.reason = reason
        self.hint = hint
    }

    package func diagnostic(of file: String) -> Diagnostic {
        .error(.unreadable(file, reason), at: nil).hinting(hint)
    }
}

extension Diagnostic.Message {
    static func unreadable(_ file: String, _ reason: Self) -> Self { "‘\(file)’ \(reason)" }
}

extension ReadingError {
    static let noLibrary = ReadingError(
        .noLibrary,
        "cannot be read without the library QPDF, which this machine lacks",
        hint: "install the package libqpdf29 (libqpdf30 on Debian 13, qpdf in Homebrew)"
    )

    static let empty = ReadingError(
        .empty,
        "is empty",
        hint: "copy or download the file again"
    )

    static let foreign = ReadingError(.foreign, "is not a PDF")

    static let locked = ReadingError(
        .locked,
        "is locked with a password",
        hint: "ask for a copy without a password"
    )

    static let untagged = ReadingError(
        .untagged,
        "does not say what its parts are, so that nobody can hear it in order",
        hint: "make the file again, and promise ua-1"
    )

    static func damaged(_ detail: Diagnostic.Message) -> ReadingError {
        ReadingError(.damaged, "is damaged: \(detail)", hint: "ask for a new copy")
    }

    static let bomb = ReadingError(
        .beyondLimit,
        "unpacks to far more than a document needs",
        hint: "do not trust this file unless you know who made it"
    )

    static func beyond(_ what: Diagnostic.Message, _ limit: Int) -> ReadingError {
        ReadingError(.beyondLimit, "has \(what); at most \(limit) can be read")
    }

    static func tooLarge(_ what: Diagnostic.Message, _ bytes: Int, _ limit: Int) -> ReadingError {
        ReadingError(
            .beyondLimit,
            "\(what) \(bytes / 1_000_000) MB; at most \(limit / 1_000_000) can be read"
        )
    }

    static func unsafeName(_ name: String, _ reason: Diagnostic.Message) -> ReadingError {
        ReadingError(
            .unsafeName,
            "holds a file whose name ‘\(name.plainForPrinting)’ \(reason)",
            hint: "do not trust this file unless you know who made it"
        )
    }
}

extension String {
    /// Short, on one line, and with nothing in it that a terminal would obey.
    var plainForPrinting: String {
        let plain = unicodeScalars.prefix(160).map { scalar -> Character in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: "\u{FFFD}"
            default: Character(scalar)
            }
        }
        return String(plain)
    }

}

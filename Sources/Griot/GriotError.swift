package import Diagnostics

/// Something other than a text went wrong: what we were doing, and what it said.
public struct GriotError: Error, Sendable, CustomStringConvertible {
    /// Whose doing it is, by which programs choose what to exit with.
    public enum Blame: Sendable {
        /// The machine was short of something.
        case world
        /// A file or folder that was named is not what it should be.
        case whatWasNamed
    }

    package let doing: Diagnostic.Message
    package let reason: Diagnostic.Message
    /// What a person can do about it.
    package let hint: Diagnostic.Message?
    public let blame: Blame
    /// The same for the writer, where something that they named is to blame.
    let told: Diagnostic?

    init(
        _ doing: Diagnostic.Message,
        _ reason: Diagnostic.Message,
        hint: Diagnostic.Message? = nil,
        blaming blame: Blame = .world,
        telling told: Diagnostic? = nil
    ) {
        self.doing = doing
        self.reason = reason
        self.hint = hint
        self.blame = blame
        self.told = told
    }

    /// Nothing is written over what is there.
    static func alreadyThere(_ doing: Diagnostic.Message, hint: Diagnostic.Message) -> GriotError {
        GriotError(doing, "it exists already", hint: hint, blaming: .whatWasNamed)
    }

    package var message: Diagnostic.Message { "\(doing): \(reason)" }
    public var description: String { message.description }
}

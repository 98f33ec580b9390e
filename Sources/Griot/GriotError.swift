internal import Diagnostics

/// Something other than a text went wrong: what we were doing, and what it said.
public struct GriotError: Error, Sendable, CustomStringConvertible {
    public enum Blame: Sendable {
        /// The machine was short of something.
        case world
        /// A file or folder that was named is not what it should be.
        case whatWasNamed
    }

    public let doing: String
    public let reason: String
    /// What a person can do about it.
    public let hint: String?
    public let blame: Blame
    /// The same for the writer, where something that they named is to blame.
    let told: Diagnostic?

    init(
        _ doing: String,
        _ reason: String,
        hint: String? = nil,
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
    static func alreadyThere(_ doing: String, hint: String) -> GriotError {
        GriotError(doing, "it exists already", hint: hint, blaming: .whatWasNamed)
    }

    public var description: String { "\(doing): \(reason)" }
}

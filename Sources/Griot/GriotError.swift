internal import Diagnostics

/// The world failed: what we were doing, and what it said.
public struct GriotError: Error, Sendable, CustomStringConvertible {
    public let doing: String
    public let reason: String
    /// What a person can do about it.
    public let hint: String?
    /// The same for the writer, where something that they named is to blame.
    let told: Diagnostic?

    init(_ doing: String, _ reason: String, hint: String? = nil, telling told: Diagnostic? = nil) {
        self.doing = doing
        self.reason = reason
        self.hint = hint
        self.told = told
    }

    public var description: String { "\(doing): \(reason)" }
}

/// The world failed: what we were doing, and what it said.
public struct GriotError: Error, Sendable, CustomStringConvertible {
    public let doing: String
    public let reason: String
    /// What a person can do about it.
    public let hint: String?

    init(_ doing: String, _ reason: String, hint: String? = nil) {
        self.doing = doing
        self.reason = reason
        self.hint = hint
    }

    public var description: String { "\(doing): \(reason)" }
}

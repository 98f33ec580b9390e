/// Why a painted file could not be finished.
///
/// Nothing is half written: a file that says something wrong of itself is worse than none.
package struct FinishingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was being done.
    package let task: String
    package let reason: String

    init(_ task: String, _ reason: String) {
        self.task = task
        self.reason = reason
    }

    static func outOfOrder(_ reason: String) -> FinishingError {
        FinishingError("writing the pages of a paper", reason)
    }

    package var description: String { "\(task): \(reason)" }
}

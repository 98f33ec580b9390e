/// Why a picture cannot be used, in a clause for the writer, and what to do about it.
package struct PictureError: Error, Hashable, Sendable {
    package let reason: String
    package let hint: String?

    init(_ reason: String, hint: String? = nil) {
        self.reason = reason
        self.hint = hint
    }
}

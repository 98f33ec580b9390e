/// A telephone number.
package struct PhoneNumber: Hashable, Sendable {
    package var typed: String
    /// `+221338592002`; nil where the number could not be read as one.
    package var e164: String?
    package var `extension`: String?

    package init(typed: String, e164: String? = nil, extension: String? = nil) {
        self.typed = typed
        self.e164 = e164
        self.extension = `extension`
    }
}

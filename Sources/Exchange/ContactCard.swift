/// A person or an office as address books keep it.
package struct ContactCard: Hashable, Sendable {
    package struct Phone: Hashable, Sendable {
        package enum Use: String, Hashable, Sendable { case work, cell, fax }

        package var use: Use
        /// E.164, such as `+221338592002`.
        package var number: String

        package init(use: Use = .work, number: String) {
            self.use = use
            self.number = number
        }
    }

    package struct Address: Hashable, Sendable {
        package var postBox = ""
        package var street = ""
        package var city = ""
        package var region = ""
        package var code = ""
        package var country = ""

        package init() {}
    }

    /// What the book lists it under.
    package var formattedName: String
    package var family = ""
    package var given = ""
    package var prefixes = ""
    package var suffixes = ""
    package var organisation = ""
    package var unit = ""
    package var title = ""
    package var phones: [Phone] = []
    package var emails: [String] = []
    package var url = ""
    package var address: Address?
    package var languages: [String] = []
    package var note = ""
    /// The same in every edition of the card, so that a book knows it again.
    package var identifier = ""
    /// Whether it speaks for an office rather than for a person.
    package var isOrganisation = false

    package init(formattedName: String) { self.formattedName = formattedName }
}

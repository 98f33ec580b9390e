package import Diagnostics

/// What a public paper may show, and what was kept from it.
package struct Disclosure: Sendable {
    /// The paper as the public may see it.
    package var brief: Brief
    /// In the order of the paper, then of the shared records that it leans on.
    package var withheld: [Withheld] = []
    /// Where prose still names people who are withheld.
    package var mentions: [Mention] = []
    /// Where consent ends on some day, and the paper has none to hold against it.
    package var undated: [Span] = []
    /// Whether the source holds what nobody outside should see, shown by the paper or not.
    var holdsPrivateThings = false
    /// Where all of that stands in the files, so that they can go out without it; nil where something
    /// else stands for it in the paper, or the paper is for the desk, where only some of it is left out.
    package var privatePlaces: Set<Span>?
    /// What a file that goes out with the paper must not say.
    var secrets: Secrets?

    /// Something that a public paper must not show, as the people in it or the rule of the event ask.
    package struct Withheld: Hashable, Sendable {
        package enum Reason: Hashable, Sendable {
            /// Somebody said no, or what they agreed to has run out.
            case refused(Matter, by: String)
            /// The thing itself says no: a picture’s consent, a quotation’s attribution.
            case closed
            /// The rule of the event: what is said may be told, who said it may not.
            case chathamHouse
            /// Nothing said may be told.
            case offRecord
            /// Nobody’s business, whoever they are.
            case personal
        }

        /// Names of fields, joined by points, with the number of an item, from one.
        package var path: String
        package var reason: Reason
        package var span: Span
        /// How many people are counted where they would have been named; 0 where none are.
        package var counted = 0
    }

    package struct Mention: Hashable, Sendable {
        package var name: String
        package var span: Span
        /// Whether it may be another person’s, being but a part of a name, or that of somebody who may not
        /// have been there.
        package var isUnsure = false
        /// Whether it is no name, but an address or a number.
        package var isWayToReach = false
    }
}

extension Disclosure {
    /// Whether everything that the paper was made of may be seen by whoever sees the paper.
    package var isWhole: Bool { withheld.isEmpty && !holdsPrivateThings }

    /// Whether another paper says the same and has nothing to keep back.
    package func isAllOf(_ other: Disclosure) -> Bool {
        other.isWhole && other.brief.content == brief.content
    }

    /// Where the words of a drawing do, which stands at a place of the paper.
    package func mentions(inDrawing texts: [String], at span: Span?) -> [Mention] {
        secrets?.mentions(in: texts, at: span ?? brief.record.span) ?? []
    }

    /// Whether a text says, in its comments or anywhere, what the paper keeps back: who is left out, or
    /// how to reach them.
    package func isBetrayed(by text: [UInt8]) -> Bool {
        secrets?.areTold(by: String(decoding: text, as: UTF8.self), at: brief.record.span) ?? false
    }
}

extension Brief {
    /// What it says, with the shared records that it leans on.
    fileprivate var content: String {
        record.dump() + recordsLeantOn().map { $0.dump() }.joined()
    }
}

extension Diagnostic {
    /// A lower-case clause without a full stop.
    ///
    /// It keeps the phrase that the code says apart from what is put into it, so that a
    /// ``Phrasebook`` can say it in the reader's language. So a phrase is written whole, in one
    /// literal; words that are put into it are messages themselves. Rooms extend it with typed
    /// messages beside the code that speaks them.
    package struct Message: Sendable, Hashable, ExpressibleByStringInterpolation,
        CustomStringConvertible
    {
        /// What is put into a phrase.
        package enum Insertion: Sendable {
            /// Names, numbers and words of the writer, the same in every language.
            case verbatim(String)
            /// Figures with a decimal point.
            case decimal(String)
            case message(Message)
            case list([Message])
            /// English words, and the same in other languages by their tags.
            case spoken(String, [String: String])
        }

        /// The clause in English.
        package let description: String
        /// What the code says, with `{1}`, `{2}` … where something is put in.
        package let phrase: String
        package let insertions: [Insertion]
        /// Nil for most, which nobody gathers.
        package private(set) var topic: Topic?

        package init(stringLiteral value: String) {
            description = value
            phrase = value
            insertions = []
        }

        package init(stringInterpolation: StringInterpolation) {
            description = stringInterpolation.description
            phrase = stringInterpolation.phrase
            insertions = stringInterpolation.insertions
        }

        /// The same message, to be found by what it is about.
        package func about(_ topic: Topic) -> Message {
            var copy = self
            copy.topic = topic
            return copy
        }

        /// Equal are those that say the same, however they were put together.
        package static func == (a: Message, b: Message) -> Bool {
            a.description == b.description && a.topic == b.topic
        }

        package func hash(into hasher: inout Hasher) {
            hasher.combine(description)
            hasher.combine(topic)
        }
    }

    /// What messages are gathered by, in whichever room they are spoken.
    package enum Topic: Sendable, Hashable {
        /// A character that no font at hand can draw.
        case missingLetter
        /// Marks, blanks and invisible characters that stand where the language has none.
        case punctuation
        /// Pictures of which whoever can't see them is told nothing.
        case description
        /// Words that are wider than their line.
        case width
        /// What a record must say and does not.
        case absence
        /// Telephone numbers that nobody abroad can dial, of which a sheet may be full.
        case dialling
        /// That all of a kind are asked for, and none is described.
        case undescribed(kind: String)
        /// The one of many papers in which something is so.
        case paper
        /// Sources that hold what people have not agreed to show, and stay at the desk.
        case personalSource
        /// How one edition of a paper came out, which another may do otherwise.
        case edition
        /// What may say that somebody refused something, and can't be read.
        case consent
        /// A text that must fit and does not, though so many of its letters would.
        case unfit(letters: Int)
        /// What stands where there is no room for it, which may be the fault of something above it.
        case crowd
        /// A code that is too small for all that is known of somebody, of which many papers may have one: it
        /// says whose, and a list of what.
        case crowdedCode
        /// What is wrong in records with which the paper has nothing to do.
        case elsewhere
        /// What says something of somebody, and not of whom.
        case nameless
        /// A cell in which a spreadsheet has put that its formula failed: whatever else is said of it is no news.
        case brokenCell
        /// A file that papers share and that can't be read, so that it has no place to point to.
        case sharedFile
        /// A word that was meant, in the place of the one that was written.
        case suggestion
    }
}

extension Diagnostic.Message {
    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var description = ""
        fileprivate var phrase = ""
        fileprivate var insertions: [Insertion] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            phrase.reserveCapacity(literalCapacity + 3 * interpolationCount)
            insertions.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: String) {
            description += literal
            phrase += literal
        }

        package mutating func appendInterpolation(_ value: some Any) {
            let words = String(describing: value)
            insert(.verbatim(words), saying: words)
        }

        /// - Parameter decimal: Figures that may have a decimal point, which not every language writes.
        package mutating func appendInterpolation(decimal: String) {
            insert(.decimal(decimal), saying: decimal)
        }

        package mutating func appendInterpolation(_ message: Diagnostic.Message) {
            insert(.message(message), saying: message.description)
        }

        /// All of them, with commas between.
        package mutating func appendInterpolation(_ messages: [Diagnostic.Message]) {
            insert(.list(messages), saying: messages.map(\.description).joined(separator: ", "))
        }

        /// - Parameters:
        ///   - english: Words of which there are some in other languages.
        ///   - others: Those, by the tags of their languages.
        package mutating func appendInterpolation(
            _ english: String,
            orSpoken others: [String: String]
        ) {
            insert(.spoken(english, others), saying: english)
        }

        private mutating func insert(_ insertion: Insertion, saying words: String) {
            insertions.append(insertion)
            description += words
            phrase += "{\(insertions.count)}"
        }
    }
}

internal import Diagnostics
internal import Flow

/// Where some letters stand in what was written, the first few places of each.
struct TypedLetters {
    private(set) var places: [Character: [String]] = [:]
    private let wanted: Set<Character>
    private let sources: Sources
    private var read: Set<Span> = []

    init(_ wanted: Set<Character>, in flow: Flow, _ sources: Sources) {
        self.wanted = wanted
        self.sources = sources
        var origins: [Span] = []
        for block in flow.streams.flatMap(\.blocks) {
            _ = block.hasParagraph { paragraph in
                origins += paragraph.spans.compactMap(\.origin)
                return false
            }
        }
        // In the order of the file: pages have other orders.
        origins.sort {
            (sources[$0.source].name, $0.start) < (sources[$1.source].name, $1.start)
        }
        for origin in origins where read.insert(origin).inserted { find(in: origin) }
    }

    private mutating func find(in origin: Span) {
        let file = sources[origin.source]
        let end = min(Int(origin.end), file.bytes.count)
        var offset = Int(origin.start)
        guard offset < end else { return }
        // Letters are alike that mean the same, composed or not.
        for character in String(decoding: file.bytes[offset..<end], as: UTF8.self) {
            if wanted.contains(character), places[character, default: []].count < Self.most {
                let place = file.position(of: offset)
                places[character, default: []].append("\(file.name):\(place.line):\(place.column)")
            }
            offset += character.utf8.count
        }
    }

    private static let most = 3
}

extension Character {
    /// A text that is one letter with its marks; nil where it is more or less.
    init?(alone text: String) {
        guard text.count == 1, let letter = text.first else { return nil }
        self = letter
    }
}

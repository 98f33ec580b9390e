/// What the bytes of a finished file are spent on.
package struct FileWeights: Hashable, Sendable {
    /// What a stream is for.
    enum Purpose {
        case text, fonts, drawings, attachments, description
        /// An image of so many pixels.
        case picture(width: Int, height: Int)
    }

    package struct Picture: Hashable, Sendable {
        package var width: Int
        package var height: Int
        package var bytes: Int
    }

    package var whole = 0
    /// What is drawn on the pages: letters, lines, areas.
    package var text = 0
    package var fonts = 0
    /// Vectors and patterns.
    package var drawings = 0
    package var attachments = 0
    /// One for each size in pixels; a picture that one can see through has two layers.
    package var pictures: [Picture] = []

    package init() {}

    /// What the file says of itself: its structure, its metadata, where everything stands.
    package var structure: Int {
        whole - text - fonts - drawings - attachments - pictures.reduce(0) { $0 + $1.bytes }
    }

    mutating func add(_ bytes: Int, for purpose: Purpose) {
        switch purpose {
        case .text: text += bytes
        case .fonts: fonts += bytes
        case .drawings: drawings += bytes
        case .attachments: attachments += bytes
        case .description: break
        case .picture(let width, let height):
            let known = pictures.firstIndex { $0.width == width && $0.height == height }
            if let known {
                pictures[known].bytes += bytes
            } else {
                pictures.append(Picture(width: width, height: height, bytes: bytes))
            }
        }
    }
}

import Finishing
import Glyphs
import Pages
import Painting
import Pictures
import Structure
import TestSupport
import Units

/// A finished file of one page, with a photograph and with the files given.
func sample(
    _ attachments: [Finishing.Attachment] = [],
    photograph: [UInt8]? = nil,
    compression: Int = 6
) throws -> [UInt8] {
    var structure = StructureTree()
    let paragraph = structure.add(.paragraph)
    var fragments = [
        Fragment(owner: .element(paragraph), marks: [.text(words("seed"))])
    ]
    var pictures: [Picture] = []
    if let photograph {
        let figure = structure.add(.figure)
        structure[figure].alternative = "two fields"
        pictures.append(try Picture.read(photograph))
        let rect = Rect(x: .pt(20), y: .pt(40), width: .pt(32), height: .pt(16))
        fragments.append(
            Fragment(
                owner: .element(figure),
                marks: [.picture(PictureMark(picture: PictureID(index: 0), rect: rect))]
            )
        )
    }
    let document = Document(
        pages: [
            Page(size: Size(width: .pt(200), height: .pt(100)), label: "1", fragments: fragments)
        ],
        structure: structure,
        metadata: Metadata(title: "Les semences “d’ici”", language: "fr", created: "2022-02-24")
    )
    let painted = try paintPDF(
        document,
        faces: [font: DrawingFace(bytes: SquareFont.bytes)],
        pictures: pictures
    )
    let options = FinishingOptions(
        standards: [.ua1, attachments.isEmpty ? .a2a : .a3a],
        attachments: attachments,
        compression: compression
    )
    return try finish(
        painted.bytes,
        document: document,
        marked: painted.marked,
        options: options
    )
}

func file(_ name: String, _ text: String) -> Finishing.Attachment {
    Finishing.Attachment(
        name: name,
        type: "application/yaml",
        description: "what the paper was made of",
        relationship: .source,
        bytes: Array(text.utf8)
    )
}

let photograph = JPEGFile(
    columns: 2,
    blocks: [[255, 0, 0], [0, 200, 0]],
    dotsPerInch: 72
).bytes

private let font = FontID(index: 0)

private func words(_ text: String) -> TextMark {
    let glyphs = text.utf8.map { Glyph(id: SquareFont.glyph(for: $0), advance: 1) }
    let run = GlyphRun(
        font: font,
        size: .pt(10),
        glyphs: glyphs,
        clusters: glyphs.map { _ in Cluster(bytes: 1, glyphs: 1) },
        text: text,
        isRightToLeft: false,
        width: .pt(Double(glyphs.count) * 10)
    )
    return TextMark(run: run, origin: Point(x: .pt(20), y: .pt(20)), colour: .black)
}

/// A PDF written out by hand: its objects in order, the first of which is the catalogue.
struct HandmadePDF {
    private var bytes: [UInt8] = Array("%PDF-1.7\n".utf8)
    private var places: [Int] = []
    private let trailer: String

    init(_ objects: String..., trailer: String = "") {
        self.trailer = trailer
        for object in objects { add(object) }
    }

    mutating func add(_ object: String, stream: [UInt8]? = nil) {
        places.append(bytes.count)
        bytes += Array("\(places.count) 0 obj\n\(object)\n".utf8)
        if let stream { bytes += Array("stream\n".utf8) + stream + Array("\nendstream\n".utf8) }
        bytes += Array("endobj\n".utf8)
    }

    var file: [UInt8] {
        var table = "xref\n0 \(places.count + 1)\n0000000000 65535 f \n"
        for place in places {
            let digits = String(place)
            table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        table += "trailer\n<</Size \(places.count + 1)/Root 1 0 R\(trailer)>>\n"
        table += "startxref\n\(bytes.count)\n%%EOF\n"
        return bytes + Array(table.utf8)
    }
}

let noPages = "<</Type/Pages/Kids[]/Count 0>>"

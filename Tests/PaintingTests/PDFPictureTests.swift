import Foundation
import Glyphs
import Pages
import Painting
import Pictures
import Structure
import TestSupport
import Testing
import Units

@Suite struct PicturesInPDF {
    @Test func passesAJPEGThroughUntouchedAndOnce() throws {
        let file = JPEGFile(columns: 2, blocks: [[255, 0, 0], [0, 255, 0]]).bytes
        let page = [leaf(picture(0, in: rect(10, 10, 40, 20)))]
        let painted = try paintPDF(
            document(page, page, page),
            faces: [:],
            pictures: [Picture.read(file)]
        )
        #expect(painted.bytes.count(of: file) == 1)
        #expect(painted.imageCount == 1)
        #expect(try ask("qpdf", "--check", of: painted).contains("No syntax or stream"))
    }

    @Test func unpacksInksBecauseTheStandardForArchivesWantsLight() throws {
        let file = JPEGFile(columns: 1, blocks: [[255, 0, 0, 255]]).bytes
        let page = [leaf(picture(0, in: rect(10, 10, 40, 20)))]
        let painted = try paintPDF(document(page), faces: [:], pictures: [Picture.read(file)])
        #expect(painted.bytes.count(of: Array("DCTDecode".utf8)) == 0)
        #expect(painted.bytes.count(of: Array("DeviceCMYK".utf8)) == 0)
    }

    @Test func leavesGreyGrey() throws {
        let samples: [UInt8] = [0, 80, 160, 255]
        let file = PNGFile(width: 2, height: 2, samples: samples, colourType: 0).bytes
        let page = [leaf(picture(0, in: rect(10, 10, 40, 20)))]
        let painted = try paintPDF(document(page), faces: [:], pictures: [Picture.read(file)])
        #expect(painted.bytes.count(of: Array("/ColorSpace /DeviceGray".utf8)) == 1)
    }

    @Test(arguments: [0.0, 9.0])
    func keepsItsMarksUnderAPictureThatCoversThePage(bleed: Double) throws {
        let cover = picture(
            0,
            in: rect(-bleed, -bleed, 200 + 2 * bleed, 100 + 2 * bleed)
        )
        let files = [
            PNGFile(width: 1, height: 1, samples: [255, 0, 0]).bytes,
            JPEGFile(columns: 1, blocks: [[255, 0, 0]]).bytes,
            Array("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 2 1'>".utf8)
                + Array("<rect width='2' height='1'/></svg>".utf8),
        ]
        for file in files {
            let painted = try paintPDF(
                document([leaf(cover), leaf(cover, .header), leaf(cover, .footer)]),
                faces: [:],
                pictures: [Picture.read(file)]
            )
            #expect(painted.marked[0].owners.count == 3)
            #expect(boundaries(in: painted) == "{}{}{}")
        }
    }

    @Test func keepsTheBoundariesOutsideTheClip() throws {
        let file = PNGFile(width: 1, height: 1, samples: [255, 0, 0]).bytes
        let clipped = Mark.picture(
            PictureMark(
                picture: PictureID(index: 0),
                rect: rect(10, 10, 40, 20),
                clip: .ellipse(rect(20, 10, 20, 20))
            )
        )
        let nothing = Mark.picture(
            PictureMark(
                picture: PictureID(index: 0),
                rect: rect(10, 10, 40, 20),
                clip: .rectangle(rect(0, 0, 0, 0))
            )
        )
        let painted = try paintPDF(
            document([leaf(clipped), leaf(nothing, .header), leaf(clipped, .footer)]),
            faces: [:],
            pictures: [Picture.read(file)]
        )
        #expect(painted.marked[0].owners.count == 3)
        #expect(boundaries(in: painted) == "{}{}{}")
    }

    @Test func writesACodeThatIsOnManyPagesOnceAndAsOneBit() throws {
        let code = try #require(QRCode("Awa Traoré"))
        let page = [leaf(modules(code, in: rect(10, 10, 60, 60)))]
        let painted = try paintPDF(document(page, page, page), faces: [:])
        #expect(painted.imageCount == 1)
        #expect(painted.bytes.count(of: Array("/BitsPerComponent 1".utf8)) == 1)
        #expect(painted.bytes.count(of: Array("/Interpolate true".utf8)) == 0)
    }

    @Test(arguments: ["https://example.org", "BEGIN:VCARD\nN:Traoré;Aïssata\nEND:VCARD", "ߒߞߏ"])
    func drawsACodeThatAReaderReads(words: String) throws {
        let code = try #require(QRCode(words))
        let page = Page(
            size: Size(width: .pt(200), height: .pt(200)),
            fragments: [leaf(modules(code, in: rect(50, 50, 100, 100)))]
        )
        let png = try paintPNG(page, resolution: 144, faces: [:])
        #expect(try read(png) == words)
    }

    @Test func drawsVectorsAsVectorsAndKeepsThemOnce() throws {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 2'><circle r='2'/></svg>"
        let page = [leaf(picture(0, in: rect(10, 10, 40, 20)))]
        let painted = try paintPDF(
            document(page, page, page),
            faces: [:],
            pictures: [Picture.read(Array(svg.utf8))]
        )
        #expect(painted.imageCount == 0)
        #expect(painted.bytes.count(of: Array("/Subtype /Form".utf8)) == 1)
        #expect(painted.marked.map(\.owners.count) == [1, 1, 1])
        #expect(boundaries(in: painted) == "{}{}{}")
    }

    @Test func followsNoReferenceOutOfAnSVG() throws {
        let scratch = try Scratch()
        let red = PNGFile(width: 1, height: 1, samples: [255, 0, 0]).bytes
        let secret = try scratch.write(red, to: "secret.png")
        let svg = """
            <!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>
            <svg xmlns='http://www.w3.org/2000/svg' width='20' height='20'
            xmlns:xlink='http://www.w3.org/1999/xlink'>
            <image width='20' height='20' xlink:href='file://\(secret)'/>
            <image width='20' height='20' href='\(secret)'/>
            <image width='20' height='20' href='http://127.0.0.1:9/x.png'/>
            <use href='file://\(secret)#a'/><text font-size='9' y='9'>&x;</text></svg>
            """
        let page = Page(
            size: Size(width: .pt(20), height: .pt(20)),
            fragments: [leaf(picture(0, in: rect(0, 0, 20, 20)))]
        )
        let pictures = try [Picture.read(Array(svg.utf8))]
        let png = try? paintPNG(page, resolution: 72, faces: [:], pictures: pictures)
        guard let png else { return }
        #expect(try Picture.read(png).decode().pixels.allSatisfy { $0 == 0xFFFF_FFFF })
    }

    @Test func saysWhatIsWrongWithAnSVG() throws {
        let pictures = try [Picture.read(Array("<svg viewBox='0 0 1 1'><g></svg>".utf8))]
        let page = [leaf(picture(0, in: rect(10, 10, 40, 20)))]
        let error = #expect(throws: PaintingError.self) {
            try paintPDF(document(page), faces: [:], pictures: pictures)
        }
        #expect(error?.picture == PictureID(index: 0))
    }

    @Test func paintsAPageAsAnSVG() throws {
        let page = Page(
            size: Size(width: .pt(20), height: .pt(20)),
            fragments: [leaf(text("ab", y: 10))]
        )
        let svg = String(decoding: try paintSVG(page, faces: squareFaces), as: UTF8.self)
        #expect(svg.hasPrefix("<?xml") && svg.hasSuffix("</svg>\n"))
    }
}

private func leaf(_ mark: Mark, _ artifact: Artifact = .layout) -> Fragment {
    Fragment(owner: .artifact(artifact), marks: [mark])
}

private func picture(_ index: Int32, in rect: Rect) -> Mark {
    .picture(PictureMark(picture: PictureID(index: index), rect: rect))
}

private func modules(_ code: QRCode, in rect: Rect) -> Mark {
    .modules(ModulesMark(rect: rect, modules: code.modules, colour: .black))
}

extension PaintedPDF {
    fileprivate var imageCount: Int { bytes.count(of: Array("/Subtype /Image".utf8)) }
}

extension [UInt8] {
    fileprivate func count(of part: [UInt8]) -> Int {
        var (count, start) = (0, startIndex)
        let data = Data(self)
        while let found = data.range(of: Data(part), in: start..<endIndex) {
            count += 1
            start = found.upperBound
        }
        return count
    }
}

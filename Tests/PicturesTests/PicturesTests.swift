import Diagnostics
import TestSupport
import Testing
import Units

@testable import Pictures

private let red: UInt32 = 0xFFFF_0000
private let green: UInt32 = 0xFF00_FF00

@Suite struct RasterPictures {
    @Test func readsAPNG() throws {
        let file = PNGFile(width: 2, height: 1, samples: [255, 0, 0, 0, 255, 0])
        let picture = try Picture.read(file.bytes)
        #expect(picture.kind == .png)
        #expect(picture.pixelWidth == 2 && picture.pixelHeight == 1)
        #expect(!picture.hasAlpha)
        #expect(try picture.decode().pixels == [red, green])
    }

    @Test func multipliesColoursByAlpha() throws {
        let file = PNGFile(
            width: 2,
            height: 1,
            samples: [255, 255, 255, 128, 10, 20, 30, 0],
            colourType: 6
        )
        let raster = try Picture.read(file.bytes).decode()
        #expect(raster.hasAlpha)
        #expect(raster.pixels == [0x8080_8080, 0])
    }

    @Test func keepsGreyAsOneChannel() throws {
        let file = PNGFile(width: 1, height: 2, samples: [0, 200], colourType: 0)
        let picture = try Picture.read(file.bytes)
        #expect(picture.components == 1)
        #expect(try picture.decode().pixels == [0xFF00_0000, 0xFFC8_C8C8])
    }

    @Test func takesSixteenBitsToMeanWhatEightMean() throws {
        let samples: [UInt8] = [0x75, 0x75, 0xC8, 0xC8]
        let file = PNGFile(width: 2, height: 1, samples: samples, colourType: 0, depth: 16)
        #expect(try Picture.read(file.bytes).decode().pixels == [0xFF75_7575, 0xFFC8_C8C8])
    }

    @Test func takesThePhysicalSizeThatAPNGStates() throws {
        let samples = [UInt8](repeating: 0, count: 300)
        var file = PNGFile(width: 100, height: 1, samples: samples, dotsPerMetre: 11_811)
        #expect(try Picture.read(file.bytes).naturalSize.width.isNearly(.pt(24)))
        file.dotsPerMetre = nil
        #expect(try Picture.read(file.bytes).naturalSize.width.isNearly(.pt(75)))
    }

    @Test func readsAJPEG() throws {
        let file = JPEGFile(columns: 2, blocks: [[255, 0, 0], [0, 255, 0]])
        let picture = try Picture.read(file.bytes)
        #expect(picture.kind == .jpeg && picture.components == 3)
        #expect(picture.pixelWidth == 16 && picture.pixelHeight == 8)
        let raster = try picture.decode()
        #expect(raster.pixels[0] == red && raster.pixels[15] == green)
    }

    /// Whom a camera, or whoever kept the picture, named in it.
    @Test func keepsNothingOfAPhotographButWhatItIsDrawnFrom() throws {
        let file = JPEGFile(columns: 2, blocks: [[10], [200]], dotsPerInch: 144).bytes
        let secret = Array("Zubaydah".utf8)
        func segment(_ marker: UInt8, _ body: [UInt8]) -> [UInt8] {
            [0xFF, marker, 0, UInt8(body.count + 2)] + body
        }
        // An entry with a description, and one that says that the camera was held on its side.
        let description: [UInt8] = [0x0E, 1, 2, 0, 8, 0, 0, 0, 38, 0, 0, 0]
        let orientation: [UInt8] = [0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]
        let exif =
            Array("Exif\0\0II*\0".utf8) + [8, 0, 0, 0, 2, 0] + description + orientation
            + [0, 0, 0, 0] + secret
        let words =
            segment(0xE1, exif)
            + segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8) + secret)
            + segment(0xED, secret) + segment(0xFE, secret)
        let told = file.prefix(2) + words + file.dropFirst(2) + file.prefix(2) + words
        let picture = try Picture.read(Array(told))
        let spot = secret.count
        #expect(
            !picture.bytes.indices.contains { picture.bytes[$0...].prefix(spot) == secret[...] }
        )
        #expect(picture.orientation.swapsSides)
        #expect(try picture.decode().pixels == Picture.read(file).decode().pixels)
        let again = try Picture.read(picture.bytes)
        #expect(again.bytes == picture.bytes && again.orientation == picture.orientation)
        #expect(again.naturalSize == picture.naturalSize)
    }

    @Test func takesTheResolutionThatAJPEGStates() throws {
        let file = JPEGFile(columns: 2, blocks: [[10], [200]], dotsPerInch: 144)
        let picture = try Picture.read(file.bytes)
        #expect(picture.naturalSize == Size(width: .pt(8), height: .pt(4)))
    }

    @Test func turnsInksIntoLight() throws {
        let file = JPEGFile(columns: 1, blocks: [[255, 0, 0, 255]])
        let picture = try Picture.read(file.bytes)
        #expect(picture.components == 4)
        #expect(try picture.decode().pixels[0] == red)
    }

    @Test func standsUprightAsTheCameraWasHeld() throws {
        let file = JPEGFile(columns: 2, blocks: [[10], [200]], orientation: 6)
        let picture = try Picture.read(file.bytes)
        #expect(picture.orientation == .right)
        #expect(picture.components == 1)
        #expect(picture.naturalSize == Size(width: .pt(6), height: .pt(12)))
        #expect(picture.resolution(at: .pt(8)) == 72)
    }
}

@Suite struct VectorPictures {
    @Test(arguments: [
        ("<svg width='20mm' height='10mm'/>", 20.0, 10.0),
        ("<svg width=\"2in\" viewBox=\"0 0 4 1\">", 50.8, 12.7),
        ("<svg viewBox='0,0 96 48'>", 25.4, 12.7),
        ("<svg width='100%' height='100%' viewBox='0 0 96 96'>", 25.4, 25.4),
        (
            "\u{FEFF}<?xml version='1.0'?><!-- <svg> -->\n<!DOCTYPE svg [<!ENTITY a 'b>'>]>"
                + "<svg:svg xmlns:svg='http://www.w3.org/2000/svg' height=' 1 cm ' width='72pt'>",
            25.4, 10.0
        ),
    ])
    func takesItsSizeFromTheFirstTag(text: String, width: Double, height: Double) throws {
        let picture = try Picture.read(Array(text.utf8))
        #expect(picture.kind == .svg)
        #expect(picture.naturalSize.width.isNearly(.mm(width)))
        #expect(picture.naturalSize.height.isNearly(.mm(height)))
    }

    @Test func warnsOfLettersThatAreNotPaths() throws {
        let svg = "<svg viewBox='0 0 1 1'><text>a</text></svg>"
        let picture = try Picture.read(Array(svg.utf8))
        #expect(picture.warning(of: "logo.svg", at: nil) != nil)
        let plain = try Picture.read(Array("<svg viewBox='0 0 1 1'><path/></svg>".utf8))
        #expect(plain.warning(of: "logo.svg", at: nil) == nil)
    }

    /// Some filters take for ever at the word of a file, and one ends the program.
    @Test(arguments: [
        "<svg width='9' height='9'><filter><feTurbulence numOctaves='1000000'/></filter></svg>",
        "<svg width='9' height='9'><s:feConvolveMatrix order='300' kernelMatrix='1 1'/></svg>",
        "<svg width='9' height='9'>" + String(repeating: "<feGaussianBlur/>", count: 201)
            + "</svg>", "<?xml version='1.0' encoding='UTF-7'?><svg width='9' height='9'/>",
        "<!DOCTYPE svg [<!ENTITY x '&#60;feTile/>'>]><svg width='9' height='9'>&x;</svg>",
        "<!DOCTYPE svg [<!ENTITY x '<text>'>]><svg width='9' height='9'>&x;</svg>",
        "<!DOCTYPE svg [<!ENTITY x 'aa'><!ENTITY y '&x;&x;'>]><svg width='9' height='9'>&y;</svg>",
        "<svg width='9' height='9'><s:text><![CDATA[" + String(repeating: "a", count: 6_000)
            + "]]></s:text></svg>",
        "<svg width='9' height='9'>" + String(repeating: "<text>ab</text>", count: 26_000)
            + "</svg>",
        "<!DOCTYPE svg [<!ENTITY x '" + String(repeating: "a", count: 600)
            + "'>]><svg width='9' height='9'><text>&x;&x;&x;&x;&x;&x;&x;&x;&x;</text></svg>",
    ])
    func refusesAnSVGThatAsksForMoreThanADrawingNeeds(text: String) {
        #expect(throws: PictureError.self) { try Picture.read(Array(text.utf8)) }
    }

    /// Letters of two million pixels end the program in the library that draws them.
    @Test(arguments: [
        "<text font-size='1e9'>q</text>", "<text style='FONT-SIZE : 4e2in'>q</text>",
        "<style>text {font-size/* large */:99999px}</style>",
        "<g font='bold 40000px serif'><text>q</text></g>", "<text font-size='&#49;e9'>q</text>",
        "<text style='f&#111;nt-size:1e8'>q</text>", "<style>text {f\\6fnt-size:1e9}</style>",
        String(repeating: "<g font-size='1000%'>", count: 5) + "<text>q</text>",
        "<style>g {font-size: 2em}</style>" + String(repeating: "<g>", count: 20),
    ])
    func refusesAnSVGOfEnormousLetters(inside: String) {
        #expect(kindOfFailure(Array("<svg width='9' height='9'>\(inside)</svg>".utf8)) == .tooLarge)
    }

    @Test(arguments: [
        "<text font-size='48'>q<tspan font-size='65%'>2</tspan></text>",
        "<style>.a {font: italic 900 12px/1.2 'Arial'; fill: #99999999}</style>",
        "<text style='font-family:Arial\\ Black;font-size:12pt;fill:#123456'>q</text>",
        "<text font-weight='900' font-size='2em' id='font-size99999'>q</text>",
        "<path d='M0 99999L1e9 0'/><text font-size='larger'>&#233;</text>",
    ])
    func takesAnSVGOfLettersThatDrawingsHave(inside: String) throws {
        _ = try Picture.read(Array("<svg width='9' height='9'>\(inside)</svg>".utf8))
    }

    /// The library that draws it asks nobody how large a picture may be.
    @Test func refusesAnSVGThatHoldsTooManyPixels() throws {
        func drawing(_ side: Int) throws -> [UInt8] {
            let script = """
                import base64, sys, zlib, struct
                def chunk(name, data):
                    return struct.pack('>I', len(data)) + name + data + struct.pack('>I', zlib.crc32(name + data))
                rows = (b'\\0' * (\(side) // 8 + 2)) * \(side)
                png = (b'\\x89PNG\\r\\n\\x1a\\n'
                    + chunk(b'IHDR', struct.pack('>IIBBBBB', \(side), \(side), 1, 0, 0, 0, 0))
                    + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))
                image = "<image xlink:href='data:image/png;base64,%s'/>" % base64.b64encode(png).decode()
                open(sys.argv[1], 'w').write("<svg width='9' height='9'>%s</svg>" % (image * 2))
                """
            return try Scratch.file("dots.svg", madeBy: script)
        }
        _ = try Picture.read(try drawing(2_000))
        #expect(kindOfFailure(try drawing(6_000)) == .tooLarge)
        #expect(kindOfFailure(try drawing(13_000)) == .tooLarge)
    }

    @Test func takesAnSVGWithTheWordsOfAMap() throws {
        let names = (1...900).map { "<text x='1' y='\($0)'>A place by the river</text>" }
        let svg = "<svg width='9' height='9'><style>text {}</style>\(names.joined())</svg>"
        #expect(throws: Never.self) { try Picture.read(Array(svg.utf8)) }
    }

    /// Six lines, each ten times the line before, are a million drawings.
    @Test func refusesAnSVGThatUsesItselfWithoutEnd() throws {
        func nest(_ depth: Int) -> [UInt8] {
            let lines = (1...depth).map { line in
                let use = "<use xlink:href='#g\(line - 1)'/>"
                return "<g id='g\(line)'>\(String(repeating: use, count: 10))</g>"
            }
            let svg =
                "<svg width='9' height='9'><!-- <use> --><defs><path id='g0'/>\(lines.joined())"
                + "</defs><use href='#g\(depth)'/></svg>"
            return Array(svg.utf8)
        }
        _ = try Picture.read(nest(3))
        #expect(kindOfFailure(nest(6)) == .tooLarge)
        #expect(kindOfFailure(nest(60)) == .tooLarge)
        // A circle is for the library to refuse.
        let circle = "<svg width='9' height='9'><g id='a'><use href='#a'/></g></svg>"
        _ = try Picture.read(Array(circle.utf8))
    }

    @Test func readsADrawingWithShadows() throws {
        let shadow =
            "<filter><feGaussianBlur/><feOffset/><feMerge><feMergeNode/></feMerge></filter>"
        let picture = try Picture.read(Array("<svg width='96' height='48'>\(shadow)</svg>".utf8))
        #expect(picture.naturalSize == Size(width: .pt(72), height: .pt(36)))
    }

    @Test(arguments: [
        "<svg>", "<svg width='0' height='4'>", "<svg viewBox='0 0 nan 4'>",
        "<svg viewBox='0 0 1e-320 1'>",
    ])
    func asksForASize(text: String) {
        #expect(kindOfFailure(Array(text.utf8)) == .noSize)
    }
}

@Suite struct PicturesThatAreNone {
    @Test(arguments: [
        ("\0\0\0\u{18}ftypheic", "a HEIC picture"), ("RIFF0000WEBP", "a WebP picture"),
        ("GIF89a", "a GIF picture"), ("%PDF-1.7", "a PDF"), ("<!DOCTYPE html>", "a web page"),
        ("PK\u{3}\u{4}", "an Office file or a ZIP archive"),
    ])
    func nameWhatTheyAre(text: String, name: Diagnostic.Message) {
        #expect(kindOfFailure(Array(text.utf8)) == .foreign(name))
    }

    @Test func tellTheWriterWhatToDo() throws {
        let error = try #require(failure(Array("GIF89a".utf8)))
        let told = error.diagnostic(of: "logo.gif", at: nil)
        #expect(
            told.message.description
                == "‘logo.gif’ is a GIF picture, which cannot be placed on a page"
        )
        #expect(
            told.hints.map(\.description)
                == ["open it in a picture program and save it as JPEG or PNG"]
        )
    }

    @Test func areEmptyOrUnknown() {
        #expect(kindOfFailure([]) == .empty)
        #expect(kindOfFailure(Array("hello".utf8)) == .unknown)
        #expect(kindOfFailure([0xFF]) == .unknown)
    }

    @Test func areLargerThanTheMachineCanBear() {
        var limits = PictureLimits()
        limits.pixels = 3
        let file = PNGFile(width: 2, height: 2, samples: [UInt8](repeating: 0, count: 12))
        #expect(throws: PictureError.self) { try Picture.read(file.bytes, limits: limits) }
        limits = PictureLimits()
        limits.bytes = 10
        #expect(throws: PictureError.self) { try Picture.read(file.bytes, limits: limits) }
    }
}

@Suite struct HostilePictures {
    private static let files = [
        PNGFile(width: 3, height: 2, samples: [UInt8](repeating: 90, count: 24), colourType: 6)
            .bytes,
        JPEGFile(columns: 2, blocks: [[255, 0, 0], [0, 255, 9]], orientation: 8, dotsPerInch: 72)
            .bytes,
        JPEGFile(columns: 1, blocks: [[255, 0, 0, 7], [0, 255, 9, 1]]).bytes,
        Array("<?xml?><!DOCTYPE svg []><svg width='10mm' viewBox='0 0 1 1'></svg>".utf8),
    ]

    @Test(arguments: files.dropLast())
    func areFoundOutWhereverTheyEnd(file: [UInt8]) {
        for count in 0..<file.count - 1 {
            #expect(failure(Array(file.prefix(count))) != nil, "\(count) bytes")
        }
    }

    @Test(arguments: files)
    func doNoHarmWhateverIsChanged(file: [UInt8]) {
        var chance = Dice(seed: 7)
        var limits = PictureLimits()
        limits.pixels = 1_000_000
        for _ in 0..<4_000 {
            var changed = file
            for _ in 0..<Int(chance.next() % 4) + 1 {
                changed[Int(chance.next() % UInt64(file.count))] = UInt8(chance.next() & 0xFF)
            }
            guard let picture = try? Picture.read(changed, limits: limits), picture.kind != .svg
            else { continue }
            _ = try? picture.decode()
        }
    }
}

@Suite struct SVGColoursTests {
    @Test func areFoundWhereverTheyAreSaid() {
        let found = SVGColours(
            Array(
                """
                <svg viewBox='0 0 9 9'><style>.a { fill: #0E4A57; stroke : rgb(255, 0,0) }</style>
                <g fill="none" stroke-width='2' style="fill:tomato;stroke:currentColor"/>
                <path fill='rgb(10%,20%,0%)' stroke=" #abc "/><path fill='url(#g)'/><path fill='black'/>
                """.utf8
            )
        )
        #expect(
            found.colours.map(\.description) == [
                "#0e4a57", "#ff0000", "#1a3300", "#aabbcc", "#000000",
            ]
        )
        #expect(found.names == ["tomato"] && !found.hasGradients)
    }

    @Test func endWithTheFile() {
        for text in [
            "fill", "fill=", "fill='", "fill:#", "fill:rgb(", "fill:rgb(1,2", "<linearGradient",
        ] {
            let found = SVGColours(Array(text.utf8))
            #expect(found.colours.isEmpty && found.names.isEmpty)
        }
        #expect(SVGColours(Array("<radialGradient><stop stop-color='#123'/>".utf8)).hasGradients)
        #expect(SVGColours(Array(String(repeating: "fill:", count: 50_000).utf8)).colours == [])
    }
}

private func failure(_ bytes: [UInt8]) -> PictureError? {
    do {
        let picture = try Picture.read(bytes)
        if picture.kind != .svg { _ = try picture.decode() }
        return nil
    } catch { return error }
}

private func kindOfFailure(_ bytes: [UInt8]) -> PictureError.Kind? { failure(bytes)?.kind }

import Pictures
import TestSupport
import Testing

/// Whatever travels with a paper is what is seen, and nothing of who made it, where and on what machine.
@Suite struct BaringTests {
    private let pixels = PNGFile(width: 1, height: 1, samples: [255, 0, 0], dotsPerMetre: 3_000)

    /// A piece of a PNG; nobody reads its check.
    private func chunk(_ name: String, _ body: String) -> [UInt8] {
        let head: [UInt8] = [0, 0, 0, UInt8(body.utf8.count)]
        return head + Array(name.utf8) + Array(body.utf8) + [0, 0, 0, 0]
    }

    private func withWords(_ png: [UInt8]) -> [UInt8] {
        let header = 8 + 25
        var bytes = Array(png[..<header])
        bytes += chunk("tEXt", "Author\0Awa")
        bytes += chunk("eXIf", "II*GPS")
        bytes += chunk("tIME", "2024...")
        bytes += chunk("prVt", "/home/awa")
        bytes += png[header...]
        return bytes + Array("more".utf8)
    }

    @Test func takesWordsAndPlacesOutOfAPNG() throws {
        let picture = try Picture.read(withWords(pixels.bytes))
        #expect(picture.bytes == pixels.bytes)
        #expect(try picture.decode().pixels == [0xFFFF_0000])
    }

    @Test func takesWordsAndNotesOfProgramsOutOfAnSVG() throws {
        let written = """
            <?xml version="1.0"?><!-- by Awa --><?note of Awa?>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/x" \
            viewBox="0 0 9 9" i:export="C:\\Awa\\a>b.png" data-name="Awa" aria-label="Awa">
            <title>Awa &lt;</title><desc>by <b>Awa</b></desc><metadata><a><metadata/></a>Awa</metadata>
            <i:view name="Awa"><path/></i:view><script>/* Awa */</script>
            <g id="one" i:label="Awa"><text>A<!-- Awa --><![CDATA[<title>]]></text></g>
            </svg>
            """
        let bare = """
            <?xml version="1.0"?>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:i="http://www.inkscape.org/x" viewBox="0 0 9 9">


            <g id="one"><text>A<![CDATA[<title>]]></text></g>
            </svg>
            """
        let picture = try Picture.read(Array(written.utf8))
        #expect(String(decoding: picture.bytes, as: UTF8.self) == bare)
        #expect(try Picture.read(picture.bytes).bytes == picture.bytes)
    }

    @Test(arguments: ["href", "xlink:href"])
    func keepsTheWordsOfALinkAndNotWhereItLeads(name: String) throws {
        func drawing(_ address: String) -> [UInt8] {
            let text = """
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">\
                <a id="a"\(address)><text>A</text></a><use \(name)="#a"/></svg>
                """
            return Array(text.utf8)
        }
        let picture = try Picture.read(drawing(" \(name)=\"https://example.org\""))
        #expect(picture.bytes == drawing(""))
    }

    @Test func keepsNamesOfADrawingWhateverTheyBeginWith() throws {
        let text = """
            <s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">\
            <s:path id="a" d="M0 0"/><s:use l:href="#a"/></s:svg>
            """
        #expect(try Picture.read(Array(text.utf8)).bytes == Array(text.utf8))
    }

    @Test func baresPicturesInsideAnSVG() throws {
        func drawing(_ letters: String) -> [UInt8] {
            Array(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\
                <image width="1" height="1" href="data:image/png;base64,\(letters)"/></svg>
                """.utf8
            )
        }
        let words = letters(withWords(pixels.bytes))
        let wrapped = words.prefix(40) + "&#10;\n" + words.dropFirst(40)
        let picture = try Picture.read(drawing(String(wrapped)))
        #expect(picture.bytes == drawing(letters(pixels.bytes)))
        #expect(try Picture.read(drawing("no letters!")).bytes == drawing("no letters!"))
    }

    /// Source: RFC 4648, section 4.
    private func letters(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        let bits = bytes.flatMap { byte in (0..<8).map { byte >> (7 - $0) & 1 } }
        var text = ""
        for start in stride(from: 0, to: bits.count, by: 6) {
            let six = bits[start..<min(start + 6, bits.count)] + [0, 0, 0, 0, 0]
            text.append(alphabet[six.prefix(6).reduce(0) { $0 << 1 | Int($1) }])
        }
        return text + String(repeating: "=", count: (4 - text.count % 4) % 4)
    }
}

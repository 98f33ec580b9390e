internal import Diagnostics

/// What a file is that is none of the pictures that can be used.
enum Signature {
    static func recognise(_ bytes: [UInt8]) -> PictureError? {
        for (name, offset, signature, hint) in known
        where bytes.dropFirst(offset).starts(with: signature.utf8) {
            return .foreign(name, hint: hint)
        }
        for (name, signature, hint) in binary where bytes.starts(with: signature) {
            return .foreign(name, hint: hint)
        }
        return nil
    }

    private static let resave: Diagnostic.Message =
        "open it in a picture program and save it as JPEG or PNG"
    private static let phone: Diagnostic.Message =
        "save it as JPEG; on an iPhone: Settings, Camera, Formats, Most Compatible"
    private static let export: Diagnostic.Message =
        "export the page or the picture that is meant as PNG or SVG"

    private static let known: [(Diagnostic.Message, Int, String, Diagnostic.Message)] = [
        ("a HEIC picture", 4, "ftypheic", phone),
        ("a HEIC picture", 4, "ftypheix", phone),
        ("a HEIC picture", 4, "ftypmif1", phone),
        ("a HEIC picture", 4, "ftypmsf1", phone),
        ("an AVIF picture", 4, "ftypavif", resave),
        ("a film", 4, "ftyp", "take a still of it, saved as JPEG or PNG"),
        ("a WebP picture", 8, "WEBP", resave),
        ("a GIF picture", 0, "GIF8", resave),
        ("a PDF", 0, "%PDF", export),
        ("a PostScript file", 0, "%!PS", export),
        ("a Photoshop file", 0, "8BPS", export),
        ("an Office file or a ZIP archive", 0, "PK\u{3}\u{4}", "take the picture out of it"),
        ("a web page", 0, "<!DOCTYPE html", "download the picture itself, not its page"),
        ("a web page", 0, "<!doctype html", "download the picture itself, not its page"),
        ("a web page", 0, "<html", "download the picture itself, not its page"),
        ("a BMP picture", 0, "BM", resave),
        ("a TIFF picture", 0, "II*\u{0}", resave),
        ("a TIFF picture", 0, "MM\u{0}*", resave),
        ("a JPEG 2000 picture", 4, "jP  ", resave),
        ("a JPEG XL picture", 4, "JXL ", resave),
    ]
    private static let binary: [(Diagnostic.Message, [UInt8], Diagnostic.Message)] = [
        ("a JPEG XL picture", [0xFF, 0x0A], resave),
        ("a packed file, perhaps an SVGZ", [0x1F, 0x8B], "unpack it, and use the SVG inside"),
        ("a Windows icon", [0, 0, 1, 0], resave),
        ("a Windows metafile", [0xD7, 0xCD, 0xC6, 0x9A], export),
        ("a text in UTF-16", [0xFF, 0xFE], "if it is an SVG, save it as UTF-8"),
        ("a text in UTF-16", [0xFE, 0xFF], "if it is an SVG, save it as UTF-8"),
    ]
}

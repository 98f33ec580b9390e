internal import CCairo
internal import Diagnostics
import Glyphs

/// A font opened for drawing.
///
/// Cairo keeps faces it has used for as long as it likes, on whichever thread it likes, so each
/// has a FreeType library to itself, and bytes, face and library die when Cairo lets go.
final class Face {
    let cairo: OpaquePointer

    init(_ face: DrawingFace) throws(PaintingError) {
        let open = try OpenFont(face)
        cairo = cairo_ft_font_face_create_for_ft_face(open.face, Int32(FT_LOAD_NO_HINTING))
        let owner = Unmanaged.passRetained(open)
        let status = cairo_font_face_set_user_data(
            cairo,
            OpenFont.key,
            owner.toOpaque(),
            { Unmanaged<OpenFont>.fromOpaque($0!).release() }
        )
        if status != CAIRO_STATUS_SUCCESS {
            cairo_font_face_destroy(cairo)
            owner.release()
            throw PaintingError("opening a font", status: status)
        }
    }

    deinit { cairo_font_face_destroy(cairo) }
}

private final class OpenFont {
    /// Only its address matters: it names the slot in which Cairo keeps the owner.
    nonisolated(unsafe) static let key = UnsafeMutablePointer<cairo_user_data_key_t>.allocate(
        capacity: 1
    )

    let face: FT_Face
    private let library: FT_Library
    private let bytes: UnsafeMutableBufferPointer<UInt8>

    init(_ source: DrawingFace) throws(PaintingError) {
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: source.bytes.count)
        _ = bytes.initialize(from: source.bytes)
        var library: FT_Library?
        var face: FT_Face?
        var code = FT_Init_FreeType(&library)
        if code == 0 {
            code = FT_New_Memory_Face(
                library,
                bytes.baseAddress,
                FT_Long(bytes.count),
                0,
                &face
            )
        }
        guard code == 0, let library, let face else {
            if let library { FT_Done_FreeType(library) }
            bytes.deallocate()
            throw PaintingError("opening a font", reason: "FreeType error \(code)")
        }
        self.bytes = bytes
        self.library = library
        self.face = face
    }

    deinit {
        FT_Done_Face(face)
        FT_Done_FreeType(library)
        bytes.deallocate()
    }
}

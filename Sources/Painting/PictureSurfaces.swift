internal import CCairo
internal import Diagnostics
import Pages
import Pictures

/// The pictures of one painting, each unpacked when it is first drawn.
struct PictureSurfaces: ~Copyable {
    private var pictures: [Picture?] = []
    /// Whether what is painted is a file that can hold a JPEG as it is, not an image of pixels.
    let passesJPEG: Bool
    private var surfaces: [PictureID: OpaquePointer] = [:]
    /// The first picture equal to each: one that two places name is in the file once.
    private var first: [Int] = []
    /// Where pictures lie that could be equal: to compare whole files takes long.
    private var alike: [Likeness: [Int]] = [:]

    init(_ pictures: [Picture?], passesJPEG: Bool) {
        self.passesJPEG = passesJPEG
        add(pictures[...])
    }

    /// Adds pictures behind those there are; one that could not be read is not drawn.
    mutating func add(_ more: ArraySlice<Picture?>) {
        for picture in more {
            let likeness = Likeness(picture)
            let known = alike[likeness]?.first { pictures[$0] == picture }
            if known == nil { alike[likeness, default: []].append(pictures.count) }
            first.append(known ?? pictures.count)
            pictures.append(picture)
        }
    }

    /// What equal pictures have in common that is seen at once.
    private struct Likeness: Hashable {
        let kind: Picture.Kind?
        let length: Int
        let width: Int
        let height: Int

        init(_ picture: Picture?) {
            kind = picture?.kind
            length = picture?.bytes.count ?? 0
            width = picture?.pixelWidth ?? 0
            height = picture?.pixelHeight ?? 0
        }
    }

    deinit { for surface in surfaces.values { cairo_surface_destroy(surface) } }

    /// - Throws: Where a mark asks for a picture that painting was not given, or that could not be read.
    func picture(_ id: PictureID) throws(PaintingError) -> Picture {
        guard pictures.indices.contains(Int(id.index)), let picture = pictures[Int(id.index)] else {
            throw PaintingError("drawing picture \(id.index)", reason: "it was not given")
        }
        return picture
    }

    mutating func surface(for id: PictureID) throws(PaintingError) -> OpaquePointer {
        let picture = try picture(id)
        let id = PictureID(index: Int32(first[Int(id.index)]))
        if let known = surfaces[id] { return known }
        do {
            let surface = try makeSurface(for: picture)
            surfaces[id] = surface
            // Without a name, Cairo writes the picture again on each page.
            let name = Array("picture \(id.index)".utf8)
            try attach(name, as: CAIRO_MIME_TYPE_UNIQUE_ID, to: surface)
            return surface
        } catch {
            var error = error
            error.picture = id
            throw error
        }
    }

    private func makeSurface(for picture: Picture) throws(PaintingError) -> OpaquePointer {
        if picture.kind == .svg { return try recorded(picture) }
        if passesJPEG, picture.kind == .jpeg, picture.components != 4 {
            return try passThrough(picture)
        }
        let raster: Raster
        do { raster = try picture.decode() } catch {
            var failure = PaintingError("unpacking a picture", reason: error.reason)
            failure.isOfFile = true
            throw failure
        }
        return try unpacked(raster)
    }

    /// A surface whose pixels are never looked at, because the file takes the JPEG itself.
    ///
    /// Its memory comes as zeros that the machine does not lay out before they are touched.
    private func passThrough(_ picture: Picture) throws(PaintingError) -> OpaquePointer {
        let surface = try empty(CAIRO_FORMAT_RGB24, picture.pixelWidth, picture.pixelHeight)
        try attach(picture.bytes, as: CAIRO_MIME_TYPE_JPEG, to: surface)
        return surface
    }

    private func unpacked(_ raster: Raster) throws(PaintingError) -> OpaquePointer {
        let format = raster.hasAlpha ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24
        let surface = try empty(format, raster.width, raster.height)
        let stride = Int(cairo_image_surface_get_stride(surface))
        let bytes = UnsafeMutableRawPointer(cairo_image_surface_get_data(surface)!)
        raster.pixels.withUnsafeBytes { pixels in
            for y in 0..<raster.height {
                let row = UnsafeRawBufferPointer(
                    rebasing: pixels[y * raster.width * 4..<(y + 1) * raster.width * 4]
                )
                (bytes + y * stride).copyMemory(from: row.baseAddress!, byteCount: row.count)
            }
        }
        cairo_surface_mark_dirty(surface)
        return surface
    }

    private func empty(_ format: cairo_format_t, _ width: Int, _ height: Int)
        throws(PaintingError) -> OpaquePointer
    {
        let surface = cairo_image_surface_create(format, Int32(width), Int32(height))!
        let status = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_surface_destroy(surface)
            throw PaintingError("making room for a picture", status: status)
        }
        return surface
    }
}

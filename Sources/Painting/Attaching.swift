internal import CCairo
internal import Diagnostics

/// Gives a surface a copy of bytes that stand for it in a file, or name it.
func attach(_ bytes: [UInt8], as kind: String, to surface: OpaquePointer)
    throws(PaintingError)
{
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.initialize(from: bytes)
    let status = cairo_surface_set_mime_data(
        surface,
        kind,
        copy.baseAddress,
        UInt(bytes.count),
        { $0?.deallocate() },
        copy.baseAddress
    )
    if status != CAIRO_STATUS_SUCCESS {
        copy.deallocate()
        throw PaintingError("attaching a picture", status: status)
    }
}

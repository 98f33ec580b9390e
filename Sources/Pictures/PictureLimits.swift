internal import Diagnostics

/// How large a picture may be, so that no file can take the machine's memory.
package struct PictureLimits: Hashable, Sendable {
    package var bytes = 100_000_000
    package var pixels = 150_000_000
    /// Of one side; Cairo can draw no more.
    package var side = 32_767
    /// An SVG is read into a tree many times its size.
    package var svgBytes = 10_000_000
    /// Of all pictures in an SVG together: the library that draws it unpacks each into eight bytes a pixel
    /// and keeps it.
    package var pixelsInSVG = 50_000_000

    package init() {}

    func check(bytes count: Int) throws(PictureError) {
        guard count > bytes else { return }
        throw PictureError(
            .tooLarge,
            "has \(count / 1_000_000) MB; a picture may have \(bytes / 1_000_000)",
            hint: "save it smaller: a page at 300 dots an inch seldom needs more than 5 MB"
        )
    }

    func check(svgBytes count: Int) throws(PictureError) {
        guard count > svgBytes else { return }
        throw PictureError(
            .tooLarge,
            "has \(count / 1_000_000) MB; an SVG picture may have \(svgBytes / 1_000_000)",
            hint: "simplify its paths, or use a PNG of it"
        )
    }

    func check(width: Int, height: Int) throws(PictureError) {
        let (count, isBeyond) = width.multipliedReportingOverflow(by: height)
        guard isBeyond || count > pixels || max(width, height) > side else { return }
        throw PictureError(
            .tooLarge,
            "has \(width)×\(height) pixels; a picture may have \(pixels / 1_000_000) million, and \(side) on a side",
            hint: "scale it down: A4 at 300 dots an inch has 2480×3508"
        )
    }
}

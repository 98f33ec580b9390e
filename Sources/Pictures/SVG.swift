import Diagnostics
import Units

extension Picture {
    static func svg(_ bytes: [UInt8], _ root: SVGRoot, limits: PictureLimits)
        throws(PictureError) -> Picture
    {
        try limits.check(svgBytes: bytes.count)
        try SVGContent(bytes).check(within: limits)
        guard let size = root.size, min(size.width, size.height) >= SVGRoot.leastSide else {
            throw PictureError(
                .noSize,
                "is an SVG that does not say how large it is",
                hint: "give its svg element a viewBox, or a width and a height"
            )
        }
        let (width, height) = (size.width / .pt(0.75), size.height / .pt(0.75))
        guard width < Double(limits.side), height < Double(limits.side) else {
            throw PictureError(
                .tooLarge,
                "is an SVG larger than \(limits.side) pixels",
                hint: "give its svg element a smaller width and height"
            )
        }
        return Picture(
            kind: .svg,
            bytes: SVGBaring.bared(bytes),
            pixelWidth: max(1, Int(width + 0.5)),
            pixelHeight: max(1, Int(height + 0.5)),
            naturalSize: size,
            orientation: .upright,
            components: 3,
            hasAlpha: true
        )
    }
}

/// The attributes of an SVG's first tag that say how large it is.
///
/// It is scanned, not parsed: whether the rest is right is for the library that draws it to say.
struct SVGRoot {
    private var width: String?
    private var height: String?
    private var viewBox: String?

    /// Source: SVG 2, sections 8.2 and 8.6; CSS 2.1, section 10.3.2 for a side that is not given.
    var size: Size? {
        let box = viewBox.flatMap(SVGRoot.box)
        let width = width.flatMap(SVGRoot.length)
        let height = height.flatMap(SVGRoot.length)
        switch (width, height, box) {
        case (let width?, let height?, _): return Size(width: width, height: height)
        case (let width?, nil, let box?):
            return Size(width: width, height: width * (box.height / box.width))
        case (nil, let height?, let box?):
            return Size(width: height * (box.width / box.height), height: height)
        case (nil, nil, let box?): return box
        default: return nil
        }
    }

    /// Cairo’s numbers end at 1/256 of a unit.
    static let leastSide = Length.pt(0.75 / 256)

    private static func box(_ text: String) -> Size? {
        let numbers = text.split { $0 == "," || $0.isWhitespace }.map { Double($0) }
        guard numbers.count == 4, let width = numbers[2], let height = numbers[3],
            width > 0, height > 0, width.isFinite, height.isFinite
        else { return nil }
        return Size(width: .pt(width * 0.75), height: .pt(height * 0.75))
    }

    /// Nil for shares of a page that does not exist, and for what is no length.
    private static func length(_ text: String) -> Length? {
        let text = text.filter { !$0.isWhitespace }
        let number = text.prefix { $0.isNumber || "+-.".contains($0) }
        guard let value = Double(number), value > 0, value.isFinite else { return nil }
        switch text.dropFirst(number.count).lowercased() {
        case "", "px": return .pt(value * 0.75)
        case "pt": return .pt(value)
        case "pc": return .pt(value * 12)
        case "in": return .pt(value * 72)
        case "mm": return .mm(value)
        case "cm": return .mm(value * 10)
        default: return nil
        }
    }
}

extension SVGRoot {
    /// Nil where the first tag is not that of an SVG.
    static func find(in bytes: [UInt8]) -> SVGRoot? {
        var scanner = TagScanner(bytes)
        guard scanner.findTag(named: "svg") else { return nil }
        var root = SVGRoot()
        while let (name, value) = scanner.attribute() {
            switch name {
            case "width": root.width = value
            case "height": root.height = value
            case "viewBox": root.viewBox = value
            default: break
            }
        }
        return root
    }
}

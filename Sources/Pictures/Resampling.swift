import Glibc

extension Raster {
    /// The picture with other numbers of pixels.
    ///
    /// Light is averaged, not the numbers that stand for it, or fine detail would grow dark; a
    /// picture one can see through is averaged as stored. Rows are read one after the other, so no
    /// more is in memory than the two pictures.
    ///
    /// Source: Lanczos, three lobes wide, as in Turkowski, “Filters for Common Resampling Tasks”
    /// (1990); the lobes are widened as the picture shrinks.
    package func resampled(to width: Int, by height: Int) -> Raster {
        precondition(width > 0 && height > 0, "a picture has at least one pixel")
        let columns = Kernel(from: self.width, to: width)
        let rows = Kernel(from: self.height, to: height)
        let light = hasAlpha ? Light.asStored : .linear
        var sums = [SIMD4<Float>](repeating: .zero, count: width * height)
        var source = [SIMD4<Float>](repeating: .zero, count: self.width)
        var line = [SIMD4<Float>](repeating: .zero, count: width)
        var first = 0
        for y in 0..<self.height {
            while first < height, rows.windows[first].upperBound <= y { first += 1 }
            light.read(pixels[y * self.width..<(y + 1) * self.width], into: &source)
            columns.average(source, into: &line)
            var row = first
            while row < height, rows.windows[row].lowerBound <= y {
                let weight = rows.weight(of: y, in: row)
                for x in 0..<width { sums[row * width + x] += line[x] * weight }
                row += 1
            }
        }
        return Raster(
            width: width,
            height: height,
            pixels: sums.map { light.pixel($0, isOpaque: !hasAlpha) },
            hasAlpha: hasAlpha
        )
    }
}

/// Which pixels of a row or a column make each new one, and with what weight.
private struct Kernel {
    private static let lobes = 3.0

    private(set) var windows: [Range<Int>] = []
    /// The weights of each window, one after the other.
    private var weights: [Float] = []
    private var starts: [Int] = []

    init(from count: Int, to target: Int) {
        let ratio = Double(count) / Double(target)
        let scale = max(1, ratio)
        for index in 0..<target {
            let centre = (Double(index) + 0.5) * ratio
            let low = max(0, Int((centre - Kernel.lobes * scale).rounded(.up)))
            let high = min(count, Int((centre + Kernel.lobes * scale).rounded(.down)) + 1)
            let window = min(low, count - 1)..<max(min(low, count - 1) + 1, high)
            let raw = window.map { Kernel.lanczos((Double($0) + 0.5 - centre) / scale) }
            let sum = raw.reduce(0, +)
            windows.append(window)
            starts.append(weights.count)
            weights += raw.map { Float($0 / sum) }
        }
    }

    func weight(of source: Int, in target: Int) -> Float {
        let window = windows[target]
        return window.contains(source) ? weights[starts[target] + source - window.lowerBound] : 0
    }

    func average(_ source: [SIMD4<Float>], into line: inout [SIMD4<Float>]) {
        for (index, window) in windows.enumerated() {
            var sum = SIMD4<Float>.zero
            var place = starts[index]
            for x in window {
                sum += source[x] * weights[place]
                place += 1
            }
            line[index] = sum
        }
    }

    private static func lanczos(_ x: Double) -> Double {
        if abs(x) < 1e-9 { return 1 }
        if abs(x) >= lobes { return 0 }
        let angle = Double.pi * x
        return lobes * sin(angle) * sin(angle / lobes) / (angle * angle)
    }
}

/// How the numbers of a channel become amounts of light, and back.
///
/// Source: IEC 61966-2-1 (sRGB).
private struct Light {
    /// The light behind each number from 0 to 255.
    private let amounts: [Float]
    /// The number for each amount of light, in 16,384 steps.
    private let numbers: [UInt8]

    static let asStored = Light { $0 }
    static let linear = Light { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }

    private init(_ curve: (Double) -> Double) {
        let amounts = (0...255).map { curve(Double($0) / 255) }
        self.amounts = amounts.map { Float($0) }
        var number = 0
        numbers = (0..<Light.steps).map { step in
            let amount = Double(step) / Double(Light.steps - 1)
            while number < 255, amount * 2 > amounts[number] + amounts[number + 1] { number += 1 }
            return UInt8(number)
        }
    }

    private static let steps = 16_384

    func read(_ pixels: ArraySlice<UInt32>, into line: inout [SIMD4<Float>]) {
        for (x, pixel) in pixels.enumerated() {
            line[x] = SIMD4(
                amounts[Int(pixel >> 16 & 0xFF)],
                amounts[Int(pixel >> 8 & 0xFF)],
                amounts[Int(pixel & 0xFF)],
                Float(pixel >> 24) / 255
            )
        }
    }

    func pixel(_ light: SIMD4<Float>, isOpaque: Bool) -> UInt32 {
        let alpha: UInt32 =
            isOpaque ? 255 : UInt32((min(max(light.w, 0), 1) * 255).rounded())
        // Lobes reach below nought and above full light, and colour may not exceed its alpha.
        func channel(_ amount: Float) -> UInt32 {
            let step = Int((min(max(amount, 0), 1) * Float(Light.steps - 1)).rounded())
            return min(UInt32(numbers[step]), alpha)
        }
        return alpha << 24 | channel(light.x) << 16 | channel(light.y) << 8 | channel(light.z)
    }
}

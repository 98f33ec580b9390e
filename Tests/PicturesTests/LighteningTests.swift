import TestSupport
import Testing

@testable import Pictures

@Suite struct LighteningTests {
    private func raster(_ width: Int, _ height: Int, _ pixel: (Int, Int) -> UInt32) -> Raster {
        let pixels = (0..<height).flatMap { y in (0..<width).map { x in pixel(x, y) } }
        return Raster(width: width, height: height, pixels: pixels, hasAlpha: false)
    }

    /// Half black, half white gives off half the light of white, whose number is 188, not 128.
    @Test func averagesLightAndNotNumbers() {
        let board = raster(64, 64) { x, y in (x + y) % 2 == 0 ? 0xFF00_0000 : 0xFFFF_FFFF }
        let grey = board.resampled(to: 8, by: 8)
        for pixel in grey.pixels {
            #expect(pixel >> 24 == 255)
            #expect(abs(Int(pixel & 0xFF) - 188) <= 2)
        }
    }

    @Test(arguments: [(3, 2), (30, 20), (90, 60), (1, 1)])
    func keepsAnEvenColourEven(width: Int, height: Int) {
        let even = raster(30, 20) { _, _ in 0xFF12_80C8 }.resampled(to: width, by: height)
        #expect(even.width == width && even.height == height)
        #expect(even.pixels.allSatisfy { $0 == 0xFF12_80C8 })
    }

    @Test func keepsColourWithinItsAlpha() {
        var half = raster(40, 40) { x, _ in x < 20 ? 0xFFFF_FFFF : 0 }
        half = Raster(width: 40, height: 40, pixels: half.pixels, hasAlpha: true)
        for pixel in half.resampled(to: 13, by: 13).pixels {
            let alpha = pixel >> 24
            #expect([16, 8, 0].allSatisfy { pixel >> $0 & 0xFF <= alpha })
        }
    }

    @Test func packsAPhotographForTheSizeItIsSeenAt() throws {
        let file = JPEGFile(
            columns: 40,
            blocks: (0..<1_600).map { [UInt8($0 % 251), UInt8($0 % 83), UInt8($0 % 17)] }
        )
        let picture = try Picture.read(file.bytes)
        let light = try picture.lightened(to: 80, by: 80, quality: 60)
        #expect(light.pixelWidth == 80 && light.pixelHeight == 80)
        #expect(light.naturalSize == picture.naturalSize)
        #expect(light.bytes.count < picture.bytes.count)
        let again = try Picture.read(light.bytes)
        #expect(again.pixelWidth == 80 && again.components == 3)
        #expect(try light.decode().pixels.count == 6_400)
    }

    @Test func leavesAPictureThatIsSmallAsItIs() throws {
        let bytes = PNGFile(width: 2, height: 1, samples: [255, 0, 0, 0, 0, 255]).bytes
        let picture = try Picture.read(bytes)
        #expect(try picture.lightened(to: 100, by: 50, quality: 75) == picture)
    }
}

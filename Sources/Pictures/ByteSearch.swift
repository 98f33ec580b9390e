import Glibc

extension [UInt8] {
    /// Where a word next begins, from a place on; nil where it stands nowhere there.
    ///
    /// The search for any collection in another takes twenty times as long, and an SVG is searched for a
    /// dozen words.
    func place(of word: String, from start: Int = 0) -> Int? {
        var word = word
        return word.withUTF8 { word in
            withUnsafeBytes { bytes in
                guard let base = bytes.baseAddress, let sought = word.baseAddress else {
                    return nil
                }
                var place = Swift.max(start, 0)
                while place + word.count <= bytes.count {
                    let rest = bytes.count - word.count + 1 - place
                    guard let found = memchr(base + place, Int32(sought[0]), rest) else {
                        return nil
                    }
                    place = UnsafeRawPointer(found) - base
                    if memcmp(base + place, sought, word.count) == 0 { return place }
                    place += 1
                }
                return nil
            }
        }
    }
}

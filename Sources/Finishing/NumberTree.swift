extension FileWriter {
    /// Writes a number tree with a value under every key from zero.
    ///
    /// Source: ISO 32000-1, section 7.9.7. In leaves of 64, so that a reader of page 900 need not
    /// read what is said of the other pages.
    mutating func addNumberTree(count: Int, value: (Int, inout PDFText) -> Void) -> Reference {
        let width = 64
        var leaves: [Reference] = []
        for start in stride(from: 0, to: count, by: width) {
            let keys = start..<min(start + width, count)
            let leaf = add { text in
                text.write("<<")
                if count > width {
                    text.write("/Limits[")
                    text.write(keys.lowerBound)
                    text.write(" ")
                    text.write(keys.upperBound - 1)
                    text.write("]")
                }
                text.write("/Nums[")
                for key in keys {
                    if key > start { text.write(" ") }
                    text.write(key)
                    text.write(" ")
                    value(key, &text)
                }
                text.write("]>>")
            }
            leaves.append(leaf)
        }
        if leaves.count == 1 { return leaves[0] }
        return add { text in
            text.write(leaves.isEmpty ? "<</Nums" : "<</Kids")
            text.write(leaves)
            text.write(">>")
        }
    }
}

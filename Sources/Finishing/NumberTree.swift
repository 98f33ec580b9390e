/// A number tree being written: a value under every key from zero, in order.
///
/// Source: ISO 32000-1, section 7.9.7. In leaves of 64, so that a reader of page 900 need not
/// read what is said of the other pages.
struct NumberTree {
    /// Keys given away so far, and values written under them.
    private(set) var keys = 0
    private var values = 0
    private var leaf = PDFText()
    private var leaves: [Reference] = []
    private static let width = 64

    /// The next key, whose value may be written later.
    mutating func reserve() -> Int {
        keys += 1
        return keys - 1
    }

    /// Writes the value of the first key that has none.
    mutating func add(in file: inout FileWriter, _ write: (inout PDFText) -> Void) {
        if values > 0, values % NumberTree.width == 0 { flush(isOnly: false, in: &file) }
        if values % NumberTree.width > 0 { leaf.write(" ") }
        leaf.write(values)
        leaf.write(" ")
        write(&leaf)
        values += 1
    }

    /// Ends the tree, whose root is returned.
    consuming func end(in file: inout FileWriter) -> Reference {
        precondition(values == keys, "every key has a value")
        if values > 0 { flush(isOnly: leaves.isEmpty, in: &file) }
        if leaves.count == 1 { return leaves[0] }
        let leaves = self.leaves
        return file.addDictionary { $0.entry(leaves.isEmpty ? "/Nums" : "/Kids", leaves) }
    }

    private mutating func flush(isOnly: Bool, in file: inout FileWriter) {
        let (leaf, end) = (self.leaf, values)
        let reference = file.addDictionary { node in
            if !isOnly {
                let last = end - 1
                node.array(at: "/Limits", of: [last / Self.width * Self.width, last]) {
                    $0.write($1)
                }
            }
            node.array(at: "/Nums") { $0.write(leaf) }
        }
        leaves.append(reference)
        self.leaf.clear()
    }
}

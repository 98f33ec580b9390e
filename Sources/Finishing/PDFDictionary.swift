import Units

/// Dictionaries and arrays: what opens one closes it, and values that would run together with their key
/// stand off it.
///
/// Source: ISO 32000-1, sections 7.2.2, for what parts two words, 7.3.6 and 7.3.7.
extension PDFText {
    mutating func dictionary(_ entries: (inout PDFText) -> Void) {
        write("<<")
        entries(&self)
        write(">>")
    }

    mutating func array(_ items: (inout PDFText) -> Void) {
        write(UInt8(ascii: "["))
        items(&self)
        write(UInt8(ascii: "]"))
    }

    mutating func array<Items: Sequence>(
        of items: Items,
        _ write: (inout PDFText, Items.Element) -> Void
    ) {
        array { text in
            for (index, item) in items.enumerated() {
                if index > 0 { text.write(UInt8(ascii: " ")) }
                write(&text, item)
            }
        }
    }

    // MARK: Entries

    mutating func dictionary(at key: StaticString, _ entries: (inout PDFText) -> Void) {
        write(key)
        dictionary(entries)
    }

    mutating func array(at key: StaticString, _ items: (inout PDFText) -> Void) {
        write(key)
        array(items)
    }

    mutating func array<Items: Sequence>(
        at key: StaticString,
        of items: Items,
        _ write: (inout PDFText, Items.Element) -> Void
    ) {
        self.write(key)
        array(of: items, write)
    }

    /// A name or an array, spelt as it is.
    mutating func entry(_ key: StaticString, _ value: StaticString) {
        write(key)
        write(value)
    }

    mutating func entry(_ key: StaticString, _ isSo: Bool) {
        write(key)
        write(isSo ? " true" : " false")
    }

    mutating func entry(_ key: StaticString, _ value: Int) {
        write(key)
        write(UInt8(ascii: " "))
        write(value)
    }

    mutating func entry(_ key: StaticString, _ value: Reference) {
        write(key)
        write(UInt8(ascii: " "))
        write(value)
    }

    mutating func entry(_ key: StaticString, _ values: some Sequence<Reference>) {
        write(key)
        write(values)
    }

    mutating func entry(_ key: StaticString, _ rect: Rect) {
        write(key)
        write(rect)
    }

    /// A dictionary or an array that has been written already.
    mutating func entry(_ key: StaticString, _ written: PDFText) {
        write(key)
        write(written)
    }

    mutating func entry(_ key: StaticString, name: String) {
        write(key)
        write(name: name)
    }

    mutating func entry(_ key: StaticString, text: String) {
        write(key)
        write(text: text)
    }

    mutating func entry(_ key: StaticString, string: some Sequence<UInt8>) {
        write(key)
        write(string: string)
    }

    mutating func entry(_ key: StaticString, hexadecimal data: some Sequence<UInt8>) {
        write(key)
        write(hexadecimal: data)
    }
}

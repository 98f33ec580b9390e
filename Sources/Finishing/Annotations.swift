import Pages
import Units

/// Writes the places of a page that can be followed.
///
/// Sources: ISO 32000-1, sections 12.5.6.5 and 12.6; ISO 14289-1, 7.18; ISO 19005-2, 6.3, for
/// the flag that says it prints.
struct AnnotationWriter {
    /// Where names lead, on pages counted from the paper's first.
    let destinations: [String: Destination]
    let pages: [PageTree.Leaf]
    /// The paper's first page.
    let first: Int

    /// - Parameter key: Its number in the tree of parents.
    func write(_ link: LinkArea, on page: Page, key: Int, into text: inout PDFText) {
        text.dictionary { annotation in
            annotation.entry("/Type", "/Annot")
            annotation.entry("/Subtype", "/Link")
            annotation.entry("/F", 4)
            annotation.entry("/Border", "[0 0 0]")
            annotation.entry("/Rect", link.rect.standing(on: page))
            annotation.entry("/StructParent", key)
            annotation.entry("/Contents", text: contents(of: link))
            write(link.target, into: &annotation)
        }
    }

    /// Where a link leads, if it shows nothing that can be said, as a sign of some font does.
    private func contents(of link: LinkArea) -> String {
        if SayableText.says(link.description) { return link.description }
        switch link.target {
        case .address(let address): return address
        case .destination(let name): return name
        }
    }

    private func write(_ target: LinkArea.Target, into annotation: inout PDFText) {
        switch target {
        case .address(let address):
            annotation.dictionary(at: "/A") { action in
                action.entry("/S", "/URI")
                action.entry("/URI", string: escaped(address))
            }
        case .destination(let name):
            // A name that leads nowhere was told before; here it is a place that can't be followed.
            guard let destination = destinations[name],
                pages.indices.contains(first + destination.page)
            else { return }
            write(destination, into: &annotation)
        }
    }

    /// Says where an annotation or an entry of the outline leads.
    func write(_ destination: Destination, into dictionary: inout PDFText) {
        let leaf = pages[first + destination.page]
        dictionary.array(at: "/Dest") { place in
            place.write(leaf.page)
            place.write("/XYZ null ")
            place.write(leaf.height - destination.y)
            place.write(" null")
        }
    }
}

/// An address as it may be sent: what is neither ASCII nor allowed is written in per cents.
///
/// Sources: RFC 3986, section 2.1; RFC 3987, section 3.1.
func escaped(_ address: String) -> [UInt8] {
    if address.utf8.allSatisfy(mayBeSent) { return Array(address.utf8) }
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(address.utf8.count)
    for byte in address.utf8 {
        if mayBeSent(byte) {
            result.append(byte)
        } else {
            result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    return result
}

private func mayBeSent(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "\"", "<", ">", "\\", "^", "`", "{", "|", "}": false
    default: byte > 0x20 && byte < 0x7F
    }
}

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
        text.write("<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect")
        text.write(link.rect.standing(on: page))
        text.write("/StructParent ")
        text.write(key)
        text.write("/Contents")
        text.write(text: contents(of: link))
        write(link.target, into: &text)
        text.write(">>")
    }

    /// Where a link leads, if it shows nothing that can be said, as a sign of some font does.
    private func contents(of link: LinkArea) -> String {
        if SayableText.says(link.description) { return link.description }
        switch link.target {
        case .address(let address): return address
        case .destination(let name): return name
        }
    }

    private func write(_ target: LinkArea.Target, into text: inout PDFText) {
        switch target {
        case .address(let address):
            text.write("/A<</S/URI/URI")
            text.write(string: escaped(address))
            text.write(">>")
        case .destination(let name):
            // A name that leads nowhere was told before; here it is a place that can't be followed.
            guard let destination = destinations[name],
                pages.indices.contains(first + destination.page)
            else { return }
            text.write("/Dest")
            write(destination, into: &text)
        }
    }

    func write(_ destination: Destination, into text: inout PDFText) {
        let leaf = pages[first + destination.page]
        text.write("[")
        text.write(leaf.page)
        text.write("/XYZ null ")
        text.write(leaf.height - destination.y)
        text.write(" null]")
    }
}

extension PDFText {
    mutating func write(_ rect: Rect) {
        write("[")
        for (index, side) in [rect.minX, rect.minY, rect.maxX, rect.maxY].enumerated() {
            if index > 0 { write(" ") }
            write(side)
        }
        write("]")
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

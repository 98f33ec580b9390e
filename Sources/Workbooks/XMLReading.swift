internal import CExpat

/// What is told of a part as it is read: elements by their names without prefix, and text.
///
/// Attributes go by their names without prefix as well; where an element has two that differ in nothing
/// else, the second keeps its own.
protocol XMLListener {
    mutating func begin(_ name: String, _ attributes: [String: String])
    mutating func end(_ name: String)
    mutating func add(_ text: String)
    /// Why nothing more is wanted.
    var refusal: WorkbookError? { get }
}

/// Reads a part of an archive as XML.
///
/// A part with a document type is refused: no program writes one into a workbook, and entities are a
/// way to make much out of little.
func readXML<Listener: XMLListener>(
    _ part: String,
    of archive: inout Archive,
    telling listener: inout Listener
) throws(WorkbookError) {
    var xml = griot_xml()
    guard griot_xml_load(&xml) != 0, let parser = xml.create(nil) else { throw .noLibrary }
    defer { xml.free(parser) }
    let session = XMLSession(listener, stop: { _ = xml.stop(parser, 0) })
    xml.set_user_data(parser, Unmanaged.passUnretained(session).toOpaque())
    xml.set_elements(
        parser,
        { XMLSession.at($0).begin($1, $2) },
        { XMLSession.at($0).end($1) }
    )
    xml.set_text(parser, { XMLSession.at($0).add($1, $2) })
    xml.set_doctype(parser, { closure, _, _, _, _ in XMLSession.at(closure).refuse() })
    func feed(_ bytes: UnsafeRawBufferPointer, isLast: Bool) throws(WorkbookError) {
        let text = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
        let isRead = xml.parse(parser, text, Int32(bytes.count), isLast ? 1 : 0) == 1
        if let refusal = session.listener.refusal { throw refusal }
        guard isRead else { throw .damaged(part: part) }
    }
    guard archive.holds(part) else { return }
    try archive.read(part) { bytes throws(WorkbookError) in try feed(bytes, isLast: false) }
    try feed(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
    if let told = session.listener as? Listener { listener = told }
}

/// What Expat hands from one call to the next.
private final class XMLSession {
    var listener: any XMLListener
    private let stop: () -> Void

    init(_ listener: any XMLListener, stop: @escaping () -> Void) {
        self.listener = listener
        self.stop = stop
    }

    static func at(_ closure: UnsafeMutableRawPointer?) -> XMLSession {
        Unmanaged<XMLSession>.fromOpaque(closure!).takeUnretainedValue()
    }

    func begin(
        _ name: UnsafePointer<CChar>?,
        _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        var attributes: [String: String] = [:]
        var next = pairs
        while let pair = next, let key = pair[0], let value = pair[1] {
            let name = Self.local(key)
            let isFirst = attributes[name] == nil
            attributes[isFirst ? name : String(cString: key)] = String(cString: value)
            next = pair + 2
        }
        listener.begin(Self.local(name!), attributes)
        if listener.refusal != nil { stop() }
    }

    func end(_ name: UnsafePointer<CChar>?) {
        listener.end(Self.local(name!))
        if listener.refusal != nil { stop() }
    }

    func add(_ text: UnsafePointer<CChar>?, _ count: Int32) {
        let bytes = UnsafeBufferPointer(start: text, count: Int(count))
        listener.add(
            bytes.withMemoryRebound(to: UInt8.self) { String(decoding: $0, as: UTF8.self) }
        )
        if listener.refusal != nil { stop() }
    }

    func refuse() { stop() }

    /// A name without the prefix of its namespace, which programs choose as they like.
    private static func local(_ name: UnsafePointer<CChar>) -> String {
        let name = String(cString: name)
        guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
        return String(name[name.utf8.index(after: colon)...])
    }
}

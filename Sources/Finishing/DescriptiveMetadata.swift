import Pages

/// What the file says of itself as a whole, the same in both places where it is looked for.
struct DescriptiveMetadata {
    let title: String
    let metadata: Metadata
    let options: FinishingOptions
    /// The file is made in one go: it was changed last on the day on which it was made.
    let created: Timestamp?

    init(_ metadata: Metadata, _ options: FinishingOptions) {
        var sayable = metadata
        sayable.authors = metadata.authors.filter(SayableText.says)
        sayable.keywords = metadata.keywords.filter(SayableText.says)
        if !SayableText.says(metadata.subject) { sayable.subject = "" }
        self.metadata = sayable
        self.options = options
        created = metadata.created.flatMap { Timestamp($0) }
        // A reader's program shows the title in its window, so there has to be one.
        title = SayableText.says(metadata.title) ? metadata.title : "Untitled"
    }

    private var authors: String { metadata.authors.joined(separator: "; ") }
    private var keywords: String { metadata.keywords.joined(separator: ", ") }

    /// Source: ISO 32000-1, section 14.3.3.
    func writeInformation(into text: inout PDFText) {
        let entries: [(StaticString, String)] = [
            ("/Title", title), ("/Author", authors), ("/Subject", metadata.subject),
            ("/Keywords", keywords),
            ("/Creator", options.producer), ("/Producer", options.producer),
            ("/CreationDate", created?.inDictionary ?? ""),
            ("/ModDate", created?.inDictionary ?? ""),
        ]
        text.dictionary { information in
            for (key, value) in entries where !value.isEmpty { information.entry(key, text: value) }
        }
    }

    // MARK: XMP

    /// Everything is said in one description and on one line: the packet may not be packed, and a short
    /// paper is not much longer itself.
    ///
    /// Sources: ISO 16684-1 (XMP); ISO 19005-2, 6.6; ISO 14289-1, clause 5.
    var packet: [UInt8] {
        var body = dublinCore + program
        for standard in options.standards.sorted(by: { $0.rawValue < $1.rawValue }) {
            body += claim(of: standard)
        }
        if explainsAccessibility { body += accessibilitySchema }
        var xml = "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>"
        xml += "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
        xml += "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
        xml += "<rdf:Description rdf:about=\"\""
        for (prefix, namespace) in names {
            xml += " xmlns:\(prefix)=\"\(namespace)\""
        }
        xml += ">\(body)</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
        return Array(xml.utf8)
    }

    private var names: [(prefix: String, namespace: String)] {
        var names = [
            ("dc", "http://purl.org/dc/elements/1.1/"), ("xmp", "http://ns.adobe.com/xap/1.0/"),
            ("pdf", "http://ns.adobe.com/pdf/1.3/"),
        ]
        if options.standards.archival != nil {
            names.append(("pdfaid", "http://www.aiim.org/pdfa/ns/id/"))
        }
        if options.standards.contains(.ua1) { names.append(("pdfuaid", Self.accessibility)) }
        if explainsAccessibility {
            names += [
                ("pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"),
                ("pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"),
                ("pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"),
            ]
        }
        return names
    }

    private static let accessibility = "http://www.aiim.org/pdfua/ns/id/"

    /// PDF/A wants every name that it does not know itself explained (ISO 19005-2, 6.6.2.3).
    private var explainsAccessibility: Bool {
        options.standards.contains(.ua1) && options.standards.archival != nil
    }

    private var dublinCore: String {
        var body = "<dc:format>application/pdf</dc:format>"
        body += alternative("dc:title", title)
        if !metadata.authors.isEmpty { body += list("dc:creator", "Seq", metadata.authors) }
        if !metadata.subject.isEmpty { body += alternative("dc:description", metadata.subject) }
        if !metadata.keywords.isEmpty { body += list("dc:subject", "Bag", metadata.keywords) }
        return body + list("dc:language", "Bag", [metadata.language])
    }

    private var program: String {
        var body = element("xmp:CreatorTool", options.producer)
        if let created {
            body += element("xmp:CreateDate", created.inMetadata)
            body += element("xmp:ModifyDate", created.inMetadata)
        }
        body += element("pdf:Producer", options.producer)
        if !keywords.isEmpty { body += element("pdf:Keywords", keywords) }
        return body
    }

    private func claim(of standard: Standard) -> String {
        guard let archival = standard.archival else { return element("pdfuaid:part", "1") }
        return element("pdfaid:part", "\(archival.part)")
            + element("pdfaid:conformance", archival.level)
    }

    private var accessibilitySchema: String {
        let property =
            element("pdfaProperty:name", "part") + element("pdfaProperty:valueType", "Integer")
            + element("pdfaProperty:category", "internal")
            + element("pdfaProperty:description", "part of ISO 14289")
        let schema =
            element("pdfaSchema:schema", "PDF/UA")
            + element("pdfaSchema:namespaceURI", Self.accessibility)
            + element("pdfaSchema:prefix", "pdfuaid")
            + "<pdfaSchema:property>\(resource("Seq", property))</pdfaSchema:property>"
        return "<pdfaExtension:schemas>\(resource("Bag", schema))</pdfaExtension:schemas>"
    }

    /// A list of one thing with parts.
    private func resource(_ kind: String, _ parts: String) -> String {
        "<rdf:\(kind)><rdf:li rdf:parseType=\"Resource\">\(parts)</rdf:li></rdf:\(kind)>"
    }

    private func element(_ name: String, _ value: String) -> String {
        "<\(name)>\(escapedForXML(value))</\(name)>"
    }

    private func alternative(_ name: String, _ value: String) -> String {
        "<\(name)><rdf:Alt><rdf:li xml:lang=\"x-default\">\(escapedForXML(value))</rdf:li></rdf:Alt>"
            + "</\(name)>"
    }

    private func list(_ name: String, _ kind: String, _ values: [String]) -> String {
        let items = values.map { "<rdf:li>\(escapedForXML($0))</rdf:li>" }.joined()
        return "<\(name)><rdf:\(kind)>\(items)</rdf:\(kind)></\(name)>"
    }
}

/// Text between tags, which says no more than the string of the dictionary does: so XML can hold it.
///
/// Source: XML 1.0, section 2.2.
private func escapedForXML(_ text: String) -> String {
    var result = ""
    for scalar in SayableText.of(text).unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

import Pages

/// What the file says of itself as a whole, the same in both places where it is looked for.
struct DescriptiveMetadata {
    let title: String
    let metadata: Metadata
    let options: FinishingOptions
    let created: Timestamp?
    let modified: Timestamp?

    init(_ metadata: Metadata, _ options: FinishingOptions) {
        self.metadata = metadata
        self.options = options
        created = metadata.created.flatMap { Timestamp($0) }
        modified = options.modified.flatMap { Timestamp($0) } ?? created
        // A reader's program shows the title in its window, so there has to be one.
        title = metadata.title.isEmpty ? "Untitled" : metadata.title
    }

    private var authors: String { metadata.authors.joined(separator: "; ") }
    private var keywords: String { metadata.keywords.joined(separator: ", ") }

    /// Source: ISO 32000-1, section 14.3.3.
    func writeInformation(into text: inout PDFText) {
        text.write("<</Title")
        text.write(text: title)
        let entries: [(StaticString, String)] = [
            ("/Author", authors), ("/Subject", metadata.subject), ("/Keywords", keywords),
            ("/Creator", options.producer), ("/Producer", options.producer),
            ("/CreationDate", created?.inDictionary ?? ""),
            ("/ModDate", modified?.inDictionary ?? ""),
        ]
        for (key, value) in entries where !value.isEmpty {
            text.write(key)
            text.write(text: value)
        }
        text.write(">>")
    }

    // MARK: XMP

    /// Sources: ISO 16684-1 (XMP); ISO 19005-2, 6.6; ISO 14289-1, clause 5.
    var packet: [UInt8] {
        var xml = "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        xml += "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        xml += "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        xml += dublinCore
        xml += program
        for standard in options.standards.sorted(by: { $0.rawValue < $1.rawValue }) {
            xml += claim(of: standard)
        }
        if options.standards.contains(.ua1), options.standards.archival != nil {
            xml += DescriptiveMetadata.accessibilitySchema
        }
        xml += "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"
        return Array(xml.utf8)
    }

    private var dublinCore: String {
        var body = "<dc:format>application/pdf</dc:format>\n"
        body += alternative("dc:title", title)
        if !metadata.authors.isEmpty { body += list("dc:creator", "Seq", metadata.authors) }
        if !metadata.subject.isEmpty { body += alternative("dc:description", metadata.subject) }
        if !metadata.keywords.isEmpty { body += list("dc:subject", "Bag", metadata.keywords) }
        body += list("dc:language", "Bag", [metadata.language])
        return description("dc", "http://purl.org/dc/elements/1.1/", body)
    }

    private var program: String {
        var body = element("xmp:CreatorTool", options.producer)
        if let created { body += element("xmp:CreateDate", created.inMetadata) }
        if let modified { body += element("xmp:ModifyDate", modified.inMetadata) }
        var producer = element("pdf:Producer", options.producer)
        if !keywords.isEmpty { producer += element("pdf:Keywords", keywords) }
        return description("xmp", "http://ns.adobe.com/xap/1.0/", body)
            + description("pdf", "http://ns.adobe.com/pdf/1.3/", producer)
    }

    private func claim(of standard: Standard) -> String {
        guard let archival = standard.archival else {
            return description(
                "pdfuaid",
                "http://www.aiim.org/pdfua/ns/id/",
                element("pdfuaid:part", "1")
            )
        }
        return description(
            "pdfaid",
            "http://www.aiim.org/pdfa/ns/id/",
            element("pdfaid:part", "\(archival.part)")
                + element("pdfaid:conformance", archival.level)
        )
    }

    /// PDF/A wants every name that it does not know itself explained (ISO 19005-2, 6.6.2.3).
    private static let accessibilitySchema = """
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
        xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Part of ISO 14289 that the file conforms to\
        </pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>

        """

    private func description(_ prefix: String, _ namespace: String, _ body: String) -> String {
        "<rdf:Description rdf:about=\"\" xmlns:\(prefix)=\"\(namespace)\">\n\(body)"
            + "</rdf:Description>\n"
    }

    private func element(_ name: String, _ value: String) -> String {
        "<\(name)>\(escapedForXML(value))</\(name)>\n"
    }

    private func alternative(_ name: String, _ value: String) -> String {
        "<\(name)><rdf:Alt><rdf:li xml:lang=\"x-default\">\(escapedForXML(value))</rdf:li></rdf:Alt>"
            + "</\(name)>\n"
    }

    private func list(_ name: String, _ kind: String, _ values: [String]) -> String {
        let items = values.map { "<rdf:li>\(escapedForXML($0))</rdf:li>" }.joined()
        return "<\(name)><rdf:\(kind)>\(items)</rdf:\(kind)></\(name)>\n"
    }
}

/// Text between tags; what XML cannot hold at all becomes a space.
///
/// Source: XML 1.0, section 2.2.
private func escapedForXML(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\t", "\n", "\r": result += " "
        case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
            result += " "
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result
}

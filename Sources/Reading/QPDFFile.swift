internal import CQPDF
internal import Diagnostics
import Glibc

/// An object of an open file.
struct PDFObject: Hashable {
    fileprivate let handle: UInt32
}

/// A PDF opened by QPDF, whose objects are asked for one after another.
///
/// QPDF goes on where a file is damaged, guesses, and keeps a warning; here a warning ends the
/// reading, since a guess at somebody's record is worse than none. Its strings live until the next
/// call and are copied at once.
struct QPDFFile: ~Copyable {
    private let qpdf: griot_qpdf
    private let data: griot_qpdf_data?
    private let ceiling: UInt64
    let limits: PDFLimits

    /// Opens a file whose bytes outlive it.
    static func open(borrowing bytes: UnsafeBufferPointer<UInt8>, limits: PDFLimits)
        throws(ReadingError) -> QPDFFile
    {
        var qpdf = griot_qpdf()
        guard griot_qpdf_load(&qpdf) != 0 else { throw .noLibrary }
        let file = QPDFFile(qpdf, limits: limits)
        try file.read(bytes)
        return file
    }

    private init(_ qpdf: griot_qpdf, limits: PDFLimits) {
        self.qpdf = qpdf
        self.limits = limits
        data = qpdf.`init`()
        ceiling = griot_memory_ceiling(UInt64(limits.memory))
    }

    private func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
        qpdf.silence_errors(data)
        qpdf.suppress_warnings(data, 1)
        qpdf.attempt_recovery(data, 0)
        _ = try ask { qpdf, data in
            qpdf.read_memory(data, "file", bytes.baseAddress, UInt64(bytes.count), nil)
        }
    }

    deinit {
        var data = data
        qpdf.cleanup(&data)
    }

    /// Puts a question to QPDF, and sees what became of it.
    private func ask<Answer>(
        within ceiling: UInt64? = nil,
        _ question: (griot_qpdf, griot_qpdf_data?) -> Answer
    ) throws(ReadingError) -> Answer {
        let bound = griot_bind_memory(ceiling ?? self.ceiling)
        let answer = question(qpdf, data)
        griot_unbind_memory(bound)
        if let trouble = trouble() { throw trouble }
        return answer
    }

    /// What QPDF complained of since it was last asked; the reason stands in a warning, and what
    /// came of it in the error.
    private func trouble() -> ReadingError? {
        var details: [String] = []
        while qpdf.more_warnings(data) != 0, let warning = qpdf.next_warning(data) {
            details.append(detail(of: warning))
        }
        if qpdf.has_error(data) != 0, let error = qpdf.get_error(data) {
            if qpdf.error_code(data, error) == Int32(GRIOT_QPDF_PASSWORD) { return .locked }
            details.append(detail(of: error))
        }
        guard let first = details.first else { return nil }
        // What a refused allocation says, by the standard library of C++ and by zlib.
        let refusals = ["bad_alloc", "memory error", "length_error"]
        if details.contains(where: { detail in refusals.contains(where: detail.contains) }) {
            return .bomb
        }
        return .damaged(first.isEmpty ? "it ends too soon" : "\(first.plainForPrinting)")
    }

    private func detail(of error: griot_qpdf_error) -> String {
        qpdf.error_detail(data, error).map { String(cString: $0) } ?? ""
    }
}

extension QPDFFile {
    func root() throws(ReadingError) -> PDFObject {
        PDFObject(handle: try ask { qpdf, data in qpdf.root(data) })
    }

    func trailer() throws(ReadingError) -> PDFObject {
        PDFObject(handle: try ask { qpdf, data in qpdf.trailer(data) })
    }

    func pageCount() throws(ReadingError) -> Int {
        Int(try ask { qpdf, data in qpdf.page_count(data) })
    }

    func page(_ index: Int) throws(ReadingError) -> PDFObject {
        PDFObject(handle: try ask { qpdf, data in qpdf.page(data, index) })
    }

    /// Nil for an object that stands where it is used, and so can be met only there.
    func number(of object: PDFObject) throws(ReadingError) -> Int? {
        let number = try ask { qpdf, data in qpdf.object_number(data, object.handle) }
        return number > 0 ? Int(number) : nil
    }

    /// What a dictionary has under a key, such as `/Names`; nil for other objects and other keys.
    func value(of key: String, in object: PDFObject) throws(ReadingError) -> PDFObject? {
        let value = try ask { qpdf, data -> UInt32? in
            guard qpdf.is_dictionary(data, object.handle) != 0,
                qpdf.has_key(data, object.handle, key) != 0
            else { return nil }
            return qpdf.value(data, object.handle, key)
        }
        return value.map { PDFObject(handle: $0) }
    }

    /// Empty for what is no dictionary.
    func keys(of object: PDFObject) throws(ReadingError) -> [String] {
        try ask { qpdf, data in
            guard qpdf.is_dictionary(data, object.handle) != 0 else { return [] }
            var keys: [String] = []
            qpdf.begin_keys(data, object.handle)
            while qpdf.more_keys(data) != 0, let key = qpdf.next_key(data) {
                keys.append(String(cString: key))
            }
            return keys
        }
    }

    /// Empty for what is no array.
    func items(of object: PDFObject) throws(ReadingError) -> [PDFObject] {
        try ask { qpdf, data in
            guard qpdf.is_array(data, object.handle) != 0 else { return [] }
            return (0..<max(0, qpdf.count(data, object.handle))).map {
                PDFObject(handle: qpdf.item(data, object.handle, $0))
            }
        }
    }

    func text(_ object: PDFObject?) throws(ReadingError) -> String? {
        guard let object else { return nil }
        return try ask { qpdf, data in
            guard qpdf.is_string(data, object.handle) != 0 else { return nil }
            var count = 0
            guard let text = qpdf.utf8(data, object.handle, &count) else { return nil }
            let bytes = UnsafeRawBufferPointer(start: text, count: count)
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// The bytes of a string as they stand in the file.
    func bytes(ofString object: PDFObject?) throws(ReadingError) -> [UInt8]? {
        guard let object else { return nil }
        return try ask { qpdf, data in
            guard qpdf.is_string(data, object.handle) != 0 else { return nil }
            var count = 0
            guard let text = qpdf.binary(data, object.handle, &count) else { return nil }
            return Array(UnsafeRawBufferPointer(start: text, count: count))
        }
    }

    /// A name without its stroke.
    func name(_ object: PDFObject?) throws(ReadingError) -> String? {
        guard let object else { return nil }
        return try ask { qpdf, data in
            guard qpdf.is_name(data, object.handle) != 0,
                let name = qpdf.name(data, object.handle)
            else { return nil }
            return String(String(cString: name).dropFirst())
        }
    }

    /// False for what is no truth value.
    func isTrue(_ object: PDFObject) throws(ReadingError) -> Bool {
        try ask { qpdf, data in
            qpdf.is_boolean(data, object.handle) != 0 && qpdf.truth(data, object.handle) != 0
        }
    }

    func integer(_ object: PDFObject?) throws(ReadingError) -> Int? {
        guard let object else { return nil }
        return try ask { qpdf, data in
            guard qpdf.is_integer(data, object.handle) != 0 else { return nil }
            return Int(qpdf.integer(data, object.handle))
        }
    }

    /// The dictionary of a stream; nil for what is no stream.
    func dictionary(ofStream object: PDFObject) throws(ReadingError) -> PDFObject? {
        let dictionary = try ask { qpdf, data -> UInt32? in
            guard qpdf.is_stream(data, object.handle) != 0 else { return nil }
            return qpdf.dictionary(data, object.handle)
        }
        return dictionary.map { PDFObject(handle: $0) }
    }

    /// The bytes of a stream.
    ///
    /// - Parameters:
    ///   - unpacked: Whether to undo what squeezed them; photographs stay as they are.
    ///   - limit: How many bytes there may be.
    func bytes(
        ofStream object: PDFObject,
        unpacked: Bool,
        limit: Int,
        named what: Diagnostic.Message
    )
        throws(ReadingError) -> [UInt8]
    {
        // QPDF gathers what it unpacks in pieces and then copies it, never more than five times over.
        let tight = griot_memory_ceiling(UInt64(limit) * 5 + 32_000_000)
        var (wasUnpacked, buffer, count): (Int32, UnsafeMutablePointer<UInt8>?, Int) = (0, nil, 0)
        defer { free(buffer) }
        _ = try ask(within: min(ceiling, tight)) { qpdf, data in
            let level = unpacked ? GRIOT_QPDF_DECODED : GRIOT_QPDF_RAW
            return qpdf.stream_data(
                data,
                object.handle,
                Int32(level),
                &wasUnpacked,
                &buffer,
                &count
            )
        }
        if unpacked, wasUnpacked == 0 {
            throw .damaged("\(what) is packed in a way that is not known here")
        }
        guard count <= limit else { throw .tooLarge("has \(what) of", count, limit) }
        return Array(UnsafeBufferPointer(start: buffer, count: count))
    }
}

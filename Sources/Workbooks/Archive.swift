internal import CZip

/// The parts of a workbook, which is a ZIP archive, unpacked one after another within a limit.
struct Archive: ~Copyable {
    private let zip: griot_zip
    private let handle: griot_zip_archive
    /// Bytes that may still be unpacked.
    private var room: Int
    private let limit: Int

    /// Opens an archive whose bytes outlive it.
    init(borrowing bytes: UnsafeRawBufferPointer, limit: Int) throws(WorkbookError) {
        var zip = griot_zip()
        guard griot_zip_load(&zip) != 0 else { throw .noLibrary }
        let source = zip.source_of_bytes(bytes.baseAddress, UInt64(bytes.count), 0, nil)
        guard let source else { throw .notAWorkbook }
        guard let handle = zip.open(source, Int32(GRIOT_ZIP_READ_ONLY), nil) else {
            zip.free_source(source)
            throw .notAWorkbook
        }
        self.zip = zip
        self.handle = handle
        room = limit
        self.limit = limit
    }

    deinit { zip.discard(handle) }

    func holds(_ part: String) -> Bool { zip.locate(handle, part, 0) >= 0 }

    /// Unpacks a part piece by piece; a part that is not there has no pieces.
    mutating func read(
        _ part: String,
        _ take: (UnsafeRawBufferPointer) throws(WorkbookError) -> Void
    ) throws(WorkbookError) {
        let index = zip.locate(handle, part, 0)
        guard index >= 0 else { return }
        guard let file = zip.open_file(handle, UInt64(index), 0) else {
            throw .damaged(part: part)
        }
        defer { _ = zip.close_file(file) }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Int(zip.read(file, &buffer, UInt64(buffer.count)))
            if count < 0 { throw .damaged(part: part) }
            if count == 0 { return }
            room -= count
            guard room >= 0 else { throw .tooLarge(.unpacked, limit: limit) }
            var failure: WorkbookError?
            buffer.withUnsafeBytes { bytes in
                do throws(WorkbookError) {
                    try take(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
                } catch {
                    failure = error
                }
            }
            if let failure { throw failure }
        }
    }
}

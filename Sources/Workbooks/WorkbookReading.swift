/// Reads a sheet of a workbook as spreadsheet programs write them (`.xlsx`, `.ods`).
///
/// Formulas are not worked out: what the program saw last is read. Numbers keep their figures; those shown
/// as days or hours are read as such.
///
/// - Parameter name: Which sheet; nil is the first that can be seen.
package func readWorkbook(
    _ bytes: [UInt8],
    sheet name: String? = nil,
    limits: WorkbookLimits = WorkbookLimits()
) throws(WorkbookError) -> WorkbookSheet {
    var result: Result<WorkbookSheet, WorkbookError> = .failure(.notAWorkbook)
    bytes.withUnsafeBytes { bytes in
        do throws(WorkbookError) {
            var archive = try Archive(borrowing: bytes, limit: limits.unpacked)
            result = .success(try sheet(name, of: &archive, within: limits))
        } catch {
            result = .failure(error)
        }
    }
    return try result.get()
}

private func sheet(
    _ name: String?,
    of archive: inout Archive,
    within limits: WorkbookLimits
) throws(WorkbookError) -> WorkbookSheet {
    if archive.holds("xl/workbook.xml") {
        return try officeOpenSheet(name, of: &archive, within: limits)
    }
    return try openDocumentSheet(name, of: &archive, within: limits)
}

/// Source: OASIS, Open Document Format for Office Applications, version 1.3, parts 2 and 3.
private func openDocumentSheet(
    _ name: String?,
    of archive: inout Archive,
    within limits: WorkbookLimits
) throws(WorkbookError) -> WorkbookSheet {
    var manifest = Manifest()
    try readXML("META-INF/manifest.xml", of: &archive, telling: &manifest)
    if manifest.isLocked { throw .locked }
    var reading = OpenDocumentSheets(keeping: name, within: limits)
    try readXML("content.xml", of: &archive, telling: &reading)
    guard reading.isSpreadsheet else { throw .notAWorkbook }
    guard !reading.names.isEmpty else { throw .noSheets }
    guard var sheet = reading.sheet else { throw .noSheet(name ?? "", among: reading.names) }
    sheet.others = reading.names.filter { $0 != sheet.name }
    return sheet
}

/// Source: ECMA-376, part 1, SpreadsheetML.
private func officeOpenSheet(
    _ name: String?,
    of archive: inout Archive,
    within limits: WorkbookLimits
) throws(WorkbookError) -> WorkbookSheet {
    let folder = "xl/"
    var contents = Contents()
    try readXML(folder + "workbook.xml", of: &archive, telling: &contents)
    var relations = Relations()
    try readXML(folder + "_rels/workbook.xml.rels", of: &archive, telling: &relations)
    guard let first = contents.sheets.first else { throw .noSheets }
    guard let chosen = name == nil ? first : contents.sheets.first(where: { $0.name == name })
    else {
        throw .noSheet(name ?? "", among: contents.sheets.map(\.name))
    }
    guard let part = relations.part(chosen.id, beside: folder), archive.holds(part) else {
        throw .damaged(part: chosen.name)
    }
    var texts = SharedTexts(limit: limits.text)
    try readXML(folder + "sharedStrings.xml", of: &archive, telling: &texts)
    var formats = NumberFormats()
    try readXML(folder + "styles.xml", of: &archive, telling: &formats)
    var reading = SheetReading(
        chosen.name,
        sharing: texts.texts,
        meaning: formats.meanings,
        countsFrom1904: contents.countsFrom1904,
        limits: limits
    )
    try readXML(part, of: &archive, telling: &reading)
    var sheet = reading.sheet
    sheet.others = contents.sheets.map(\.name).filter { $0 != chosen.name }
    return sheet
}

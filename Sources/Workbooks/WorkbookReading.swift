/// Reads a sheet of a workbook as spreadsheet programs write them (`.xlsx`).
///
/// Source: ECMA-376, part 1, SpreadsheetML. Formulas are not worked out: what the program saw last is
/// read. Numbers keep their figures; those shown as days or hours are read as such.
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
    let folder = "xl/"
    guard archive.holds(folder + "workbook.xml") else { throw .notAWorkbook }
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

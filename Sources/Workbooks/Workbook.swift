package import Diagnostics

/// One sheet of a workbook: its rows that hold something, from the top.
package struct WorkbookSheet: Hashable, Sendable {
    package var name: String
    package var rows: [Row] = []
    /// The others that can be seen, in the order of their tabs.
    package var others: [String] = []

    package struct Row: Hashable, Sendable {
        /// As the program shows it, from one.
        package var number: Int
        package var cells: [Cell] = []
        /// Whether somebody has hidden it, or a filter has.
        package var isHidden = false
    }

    package struct Cell: Hashable, Sendable {
        /// From zero for column A.
        package var column: Int
        /// What somebody sees in it, as they would type it: `2024-05-14`, `15416`, `yes`.
        package var text: String
        /// Whether the text is one of the program’s errors, such as `#REF!`.
        package var isError = false
    }
}

/// How much a workbook may hold before it is refused.
package struct WorkbookLimits: Sendable {
    /// Bytes of all its parts together when they are unpacked: a megabyte can unpack to a thousand.
    package var unpacked = 256 * 1_048_576
    package var cells = 2_000_000
    /// Those of a sheet that hold something: a few bytes can say that a million do.
    package var rows = 200_000
    /// Bytes of text in all cells and in all shared strings.
    package var text = 64 * 1_048_576

    package init() {}
}

/// Why a workbook could not be read, in a clause.
package enum WorkbookError: Error, Hashable, Sendable {
    case noLibrary
    case notAWorkbook
    /// One of its parts is damaged or locked.
    case damaged(part: String)
    /// A password is needed to read it.
    case locked
    case tooLarge(Amount, limit: Int)
    case noSheet(String, among: [String])
    case noSheets

    package enum Amount: Hashable, Sendable { case sheets, rows, cells, text, unpacked }

    package var reason: Diagnostic.Message {
        switch self {
        case .noLibrary: "the libraries that read workbooks are not on this machine"
        case .notAWorkbook: "it is not a workbook"
        case .damaged(let part): "its part ‘\(part)’ is damaged or locked"
        case .locked: "it is locked by a password"
        case .tooLarge(.sheets, let limit): "it holds more than \(limit) sheets"
        case .tooLarge(.rows, let limit): "it holds more than \(limit) rows"
        case .tooLarge(.cells, let limit): "it holds more than \(limit) cells"
        case .tooLarge(.text, let limit): "it holds more than \(limit) bytes of text"
        case .tooLarge(.unpacked, let limit): "it holds more than \(limit) bytes when unpacked"
        case .noSheet(let name, _): "it has no sheet ‘\(name)’"
        case .noSheets: "it has no sheets"
        }
    }

    package var mend: Diagnostic.Message? {
        switch self {
        case .noLibrary: "install libzip4 and libexpat1, or save the sheet as CSV"
        case .notAWorkbook: "save it as ‘.xlsx’, as ‘.ods’ or as CSV"
        case .damaged: "open it, take off its password if it has one, and save it again"
        case .locked: "open it, take off its password, and save it again"
        case .tooLarge: "save the rows that are needed in a sheet of their own"
        case .noSheet(_, let names): "its sheets are: \(names.joined(separator: ", "))"
        case .noSheets: nil
        }
    }
}

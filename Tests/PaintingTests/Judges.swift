import Foundation
import Painting
import TestSupport

/// What another program says of a PDF.
func ask(_ program: String, _ arguments: String..., of painted: PaintedPDF) throws -> String {
    let writesWhereItIsTold = program == "pdftotext" || arguments.contains("--qdf")
    return try say([program] + arguments, of: painted.bytes, then: writesWhereItIsTold ? ["-"] : [])
}

/// What a reader of codes finds on a picture.
func read(_ png: [UInt8]) throws -> String {
    let said = try say(["zbarimg", "--quiet", "--raw", "--nodbus"], of: png)
    return said.hasSuffix("\n") ? String(said.dropLast()) : said
}

private func say(_ command: [String], of bytes: [UInt8], then last: [String] = []) throws
    -> String
{
    let scratch = try Scratch()
    let file = try scratch.write(bytes, to: "file")
    return try run(command[0], command.dropFirst() + [file] + last, hearsMessages: true).text
}

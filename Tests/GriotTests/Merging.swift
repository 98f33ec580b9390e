import Foundation
import TestSupport

@testable import Griot

/// Merges a table of people into a layout, in a folder of its own.
func merged(
    _ layout: String,
    _ table: String,
    only: String? = nil,
    to pattern: String
) throws -> (result: Merge.Result, scratch: Scratch) {
    let scratch = try Scratch()
    let merge = Merge(
        subject: layout,
        data: try scratch.write(table, to: "people.csv"),
        only: only,
        output: scratch.path(pattern),
        language: "fr"
    )
    return (try merge.run(Installation(folder: Desk.root.path)), scratch)
}

/// Four people, of whom the third has no address that is one.
let guestList = """
    Prénom;Nom;Pays;Courriel
    Fatou;DIALLO;SN;f.diallo@example.org
    Adama;KONE;ML;a.kone@example.org
    Adama;KONE;ML;pas une adresse
    Adama;Kone;ML;other@example.org
    """

/// A merged file with its objects in the open, as qpdf shows it.
func structure(of file: String = "all.pdf", in folder: URL) throws -> String {
    let path = folder.appending(path: file).path
    return try ask("qpdf", "--qdf", "--object-streams=disable", path, "-").text
}

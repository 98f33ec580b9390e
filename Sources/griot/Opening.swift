import Diagnostics
import Griot

/// ‘griot open’: the event folder that a PDF carries.
func openFile(_ arguments: Arguments, _ terminal: Terminal) -> ExitStatus {
    let path = arguments.operands[0]
    do throws(GriotError) {
        let source = try AttachedSource(opening: path)
        let folder = arguments["output"] ?? stem(of: path)
        let house = try? Installation.find()
        let written = try source.write(
            to: folder,
            replacing: arguments.has("force"),
            beside: house
        )
        for file in written { terminal.say("\(file)\n") }
        for font in source.fonts {
            terminal.note(
                "\(folder)/\(font) is not in it: a PDF carries no font to set with; put it there first"
            )
        }
        terminal.note("\(source.command(in: folder)) makes the pages again")
        if let house { tellOfChanges(since: source, in: house, folder, terminal) }
        return .success
    } catch {
        complain(error, terminal)
        return error.status
    }
}

/// What would look otherwise today: who takes a record up again may want either.
private func tellOfChanges(
    since source: AttachedSource,
    in house: Installation,
    _ folder: String,
    _ terminal: Terminal
) {
    for name in source.changes(in: house) {
        terminal.note("\(folder)/\(name) differs from Griot’s today, which holds without it")
    }
    if let version = source.otherVersion, !source.isWhole {
        terminal.note(
            "Griot \(version) made the pages; where its layouts have changed since, they differ"
        )
    }
}

extension AttachedSource {
    /// What to type for the same pages.
    fileprivate func command(in folder: String) -> String {
        let layout = self.layout.map { " --layout \(ShellWord($0))" } ?? ""
        let source = isWhole ? " --source" : ""
        let path = ShellWord(path: "\(folder)/\(paper)")
        return "griot render \(path) --lang \(language)\(layout)\(source)"
    }
}

/// The path without its ending; where there is none, with one, since the folder needs another name.
private func stem(of path: String) -> String {
    path.lowercased().hasSuffix(".pdf") && !path.hasSuffix("/.pdf")
        ? String(path.dropLast(4)) : path + ".source"
}

/// ‘griot extract’: data for other programs out of a PDF.
func extractData(_ arguments: Arguments, _ terminal: Terminal) -> ExitStatus {
    withPress(terminal) { press in
        let path = arguments.operands[0]
        do throws(GriotError) {
            let forms = Set(Extraction.Form.allCases.filter { arguments.has($0.rawValue) })
            let extraction = press.extract(forms, from: try AttachedSource(opening: path))
            report(extraction.outcome, arguments, terminal)
            let folder = arguments["output"] ?? "."
            for file in try extraction.write(to: folder) { terminal.say("\(file)\n") }
            for note in extraction.notes { terminal.note("\(path): \(note)") }
            return extraction.outcome.status
        } catch {
            complain(error, terminal)
            return error.status
        }
    }
}

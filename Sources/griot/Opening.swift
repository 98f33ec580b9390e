import Griot

/// ‘griot open’: the event folder that a PDF carries.
func openFile(_ arguments: Arguments, _ terminal: Terminal) -> ExitStatus {
    let path = arguments.operands[0]
    do throws(GriotError) {
        let source = try AttachedSource(opening: path)
        let folder = arguments["output"] ?? stem(of: path)
        let written = try source.write(to: folder, replacing: arguments.has("force"))
        for file in written { terminal.say("\(file)\n") }
        terminal.tell("\(source.command(in: folder)) makes the pages again\n")
        return .success
    } catch {
        complain(error, terminal)
        return error.status
    }
}

extension AttachedSource {
    /// What to type for the same pages.
    fileprivate func command(in folder: String) -> String {
        let layout = self.layout.map { " --layout \(quoted($0))" } ?? ""
        return "griot render \(quoted("\(folder)/\(paper)")) --lang \(language)\(layout)"
    }

    /// A word that a shell takes as it is, whoever chose it.
    private func quoted(_ word: String) -> String {
        let isPlain = word.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0)
                || "/._-".unicodeScalars.contains($0)
        }
        return isPlain && !word.hasPrefix("-")
            ? word : "'" + word.replacing("'", with: "'\\''") + "'"
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
            for note in extraction.notes { terminal.tell("\(path): \(note)\n") }
            return extraction.outcome.status
        } catch {
            complain(error, terminal)
            return error.status
        }
    }
}

import Diagnostics
import Griot

/// ‘griot new’: a file to fill in.
func newFile(_ arguments: Arguments, _ terminal: Terminal) -> ExitStatus {
    withPress(terminal) { press in
        let kind = arguments.operands[0]
        guard
            let text = press.skeleton(ofKind: kind, language: arguments["lang"] ?? Speech.language)
        else {
            return complainOfKind(kind, press, terminal)
        }
        let path = arguments["output"] ?? "\(kind).yaml"
        guard path != "-" else {
            terminal.say(text)
            return .success
        }
        do throws(GriotError) {
            try press.begin(file: path, with: text)
            terminal.say("\(path)\n")
            return .success
        } catch {
            complain(error, terminal)
            return error.status
        }
    }
}

/// ‘griot kinds’: what can be written, or how one kind is.
func listKinds(_ arguments: Arguments, _ terminal: Terminal) -> ExitStatus {
    withPress(terminal) { press in
        let language = arguments["lang"] ?? Speech.language
        if let kind = arguments.operands.first {
            let text =
                arguments.has("schema")
                ? press.schema(ofKind: kind) : press.reference(ofKind: kind, language: language)
            guard let text else { return complainOfKind(kind, press, terminal) }
            terminal.say(text)
        } else if arguments.has("reference") {
            for (name, _) in press.kinds(language: language) {
                terminal.say((press.reference(ofKind: name, language: language) ?? "") + "\n")
            }
            terminal.say(press.richTextReference(language: language))
        } else {
            terminal.say(aligned(press.kinds(language: language)))
        }
        return .success
    }
}

/// ‘griot layouts’: what papers there are.
func listLayouts(_ arguments: Arguments, _ terminal: Terminal) -> ExitStatus {
    withPress(terminal) { press in
        guard let first = arguments.operands.first else {
            if arguments.has("reference"), Speech.language != "en" {
                let head = terminal.phrased(
                    "This reference is in English, as are the keys of layouts."
                )
                terminal.say("*\(head)*\n\n")
            }
            terminal.say(
                arguments.has("reference")
                    ? press.layoutReference()
                    : aligned(
                        press.layouts(ofEvent: ".").map { ($0.name, terminal.phrased($0.meaning)) }
                    )
            )
            return .success
        }
        guard first == "copy", arguments.operands.count > 1 else {
            terminal.complain(
                UsageError(
                    sentence: "‘griot layouts’ does not know what to do with ‘\(first)’",
                    hint: "‘griot layouts copy NAME’ copies one"
                )
            )
            return .usage
        }
        return copy(arguments.operands[1...], to: arguments["output"] ?? ".", press, terminal)
    }
}

/// Copies a layout, a part, a brand or a language pack, which may get a name of its own.
private func copy(
    _ names: ArraySlice<String>,
    to folder: String,
    _ press: Press,
    _ terminal: Terminal
) -> ExitStatus {
    let name = names[names.startIndex]
    let own = names.count > 1 ? names[names.startIndex + 1] : nil
    if let own, own.contains("/") || own.hasSuffix(".yaml") {
        terminal.complain(
            UsageError(
                sentence: "‘\(own)’ is no name of a layout or a brand",
                hint: "write the name alone, as papers will say it: griot layouts copy \(name) ours"
            )
        )
        return .usage
    }
    do throws(GriotError) {
        guard let path = try press.copyDesign(name, as: own, to: folder) else {
            terminal.complain(
                UsageError(
                    sentence: "there is no layout ‘\(name)’",
                    hint: press.nearestLayout(to: name).map { "did you mean ‘\($0)’?" }
                        ?? "‘griot layouts’ lists them"
                )
            )
            return .usage
        }
        terminal.say("\(path)\n")
        return .success
    } catch {
        complain(error, terminal)
        return error.status
    }
}

/// ‘griot fonts’: what pages are set in; a missing one is a failure of the machine.
func listFonts(_ arguments: Arguments, _ terminal: Terminal) -> ExitStatus {
    withPress(terminal) { press in
        var missing: Set<String> = []
        for font in press.fonts(of: ".") {
            let state: Diagnostic.Message =
                font.isPresent ? "\(font.file)" : "missing: apt install \(font.package)"
            let name = "\(font.family) \(font.weight)"
            let face = font.isItalic ? terminal.phrased("\(name) italic") : name
            terminal.say("\(face)\n    \(terminal.phrased(state))\n")
            if !font.isPresent { missing.insert(font.package) }
        }
        guard !missing.isEmpty else { return .success }
        let packages = missing.sorted().joined(separator: " ")
        terminal.note("to bring them all: apt install \(packages)")
        return .failure
    }
}

private func complainOfKind(_ kind: String, _ press: Press, _ terminal: Terminal) -> ExitStatus {
    let meant: Diagnostic.Message? = press.nearestKind(to: kind).map(Suggestion.didYouMean)
    terminal.complain(
        UsageError(
            sentence: "there is no kind ‘\(kind)’",
            hint: meant ?? "‘griot kinds’ lists them"
        )
    )
    return .usage
}

private func aligned(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, meaning in
        "\(name)\(String(repeating: " ", count: width - name.count))  \(meaning)\n"
    }.joined()
}

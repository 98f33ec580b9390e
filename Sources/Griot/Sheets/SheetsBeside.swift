internal import Content
internal import Diagnostics

extension Report {
    /// The report with the sheets of a folder that may hold those of whom all are asked for, where none is
    /// described: most lists of guests are called otherwise.
    func offering(sheetsIn folder: @autoclosure () -> String, among kinds: KindLibrary) -> Report {
        guard diagnostics.contains(where: { $0.message.topic?.undescribed != nil }) else {
            return self
        }
        let sheets = Paths.names(in: folder()).sorted().filter { name in
            SheetRegisters.endings.contains { name.lowercased().hasSuffix(".\($0)") }
                && !name.hasPrefix("~") && SheetRegisters.kind(ofSheet: name, among: kinds) == nil
        }
        var rest = Report()
        for diagnostic in diagnostics {
            let kind = diagnostic.message.topic?.undescribed.flatMap { kinds[$0] }
            guard let kind, let first = sheets.first, let dot = first.lastIndex(of: ".") else {
                rest.add(diagnostic)
                continue
            }
            let name = kind.wordForMany + first[dot...].lowercased()
            rest.add(
                diagnostic.hinting(
                    "if they stand in \(.either(sheets.prefix(3))), call it ‘\(name)’"
                )
            )
        }
        return rest
    }
}

extension Diagnostic.Topic {
    fileprivate var undescribed: String? {
        if case .undescribed(let kind) = self { kind } else { nil }
    }
}

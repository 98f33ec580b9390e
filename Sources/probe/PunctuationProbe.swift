import Content
import Diagnostics
import Flow
import Layouts

/// Prints each text as it would be set: a language tag, a tab and a text a line.
///
/// Marks that stand off their words as they do in French are named on standard error.
func probePunctuation() -> Int32 {
    let packs = PackFolder()
    var readings: [String: Proofreading] = [:]
    var number = 0
    return answerLines { line in
        number += 1
        let fields = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
        guard fields.count == 2 else { return String(line) }
        let text = String(fields[1])
        let tag = String(fields[0])
        let reading = readings[tag] ?? Proofreading(packs.pack(tag))
        readings[tag] = reading
        let set = reading.punctuated(text)
        for place in set.foreignSpacing {
            let mark = String(decoding: Array(text.utf8)[place...place], as: UTF8.self)
            StandardStream.error.write(
                "stdin:\(number): warning: ‘\(mark)’ stands off its word, as in French\n"
            )
        }
        return set.text
    }
}

/// Prints each value as its language does: a kind, a tab, a language tag, a tab and a text a line.
func probeValues() -> Int32 {
    let types: [String: FieldType] = [
        "date": .date, "time": .time, "phone": .phone, "email": .email, "name": .personName,
    ]
    let packs = PackFolder()
    var sources = Sources()
    let source = sources.add(SourceFile(name: "stdin", bytes: []))
    let span = Span(source, 0..<0)
    return answerLines { line in
        let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
            .map(String.init)
        guard fields.count == 3, let type = types[fields[0]] else { return String(line) }
        var report = Report()
        let value = readValue(fields[2], as: type, in: fields[1], at: span, reporting: &report)
        if !report.isEmpty {
            StandardStream.error.write(DiagnosticPrinter().text(of: report, from: sources))
        }
        return value.map { printed($0, in: fields[1], by: packs.pack(fields[1])) } ?? fields[2]
    }
}

import Diagnostics
import YAML

/// Prints each document of a YAML stream as a line of JSON, or where the stream goes wrong.
func probeYAML() -> Int32 {
    var sources = Sources()
    let source = sources.add(SourceFile(name: "stdin", bytes: standardInput()))
    var report = Report()
    let documents = parse(source, in: sources, reporting: &report)
    guard !report.hasErrors else {
        StandardStream.error.write(DiagnosticPrinter().text(of: report, from: sources))
        return 1
    }
    for document in documents {
        StandardStream.output.write(CoreSchema.json(document) + "\n")
    }
    return 0
}

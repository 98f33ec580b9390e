import Diagnostics
import YAML

/// What came of reading a text: its trees, and what the writer is told.
struct Reading {
    let sources: Sources
    let source: SourceID
    let documents: [Document]
    let report: Report

    init(_ text: String, limits: Limits = .standard) {
        self.init(Array(text.utf8), limits: limits)
    }

    init(_ bytes: [UInt8], limits: Limits = .standard) {
        var sources = Sources()
        source = sources.add(SourceFile(name: "event.yaml", bytes: bytes))
        self.sources = sources
        var report = Report()
        documents = read(source, in: sources, limits: limits, reporting: &report)
        self.report = report
    }

    var root: Node? { documents.first?.root }
    var messages: [String] { report.diagnostics.map(\.message.description) }
    var printed: String { DiagnosticPrinter().text(of: report, from: sources) }

    var dump: String {
        documents.map { $0.root.dump() }.joined(separator: "---\n")
    }

    func source(of span: Span) -> String {
        let bytes = sources[source].bytes[Int(span.start)..<Int(span.end)]
        return String(decoding: bytes, as: UTF8.self)
    }
}

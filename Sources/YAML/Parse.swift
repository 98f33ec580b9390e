package import Diagnostics

/// Reads a YAML 1.2 stream: one located tree for each document.
///
/// Mistakes are reported and reading goes on at the next entry, so one run shows them all. What
/// is returned beside errors is what could be saved, not what was meant: ask `report.hasErrors`.
package func parse(
    _ source: SourceID,
    in sources: Sources,
    limits: Limits = .standard,
    reporting report: inout Report
) -> [Node] {
    read(source, in: sources, limits: limits, reporting: &report).map(\.root)
}

/// Reads a YAML 1.2 stream and keeps its comments.
package func read(
    _ source: SourceID,
    in sources: Sources,
    limits: Limits = .standard,
    reporting report: inout Report
) -> [Document] {
    let bytes = sources[source].bytes
    guard admits(bytes, of: source, limits: limits, reporting: &report) else { return [] }
    var parser = Parser(bytes, source: source, limits: limits)
    let documents = parser.stream()
    report.add(contentsOf: parser.report)
    return documents
}

internal import Diagnostics

extension Making.Results {
    /// Tells once of all papers whose sources stay for what people have not agreed to show.
    mutating func gatherStayingSources() {
        let staying = papers.indices.filter { papers[$0].staysForPeople }
        guard staying.count > 1 else { return }
        for index in staying { papers[index].outcome.messages.drop(.personalSource) }
        let names = staying.map { Paths.name(of: papers[$0].file) }
        ofTheFolder.report.add(
            .remark(.sourcesStay(of: names), at: nil).hinting(SourceObjection.personal.hint)
        )
    }
}

extension Making.Result {
    fileprivate var staysForPeople: Bool {
        outcome.messages.report.diagnostics.contains { $0.message.topic == .personalSource }
    }
}

extension Messages {
    mutating func drop(_ topic: Diagnostic.Topic) {
        var rest = Report()
        for diagnostic in report.diagnostics where diagnostic.message.topic != topic {
            rest.add(diagnostic)
        }
        report = rest
    }
}

extension Diagnostic.Message {
    fileprivate static func sourcesStay(of papers: [String]) -> Self {
        "the sources of \(quoted(papers, first: 3)) are not attached: they hold what people have not agreed to show"
    }
}

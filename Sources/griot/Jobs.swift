import Griot

extension Arguments {
    /// The editions that were asked for; none stands for all.
    var languages: [String] { self["lang"].map { $0.split(separator: ",").map(String.init) } ?? [] }

    /// Parsing has refused formats that there are not.
    var format: Job.Format { self["format"].flatMap(Job.Format.init(rawValue:)) ?? .pdf }

    func job(for file: String) -> Job {
        Job(file: file, languages: languages, layout: self["layout"], format: format)
    }
}

extension GriotError {
    var status: ExitStatus { blame == .world ? .failure : .mistake }
}

extension Outcome {
    var status: ExitStatus {
        if let failure { return failure.status }
        return messages.hasErrors ? .mistake : .success
    }
}

internal import Diagnostics
internal import Flow
internal import Pictures

extension Run {
    /// Warns of pictures in which words are drawn, where nobody hears them; how many there are.
    mutating func reportLettering(in edition: Edition) -> Int {
        var count = 0
        for (source, picture) in zip(edition.flow.pictures, edition.pictures.present) {
            guard let picture, let warning = picture.warning(of: source.path, at: source.origin)
            else { continue }
            report.add(warning)
            count += 1
        }
        return count
    }
}

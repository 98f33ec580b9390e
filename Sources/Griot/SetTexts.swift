internal import Content
internal import Diagnostics
internal import Layouts

extension Shelves {
    /// A paper with the set texts of its brand where its own texts ask for them.
    ///
    /// Before anything is left out of it: what a set text says of people is searched like the rest.
    ///
    /// - Parameter languages: Those asked for beside its own.
    func filled(
        _ brief: Brief,
        in languages: [String],
        eventFolder: String,
        reporting report: inout Report
    ) -> Brief {
        guard brief.asksForSnippets else { return brief }
        let brand = brand(
            brief.brandName,
            askedAt: brief.askedBrand?.span,
            eventFolder: eventFolder
        )
        var all = languages.isEmpty ? brief.languages : languages
        for tag in brief.languages + brief.spokenLanguages.sorted() where !all.contains(tag) {
            all.append(tag)
        }
        return brief.filled(
            with: Snippets(of: brief.brandName, brand.snippets),
            in: all,
            reporting: &report
        )
    }
}

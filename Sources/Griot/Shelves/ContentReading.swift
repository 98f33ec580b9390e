internal import Content
internal import Diagnostics
internal import Layouts
internal import YAML

extension Shelves {
    /// Reads the files of a paper, of which it is the first; nil where that is none.
    ///
    /// Whatever is made of a paper is made of this: set texts of its brand stand where its own texts ask
    /// for them, before anything is left out of it, since what they say of people is searched like the
    /// rest.
    ///
    /// - Parameters:
    ///   - named: What the search for files that it names found besides them.
    ///   - sheets: Those of the files that are sheets.
    ///   - languages: Those asked for beside its own.
    ///   - brand: The brand of a name, asked at a place.
    func paper(
        of files: [ContentFile],
        named: NamedFiles = NamedFiles(),
        sheets: [SheetRegister] = [],
        in languages: [String],
        dressedBy brand: (String, Span?) -> Brand,
        reporting report: inout Report
    ) -> Brief? {
        let folder = Paths.folder(of: files.first.map { sources[$0.root.span.source].name } ?? "")
        var heard = Report()
        var brief = brief(of: files, named: named, in: folder, reporting: &heard)
        if let written = brief, written.asksForSnippets {
            let snippets = Snippets(
                of: written.brandName,
                brand(written.brandName, written.askedBrand?.span).snippets
            )
            brief = written.filled(
                with: snippets,
                in: written.languages(besides: languages),
                reporting: &heard
            )
        }
        var whole = Report()
        for sheet in sheets { whole.add(contentsOf: sheet.heard) }
        whole.add(
            contentsOf: heard.inTheWords(of: sheets).offering(sheetsIn: folder, among: kinds)
        )
        brief?.putAside(mistakesElsewhereIn: &whole)
        report.add(contentsOf: whole)
        return brief
    }

    private func brief(
        of files: [ContentFile],
        named: NamedFiles,
        in folder: String,
        reporting report: inout Report
    ) -> Brief? {
        var search: DescribingFiles?
        let briefs = read(
            files,
            kinds: kinds,
            named: named,
            fileHolding: { reference in
                if search == nil { search = DescribingFiles(in: folder) }
                return search?.names[reference]
            },
            reporting: &report
        )
        return briefs.first { $0.name == files.first?.name }
    }
}

extension Brief {
    /// The languages in which a paper is printed or speaks, those asked for first.
    fileprivate func languages(besides asked: [String]) -> [String] {
        var all = asked.isEmpty ? languages : asked
        for tag in languages + spokenLanguages.sorted() where !all.contains(tag) {
            all.append(tag)
        }
        return all
    }
}

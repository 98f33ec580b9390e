import Diagnostics
import YAML

/// Names that are written once for each language, whole or in parts.
extension PersonName {
    /// A part that is spelled, and may be spelled otherwise in another script.
    enum Part: String, CaseIterable {
        case given, particles, family, degrees
        case sortAs = "sort_as"

        /// Whether a name that has it in one language reads as half a name without it in another.
        var isNeeded: Bool { self == .given || self == .family }
    }

    /// A part as it is written in each language.
    struct Spelling {
        let part: Part
        let text: LocalizedText

        func edition(in language: String?) -> LocalizedText.Edition? {
            guard let language else { return text.editions.first { $0.language == nil } }
            return text.ownEdition(in: language)
        }
    }

    subscript(part: Part) -> String {
        get {
            switch part {
            case .given: given
            case .particles: particles
            case .family: family
            case .degrees: degrees
            case .sortAs: sortAs ?? ""
            }
        }
        set {
            switch part {
            case .given: given = newValue
            case .particles: particles = newValue
            case .family: family = newValue
            case .degrees: degrees = newValue
            case .sortAs: sortAs = newValue
            }
        }
    }

    /// A name that is written differently from language to language, each form as one typed in one piece.
    init(forms texts: LocalizedText) {
        let forms = texts.editions.map { text in
            Form(
                language: text.language,
                name: PersonName(splitting: text.content, at: text.span),
                span: text.span
            )
        }
        self = (forms.first { !$0.name.family.isEmpty } ?? forms[0]).name
        self.forms = forms
    }

    /// The name with a form for each language in which its parts are spelled; as it is where none are.
    ///
    /// In a language that has one part and not the other there is no form: half a name in one script and
    /// half in another is nobody’s.
    func spelled(_ spellings: [Spelling], reporting report: inout Report) -> PersonName {
        guard let first = spellings.first else { return self }
        var languages: [String?] = []
        for edition in spellings.flatMap(\.text.editions)
        where !languages.contains(edition.language) { languages.append(edition.language) }
        var forms: [Form] = []
        for language in languages {
            guard let wanting = spellings.first(where: { $0.isWanting(in: language) }) else {
                let name = spelled(spellings, in: language)
                forms.append(
                    Form(language: language, name: name, span: first.text.editions[0].span)
                )
                continue
            }
            report.add(wanting.warning(in: language, besides: spellings))
        }
        // Where no language has all of it, what is there stands together.
        guard !forms.isEmpty else {
            return spelled(spellings, in: first.text.editions[0].language)
        }
        var name = (forms.first { $0.name.isLatin } ?? forms[0]).name
        name.forms = forms
        return name
    }

    private func spelled(_ spellings: [Spelling], in language: String?) -> PersonName {
        var name = self
        for spelling in spellings {
            let own = spelling.edition(in: language)
            let stands = spelling.part.isNeeded ? spelling.text.editions[0] : nil
            if let edition = own ?? stands { name[spelling.part] = edition.content }
        }
        return name
    }

    /// A part by the language of each form, where it is written so.
    package func spelling(of part: KeyPath<PersonName, String>) -> LocalizedText? {
        guard forms.contains(where: { $0.name.typed == nil }) else { return nil }
        let spelled = localized { $0[keyPath: part] }
        return spelled.editions.contains { !$0.content.isEmpty } ? spelled : nil
    }

    /// Whether it is written in the letters of most languages here.
    package var isLatin: Bool {
        [given, family, full?.editions[0].content ?? ""].allSatisfy { Self.isLatin($0[...]) }
    }

    static func isLatin(_ word: Substring) -> Bool {
        word.unicodeScalars.allSatisfy {
            $0.value < 0x370 || $0.value >= 0x1E00 && $0.value < 0x2070
        }
    }
}

extension PersonName.Spelling {
    func isWanting(in language: String?) -> Bool {
        part.isNeeded && edition(in: language) == nil
    }

    func warning(in language: String?, besides others: [Self]) -> Diagnostic {
        let tag = language ?? "und"
        let other = others.first { $0.edition(in: language) != nil }
        var problem = Diagnostic.warning(.halfAName(part.rawValue, tag), at: text.editions[0].span)
        if let other, let edition = other.edition(in: language) {
            problem = problem.noting("the other part is written here", at: edition.span)
        }
        return problem.hinting("write it in ‘\(tag)’ as well")
    }
}

extension Diagnostic.Message {
    fileprivate static func halfAName(_ part: String, _ language: String) -> Self {
        "‘\(part)’ is not written in ‘\(language)’, as another part of the name is: in that language the name is printed as in another"
    }
}

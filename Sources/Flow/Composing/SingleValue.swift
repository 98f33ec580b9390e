package import Content
import Diagnostics
package import Layouts

/// A value as a language prints it where no layout asks for a form.
package func printed(_ value: Value, in language: String, by pack: LanguagePack) -> String {
    let record = Record(kind: "", span: value.span)
    let composer = Composer(
        brief: Brief(record: record, registry: Registry()),
        layout: Layout(),
        language: language,
        house: House(brand: Brand(), pack: pack),
        report: Report()
    )
    if case .personName(let name) = value.content { return composer.text(of: name, form: .full) }
    return composer.text(of: value, by: [])
}

/// A language’s punctuation, for one text after the other.
package struct Proofreading {
    private let punctuation: Punctuation

    package init(_ pack: LanguagePack) { punctuation = Punctuation(pack) }

    /// Text as it is set, and where marks stand off their words as they do not in the language: offsets
    /// in the bytes as typed.
    package func punctuated(_ text: String) -> (text: String, foreignSpacing: [Int]) {
        let bytes = Array(text.utf8)
        let proof = punctuation.proof(bytes, in: 0..<bytes.count)
        let set = Revision(proof.edits).text(from: bytes)
        return (String(decoding: set, as: UTF8.self), proof.foreignSpacing)
    }
}

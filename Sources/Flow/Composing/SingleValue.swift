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

/// Text with its language’s punctuation, and where marks stand off their words as they do not in
/// that language: offsets in the bytes as typed.
package func punctuated(_ text: String, by pack: LanguagePack)
    -> (text: String, foreignSpacing: [Int])
{
    let bytes = Array(text.utf8)
    let proof = Punctuation(pack).proof(bytes, in: 0..<bytes.count)
    let set = Revision(proof.edits).text(from: bytes)
    return (String(decoding: set, as: UTF8.self), proof.foreignSpacing)
}

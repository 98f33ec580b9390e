import Content
import Diagnostics
import Unicode

/// Descriptions of pictures that say nothing to somebody who hears them.
///
/// Source: W3C, *Web Content Accessibility Guidelines 2.1*, failure F30: names of files and words such as
/// “image” are no alternative to it; *Images Tutorial*, on captions that are read as well.
struct EmptyDescription {
    private let words: String

    init(_ words: String) { self.words = words.folded }

    /// Whether it names the file, or only says that there is a picture.
    func names(_ path: String) -> Bool {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        let stem = file.split(separator: ".").dropLast().joined(separator: ".")
        let names = [path, file, stem].map(\.folded)
        if !words.isEmpty, names.contains(words) { return true }
        let bare = words.split(separator: " ").filter { !$0.allSatisfy(\.isNumber) }.map(
            String.init
        )
        // “Photo 3” and “IMG_2041” tell the same; so does a figure alone.
        let telling = bare.filter { !Self.smallWords.contains($0) }
        guard !telling.isEmpty else { return bare.isEmpty }
        return telling.allSatisfy { Self.namesOfPictures.contains($0) || Self.isOfACamera($0) }
    }

    /// Whether it is a text that stands below the picture already.
    func repeats(_ caption: String) -> Bool { !words.isEmpty && words == caption.folded }

    /// What cameras and telephones call their files: `IMG_2041`, `DSC00123`, `PXL_20240514`.
    private static func isOfACamera(_ word: String) -> Bool {
        let letters = word.prefix { $0.isLetter }
        return ["img", "dsc", "dscn", "dscf", "pxl"].contains(String(letters))
            && word.dropFirst(letters.count).allSatisfy(\.isNumber)
    }

    /// In the languages of the house.
    private static let namesOfPictures = words(
        "image images picture pictures pic photo photos photograph photography figure fig chart graph graphic",
        "diagram map logo illustration drawing screenshot alt text description",
        "photographie graphique diagramme carte schema dessin texte alternatif legende",
        "imagem imagens foto fotos fotografia figura grafico mapa ilustracao desenho logotipo",
        "bild bilder abbildung abb grafik karte zeichnung",
        "صورة الصورة شكل الشكل رسم مخطط خريطة شعار"
    )
    /// What stands beside those and tells no more.
    private static let smallWords = words(
        "a an the of no nr n un une le la les l de du des d o os as um uma do da der die das ein eine"
    )

    private static func words(_ lines: String...) -> Set<String> {
        Set(lines.flatMap { $0.withoutMarks.split(separator: " ").map(String.init) })
    }
}

extension Composer {
    /// Warns of a description from which nobody learns what is to be seen.
    mutating func reportEmptyDescription(
        _ words: String,
        at said: Value,
        of path: String,
        above caption: Value?
    ) {
        let description = EmptyDescription(words)
        let span = said.place(in: language)
        if description.names(path) {
            report.add(
                .warning(.saysNothing(words), at: span)
                    .hinting("say what is to be seen, or ‘decorative: yes’ where it says nothing")
            )
        } else if let caption, description.repeats(text(of: caption, by: nil)) {
            report.add(
                .warning(.saysTheCaption, at: span)
                    .hinting("say what is to be seen; the caption is read as well")
            )
        }
    }
}

extension Value {
    /// Where its text in a language was written.
    fileprivate func place(in language: String) -> Span {
        if case .text(let text) = content { text.edition(in: language).span } else { span }
    }
}

extension Diagnostic.Message {
    fileprivate static func saysNothing(_ words: String) -> Self {
        "the description ‘\(shortened(words))’ tells nobody what the picture shows"
    }

    fileprivate static let saysTheCaption: Self =
        "the description of this picture is its caption over again"
}

import Diagnostics

/// Words that people know from style sheets of the web, from word processors and in French, for those of the
/// layout language.
enum OtherWords {
    /// The hint that names the word of the layout language which says the same, where it is one of those
    /// known at the place; else the nearest of them.
    static func didYouMean(_ word: String, among known: [String]) -> Diagnostic.Message? {
        let meant = (words[word.lowercased()] ?? []).first { known.contains($0) }
        return meant.map(Suggestion.didYouMean) ?? Suggestion.didYouMean(word, among: known)
    }

    private static let words: [String: [String]] = [
        // Values
        "bottom": ["foot", "end"], "bas": ["foot"], "haut": ["top"], "milieu": ["middle"],
        "center": ["centre", "middle"], "left": ["start"], "right": ["end"],
        "gauche": ["start"], "droite": ["end"], "justify": ["justified"], "auto": ["content"],
        "always": ["page"],
        // Blocks
        "for": ["each"], "foreach": ["each"], "repeat": ["each"], "if": ["when"],
        "image": ["picture"], "img": ["picture"], "photo": ["picture"], "title": ["heading"],
        "titre": ["heading"], "p": ["paragraph"], "paragraphe": ["paragraph"],
        "include": ["part"], "use": ["part"], "toc": ["contents"], "sommaire": ["contents"],
        "qr": ["code"], "qrcode": ["code"], "line": ["rule"], "hr": ["rule"], "filet": ["rule"],
        "tableau": ["table"], "liste": ["list"], "texte": ["text"], "else": ["otherwise"],
        // Keys
        "font-size": ["size"], "font-family": ["font"], "font-weight": ["weight"],
        "bold": ["weight"], "gras": ["weight"], "graisse": ["weight"], "font-style": ["italic"],
        "italique": ["italic"], "line-height": ["leading"], "interligne": ["leading"],
        "letter-spacing": ["tracking"], "text-align": ["align"], "background-color": ["background"],
        "fond": ["background"], "couleur": ["colour"], "taille": ["size", "side"],
        "corps": ["size"], "police": ["font"], "margin-top": ["before"],
        "margin-bottom": ["after"], "space-before": ["before"], "space-after": ["after"],
        "margin-left": ["margin-start"], "margin-right": ["margin-end"],
        "border-left": ["border-start"], "border-right": ["border-end"],
        "text-indent": ["indent"], "retrait": ["indent"], "page-break-before": ["break-before"],
        "colonnes": ["columns"], "marges": ["margins"], "cadres": ["frames"],
        "largeur": ["width"], "hauteur": ["height"], "format": ["size"], "x": ["start", "left"],
        "y": ["top"], "under": ["below"], "over": ["above"], "espace": ["gap", "space"],
    ]
}

import Unicode

extension Bool {
    /// Reads yes and no as people type them in English, French, German and Portuguese, ticks included.
    ///
    /// A cross is neither: to some it is a tick.
    init?(typed text: String) {
        switch text.lowercased() {
        case "yes", "true", "on", "oui", "vrai", "ja", "sim", "y", "o", "ok", "✓", "✔": self = true
        case "no", "false", "off", "non", "faux", "nein", "não", "nao", "n": self = false
        default:
            guard let answer = Self.answers[text.folded] else { return nil }
            self = answer
        }
    }

    /// What people answer to a form that asks them whether they agree, folded.
    ///
    /// Of one who agrees to a part, or on a condition, nobody knows what to make.
    private static let answers: [String: Bool] = {
        let yes = [
            "oui j accepte", "j accepte", "oui je suis d accord", "je suis d accord", "d accord",
            "oui d accord", "oui merci", "yes i agree", "i agree", "yes i do", "agreed",
            "yes please",
            "sim aceito", "aceito", "sim concordo", "concordo", "ja ich stimme zu",
        ]
        let no = [
            "non merci", "non je n accepte pas", "je n accepte pas", "non je refuse", "je refuse",
            "refus", "refuse", "non je ne suis pas d accord", "je ne suis pas d accord",
            "pas d accord", "no thanks", "no thank you", "no i do not agree", "i do not agree",
            "i don t agree", "no i don t", "i disagree", "nao aceito", "nao concordo",
            "nao obrigado",
            "nao obrigada", "nein danke",
        ]
        return Dictionary(yes.map { ($0, true) } + no.map { ($0, false) }) { first, _ in first }
    }()
}

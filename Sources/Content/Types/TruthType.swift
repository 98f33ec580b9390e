extension Bool {
    /// Reads yes and no as people type them in English, French, German and Portuguese, ticks included.
    ///
    /// A cross is neither: to some it is a tick.
    init?(typed text: String) {
        switch text.lowercased() {
        case "yes", "true", "on", "oui", "vrai", "ja", "sim", "y", "o", "ok", "✓", "✔": self = true
        case "no", "false", "off", "non", "faux", "nein", "não", "nao", "n": self = false
        default: return nil
        }
    }
}

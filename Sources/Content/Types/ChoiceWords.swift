import Unicode

/// What people call the choices of a field, in the languages of those who write and who fill in lists.
package enum ChoiceWords {
    /// Without accents, in small letters; what a noun is for a woman stands beside what it is for a man.
    private static let words: [String: Set<String>] = [
        // Sex, which lists of participants ask for.
        "f": [
            "femme", "female", "woman", "feminin", "feminino", "mulher", "weiblich", "frau", "mme",
            "mlle", "madame", "mrs", "ms", "sra", "muso", "jigeen", "mace", "debbo", "أنثى",
            "انثى", "امرأة",
        ],
        "m": [
            "homme", "h", "male", "man", "masculin", "masculino", "homem", "mannlich", "mann", "mr",
            "monsieur", "sr", "goor", "namiji", "gorko", "ذكر", "رجل",
        ],
        "x": ["autre", "other", "outro", "divers", "non-binaire", "non-binary"],
        "undisclosed": ["non precise", "non renseigne", "not said", "nao informado"],
        // What somebody does at a gathering.
        "chair": [
            "president", "presidente", "president de seance", "presidente de seance", "presidence",
            "presidente da sessao", "chairperson", "chairman", "chairwoman",
        ],
        "opening": ["ouverture", "abertura", "mot d'ouverture", "mot d’ouverture"],
        "keynote": [
            "orateur principal", "oratrice principale", "conferencier", "conferenciere",
            "orador principal", "oradora principal", "keynote speaker",
        ],
        "moderator": [
            "moderateur", "moderatrice", "moderation", "moderador", "moderadora", "animateur",
            "animatrice",
        ],
        "speaker": [
            "intervenant", "intervenante", "orateur", "oratrice", "orador", "oradora",
            "palestrante", "communicant", "communicante",
        ],
        "panellist": ["paneliste", "panelist", "panelista", "painelista"],
        "author": ["auteur", "auteure", "autrice", "autor", "autora"],
        "discussant": ["discutant", "discutante", "debatedor", "debatedora"],
        "rapporteur": ["rapporteuse", "rapporteure", "relator", "relatora"],
        "trainer": ["formateur", "formatrice", "formador", "formadora"],
        "interpreter": ["interprete", "traducteur", "traductrice"],
        "closing": ["cloture", "encerramento"],
        "organiser": [
            "organisateur", "organisatrice", "organisation", "organizer", "organizador",
            "organizadora", "organizacao", "comite d'organisation", "comite d’organisation",
        ],
        "press": ["presse", "journaliste", "journalist", "imprensa", "jornalista"],
        "participant": [
            "participante", "invite", "invitee", "guest", "attendee", "delegue", "deleguee",
            "delegate",
        ],
        "vip": [
            "invite d'honneur", "invitee d'honneur", "invite d’honneur", "invitee d’honneur",
            "guest of honour", "convidado de honra", "convidada de honra",
        ],
        "staff": ["equipe", "personnel", "logistique", "equipa", "pessoal"],
        "partner": ["partenaire", "parceiro", "parceira"],
        "funder": ["bailleur", "bailleur de fonds", "financeur", "donor", "financiador"],
        "media": ["medias", "presse", "radio", "imprensa"],
        // What sort of body somebody comes from.
        "ngo": ["ong", "organisation non gouvernementale", "organizacao nao governamental"],
        "foundation": ["fondation", "fundacao"],
        "ministry": ["ministere", "ministerio"],
        "local-government": [
            "collectivite", "collectivite locale", "collectivite territoriale", "commune", "mairie",
            "region", "autarquia", "camara municipal",
        ],
        "embassy": ["ambassade", "embaixada"],
        "university": ["universite", "universidade"],
        "research-institute": [
            "institut de recherche", "centre de recherche", "instituto de investigacao",
            "research centre",
        ],
        "igo": [
            "oig", "organisation internationale", "organisation intergouvernementale",
            "organizacao internacional",
        ],
        "security-forces": [
            "forces de securite", "forces de defense et de securite", "fds", "armee", "police",
            "gendarmerie", "forcas de seguranca",
        ],
        "private": ["prive", "secteur prive", "entreprise", "privado", "sector privado"],
        "womens-org": [
            "organisation de femmes", "association de femmes", "groupement de femmes",
            "organizacao de mulheres",
        ],
        "cso": ["osc", "societe civile", "association", "sociedade civil", "associacao"],
        "host": ["hote", "hotesse", "anfitriao", "anfitria"],
        // What happens.
        "registration": ["inscription", "inscriptions", "inscricao", "accueil"],
        "panel": ["table ronde", "painel", "round table"],
        "talk": ["expose", "presentation", "communication", "palestra", "conference"],
        "workshop": ["atelier", "oficina"],
        "discussion": ["debat", "debats", "echanges", "debate"],
        "break": ["pause", "pause-cafe", "pause cafe", "pausa", "coffee break"],
        "lunch": ["dejeuner", "almoco"],
        "dinner": ["diner", "jantar"],
        "photo": ["photo de famille", "photo de groupe", "fotografia"],
        "travel": ["voyage", "deplacement", "trajet", "viagem"],
        "reception": ["cocktail", "rececao"],
        "confirmed": ["confirme", "confirmee", "confirmado", "confirmada"],
        "tbc": ["a confirmer", "a confirmar", "to be confirmed"],
        "cancelled": ["annule", "annulee", "cancelado", "cancelada"],
        "done": ["fait", "feito", "termine"],
        "under-way": ["en cours", "em curso"],
        "in-person": ["presentiel", "en presentiel", "presencial"],
        "online": ["en ligne", "a distance", "visioconference", "em linha"],
        "hybrid": ["hybride", "hibrido"],
        "study": ["etude", "estudo"],
        "report": ["rapport", "relatorio"],
        "thesis": ["these", "tese"],
    ]

    /// The choice that a word in some language means; nil where none is called so.
    package static func meant(by text: String, among choices: [String]) -> String? {
        guard text.utf8.count <= longest, !choices.contains(text) else { return nil }
        let word = plain(text)
        return choices.first { $0 == word || words[$0]?.contains(word) == true }
    }

    /// In bytes; beyond, it is no word.
    private static let longest = 60

    /// `Intervenant·e` and `participant(e)` are the word for a man with a sign for all others.
    private static func plain(_ text: String) -> String {
        let word = text.withoutMarks.split { $0 == " " || $0 == "." || $0 == "\u{A0}" }
            .joined(separator: " ")
        for ending in ["·e", "(e)", "-e", "/e", "(a)", "·a", "/a"] where word.hasSuffix(ending) {
            return String(word.dropLast(ending.count))
        }
        return word
    }
}

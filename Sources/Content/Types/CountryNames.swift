import Unicode

extension Country {
    /// The code of the country that people call so, whatever hyphens, accents and capitals they give it.
    static func code(called name: String) -> String? {
        guard name.utf8.count <= 80 else { return nil }
        return byName[name.folded]
    }

    private static let byName: [String: String] = {
        var codes = usage
        for country in all {
            codes[country.english.folded] = country.code
            codes[country.french.folded] = country.code
        }
        return codes
    }()

    /// What some countries are called besides their names, folded: in lists of guests, by their neighbours,
    /// and in Portuguese.
    private static let usage: [String: String] = [
        "rdc": "CD", "rd congo": "CD", "r d congo": "CD", "drc": "CD", "dr congo": "CD",
        "congo kinshasa": "CD", "rep dem du congo": "CD", "congo rdc": "CD",
        "congo brazzaville": "CG", "republique du congo": "CG", "republic of the congo": "CG",
        "rca": "CF", "centrafrique": "CF", "guinee conakry": "GN", "guinea conakry": "GN",
        "republique de guinee": "GN", "guine": "GN", "guine bissau": "GW", "guinee bissao": "GW",
        "cote divoire": "CI", "ivory coast": "CI", "rci": "CI", "costa do marfim": "CI",
        "cap vert": "CV", "cape verde": "CV", "burkina": "BF", "la gambie": "GM",
        "the gambia": "GM", "swaziland": "SZ", "sao tome": "ST", "sao tome e principe": "ST",
        "mocambique": "MZ", "marrocos": "MA", "africa do sul": "ZA", "ile maurice": "MU",
        "usa": "US", "u s a": "US", "us": "US", "etats unis d amerique": "US",
        "united states of america": "US", "estados unidos": "US", "uk": "GB", "u k": "GB",
        "angleterre": "GB", "england": "GB", "great britain": "GB", "grande bretagne": "GB",
        "reino unido": "GB", "turkey": "TR", "the netherlands": "NL", "hollande": "NL",
        "franca": "FR", "brasil": "BR", "espanha": "ES", "alemanha": "DE", "belgica": "BE",
    ]
}

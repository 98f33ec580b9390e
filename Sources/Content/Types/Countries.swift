/// What is needed to read the names of countries and the telephone numbers in them.
struct Country {
    let code: String
    let english: String
    let french: String
    /// After the `+`.
    let calling: String
    /// How the figures after the calling code are parted on paper; empty is pairs from the end.
    let groups: [Int]

    private init(
        _ code: String,
        _ english: String,
        _ french: String,
        _ calling: String,
        _ groups: [Int]
    ) {
        self.code = code
        self.english = english
        self.french = french
        self.calling = calling
        self.groups = groups
    }

    /// Africa whole, then those its institutions mostly write to.
    ///
    /// Source: ITU-T E.164 assignments; grouping as national numbering plans and directories print.
    static let all: [Country] = [
        Country("DZ", "Algeria", "Algérie", "213", [3, 2, 2, 2]),
        Country("AO", "Angola", "Angola", "244", [3, 3, 3]),
        Country("BJ", "Benin", "Bénin", "229", []),
        Country("BW", "Botswana", "Botswana", "267", []),
        Country("BF", "Burkina Faso", "Burkina Faso", "226", [2, 2, 2, 2]),
        Country("BI", "Burundi", "Burundi", "257", [2, 2, 2, 2]),
        Country("CV", "Cabo Verde", "Cap-Vert", "238", [3, 2, 2]),
        Country("CM", "Cameroon", "Cameroun", "237", [1, 2, 2, 2, 2]),
        Country(
            "CF",
            "Central African Republic",
            "République centrafricaine",
            "236",
            [2, 2, 2, 2]
        ),
        Country("TD", "Chad", "Tchad", "235", [2, 2, 2, 2]),
        Country("KM", "Comoros", "Comores", "269", [3, 2, 2]),
        Country("CG", "Congo", "Congo", "242", [2, 3, 2, 2]),
        Country(
            "CD",
            "Democratic Republic of the Congo",
            "République démocratique du Congo",
            "243",
            [3, 3, 3]
        ),
        Country("CI", "Côte d’Ivoire", "Côte d’Ivoire", "225", [2, 2, 2, 2, 2]),
        Country("DJ", "Djibouti", "Djibouti", "253", [2, 2, 2, 2]),
        Country("EG", "Egypt", "Égypte", "20", []),
        Country("GQ", "Equatorial Guinea", "Guinée équatoriale", "240", [3, 3, 3]),
        Country("ER", "Eritrea", "Érythrée", "291", [1, 3, 3]),
        Country("SZ", "Eswatini", "Eswatini", "268", [4, 4]),
        Country("ET", "Ethiopia", "Éthiopie", "251", [2, 3, 4]),
        Country("GA", "Gabon", "Gabon", "241", []),
        Country("GM", "Gambia", "Gambie", "220", [3, 4]),
        Country("GH", "Ghana", "Ghana", "233", [2, 3, 4]),
        Country("GN", "Guinea", "Guinée", "224", [3, 2, 2, 2]),
        Country("GW", "Guinea-Bissau", "Guinée-Bissau", "245", [3, 3, 3]),
        Country("KE", "Kenya", "Kenya", "254", [3, 3, 3]),
        Country("LS", "Lesotho", "Lesotho", "266", [4, 4]),
        Country("LR", "Liberia", "Libéria", "231", []),
        Country("LY", "Libya", "Libye", "218", [2, 3, 4]),
        Country("MG", "Madagascar", "Madagascar", "261", [2, 2, 3, 2]),
        Country("MW", "Malawi", "Malawi", "265", []),
        Country("ML", "Mali", "Mali", "223", [2, 2, 2, 2]),
        Country("MR", "Mauritania", "Mauritanie", "222", [2, 2, 2, 2]),
        Country("MU", "Mauritius", "Maurice", "230", []),
        Country("MA", "Morocco", "Maroc", "212", [3, 2, 2, 2]),
        Country("MZ", "Mozambique", "Mozambique", "258", [2, 3, 4]),
        Country("NA", "Namibia", "Namibie", "264", []),
        Country("NE", "Niger", "Niger", "227", [2, 2, 2, 2]),
        Country("NG", "Nigeria", "Nigéria", "234", [3, 3, 4]),
        Country("RW", "Rwanda", "Rwanda", "250", [3, 3, 3]),
        Country("ST", "São Tomé and Príncipe", "Sao Tomé-et-Principe", "239", []),
        Country("SN", "Senegal", "Sénégal", "221", [2, 3, 2, 2]),
        Country("SC", "Seychelles", "Seychelles", "248", []),
        Country("SL", "Sierra Leone", "Sierra Leone", "232", [2, 6]),
        Country("SO", "Somalia", "Somalie", "252", []),
        Country("ZA", "South Africa", "Afrique du Sud", "27", [2, 3, 4]),
        Country("SS", "South Sudan", "Soudan du Sud", "211", [3, 3, 3]),
        Country("SD", "Sudan", "Soudan", "249", [2, 3, 4]),
        Country("TZ", "Tanzania", "Tanzanie", "255", [3, 3, 3]),
        Country("TG", "Togo", "Togo", "228", [2, 2, 2, 2]),
        Country("TN", "Tunisia", "Tunisie", "216", [2, 3, 3]),
        Country("UG", "Uganda", "Ouganda", "256", [3, 3, 3]),
        Country("ZM", "Zambia", "Zambie", "260", [2, 3, 4]),
        Country("ZW", "Zimbabwe", "Zimbabwe", "263", []),
        Country("AT", "Austria", "Autriche", "43", []),
        Country("BE", "Belgium", "Belgique", "32", []),
        Country("BR", "Brazil", "Brésil", "55", []),
        Country("CA", "Canada", "Canada", "1", [3, 3, 4]),
        Country("CN", "China", "Chine", "86", []),
        Country("DK", "Denmark", "Danemark", "45", [2, 2, 2, 2]),
        Country("FI", "Finland", "Finlande", "358", []),
        Country("FR", "France", "France", "33", [1, 2, 2, 2, 2]),
        Country("DE", "Germany", "Allemagne", "49", []),
        Country("IE", "Ireland", "Irlande", "353", []),
        Country("IT", "Italy", "Italie", "39", []),
        Country("JP", "Japan", "Japon", "81", []),
        Country("LU", "Luxembourg", "Luxembourg", "352", []),
        Country("NL", "Netherlands", "Pays-Bas", "31", []),
        Country("NO", "Norway", "Norvège", "47", [2, 2, 2, 2]),
        Country("PT", "Portugal", "Portugal", "351", [3, 3, 3]),
        Country("ES", "Spain", "Espagne", "34", [3, 3, 3]),
        Country("SE", "Sweden", "Suède", "46", []),
        Country("CH", "Switzerland", "Suisse", "41", [2, 3, 2, 2]),
        Country("TR", "Türkiye", "Turquie", "90", [3, 3, 2, 2]),
        Country("GB", "United Kingdom", "Royaume-Uni", "44", []),
        Country("US", "United States", "États-Unis", "1", [3, 3, 4]),
    ]

    static func named(_ code: String) -> Country? { all.first { $0.code == code } }

    /// The country whose calling code a number begins with; the longest code wins.
    static func called(by figures: Substring) -> Country? {
        [3, 2, 1].lazy.compactMap { byCalling[String(figures.prefix($0))] }.first
    }

    /// Of countries that share a code, the first.
    private static let byCalling = Dictionary(
        all.map { ($0.calling, $0) },
        uniquingKeysWith: { first, _ in first }
    )
}

extension Reader {
    /// Reads an ISO 3166-1 code, or a country's name in English or French.
    func readCountry(_ text: String) -> Value.Content? {
        if text.utf8.count == 2, text.utf8.allSatisfy(\.isASCIILetter) {
            return .country(text.uppercased())
        }
        let typed = withoutAccents(text)
        return Country.all.first {
            withoutAccents($0.english) == typed || withoutAccents($0.french) == typed
        }.map { .country($0.code) }
    }
}

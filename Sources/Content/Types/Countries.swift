/// What is needed to read the names of countries and the telephone numbers in them.
struct Country {
    let code: String
    let english: String
    let french: String
    /// After the `+`.
    let calling: String
    /// The first that a number is of is the number's; there is none where nobody agrees.
    let forms: [PhoneForm]

    /// In French where that is spoken, else in English.
    func name(in language: String) -> String {
        LanguageTag(language).primary == "fr" ? french : english
    }

    private init(
        _ code: String,
        _ english: String,
        _ french: String,
        _ calling: String,
        _ forms: [PhoneForm]
    ) {
        self.code = code
        self.english = english
        self.french = french
        self.calling = calling
        self.forms = forms
    }

    /// Africa whole, then those its institutions mostly write to.
    ///
    /// Source: ITU-T E.164 assignments; groups as operators and directories of the country print them.
    static let all: [Country] = [
        Country("DZ", "Algeria", "Algérie", "213", ["xxx xx xx xx", "xx xx xx xx"]),
        Country("AO", "Angola", "Angola", "244", ["xxx xxx xxx"]),
        Country("BJ", "Benin", "Bénin", "229", ["xx xx xx xx xx", "xx xx xx xx"]),
        Country("BW", "Botswana", "Botswana", "267", []),
        Country("BF", "Burkina Faso", "Burkina Faso", "226", ["xx xx xx xx"]),
        Country("BI", "Burundi", "Burundi", "257", ["xx xx xx xx"]),
        Country("CV", "Cabo Verde", "Cap-Vert", "238", ["xxx xx xx"]),
        Country("CM", "Cameroon", "Cameroun", "237", ["x xx xx xx xx"]),
        Country(
            "CF",
            "Central African Republic",
            "République centrafricaine",
            "236",
            ["xx xx xx xx"]
        ),
        Country("TD", "Chad", "Tchad", "235", ["xx xx xx xx"]),
        Country("KM", "Comoros", "Comores", "269", ["xxx xx xx"]),
        Country("CG", "Congo", "Congo", "242", ["xx xxx xx xx"]),
        Country(
            "CD",
            "Democratic Republic of the Congo",
            "République démocratique du Congo",
            "243",
            ["xxx xxx xxx"]
        ),
        Country("CI", "Côte d’Ivoire", "Côte d’Ivoire", "225", ["xx xx xx xx xx"]),
        Country("DJ", "Djibouti", "Djibouti", "253", ["xx xx xx xx"]),
        Country("EG", "Egypt", "Égypte", "20", []),
        Country("GQ", "Equatorial Guinea", "Guinée équatoriale", "240", ["xxx xxx xxx"]),
        Country("ER", "Eritrea", "Érythrée", "291", ["x xxx xxx"]),
        Country("SZ", "Eswatini", "Eswatini", "268", ["xxxx xxxx"]),
        Country("ET", "Ethiopia", "Éthiopie", "251", ["xx xxx xxxx"]),
        Country("GA", "Gabon", "Gabon", "241", []),
        Country("GM", "Gambia", "Gambie", "220", ["xxx xxxx"]),
        Country("GH", "Ghana", "Ghana", "233", ["xx xxx xxxx"]),
        Country("GN", "Guinea", "Guinée", "224", ["xxx xx xx xx"]),
        Country("GW", "Guinea-Bissau", "Guinée-Bissau", "245", ["xxx xxx xxx"]),
        Country("KE", "Kenya", "Kenya", "254", ["xxx xxx xxx"]),
        Country("LS", "Lesotho", "Lesotho", "266", ["xxxx xxxx"]),
        Country("LR", "Liberia", "Libéria", "231", []),
        Country("LY", "Libya", "Libye", "218", ["xx xxx xxxx"]),
        Country("MG", "Madagascar", "Madagascar", "261", ["xx xx xxx xx"]),
        Country("MW", "Malawi", "Malawi", "265", []),
        Country("ML", "Mali", "Mali", "223", ["xx xx xx xx"]),
        Country("MR", "Mauritania", "Mauritanie", "222", ["xx xx xx xx"]),
        Country("MU", "Mauritius", "Maurice", "230", []),
        Country("MA", "Morocco", "Maroc", "212", ["x xx xx xx xx"]),
        Country("MZ", "Mozambique", "Mozambique", "258", ["xx xxx xxxx", "xx xxx xxx"]),
        Country("NA", "Namibia", "Namibie", "264", []),
        Country("NE", "Niger", "Niger", "227", ["xx xx xx xx"]),
        Country("NG", "Nigeria", "Nigéria", "234", ["xxx xxx xxxx", "x xxx xxxx"]),
        Country("RW", "Rwanda", "Rwanda", "250", ["xxx xxx xxx"]),
        Country("ST", "São Tomé and Príncipe", "Sao Tomé-et-Principe", "239", []),
        Country("SN", "Senegal", "Sénégal", "221", ["xx xxx xx xx"]),
        Country("SC", "Seychelles", "Seychelles", "248", []),
        Country("SL", "Sierra Leone", "Sierra Leone", "232", ["xx xxxxxx"]),
        Country("SO", "Somalia", "Somalie", "252", []),
        Country("ZA", "South Africa", "Afrique du Sud", "27", ["xx xxx xxxx"]),
        Country("SS", "South Sudan", "Soudan du Sud", "211", ["xxx xxx xxx"]),
        Country("SD", "Sudan", "Soudan", "249", ["xx xxx xxxx"]),
        Country("TZ", "Tanzania", "Tanzanie", "255", ["xxx xxx xxx"]),
        Country("TG", "Togo", "Togo", "228", ["xx xx xx xx"]),
        Country("TN", "Tunisia", "Tunisie", "216", ["xx xxx xxx"]),
        Country("UG", "Uganda", "Ouganda", "256", ["xxx xxx xxx"]),
        Country("ZM", "Zambia", "Zambie", "260", ["xx xxx xxxx"]),
        Country("ZW", "Zimbabwe", "Zimbabwe", "263", []),
        Country("AT", "Austria", "Autriche", "43", []),
        Country(
            "BE",
            "Belgium",
            "Belgique",
            "32",
            [
                "4xx xx xx xx", "2 xxx xx xx", "3 xxx xx xx", "4 xxx xx xx", "9 xxx xx xx",
                "xx xx xx xx",
            ]
        ),
        Country("BR", "Brazil", "Brésil", "55", ["xx xxxxx xxxx", "xx xxxx xxxx"]),
        Country("CA", "Canada", "Canada", "1", ["xxx xxx xxxx"]),
        Country("CN", "China", "Chine", "86", []),
        Country("DK", "Denmark", "Danemark", "45", ["xx xx xx xx"]),
        Country("FI", "Finland", "Finlande", "358", []),
        Country("FR", "France", "France", "33", ["x xx xx xx xx"]),
        Country("DE", "Germany", "Allemagne", "49", []),
        Country("IE", "Ireland", "Irlande", "353", []),
        Country("IT", "Italy", "Italie", "39", []),
        Country("JP", "Japan", "Japon", "81", []),
        Country("LU", "Luxembourg", "Luxembourg", "352", []),
        Country("NL", "Netherlands", "Pays-Bas", "31", []),
        Country("NO", "Norway", "Norvège", "47", ["xx xx xx xx"]),
        Country(
            "PT",
            "Portugal",
            "Portugal",
            "351",
            ["21 xxx xxxx", "22 xxx xxxx", "xxx xxx xxx"]
        ),
        Country("ES", "Spain", "Espagne", "34", ["xxx xxx xxx"]),
        Country("SE", "Sweden", "Suède", "46", []),
        Country("CH", "Switzerland", "Suisse", "41", ["xx xxx xx xx"]),
        Country("TR", "Türkiye", "Turquie", "90", ["xxx xxx xx xx"]),
        Country(
            "GB",
            "United Kingdom",
            "Royaume-Uni",
            "44",
            [
                "20 xxxx xxxx", "23 xxxx xxxx", "24 xxxx xxxx", "28 xxxx xxxx", "29 xxxx xxxx",
                "7xxx xxxxxx", "11x xxx xxxx", "1x1 xxx xxxx", "1xxx xxxxxx", "xxx xxx xxxx",
                "1xxx xxxxx", "xxx xxxxxx",
            ]
        ),
        Country("US", "United States", "États-Unis", "1", ["xxx xxx xxxx"]),
    ]

    /// How many figures its numbers have after the calling code.
    var lengths: [Int] { Set(forms.map(\.length)).sorted() }

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
    /// Reads an ISO 3166-1 code, or a country's name in English or French, or as people call it.
    func readCountry(_ text: String) -> Value.Content? {
        (Country.code(text) ?? Country.code(called: text)).map { .country($0) }
    }
}

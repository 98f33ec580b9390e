import Diagnostics

extension Country {
    /// The codes of countries.
    ///
    /// Source: ISO 3166-1, the two-letter codes; behind them what the standard reserves for the European
    /// Union and the United Nations, and what its users agreed upon for Kosovo.
    private static let codes = Set(
        """
        AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
        BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
        EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
        HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
        LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
        NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
        SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
        TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW EU UN XK
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )
    /// What is written besides, such as on cars and by the Union.
    private static let others = ["UK": "GB", "EL": "GR"]

    /// The code as the standard has it; nil where no country has it.
    static func code(_ text: String) -> String? {
        guard text.utf8.count == 2 else { return nil }
        let code = text.uppercased()
        return codes.contains(code) ? code : others[code]
    }

    /// The code whose letters were exchanged, or else those that begin alike, of the countries to which
    /// people here write.
    static func nearest(toCode text: String, in language: String) -> Diagnostic.Message? {
        let typed = Array(text.uppercased())
        let turned = all.filter { Array($0.code) == typed.reversed() }
        let near = turned.isEmpty ? all.filter { $0.code.first == typed.first } : turned
        guard !near.isEmpty else { return nil }
        let names = near.prefix(6).map { "\($0.code) (\($0.name(in: language)))" }
        return "did you mean \(names.joined(separator: ", "))?"
    }

    /// The only country whose name begins so: others call it by the code `SEN`.
    static func nearest(beginningWith text: String, in language: String) -> Diagnostic.Message? {
        let typed = withoutAccents(text).lowercased()
        let near = all.map { $0.name(in: language) }.filter {
            withoutAccents($0).lowercased().hasPrefix(typed)
        }
        return near.count == 1 ? "did you mean ‘\(near[0])’?" : nil
    }
}

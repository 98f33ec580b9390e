/// Where the pattern files divide words that nobody divides there.
///
/// A 9 stands where no break may be. Found by holding the files against the current patterns of
/// hyph-utf8 over large lists of words; each takes away no break that those have, but for *i-e*,
/// which is right or wrong by the word’s sense.
enum Corrections {
    static func of(_ language: String) -> PatternFile? {
        switch language.lowercased().prefix(while: { $0 != "-" && $0 != "_" }) {
        case "de": german
        case "pt": portuguese
        default: nil
        }
    }

    private static let portuguese = PatternFile(patterns: ".ex9em .exemp9l")

    private static let german = PatternFile(
        patterns: """
            i9e .al9ti .altan9 .ano9m .as9b .auto9ren. .ba9f .beige9b .beige9g .beige9s .böi9 .ero9b
            .esta9 .fe9e .ge9naust. .har9n .haus9se .he9s .hex9e .ide9e .ju9i .lase9 .lo9ga .mia9
            .mil9z .ns9d .pa9s .se9e .tit9 .uhr9s .unk9tes .unk9tet 9dart. 9dring. 9erinnen 9gärm
            9ings 9lamo 9mo9ny 9nikei 9nikg 9nikh 9ralar 9renkol 9terons 9to9ny 9xels a9bad a9keh
            a9lande a9sek adot9 afi9te. agi9o ai9neb alori9 am9es amter9 ande9s anna9g ano9men anteri9
            ap9ta ard9i arodi9 athu9 ati9sa aufer9k aulg9 auto9rin b9stin b9sze bahne9 bal9tr beat9me
            beige9l beige9m beige9p beige9t beige9w bener9d bsex9 bsprun9 cein9 ch9up d9ere dakt9
            dchengene9 dla9gr dro9id. dsch9 e9atu e9neth eat9mun edus9 ehein9 ehlkop9 ehrer9lö eimer9
            en9ol erter9f ess9u eue9h eug9i fel9ster fse9e g9les g9oog gas9u gbauer9 geise9 gsex9
            h9inn h9rand h9sers haller9 han9a he9en he9nin hekta9 heori9 hi9lip hiba9 hobi9 hogene9
            hum9i hy9de i9are i9bachs iarr9 icul9 ide9en ige9füg ige9o iks9tes iktes9te. iktes9tem
            iktes9ten iktes9tes il9che. illau9 ils9c in9ie in9um inst9o ip9pc ische9ne. ische9nem
            ische9nen ische9nes it9wt juis9 ker9ners kloi9 ksau9r kte9e kuck9 l9his la9gt lam9ma
            lan9gers laro9 le9en lent9we let9a lle9nin loga9 lousi9 lücke9 m9ples mau9les me9en meli9n
            mes9a mest9 misser9 mn9te. mn9tes mn9tet mnesi9 mol9zi morr9 mpani9 n9ds. ndens9tem ndu9e
            ne9en nesti9 nfoni9 ngen9a noi9d nomani9 nsch9r nse9e nt9ends ntasi9 nte9nem nuati9 nuti9v
            nzel9ler o9ens o9minn o9nikb o9nikf o9nikk o9nikm o9nikp o9niks o9renr o9rins o9wer. ob9sz
            och9tri odegene9 odein9 ogeri9 ol9das ollor9 oset9te. osseri9 otter9k oulet9 ower9i p9tec
            pege9 pheri9 pik9st po9xy poni9 pons9e pot9i prof9 präte9 ra9del. ra9dend ra9dern rai9sc
            ralin9t ran9ce. raro9te. raro9tem raro9ter raro9tes raue9ri rcht9e rdes9k rdeu9ri rer9bi
            reui9 reyk9 rgene9rat rin9v rinein9 rka9h rner9ke ro9nika ro9niki rosai9 rse9e rseri9
            rsha9 räri9 s9pek s9pir sauto9r scha9o seh9u sengene9 sex9e sex9pe sex9plos sex9tr sgene9
            sla9ma sodi9 spand9 ssex9 sys9to t9st. t9su. t9ums. tadio9 tai9ne. taki9 taler9 taller9
            tas9tin tause9 tauto9r tergene9 teri9t terin9d terk9 tinen9z tmol9 torin9s tpho9 tsex9
            twai9 u9mei9n uati9ons. ub9les ubb9l ubsau9 uder9i ui9te. uiri9 ul9der uree9 uroa9 usse9e
            ussen9dung. utein9 waii9 wein9a wor9k yvon9 z9ers. zahler9 zi9ars zichter9 ßmut9 ähre9
            pake9trat zeits9kal zeits9tem äuch9e üs9sc
            """
    )
}

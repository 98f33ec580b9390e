/// What is typed, and what is printed, by language.
extension PunctuationTables {
    static let french: [(String, String)] = [
        ("Bonjour ! Ça va ?", "Bonjour‿! Ça va‿?"),
        ("Bonjour! Ça va?", "Bonjour‿! Ça va‿?"),
        ("Oui  !  Non  ;  M.  Diallo  dort.", "Oui‿! Non‿; M.⍽Diallo dort."),
        ("Eh bien...! Quoi...?", "Eh bien…‿! Quoi…‿?"),
        ("\"Oui, mais l'\"État\" doit\", dit-il", "«‿Oui, mais l’“État” doit‿», dit-il"),
        ("\"L'\"État\" de droit\"", "«‿L’“État” de droit‿»"),
        ("un solde de -5, entre -5 et -10 degrés", "un solde de −5, entre −5 et −10 degrés"),
        ("(-2,3 %) et \"-5%\"", "(−2,3‿%) et «‿−5‿%‿»"),
        (
            "10 000-12 000 habitants, 5-10 000 F CFA, 1 500 - 2 000 ha",
            "10‿000–12‿000 habitants, 5–10‿000⍽F⍽CFA, 1‿500–2‿000⍽ha"
        ),
        (
            "28 février-1er mars, 1er-15 avril, 9 h-17 h, 8h30 - 9h00",
            "28⍽février–1^er^⍽mars, 1^er^–15⍽avril, 9⍽h–17⍽h, 8h30–9h00"
        ),
        (
            "art. 12-3 du code, règlement 15-2002, § 12-3, EN 301-549, en 2010-2015",
            "art.⍽12-3 du code, règlement 15-2002, §⍽12-3, EN 301-549, en 2010–2015"
        ),
        ("77 - 123 45 67, 01 - 02 - 2023", "77 - 123⍽45⍽67, 01 - 02 - 2023"),
        ("Deux choses : ceci; cela", "Deux choses⍽: ceci‿; cela"),
        ("\"!\" ou \"?!\" dit-elle", "«‿!‿» ou «‿?!‿» dit-elle"),
        ("à 12°39'N et 8° 5'", "à 12°39'N et 8° 5'"),
        ("-- Bonjour, dit-il", "–⍽Bonjour, dit-il"),
        ("--- Bonjour, dit-il", "—⍽Bonjour, dit-il"),
        ("du XVIIIe-XIXe siècle, XVI-XVIIe", "du XVIII^e^–XIX^e^⍽siècle, XVI–XVII^e^"),
        ("8 h 30-9 h 45, -5 °C, -3 %, 2010 -2012", "8⍽h⍽30–9⍽h⍽45, −5⍽°C, −3‿%, 2010 -2012"),
        ("av. J.-C., le Dr. Ba, 3 Mds FCFA", "av.⍽J.-C., le Dr.⍽Ba, 3⍽Mds⍽FCFA"),
        ("Quoi?! Non!!", "Quoi‿?! Non‿!!"),
        ("à 14:05 précises", "à 14:05 précises"),
        ("voir https://example.org/a?b;c:d ici", "voir https://example.org/a?b;c:d ici"),
        ("écrire à info@example.org;merci", "écrire à info@example.org;merci"),
        ("\"Bonjour\", dit-il", "«‿Bonjour‿», dit-il"),
        ("« Bonjour », dit-il", "«‿Bonjour‿», dit-il"),
        ("«Bonjour»", "«‿Bonjour‿»"),
        ("« Il dit \"oui\" »", "«‿Il dit “oui”‿»"),
        ("l'eau d'ici", "l’eau d’ici"),
        ("Attendez...", "Attendez…"),
        (
            "le 1er mars, la 2e fois, le XXIe siècle",
            "le 1^er^⍽mars, la 2^e^ fois, le XXI^e^⍽siècle"
        ),
        ("15 416 habitants", "15‿416 habitants"),
        ("15 % ou 15%", "15‿% ou 15‿%"),
        ("12 km, 9 h 30, 5 millions", "12⍽km, 9⍽h⍽30, 5⍽millions"),
        ("M. Diallo et Mme Kone", "M.⍽Diallo et Mme⍽Kone"),
        ("n° 12, p. 4", "n°⍽12, p.⍽4"),
        ("24 février 2022", "24⍽février 2022"),
        ("oui - non", "oui⍽– non"),
        (
            "porte-monnaie, 2012-2022, COVID-19, 2022-02-24",
            "porte-monnaie, 2012–2022, COVID-19, 2022-02-24"
        ),
        ("Quoi ( ? ) et (?)", "Quoi ( ? ) et (?)"),
        ("Eh bien… !", "Eh bien…‿!"),
        ("« Ah ! » dit-il", "«‿Ah‿!‿» dit-il"),
        ("\"Il a dit 'oui'.\"", "«‿Il a dit “oui”.‿»"),
        ("l'\"État\" et d'\"ici\"", "l’«‿État‿» et d’«‿ici‿»"),
        ("1 234 567 F CFA ; 3,5 km ; 12 %.", "1‿234‿567⍽F⍽CFA‿; 3,5⍽km‿; 12‿%."),
        ("au +221 33 859 20 02", "au +221⍽33⍽859⍽20⍽02"),
        (
            "au 77 123 45 67, 33 859 20 02 ou 20 22 33 44.",
            "au 77⍽123⍽45⍽67, 33⍽859⍽20⍽02 ou 20⍽22⍽33⍽44."
        ),
        ("12 500 000,5 ; 20 30 40", "12‿500‿000,5‿; 20 30 40"),
        ("écrire à info@example.org!", "écrire à info@example.org‿!"),
        (
            "example.org/?q=1;x et www.example.org/a--b",
            "example.org/?q=1;x et www.example.org/a--b"
        ),
        ("9h00-10h30, 9:00-10:30, 14-15 mai", "9h00–10h30, 9:00–10:30, 14–15⍽mai"),
        ("loi n° 78-753, tél. 773-4567", "loi n°⍽78-753, tél. 773-4567"),
        // The hyphen of a house, a box or a law is a part of its name; between other numbers a range stands.
        ("12-14, boulevard Djily Mbaye", "12-14, boulevard Djily Mbaye"),
        ("au 12-14 rue 42, les 12-14 mai", "au 12-14 rue 42, les 12–14⍽mai"),
        ("12, rue 42-118, BP 12-345", "12, rue 42-118, BP⍽12-345"),
        ("Loi 96-107, Décret 12-15, villa 7-12", "Loi 96-107, Décret 12-15, villa 7-12"),
        ("aux 42-118 de la rue, pages 42-118", "aux 42–118 de la rue, pages 42–118"),
        ("la 1re, la 2nde, example.org/1er", "la 1^re^, la 2^nde^, example.org/1er"),
        ("Merci :) et ;-)", "Merci :) et ;-)"),
        ("mot --- mot, mot -- mot", "mot⍽— mot, mot⍽– mot"),
        // Both dashes of an aside stay with it; a dash alone begins no line.
        ("Il - dit M. Ba - vint. Un - deux", "Il –⍽dit M.⍽Ba⍽– vint. Un⍽– deux"),
        ("Il – enfin – vint ; un -- deux -- trois", "Il –⍽enfin⍽– vint‿; un –⍽deux⍽– trois"),
        ("le 5 - 6 - le 7", "le 5 - 6⍽– le 7"),
        ("\" Bonjour \", dit-il", "«‿Bonjour‿», dit-il"),
        ("https://example.org/à'b?c:d, «10-12»", "https://example.org/à'b?c:d, «‿10–12‿»"),
        ("\"M. Ba\", l'art. 5, «É. Zola»", "«‿M.⍽Ba‿», l’art.⍽5, «‿É.⍽Zola‿»"),
        ("“15 000”, 10 000–12 000, «'oui'»", "“15‿000”, 10‿000–12‿000, «‿“oui”‿»"),
        ("nº 12, Fig. 5, §§ 3 et 4", "nº⍽12, Fig.⍽5, §§⍽3 et 4"),
        ("10 $, 3 M€, 500 F CFA", "10⍽$, 3⍽M€, 500⍽F⍽CFA"),
        ("É. Zola, J.-P. Diallo (A. Ba)", "É.⍽Zola, J.-P.⍽Diallo (A.⍽Ba)"),
        (
            "la Ve République, Ier et IIe, François Ier, la Ire, les XVIIIes",
            "la V^e^ République, I^er^ et II^e^, François⍽I^er^, la I^re^, les XVIII^es^"
        ),
        (
            "Vers Ives, Le Xénon, Ver, XIIer, IIIIe, Ce, De, Me",
            "Vers Ives, Le Xénon, Ver, XIIer, IIIIe, Ce, De, Me"
        ),
        ("example.org/XIXe, le XIX, « Ve »", "example.org/XIXe, le XIX, «‿V^e^‿»"),
        ("", ""), (":", ":"), ("?", "?"), ("\"", "\""), ("...", "…"), ("«", "«"),
    ]

    /// Endings that people type and nobody prints.
    static let ordinals: [(String, String)] = [
        ("la 3ème fois, la 2eme, les 20ièmes", "la 3^e^ fois, la 2^e^, les 20^es^"),
        ("la 1ère, les 1ères, 1ere partie (1ière)", "la 1^re^, les 1^res^, 1^re^ partie (1^re^)"),
        ("au XXIème siècle, la Vè République", "au XXI^e^⍽siècle, la V^e^ République"),
        ("la Ière Rencontre, l'XIème, IIème.", "la I^re^ Rencontre, l’XI^e^, II^e^."),
        ("du XVIIIème-XIXème siècle", "du XVIII^e^–XIX^e^⍽siècle"),
        ("le 3ème mars, « 3ème », 2ème-3ème", "le 3^e^⍽mars, «‿3^e^‿», 2^e^-3^e^"),
        // Names of files, codes and addresses are what they are.
        ("rapport_3eme.pdf, 3eme_jet, lot.3eme", "rapport_3eme.pdf, 3eme_jet, lot.3eme"),
        ("www.example.org/3ème, a/3eme/b, A3eme", "www.example.org/3ème, a/3eme/b, A3eme"),
        ("3èmement, 5emes-x, Xèmex", "3èmement, 5^es^-x, Xèmex"),
    ]

    static let english: [(String, String)] = [
        ("one two  three   four.  Next", "one two three four. Next"),
        ("(-5% in 2020), from -2 to +3", "(−5% in 2020), from −2 to +3"),
        ("1914-18, 1939-45, '68-'72", "1914–18, 1939–45, ’68–’72"),
        ("10,000-12,000, 1.5-2 million, 1.5-2°C", "10,000–12,000, 1.5–2⍽million, 1.5–2°C"),
        ("9:00 - 10:30, 10 - 15 people, 3 - 2", "9:00–10:30, 10–15 people, 3 - 2"),
        ("Day 1 - 9 May, Figure 2-4, 5'-6'", "Day 1 - 9⍽May, Figure 2-4, 5'-6'"),
        (
            "24 February-1 March, 9 a.m.-5 p.m.",
            "24⍽February–1⍽March, 9⍽a.m.–5⍽p.m."
        ),
        ("one\u{2028}two \u{2029}three", "one two three"),
        ("\"Hello,\" she said", "“Hello,” she said"),
        (
            "at 12-14 Mango Street, for 12-14 Mango trees",
            "at 12-14 Mango Street, for 12–14 Mango trees"
        ),
        ("'alternative' forces", "‘alternative’ forces"),
        ("the women's day, '90s, rock 'n' roll", "the women’s day, ’90s, rock ’n’ roll"),
        ("\"He said 'no'\"", "“He said ‘no’”"),
        ("wait...", "wait…"),
        ("one - two -- three", "one⍽– two⍽– three"),
        ("pages 12-15, well-known", "pages 12–15, well-known"),
        ("open 10am-5pm, ca. 1900, Sgt. Ba, 2pm-1pm", "open 10am–5pm, ca.⍽1900, Sgt.⍽Ba, 2pm-1pm"),
        ("Dr. Sidibe and Mrs. Kone", "Dr.⍽Sidibe and Mrs.⍽Kone"),
        ("the 21st and the 3rd", "the 21^st^ and the 3^rd^"),
        ("24 February, 5 km, 10 %", "24⍽February, 5⍽km, 10%"),
        ("really? yes! so: well; done", "really? yes! so: well; done"),
        ("J. K. Toure", "J.⍽K.⍽Toure"),
        ("'tis 5'10\" tall, the dogs' day", "’tis 5'10\" tall, the dogs’ day"),
        ("\"I said, 'Go!'\"", "“I said, ‘Go!’”"),
        ("9 a.m. on 5 May, No. 5, £ 5", "9⍽a.m. on 5⍽May, No.⍽5, £⍽5"),
        ("a--b, a---b", "a–b, a—b"),
        ("study : From", "study: From"),
        ("10.5 and 3:30 and a/b", "10.5 and 3:30 and a/b"),
        ("'He said \"no\" twice'", "‘He said “no” twice’"),
        ("\"A 'B \"C\" D' E\"", "“A ‘B “C” D’ E”"),
        ("the \"Brief\"'s aim, the (old)'s", "the “Brief”’s aim, the (old)’s"),
        ("'1990s' and '90s", "‘1990s’ and ’90s"),
        ("“Hello\" she \"said\"", "“Hello” she “said”"),
        ("o'brien@example.org, example.org/it's", "o'brien@example.org, example.org/it's"),
        (
            "'Go' to https://example.org/?a='b'&c=\"d\"",
            "‘Go’ to https://example.org/?a='b'&c=\"d\""
        ),
        ("\"Mr Smith\", “Dr Ba”, 'J. Sow'", "“Mr⍽Smith”, “Dr⍽Ba”, ‘J.⍽Sow’"),
        ("“'Yes,' he said”, the “Brief”'s", "“‘Yes,’ he said”, the “Brief”’s"),
        ("\"2019-2023\", ‘10-12’", "“2019–2023”, ‘10–12’"),
        ("''so'' and ``so''", "''so'' and ``so''"),
        ("No. 5, Nos. 6 and 7. No. Then no.", "No.⍽5, Nos.⍽6 and 7. No. Then no."),
        ("in 2019-20, 2011-12, 1914-18, 2019-61", "in 2019–20, 2011-12, 1914–18, 2019-61"),
        ("pp. 123-45, pp. 2345-2351", "pp.⍽123–45, pp.⍽2345–2351"),
        ("call (11) 3333-4444 or 22 33-44", "call (11) 3333-4444 or 22 33-44"),
        (
            "in 2022 10-15 people, $5-10, day 1 9:00-10:30",
            "in 2022 10–15 people, $5–10, day 1 9:00–10:30"
        ),
    ]

    /// By language, what is typed and what is printed.
    static let others: [(String, String, String)] = [
        (
            "de", "1,5-2 Mio., 9.00-10.30 Uhr, von 9 - 10 Uhr",
            "1,5–2⍽Mio., 9.00–10.30⍽Uhr, von 9–10⍽Uhr"
        ),
        ("de", "24. Februar-1. März", "24.⍽Februar–1.⍽März"),
        ("pt", "5 de outubro-7 de novembro", "5⍽de outubro–7⍽de novembro"),
        ("en-US", "\"there\"--then -- now, 10--20", "“there”—then—now, 10–20"),
        ("de", "\"Sie rief 'Halt'!\"", "„Sie rief ‚Halt‘!“"),
        ("de", "„das ist 'gut'“, geht's", "„das ist ‚gut‘“, geht’s"),
        (
            "de", "Rock 'n' Roll, so 'ne Sache, Hans' Auto",
            "Rock ’n’ Roll, so ’ne Sache, Hans’ Auto"
        ),
        ("de", "z. B. heute, d.h. morgen", "z.‿B. heute, d.‿h. morgen"),
        ("de", "24.-26. Februar, 1. März", "24.–26.⍽Februar, 1.⍽März"),
        ("de", "24.02.2022, 14:05 Uhr", "24.02.2022, 14:05⍽Uhr"),
        ("de", "5%, 5 %, 5%ige", "5⍽%, 5⍽%, 5%ige"),
        ("de", "Dr. Kone, S. 12, § 5, Nr. 12-15", "Dr.⍽Kone, S.⍽12, §⍽5, Nr.⍽12-15"),
        ("de", "'Sie rief \"Halt\"'", "‚Sie rief „Halt“‘"),
        ("de", "„Ja\", sagte er", "„Ja“, sagte er"),
        ("de", "»'Ja'«, „25%“, »z. B.«, „Dr. Ba“", "»‚Ja‘«, „25⍽%“, »z.‿B.«, „Dr.⍽Ba“"),
        ("de", "10%-Hürde, 3 Mio. €, u. v. m.", "10%-Hürde, 3⍽Mio.⍽€, u.‿v.‿m."),
        ("de-CH", "« Ja », das »Haus« ist", "«Ja», das »Haus« ist"),
        ("de-AT", "15 416 Menschen", "15⍽416 Menschen"),
        ("de-CH", "\"Ja, 'gut'\"", "«Ja, ‹gut›»"),
        ("fr-CA", "Ça va? « Oui »: non; \"là\"", "Ça va? «⍽Oui⍽»⍽: non; «⍽là⍽»"),
        ("fr-CH", "Oui: non", "Oui‿: non"),
        ("pt", "\"Olá\", disse o Sr. Silva", "«Olá», disse o Sr.⍽Silva"),
        ("pt", "15 416 pessoas, 1.º, n.º 5, 15h30", "15⍽416 pessoas, 1.º, n.º⍽5, 15h30"),
        ("pt", "o 3º dia, a 2.ª vez, a 1ª, XXIème", "o 3º dia, a 2.ª vez, a 1ª, XXIème"),
        ("pt", "« Olá », a Sr.ª Sá, séc. XX", "«Olá», a Sr.ª⍽Sá, séc.⍽XX"),
        ("pt-BR", "\"Olá, 'mundo'\", R$ 50", "“Olá, ‘mundo’”, R$⍽50"),
        ("ar", "ما هذا? نعم, لا; 1,5", "ما هذا؟ نعم، لا؛ 1,5"),
        ("ar", "\"نعم\" و\"لا\"", "«نعم» و«لا»"),
        ("ha", "ƙasar 'yan \"ƙ\" ƙ'ƙ", "ƙasar ’yan “ƙ” ƙ’ƙ"),
        ("ar", "FES, www.example.org?a;b", "FES, www.example.org?a;b"),
        ("ar", "هاتف +222 45 25 30 00", "هاتف ⟦+222⍽45⍽25⍽30⍽00⟧"),
        ("am", "ሰላም፡፡", "ሰላም።"),
        ("am", "ሰላም:: ደህና::", "ሰላም። ደህና።"),
        ("am", "std::vector a:: b", "std::vector a:: b"),
        ("am", "አዲስ አበባ, ኢትዮጵያ; 1,500 ብር (Kone, F.)", "አዲስ አበባ፣ ኢትዮጵያ፤ 1,500 ብር (Kone, F.)"),
        // A mark between two figures is the number’s.
        ("ar", "١٥,٤١٦ نسمة, ٣", "١٥,٤١٦ نسمة، ٣"),
        ("nqo", "߁߅,߄߁߆ ߞߏ, ߞߏ", "߁߅,߄߁߆ ߞߏ߸ ߞߏ"),
        ("ff-Adlm", "𞥑𞥕,𞥔𞥑𞥖 𞤢, 𞤢", "𞥑𞥕,𞥔𞥑𞥖 𞤢⹁ 𞤢"),
        ("en", "Vers Ve and XIXe", "Vers Ve and XIXe"),
    ]

    /// Quotations in quotations, and marks that look like theirs.
    static let quotations: [(String, String, String)] = [
        ("fr", "\"Il lit \"Le Soleil\"\", dit-elle.", "«‿Il lit “Le Soleil”‿», dit-elle."),
        ("fr", "\"Oui, mais l'\"État\"\" et \"ici\"", "«‿Oui, mais l’“État”‿» et «‿ici‿»"),
        ("fr", "\"Le \"Soleil\" et \"Sud\"\", \"a\"\"b\"", "«‿Le “Soleil” et “Sud”‿», «‿a‿»«‿b‿»"),
        ("en", "\"He read \"Emma\"\" and \"Eve\"", "“He read ‘Emma’” and “Eve”"),
        ("en", "'He said 'no'', 'Jones' and 'Smiths''", "‘He said “no”’, ‘Jones’ and ‘Smiths’’"),
        ("de", "\"Er las \"Faust\" und \"Egmont\"\"", "„Er las ‚Faust‘ und ‚Egmont‘“"),
        ("pt", "\"Leu \"A\" e \"Os Maias\"\", disse", "«Leu “A” e “Os Maias”», disse"),
        ("ar", "\"قرأ \"أ\" و\"ب\"\" ثم", "«قرأ “أ” و“ب”» ثم"),
        ("en", "\"\" and \"\"\" and \"x\"", "\"\" and \"\"\" and “x”"),
        ("en-US", "\"I said—\"no\"—and left\"", "“I said—‘no’—and left”"),
        ("en-US", "\"I said--\"no\"--and left\", \"Go!\"--he", "“I said—‘no’—and left”, “Go!”—he"),
        ("fr", "\"a—\"b\"—c\" et \"a–\"b\"–c\"", "«‿a—“b”—c‿» et «‿a–“b”–c‿»"),
        ("de", "\"a–\"b\"–c\", \"see—'b'—c\"", "„a–‚b‘–c“, „see—‚b‘—c“"),
        ("en", "\"I said—\" she stopped, \"pre-\" and", "“I said—” she stopped, “pre-” and"),
        // A mark in single marks may be an apostrophe.
        ("de", "'Hans' Auto', 'Hans' und 'Max''", "‚Hans’ Auto‘, ‚Hans‘ und ‚Max’‘"),
        (
            "de", "'Ich hab' es', sagte er. 'Es war 'n Hund'",
            "‚Ich hab’ es‘, sagte er. ‚Es war ’n Hund‘"
        ),
        (
            "de", "‚a', ‚Ich hab' es', das 'Haus' und Max' Buch",
            "‚a‘, ‚Ich hab’ es‘, das ‚Haus‘ und Max’ Buch"
        ),
        ("en", "press '12' or '13', the '24 elections", "press ‘12’ or ‘13’, the ’24 elections"),
        ("de", "die Taste '12', '24 war es", "die Taste ‚12‘, ’24 war es"),
        ("en", "singin' 'n' dancin', Rock-'n'-roll", "singin’ ’n’ dancin’, Rock-’n’-roll"),
        ("en", "Rock 'n roll, 'n' is", "Rock ’n roll, ‘n’ is"),
        // Figures have inches and feet.
        ("en", "\"the 12\" single\" and \"6'2\"\"", "“the 12\" single” and “6'2\"”"),
        ("en", "\"chapter 12\" and \"13\", a 3\" card", "“chapter⍽12” and “13”, a 3\" card"),
        ("pt", "a 38º48'N", "a 38º48'N"),
    ]

    /// What looks like a range, a measure or a dash, and is the name of something.
    static let names: [(String, String, String)] = [
        ("fr", "1.500$00, 20 000$00, 20$", "1.500$00, 20‿000$00, 20⍽$"),
        ("pt", "custa 150$00, 1.500$00 e 20 $", "custa 150$00, 1.500$00 e 20⍽$"),
        ("de", "50$50, 50$", "50$50, 50⍽$"),
        ("fr", "Section D.2, R.12, M.1.2, p.12, t.2", "Section D.2, R.12, M.1.2, p.⍽12, t.⍽2"),
        ("fr", "l'article L.123-4, p.12-15", "l’article L.⍽123-4, p.⍽12–15"),
        ("de", "H.323, S.1.2, S.12, S.12-15", "H.323, S.1.2, S.⍽12, S.⍽12–15"),
        ("pt", "p.1.2, t.1.2, p.12", "p.1.2, t.1.2, p.⍽12"),
        ("en", "\"--install\", (--purge), [--prefix=x]", "“--install”, (--purge), [--prefix=x]"),
        ("de", "»--install«, „--a“, '--help'", "»--install«, „--a“, ‚--help‘"),
        ("fr", "\"--help\", «--help», \"---\"", "«‿--help‿», «‿--help‿», «‿---‿»"),
        ("en", "\"a--b.txt\", a--b, \"a\"--b", "“a--b.txt”, a–b, “a”–b"),
        ("en", "680x0, 80x86, 80x60, 3x0.5", "680x0, 80x86, 80×60, 3×0.5"),
        ("fr", "la version 1.5-2.1, 1,5-2,1 m", "la version 1.5-2.1, 1,5–2,1⍽m"),
        (
            "de", "Version 1.5-2.1, Gesetz 12-2024, AZ: 12-34",
            "Version 1.5-2.1, Gesetz 12-2024, AZ: 12-34"
        ),
        ("en", "-1 to -5", "−1 to −5"), ("fr", "-1 à -5 °C", "−1 à −5⍽°C"),
        ("en", "-1 apple", "-1 apple"),
    ]

    /// Ranges whose two ends have their measure both.
    static let ranges: [(String, String, String)] = [
        ("en", "10.00am-11.00am, 9:30am-1pm", "10.00am–11.00am, 9:30am–1pm"),
        ("en", "10%-20%, $10-$20, €10m-€20m", "10%–20%, $10–$20, €10m–€20m"),
        ("en", "10kg-20kg, 1990s-2000s, 2000s-1990s", "10kg–20kg, 1990s–2000s, 2000s-1990s"),
        ("en", "A4-A3, 12a-12c, 10kg-20km, $20-€30", "A4-A3, 12a-12c, 10kg-20km, $20-€30"),
        ("fr", "5%-10%, 09H00-17H30, 9H-17H", "5‿%–10‿%, 09H00–17H30, 9H–17H"),
        ("ar", "٢٠٢٠-٢٠٢٤ و٢٠٢٤-٢٠٢٠", "٢٠٢٠–٢٠٢٤ و٢٠٢٤-٢٠٢٠"),
    ]

    /// Units, signs, amounts and factors typed right at their figures.
    static let measures: [(String, String, String)] = [
        ("fr", "15€, 20$, 20°C, 10kg, 1 000€", "15⍽€, 20⍽$, 20⍽°C, 10⍽kg, 1‿000⍽€"),
        ("fr", "500F CFA, 4F, 9h, 4G, A4km, 10km/h", "500⍽F⍽CFA, 4F, 9h, 4G, A4km, 10⍽km/h"),
        ("fr", "10-15km, lot_15km, 10km.pdf", "10–15⍽km, lot_15km, 10km.pdf"),
        ("fr", "n°2019-1253, p.12-15, fig.2.png", "n°⍽2019-1253, p.⍽12–15, fig.2.png"),
        ("de", "15€, 20°C, §5, S.12 f., 10km-Lauf", "15⍽€, 20⍽°C, §⍽5, S.⍽12⍽f., 10km-Lauf"),
        ("pt", "15€, 5kg, nº3, 12°", "15⍽€, 5⍽kg, nº⍽3, 12°"),
        ("pt-BR", "R$50, US$20", "R$⍽50, US$⍽20"),
        ("en", "20°C, 5kg, p.12, $5", "20°C, 5kg, p.12, $5"),
        ("en", "3x4 m, 3 x 4 m, 2x3x4, 1080x720", "3×4⍽m, 3⍽×⍽4⍽m, 2×3×4, 1080×720"),
        ("en", "0x12, 3x4_a, a3x4, 3x, axb, 3x4-b", "0x12, 3x4_a, a3x4, 3x, axb, 3x4-b"),
        ("de", "5,-, 5,-- €, 5,– €", "5,–, 5,–⍽€, 5,–⍽€"),
        ("de-CH", "12'000 Franken, 1'234'567, 5'30", "12’000 Franken, 1’234’567, 5'30"),
        ("fr-CH", "12'000 francs", "12’000 francs"),
    ]

    /// Words and numbers that no line may part.
    static let bound: [(String, String, String)] = [
        ("fr", "– premier point ; 5 mg/l", "–⍽premier point‿; 5⍽mg/l"),
        ("pt", "— Bom dia!", "—⍽Bom dia!"),
        (
            "de", "u.ä., m.a.W., V.i.S.d.P., v.l.n.r.",
            "u.‿ä., m.‿a.‿W., V.‿i.‿S.‿d.‿P., v.‿l.‿n.‿r."
        ),
        ("de", "u. ä., m. a. W., d. J., z. B. Tabelle", "u.‿ä., m.‿a.‿W., d.‿J., z.‿B. Tabelle"),
        ("de", "i.A. Koch, „z.B.“, G.W. Leibniz", "i.‿A. Koch, „z.‿B.“, G.W.⍽Leibniz"),
        ("de", "a.b.cd, x.a.B.@y.org, Punkt x. A. Ba", "a.b.cd, x.a.B.@y.org, Punkt x. A.⍽Ba"),
        ("de", "im 21. Jahrhundert, am 24. 2. 2022", "im 21.⍽Jahrhundert, am 24.⍽2.⍽2022"),
        ("de", "1 m.E., 5 m. Ja", "1 m.‿E., 5⍽m. Ja"),
        ("en", "J.R.R. Tolkien, on May 5, in May 2022", "J.R.R.⍽Tolkien, on May⍽5, in May 2022"),
        ("en", "ch. 4, ISBN 978, 500 F CFA, EUR 5", "ch.⍽4, ISBN⍽978, 500⍽F⍽CFA, EUR⍽5"),
        ("fr", "Louis XIV, au XXIe siècle, 10 M$", "Louis⍽XIV, au XXI^e^⍽siècle, 10⍽M$"),
        ("pt", "24 de fevereiro, 24 de cada, a. C.", "24⍽de fevereiro, 24 de cada, a.⍽C."),
        ("pt", "séc. XIX-XX, caps. I-V, pp. iv-xii", "séc.⍽XIX–XX, caps.⍽I–V, pp.⍽iv–xii"),
        ("en", "vols I-III, an I-V curve, a vi-ix, X-V", "vols I–III, an I-V curve, a vi-ix, X-V"),
        ("ar", "د. أحمد, 5 كم, ص. 5", "د.⍽أحمد، 5⍽كم، ص.⍽5"),
        ("ar", "١٠ كم, ١٢ يناير ٢٠٢٤, ٥ ٪", "١٠⍽كم، ١٢⍽يناير ٢٠٢٤، ٥٪"),
        ("ar", "1445 هـ, ٥ رجال", "1445⍽هـ، ٥ رجال"),
        ("pt", "Fig. 3, Cap. 4, Vol. 2, Pág. 3, n° 5", "Fig.⍽3, Cap.⍽4, Vol.⍽2, Pág.⍽3, n°⍽5"),
        ("fr", "20 GNF, 20 CHF, 20 £, 20 M FCFA, 2 To", "20⍽GNF, 20⍽CHF, 20⍽£, 20⍽M⍽FCFA, 2⍽To"),
        ("fr", "1,5 L, 3 km2, ch. 4, n°s 5, 37° C", "1,5⍽L, 3⍽km2, ch.⍽4, n°s⍽5, 37°⍽C"),
        (
            "fr", "François Ier, Le Ier siècle, 37° Celsius",
            "François⍽I^er^, Le I^er^⍽siècle, 37° Celsius"
        ),
        ("de", "30 Min., ISO 9001", "30⍽Min., ISO⍽9001"),
    ]

    /// Marks typed where the language has others, or none.
    static let marks: [(String, String, String)] = [
        ("en", "Hello ! Is it so ? Venue : Dakar ; 3 : 1", "Hello! Is it so? Venue: Dakar; 3 : 1"),
        ("en", "One , two . \"Yes\" , 5 % .", "One, two. “Yes”, 5%."),
        ("en", "See .net, 5 .5 and . . . so", "See .net, 5 .5 and . . . so"),
        ("de", "Ja ! Ein Wort , zwei .", "Ja! Ein Wort, zwei."),
        ("pt", "Sim ? Bem : 12 %.", "Sim? Bem: 12%."), ("fr", "Un mot , deux .", "Un mot, deux."),
        ("ar", "ماذا ? نعم ! ثم : لا", "ماذا؟ نعم! ثم: لا"),
        ("en", "Monday-Friday, March-May, May-Day", "Monday–Friday, March–May, May-Day"),
        ("fr", "lundi-vendredi, mars-mai", "lundi-vendredi, mars-mai"),
        ("en", "9:00 a.m.-5:00 p.m.", "9:00⍽a.m.–5:00⍽p.m."),
        ("de", "3. - 5. Oktober", "3.–5.⍽Oktober"),
        ("fr", "rock 'n' roll, l'été", "rock ’n’ roll, l’été"),
        ("pt", "\"rock 'n' roll\" e 'n'", "«rock ’n’ roll» e “n”"),
        ("en", "'n' and 'r', 'cause' and 'cause", "‘n’ and ‘r’, ‘cause’ and ’cause"),
        ("en", "He's 'bout to; 'fraid not; goin'", "He’s ’bout to; ’fraid not; goin’"),
        ("en", "She said:\"No.\" \"A\"+\"B\" {\"x\"}", "She said:“No.” “A”+“B” {“x”}"),
        ("en", "info@o'neill.org, @john_o'neil, @al's", "info@o'neill.org, @john_o'neil, @al’s"),
        ("en", "C:\\a--b, ...'tis, ...\"so\", ...p. 1", "C:\\a--b, …’tis, …“so”, …p.⍽1"),
        ("fr", "Bonjour ... Eh, puis … rien", "Bonjour… Eh, puis… rien"),
        ("fr", "le ... mars, 5 ... 6, mot ...suite", "le … mars, 5 … 6, mot …suite"),
        ("de", "Sch ... und mehr", "Sch … und mehr"),
        ("ar", "هل هو 5? بلغ 60%; ماذا...?", "هل هو 5؟ بلغ 60%؛ ماذا…؟"),
        ("ar", "'أ' و'ب' و\"ج\"?", "“أ” و“ب” و«ج»؟"),
        ("ar", "على info@x.org, www.x.org; نعم", "على info@x.org، www.x.org؛ نعم"),
        ("ar", "FES, OIF, a@x.org, FES", "FES, OIF, a@x.org, FES"),
        ("ar", "هل هذا صحيح ؟ نعم ، «لا» ؛", "هل هذا صحيح؟ نعم، «لا»؛"),
        ("en", "wait ... , so, and . . . , so", "wait …, so, and . . . , so"),
    ]
}

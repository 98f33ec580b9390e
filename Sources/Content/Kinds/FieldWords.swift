/// What people call fields in the languages of their desks: heads of columns, and keys they write of their
/// own accord.
///
/// All in small letters without accents.
package enum FieldWords {
    /// The field that a word means; nil for one that is not known.
    package static func field(_ word: String) -> String? { ofPeople[word] ?? ofBodies[word] }

    /// Those of people and of what they agreed to; two names where the field is part of another.
    package static let ofPeople: [String: String] = [
        "prenom": "given", "prenoms": "given", "first name": "given", "firstname": "given",
        "given name": "given", "nome proprio": "given",
        "nom": "family", "nom de famille": "family", "last name": "family", "lastname": "family",
        "surname": "family", "family name": "family", "apelido": "family",
        "full name": "name", "nom complet": "name", "nom et prenom": "name",
        "nom et prenoms": "name", "nom & prenom": "name", "nom & prenoms": "name",
        "nom/prenom": "name", "noms/prenoms": "name", "noms & prenoms": "name",
        "nom prenoms": "name", "prenom et nom": "name",
        "prenoms et nom": "name", "noms et prenoms": "name", "nom prenom": "name",
        "prenom nom": "name", "nome completo": "name",
        "identifiant": "id", "identifier": "id",
        "civilite": "honorific", "titre": "academic_title",
        "organization": "organisation", "structure": "organisation", "institution": "organisation",
        "organizacao": "organisation", "organisme": "organisation", "employeur": "organisation",
        "societe": "organisation", "entreprise": "organisation", "company": "organisation",
        "affiliation": "organisation", "instituicao": "organisation",
        "fonction": "role", "function": "role", "poste": "role", "position": "role",
        "job title": "role", "funcao": "role", "cargo": "role", "fonction/poste": "role",
        "intitule du poste": "role", "qualite": "role", "profession": "role",
        "fonction/titre": "role", "titre/fonction": "role",
        "telephone": "phone", "tel": "phone", "tel.": "phone", "telefone": "phone",
        "mobile": "cell", "portable": "cell", "telemovel": "cell", "whatsapp": "cell",
        "gsm": "cell", "tel./whatsapp": "phone", "tel/whatsapp": "phone",
        "telephone/whatsapp": "phone", "tel fixe": "phone", "tel. fixe": "phone",
        "tel mobile": "cell", "tel. mobile": "cell", "tel portable": "cell",
        "phone number": "phone", "telephone number": "phone", "numero de telephone": "phone",
        "n° de telephone": "phone", "no de telephone": "phone", "telephone fixe": "phone",
        "mobile phone": "cell", "cell phone": "cell", "telephone portable": "cell",
        "telephone mobile": "cell", "tel. portable": "cell",
        "e-mail": "email", "mail": "email", "courriel": "email", "e mail": "email",
        "e-mail address": "email", "email address": "email", "mail address": "email",
        "adresse e-mail": "email", "adresse email": "email", "adresse mail": "email",
        "adresse electronique": "email", "correio eletronico": "email",
        "pays": "country", "pais": "country",
        "langues": "languages", "langues parlees": "languages", "langue parlee": "languages",
        "spoken languages": "languages", "linguas": "languages", "idiomas": "languages",
        "sexe": "gender", "genre": "gender", "sex": "gender", "sexo": "gender",
        "bureau": "office", "antenne": "office", "escritorio": "office",
        "site": "website", "web": "website", "site web": "website", "site internet": "website",
        "adresse": "address", "endereco": "address",
        "photo consent": "consent.photo", "consent photo": "consent.photo",
        "consentement photo": "consent.photo", "accord photo": "consent.photo",
        "droit a l'image": "consent.photo", "droit a l’image": "consent.photo",
        "photo ok": "consent.photo", "ok photo": "consent.photo", "accord image": "consent.photo",
        "autorisation photo": "consent.photo", "consentement image": "consent.photo",
        "date consentement": "consent.date", "date de consentement": "consent.date",
        "date du consentement": "consent.date", "date d'accord": "consent.date",
        "date d’accord": "consent.date", "date accord": "consent.date",
        "consent date": "consent.date", "date of consent": "consent.date",
        "consent contact": "consent.share_contact",
        "consent quote": "consent.quote",
        "consent list": "consent.list_name",
        "contact consent": "consent.share_contact", "accord contact": "consent.share_contact",
        "contact ok": "consent.share_contact", "ok contact": "consent.share_contact",
        "consentement contact": "consent.share_contact",
        "partage contact": "consent.share_contact", "accord contacts": "consent.share_contact",
        "accord coordonnees": "consent.share_contact",
        "partage des coordonnees": "consent.share_contact",
        "share_contact": "consent.share_contact", "share contact": "consent.share_contact",
        "quote consent": "consent.quote", "accord citation": "consent.quote",
        "list consent": "consent.list_name", "accord liste": "consent.list_name",
        "accord nom": "consent.list_name", "list_name": "consent.list_name",
        "list name": "consent.list_name",
    ]

    /// Those of organisations and offices, for which no word of people is mistaken.
    package static let ofBodies: [String: String] = [
        "ville": "city", "cidade": "city", "code postal": "postal_code", "boite postale": "po_box",
        "sigle": "short", "acronyme": "short", "acronym": "short", "sigla": "short",
        "a propos": "about", "presentation": "about", "horaires": "hours", "horario": "hours",
        "heures d'ouverture": "hours", "heures d’ouverture": "hours", "opening hours": "hours",
        "quartier": "district", "bairro": "district", "service": "unit", "servico": "unit",
    ]
}

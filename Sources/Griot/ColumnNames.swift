internal import Unicode

/// What the columns of people's spreadsheets are called, and the fields they mean.
enum ColumnNames {
    private static let fields: [String: String] = [
        "prenom": "given", "prenoms": "given", "first name": "given", "firstname": "given",
        "given name": "given", "nome proprio": "given",
        "nom": "family", "nom de famille": "family", "last name": "family", "lastname": "family",
        "surname": "family", "family name": "family", "apelido": "family",
        "full name": "name", "nom complet": "name", "nom et prenom": "name",
        "civilite": "honorific", "titre": "academic_title",
        "organization": "organisation", "structure": "organisation", "institution": "organisation",
        "organizacao": "organisation",
        "fonction": "role", "function": "role", "poste": "role", "position": "role",
        "job title": "role", "funcao": "role",
        "telephone": "phone", "tel": "phone", "tel.": "phone", "telefone": "phone",
        "mobile": "cell", "portable": "cell", "telemovel": "cell",
        "e-mail": "email", "mail": "email", "courriel": "email", "e mail": "email",
        "pays": "country", "pais": "country",
        "sexe": "gender", "genre": "gender", "sex": "gender", "sexo": "gender",
        "site": "website", "web": "website", "adresse": "address", "endereco": "address",
        "photo consent": "consent.photo", "consent photo": "consent.photo",
        "consentement photo": "consent.photo", "accord photo": "consent.photo",
        "droit a l'image": "consent.photo", "droit a l’image": "consent.photo",
        "contact consent": "consent.share_contact", "accord contact": "consent.share_contact",
        "quote consent": "consent.quote", "accord citation": "consent.quote",
        "list consent": "consent.list_name", "accord liste": "consent.list_name",
    ]

    /// The field that a column’s head means, by known words or as a key is written; two names where it
    /// means a part of a field: `consent.photo`.
    static func path(_ head: String) -> [String] {
        let plain = head.withoutMarks.split { $0 == " " || $0 == "_" || $0 == "\u{A0}" }
            .joined(separator: " ")
        let field = fields[plain] ?? plain.split(separator: " ").joined(separator: "_")
        let parts = field.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } ? parts : [field]
    }
}

extension Registry {
    /// What is said of somebody, or what the way to address them says: `f`, `m` or another word of its kind.
    package func gender(of person: Value, in language: String) -> String? {
        if let said = value(at: [.gender], from: person) { return said.word }
        guard case .personName(let typed) = (record(of: person)?[.name] ?? person).content else {
            return nil
        }
        let name = typed.edition(in: language)
        let address = [name.honorific, name.title].compactMap { $0?.editions.first?.content }
        let words = address.flatMap { $0.split(separator: " ") }
        return words.lazy.compactMap { genders[$0.lowercased().filter { $0 != "." }] }.first
    }
}

private let genders = [
    "mme": "f", "mlle": "f", "madame": "f", "mrs": "f", "ms": "f", "miss": "f", "frau": "f",
    "sra": "f", "senhora": "f", "m": "m", "mr": "m", "monsieur": "m", "herr": "m", "sr": "m",
    "senhor": "m", "السيدة": "f", "الآنسة": "f", "السيد": "m",
    // Titles of men are borne by women too; these are not.
    "dre": "f", "professeure": "f", "ambassadrice": "f", "dra": "f", "doutora": "f",
    "profa": "f", "engenheira": "f", "الدكتورة": "f", "الأستاذة": "f", "دكتورة": "f",
]

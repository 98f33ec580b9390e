import Diagnostics

extension Reader {
    /// Tells of names that were typed and that several people bear who are described: nobody knows which of
    /// them is meant, so none is, and a further one of that name appears on the page.
    ///
    /// A name that one of them bears is taken for that one where it matters, in who is needed twice at once
    /// and in who agreed to what.
    mutating func checkTypedNames() {
        guard !typedNames.isEmpty else { return }
        var bearers: [String: [Record]] = [:]
        let kinds = Set(typedNames.map(\.kind))
        for record in registry.all where kinds.contains(record.kind) {
            for form in Set(record.personName?.writtenForms ?? []) {
                bearers[form, default: []].append(record)
            }
        }
        let bodies = bodiesByName()
        for typed in typedNames {
            tellOfBody(typed.name, among: bodies)
            guard let form = typed.name.value.writtenForms.first else { continue }
            let known = (bearers[form] ?? []).filter { $0.kind == typed.kind }
            tell(typed.name, of: known)
        }
        typedNames = []
    }

    /// Bodies that are described, by what they are called.
    func bodiesByName() -> [String: Record] {
        var bodies: [String: Record] = [:]
        for record in registry.all where record.is(.organisation) {
            for field in [KnownField.name, .short] {
                guard case .text(let text)? = record[field]?.content else { continue }
                for edition in text.editions { bodies[edition.content.asAsked] = record }
            }
        }
        return bodies
    }

    /// `owner: Ministère des Finances`, of which the page would make “Ministère des FINANCES”.
    private mutating func tellOfBody(_ name: Located<PersonName>, among bodies: [String: Record]) {
        guard let typed = name.value.typed else { return }
        if let body = bodies[typed.asAsked] {
            report.add(
                .warning(
                    "‘\(shortened(typed))’ was taken for the name of somebody, and is that of a ‘\(body.kind)’",
                    at: name.span
                )
                .noting("‘\(body.id ?? "")’ is described here", at: body.span)
                .hinting(.nameTheBody)
            )
        } else if Self.isFunction(typed) {
            report.add(
                .warning("‘\(shortened(typed))’ was taken for the name of somebody", at: name.span)
                    .hinting(
                        "commas part the things of a list: what somebody does stands beside the name, as in {name: Fatou DIALLO, role: \(shortened(typed))}"
                    )
            )
        } else if Self.isBody(typed) {
            report.add(
                .warning("‘\(shortened(typed))’ was taken for the name of somebody", at: name.span)
                    .hinting(.nameTheBody)
            )
        }
    }

    static func isBody(_ name: String) -> Bool {
        let words = withoutAccents(name.asAsked).split(separator: " ").map(String.init)
        guard words.count > 1 else { return false }
        // Some are called Ville.
        if words[0] == "ville" || words[0] == "centre" { return ["de", "du"].contains(words[1]) }
        return bodies.contains(words[0])
    }

    /// What the names of bodies begin with, without accents.
    private static let bodies: Set = [
        "ministere", "ministry", "ministerio", "mairie", "commune", "conseil", "direction",
        "association", "associacao", "universite", "university", "universidade", "federation",
        "federacao", "agence", "agency", "agencia", "institut", "institute", "instituto",
        "comite", "committee", "secretariat", "departement", "department", "service", "reseau",
        "ambassade", "embassy", "fondation", "foundation", "fundacao", "ong", "cabinet",
    ]

    static func isFunction(_ name: String) -> Bool {
        functions.contains(withoutAccents(name.asAsked))
    }

    /// What people do, without accents: none is a name by itself.
    private static let functions: Set = [
        "directeur", "directrice", "director", "diretor", "diretora", "president", "presidente",
        "coordonnateur", "coordonnatrice", "coordinateur", "coordinatrice", "coordinator",
        "coordenador", "coordenadora", "secretaire general", "secretaire generale",
        "secretaire executif", "secretaire executive", "directeur general", "directrice generale",
        "directeur executif", "directrice executive", "maire", "mayor", "ministre", "minister",
        "ministro", "ministra", "prefet", "gouverneur", "governor", "professeur", "professeure",
        "professor", "professora", "chercheur", "chercheuse", "researcher", "charge de programme",
        "chargee de programme", "comptable", "journaliste", "consultant", "consultante",
        "executive director", "charge de mission", "chargee de mission", "chef de projet",
    ]

    private mutating func tell(_ name: Located<PersonName>, of known: [Record]) {
        let ids = known.compactMap(\.id)
        guard ids.count > 1 else { return }
        let words = name.value.typed ?? name.value.family
        var problem = Diagnostic.warning(
            "\(ids.count) people are called ‘\(shortened(words))’, and none of them is meant by the name alone",
            at: name.span
        )
        for record in known.prefix(4) {
            problem = problem.noting("‘\(record.id ?? "")’ is described here", at: record.span)
        }
        report.add(problem.hinting("write the id of whom you mean: \(.either(ids.prefix(4)))"))
    }
}

extension Diagnostic.Message {
    fileprivate static let nameTheBody: Self =
        "where a body is meant, name it under ‘organisation:’; or say who stands for it"
}

package import Content

/// Where a layout prints what: the fields that it has a place for, by the names that lead to them.
///
/// It follows from the layout alone: what stands behind a `when` that does not hold today has its place
/// all the same.
package struct FieldPlaces: Sendable {
    /// What a layout does with a field.
    enum Use {
        /// It prints it; of a record, what it is called.
        case printed
        /// It draws the picture that the field names.
        case drawn
        /// It goes through it, thing by thing, as far as so many.
        case walked(atMost: Int)
        /// It makes another file of all that is in it.
        case exported
        /// It says on an address card how somebody is reached.
        case carded
    }

    private(set) var isPrinted = false
    private(set) var isDrawn = false
    private(set) var isExported = false
    private(set) var isCarded = false
    /// How many things of a list have a place.
    private(set) var mostThings = 0
    private var fields: [String: FieldPlaces] = [:]

    package init() {}

    package subscript(field: String) -> FieldPlaces? { fields[field] }
    package subscript(field: KnownField) -> FieldPlaces? { fields[field.rawValue] }

    /// The names of all fields in it.
    private var names: Set<String> {
        fields.reduce(into: []) { names, field in
            names.insert(field.key)
            names.formUnion(field.value.names)
        }
    }

    private var holdsExported: Bool { isExported || fields.values.contains(where: \.holdsExported) }

    /// What things are called, described or addressed by wherever they are printed or drawn as a whole.
    private static let wherever = Set(
        Record.callingFields
            + KnownField.names([.alt, .honorific, .academicTitle, .short, .lines, .text])
    )

    /// What address cards say, which are made of whole people and offices.
    private static let onCards = Set(
        KnownField.names([.role, .organisation, .office, .city, .offices])
    )

    /// Which of some ways through the fields of a paper, or of what papers share, may lead to what is
    /// printed: no name on the others is in the layout at all.
    package func mayPrint(_ paths: [[String]]) -> [Bool] {
        let known = names.union(Self.wherever).union(holdsExported ? Self.onCards : [])
        return paths.map { path in path.allSatisfy { known.contains($0) || Self.place($0) != nil } }
    }

    /// What two layouts of one paper have places for together.
    package mutating func add(_ other: FieldPlaces) {
        isPrinted = isPrinted || other.isPrinted
        isDrawn = isDrawn || other.isDrawn
        isExported = isExported || other.isExported
        isCarded = isCarded || other.isCarded
        mostThings = max(mostThings, other.mostThings)
        for (name, inner) in other.fields { fields[name, default: FieldPlaces()].add(inner) }
    }

    /// - Parameters:
    ///   - path: The names that lead from here to the field; one thing of a list by its number.
    ///   - known: How many of them lead to what has a name in the layout. How far that is gone through was
    ///     noted there; a list further on the way is gone through to its end.
    mutating func note(_ path: ArraySlice<String>, known: Int = 0, _ use: Use) {
        guard let name = path.first else { return note(use) }
        let rest = path.dropFirst()
        if let number = Self.place(name) {
            mostThings = max(mostThings, number)
            return note(rest, known: known - 1, use)
        }
        let goesThrough = known < 1 && rest.first.map { Self.place($0) == nil } ?? false
        fields[name, default: FieldPlaces()]
            .note(rest, goingThrough: goesThrough, known: known - 1, use)
    }

    private mutating func note(
        _ path: ArraySlice<String>,
        goingThrough goesThrough: Bool,
        known: Int,
        _ use: Use
    ) {
        if goesThrough { mostThings = .max }
        note(path, known: known, use)
    }

    /// The number that calls one thing of a list.
    private static func place(_ name: String) -> Int? {
        // Names of fields begin with letters, and nearly all are names of fields.
        name.utf8.first.map { $0 < 0x40 } == true ? Int(name) : nil
    }

    private mutating func note(_ use: Use) {
        switch use {
        case .printed: isPrinted = true
        case .drawn: isDrawn = true
        case .walked(let number): mostThings = max(mostThings, number)
        case .exported: isExported = true
        case .carded: isCarded = true
        }
    }
}

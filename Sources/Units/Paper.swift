/// Trimmed sizes that go by a name, upright.
///
/// Sources: ISO 216 for the A series; ISO/IEC 7810 for ID-1; 85 × 55 mm is the European business card.
package enum Paper: String, CaseIterable, Sendable {
    case a3, a4, a5, a6, letter, card, id1

    package var size: Size {
        switch self {
        case .a3: Size(width: .mm(297), height: .mm(420))
        case .a4: Size(width: .mm(210), height: .mm(297))
        case .a5: Size(width: .mm(148), height: .mm(210))
        case .a6: Size(width: .mm(105), height: .mm(148))
        case .letter: Size(width: .mm(215.9), height: .mm(279.4))
        case .card: Size(width: .mm(85), height: .mm(55))
        case .id1: Size(width: .mm(85.6), height: .mm(53.98))
        }
    }
}

internal import CCairo
import Pages
import Structure

/// How the Cairo at hand counts marked content.
///
/// Only what has been tried is listed: the order of the marks is the key by which finishing
/// knows whose each piece is, and a file whose key is wrong reads nonsense aloud.
enum Marking {
    /// 1.16: each leaf tag gets the next identifier of its page.
    case everyLeaf
    /// 1.18: each leaf tag in which there is text does.
    case leavesWithText

    static func ofThisCairo() throws(PaintingError) -> Marking {
        let version = cairo_version()
        switch version / 100 {
        case 116: return .everyLeaf
        case 118: return .leavesWithText
        default:
            throw PaintingError(
                "marking content",
                reason: "Cairo \(String(cString: cairo_version_string())) marks in its own way;"
                    + " 1.16 and 1.18 are known"
            )
        }
    }
}

extension Owner {
    /// The tag it is drawn under, which must be one that Cairo knows.
    ///
    /// What the element truly is stands in the structure tree; this says only where it begins and
    /// ends. Cairo has no artifacts before 1.18, so these go under `Private`. Under `Link` it
    /// would make an annotation of its own.
    func tag(in structure: StructureTree) -> String {
        switch self {
        case .artifact: return "Private"
        case .element(let id):
            let role = structure[id].role
            return role == .link ? Role.span.tag : role.tag
        }
    }
}

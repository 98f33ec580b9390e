internal import Flow
internal import Layouts
internal import Units

extension Run {
    /// What the brand of an edition calls its colours; of two names for one the first in the alphabet.
    func colourNames(of edition: Edition) -> [Colour: String] {
        let brand = house(for: edition.brief, in: edition.language, eventFolder: folder).brand
        let named = brand.colours.map { name, colour in (colour.withoutInk, name) }
        return Dictionary(named, uniquingKeysWith: min)
    }
}

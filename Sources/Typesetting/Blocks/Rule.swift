import Flow
import Pages
import Structure
import Units

extension Typesetter {
    /// A stripe across the measure, from its start edge.
    func galley(of stripe: Stripe, to measure: Length) -> Galley {
        let width = min(stripe.length ?? measure, measure)
        let rect = Rect(
            x: isRightToLeft ? measure - width : .zero,
            y: .zero,
            width: width,
            height: stripe.thickness
        )
        let area = AreaMark(rect: rect, fill: stripe.colour)
        let fragment = Fragment(owner: .artifact(surroundings.artifact), marks: [.area(area)])
        return Galley(
            measure: measure,
            strips: [Strip(height: stripe.thickness, fragments: [fragment])]
        )
    }
}

import Flow
import Pages
import Structure
import Units

extension Typesetter {
    /// A stripe across the measure, from its start edge.
    func galley(of stripe: Stripe, in setting: Setting) -> Galley {
        let measure = setting.measure
        let width = min(stripe.length ?? measure, measure)
        let rect = Rect(
            x: setting.isRightToLeft ? measure - width : .zero,
            y: .zero,
            width: width,
            height: stripe.thickness
        )
        let area = AreaMark(rect: rect, fill: stripe.colour)
        let fragment = Fragment(owner: .artifact(setting.artifact), marks: [.area(area)])
        return Galley(
            measure: measure,
            strips: [Strip(height: stripe.thickness, fragments: [fragment])]
        )
    }
}

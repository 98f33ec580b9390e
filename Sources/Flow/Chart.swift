package import Arrangement
package import Units

/// A small honest chart: its bars labelled directly, no frame, no legend.
package struct Chart: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package var label: Paragraph
        package var figure: Paragraph
        package var value: Double
        package var colour: Colour

        package init(label: Paragraph, figure: Paragraph, value: Double, colour: Colour) {
            self.label = label
            self.figure = figure
            self.value = value
            self.colour = colour
        }
    }

    package var form: ChartForm
    package var entries: [Entry]
    package var thickness: Length
    package var gap: Length
    /// Between words and what stands beside them; half of it between a divided bar and those beneath.
    package var clearance: Length
    /// For bars: how much of the measure labels take.
    package var labelWidth: Extent

    package init(
        form: ChartForm,
        entries: [Entry],
        thickness: Length,
        gap: Length,
        clearance: Length = .pt(6),
        labelWidth: Extent = .content
    ) {
        self.form = form
        self.entries = entries
        self.thickness = thickness
        self.gap = gap
        self.clearance = clearance
        self.labelWidth = labelWidth
    }
}

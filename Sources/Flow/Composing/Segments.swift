import Content
import Diagnostics
import Layouts
import Structure
import Units

/// Stretches of a line in another language, or that lead somewhere.
extension Composer {
    /// The segment in another language, marked so for those who hear it.
    mutating func spoken(
        _ segment: Line.Segment,
        in language: String?,
        _ element: ElementID?
    ) -> Line.Segment {
        guard let language, language != segment.language else { return segment }
        var segment = segment
        segment.language = language
        segment.typedIn = nil
        if let outer = segment.element ?? element, surroundings.areRead {
            let span = flow.structure.add(.span, to: outer, origin: segment.origin)
            flow.structure[span].language = language
            segment.element = span
        }
        return segment
    }

    mutating func segment(
        _ segment: Line.Segment,
        linkedTo destination: String,
        in element: ElementID?
    ) -> Line.Segment {
        if destination.isEmpty { return segment }
        if destination.hasPrefix("#") {
            return self.segment(segment, toPlace: String(destination.dropFirst()), in: element)
        }
        switch LinkDestination.reading(destination) {
        case .success(let destination):
            return self.segment(segment, to: .address(destination.address), in: element)
        case .failure(let objection):
            report.add(
                .warning(.linkToNowhere(destination), at: segment.origin ?? layoutSpan)
                    .hinting(.mend(objection))
            )
            return segment
        }
    }

    mutating func segment(
        _ segment: Line.Segment,
        to target: LinkTarget,
        in element: ElementID?
    ) -> Line.Segment {
        var segment = segment
        segment.link = target
        segment.type = type(inline: .link, in: segment.type)
        if let outer = segment.element ?? element, surroundings.areRead {
            segment.element = flow.structure.add(.link, to: outer, origin: segment.origin)
        }
        return segment
    }
}

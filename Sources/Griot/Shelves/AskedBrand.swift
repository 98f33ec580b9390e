internal import Content
internal import Diagnostics
internal import Layouts
internal import YAML

extension Brand {
    /// The one in which papers are set that ask for none.
    static let usual = "house"
}

extension Brief {
    /// The brand that the paper asks for, or its event for all of its papers; where neither does, the only
    /// one of its folder.
    var askedBrand: Located<String>? {
        if let brand { return brand }
        guard let value = self[.event, .brand] ?? eventOfTheFolder?[.brand],
            case .text(let text) = value.content,
            let name = text.editions.first?.content, !name.isEmpty
        else { return nil }
        return Located(name, at: value.span)
    }

    /// The event of the folder in whose brand the paper is set, which need not say anything of it.
    var dressingEvent: Record? {
        guard brand == nil, self[.event, .brand] == nil, let event = eventOfTheFolder,
            event[.brand] != nil
        else { return nil }
        return event
    }

    /// The only event that is described beside the paper, which may describe another itself.
    private var eventOfTheFolder: Record? {
        let events = registry.all.filter {
            $0.is(.event) && $0.span.source != record.span.source
        }
        return events.count == 1 ? events[0] : nil
    }

    var brandName: String { askedBrand?.value ?? Brand.usual }
}

extension [ContentFile] {
    /// The brand of the only event that the files describe.
    var eventBrand: String? {
        let events = flatMap(\.events)
        return events.count == 1 ? events[0][field: .brand]?.text : nil
    }
}

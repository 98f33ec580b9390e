internal import Content
internal import Diagnostics
internal import Layouts
internal import YAML

extension Brand {
    /// The one in which papers are set that ask for none.
    static let usual = "house"
}

extension Brief {
    /// The brand that the paper asks for, or its event for all of its papers; where it names none, the
    /// only one of its folder.
    var askedBrand: Located<String>? {
        if let brand { return brand }
        guard let value = self["event.brand"] ?? onlyEvent?["brand"],
            case .text(let text) = value.content,
            let name = text.editions.first?.content, !name.isEmpty
        else { return nil }
        return Located(name, at: value.span)
    }

    private var onlyEvent: Record? {
        guard record["event"] == nil else { return nil }
        let events = registry.all.filter { $0.kind == "event" }
        return events.count == 1 ? events[0] : nil
    }

    var brandName: String { askedBrand?.value ?? Brand.usual }
}

extension [ContentFile] {
    /// The brand of the only event that the files describe.
    var eventBrand: String? {
        let events = flatMap { file in
            (file.root["events"]?.items ?? [])
                + [file.root["kind"]?.text == "event" ? file.root : nil].compactMap { $0 }
        }
        return events.count == 1 ? events[0]["brand"]?.text : nil
    }
}

import Linebreaking

/// Breaks each paragraph as TeX would: items as JSON in, breaks and demerits as JSON out.
func probeBreaks() -> Int32 {
    answerLines { line in
        guard let value = JSONReader.value(of: String(line)),
            let paragraph = paragraph(of: value)
        else { return "{\"error\": \"this is not a paragraph in JSON\"}" }
        let breaks = paragraph.broken()
        let items = breaks.items.map(String.init).joined(separator: ", ")
        return "{\"breaks\": [\(items)], \"demerits\": \(breaks.demerits)}"
    }
}

private func paragraph(of value: JSONReader.Value) -> ScaledParagraph? {
    guard let measure = value["hsize"]?.integer, let list = value["items"]?.list else { return nil }
    let manners = value["params"]
    let hyphenPenalty = manners?.integer("hyphenpenalty") ?? 50
    let items = list.compactMap { item(of: $0, hyphenPenalty: hyphenPenalty) }
    guard items.count == list.count else { return nil }
    var paragraph = ScaledParagraph(items: items, measure: measure)
    if let manners { take(manners, into: &paragraph.manners) }
    if let glue = value["parfill"] ?? manners?["parfillskip"] {
        paragraph.filling = filling(of: glue)
    }
    return paragraph
}

private func item(of value: JSONReader.Value, hyphenPenalty: Int) -> ScaledParagraph.Item? {
    guard let list = value.list, case .text(let kind)? = list.first else { return nil }
    func number(_ index: Int) -> Int { index < list.count ? list[index].integer ?? 0 : 0 }
    switch kind {
    case "b": return .box(number(1))
    case "g": return .glue(number(1), stretch: number(2), shrink: number(3))
    case "p": return .penalty(number(1))
    case "d":
        return .discretionary(number(1), penalty: list.count > 2 ? number(2) : hyphenPenalty)
    default: return nil
    }
}

private func take(_ value: JSONReader.Value, into manners: inout ScaledParagraph.Manners) {
    func set(_ name: String, _ path: WritableKeyPath<ScaledParagraph.Manners, Int>) {
        if let number = value.integer(name) { manners[keyPath: path] = number }
    }
    set("pretolerance", \.pretolerance)
    set("tolerance", \.tolerance)
    set("linepenalty", \.linePenalty)
    set("adjdemerits", \.adjacencyDemerits)
    set("doublehyphendemerits", \.doubleHyphenDemerits)
    set("finalhyphendemerits", \.finalHyphenDemerits)
    set("emergencystretch", \.emergencyStretch)
    set("looseness", \.looseness)
    if let glue = value["leftskip"] { manners.leftSkip = skip(of: glue) }
    if let glue = value["rightskip"] { manners.rightSkip = skip(of: glue) }
}

/// The glue that fills the last line: infinite unless the numbers say otherwise.
private func filling(of value: JSONReader.Value) -> ScaledParagraph.Filling {
    switch value {
    case .number, .list, .object: skip(of: value)
    default: ScaledParagraph.Filling()
    }
}

private func skip(of value: JSONReader.Value) -> ScaledParagraph.Filling {
    var glue = ScaledParagraph.Filling(isInfinite: false)
    var stretch: JSONReader.Value?
    var order: JSONReader.Value?
    switch value {
    case .number: glue.width = value.integer ?? 0
    case .list(let list):
        glue.width = list.first?.integer ?? 0
        stretch = list.count > 1 ? list[1] : nil
        glue.shrink = list.count > 2 ? list[2].integer ?? 0 : 0
        order = list.count > 3 ? list[3] : nil
    case .object:
        glue.width = value.integer("width") ?? 0
        stretch = value["stretch"] ?? value["fil"]
        glue.shrink = value.integer("shrink") ?? 0
        order = value["fil"] ?? value["order"] ?? value["stretch_order"]
    default: break
    }
    glue.stretch = stretch?.integer ?? 0
    // One fil, its order left out: nobody stretches a last line by a point or less.
    if case nil = order, (1...65_536).contains(glue.stretch) { glue.isInfinite = true }
    if case .text(let text)? = stretch { glue.isInfinite = text.contains("fil") }
    switch order {
    case .number(let number)?: glue.isInfinite = number != 0
    case .text(let text)?: glue.isInfinite = text.contains("fil")
    case .truth(let isInfinite)?: glue.isInfinite = isInfinite
    default: break
    }
    return glue
}

import Arrangement
import Diagnostics
import Flow
import Pages
import Units

extension Copyfitting {
    /// Says what was done to meet the target, or by how much it is missed and where.
    func tell(_ chosen: Trial, after first: Trial, reporting report: inout Report) {
        if let pages = target.pages, chosen.pages > pages {
            report.add(excess(of: nearest ?? chosen, over: pages))
        } else if let pages = target.pages, chosen.pages < pages, !target.isAtMost {
            let share = max(target.lastFill ?? 0, Self.leastOfALastPage)
            report.add(
                .warning(.fillsOnly(chosen.pages, of: pages).about(.edition), at: target.origin)
                    .hinting(.write(lines: linesShort(of: chosen, for: pages, lastTo: share)))
            )
        } else if let wanted = target.lastFill, !target.admits(chosen) {
            let fill = chosen.attempt.lastFill
            report.add(
                .warning(
                    .lastPage(filledTo: fill, of: wanted).about(.edition),
                    at: target.origin
                )
                .hinting(
                    fill < wanted
                        ? .write(
                            lines: linesShort(of: chosen, for: chosen.pages, lastTo: wanted)
                        ) : .writeMoreOrLess
                )
            )
        }
        if !chosen.setting.isDesign, target.admits(chosen) {
            let leftOut = flow.leftOut(upTo: chosen.setting.leavesOutUpTo)
            var steps = steps(to: chosen, from: first)
            if !leftOut.isEmpty {
                steps.append(.leftOut(leftOut.map(\.name), atMost: Self.mostNamed))
            }
            var remark = Diagnostic.remark(
                .fitted(chosen.pages, by: steps).about(.edition),
                at: target.origin
            )
            for part in leftOut.prefix(Self.mostNamed) where part.origin != nil {
                remark = remark.noting(.isLeftOut(part.name), at: part.origin)
            }
            report.add(remark)
        }
    }

    /// A page with less than this on it looks forgotten.
    private static let leastOfALastPage = 0.2

    private func linesShort(of chosen: Trial, for pages: Int, lastTo share: Double) -> Int {
        chosen.attempt.lines(toFill: pages, lastTo: share, leading: flow.bodyLeading)
    }

    private static let mostNamed = 8

    /// A warning and no error: the pages that come nearest are worth seeing by whoever is to shorten them.
    private func excess(of chosen: Trial, over pages: Int) -> Diagnostic {
        let beyond = chosen.attempt.lines(after: pages, leading: flow.bodyLeading)
        guard beyond > 0 else {
            return .warning(.besideOver(pages).about(.edition), at: target.origin)
                .hinting(.shortenBeside)
        }
        let lines = max(1, surplus(of: chosen, over: pages) ?? beyond)
        let section = chosen.attempt.section(atPage: pages)
        return .warning(.over(pages, by: lines, in: section).about(.edition), at: target.origin)
            .hinting(.shorten(by: lines))
    }

    private func surplus(of chosen: Trial, over pages: Int) -> Int? {
        let varied = chosen.setting.isDesign ? flow : chosen.setting.applied(to: flow)
        return Surplus(
            attempt: chosen.attempt,
            flow: varied,
            pages: pages,
            typesetting: typesetting
        )
        .lines
    }

    /// What was changed, in the order in which the layout names it.
    private func steps(to chosen: Trial, from first: Trial) -> [Diagnostic.Message] {
        target.levers.flatMap { words(for: $0.kind, in: chosen, from: first) }
    }

    private func words(
        for kind: LeverKind,
        in chosen: Trial,
        from first: Trial
    ) -> [Diagnostic.Message] {
        let setting = chosen.setting
        func per(_ share: Double) -> Diagnostic.Message {
            "\(decimal: (share * 100).inTenths) %"
        }
        switch kind {
        case .pictures: return pictures(of: chosen, from: first)
        case .tracking:
            guard setting.tracking < 0 else { return [] }
            return ["letters \(per(-setting.tracking)) of an em closer"]
        case .leading, .gaps, .rows, .size:
            let share = setting.share(kind)
            guard abs(share - 1) > 0.0005 else { return [] }
            return [.lever(kind, at: per(share))]
        }
    }

    /// Pictures that lost height, by the names of their files.
    private func pictures(of chosen: Trial, from first: Trial) -> [Diagnostic.Message] {
        let usual = Dictionary(
            first.attempt.document.pictureSizes.map { ($0.id, $0.height) },
            uniquingKeysWith: { first, _ in first }
        )
        var said = Set<Int32>()
        return chosen.attempt.document.pictureSizes.compactMap { picture in
            guard let before = usual[picture.id],
                before.millimetres - picture.height.millimetres > 0.5,
                said.insert(picture.id.index).inserted
            else { return nil }
            let name = flow.pictures[Int(picture.id.index)].fileName
            let heights = (picture.height.millimetres.rounded(), before.millimetres.rounded())
            return "‘\(name)’ \(Int(heights.0)) mm instead of \(Int(heights.1))"
        }
    }
}

extension Document {
    /// Every picture of the pages, in order, with the height it is seen at.
    var pictureSizes: [(id: PictureID, height: Length)] {
        pages.flatMap { page in
            page.fragments.flatMap { fragment in
                fragment.marks.compactMap { mark in
                    guard case .picture(let picture) = mark else { return nil }
                    return (picture.picture, picture.shown.size.height)
                }
            }
        }
    }
}

extension Double {
    /// As messages say shares: one place, and none where it is a nought.
    fileprivate var inTenths: String {
        let tenths = Int((self * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(abs(tenths % 10))"
    }
}

extension Diagnostic.Message {
    static func over(_ pages: Int, by lines: Int, in section: String?) -> Self {
        let surplus: Self = lines == 1 ? "1 line too many" : "\(lines) lines too many"
        return section.map { "does not fit \(counted(pages)): \(surplus) from ‘\($0)’ on" }
            ?? "does not fit \(counted(pages)): \(surplus)"
    }

    static func shorten(by lines: Int) -> Self {
        lines == 1
            ? "shorten the text by 1 line, or give parts a priority"
            : "shorten the text by \(lines) lines, or give parts a priority"
    }

    static func besideOver(_ pages: Int) -> Self {
        "does not fit \(counted(pages)): the text does, but not what stands beside or below it"
    }

    static let shortenBeside: Self =
        "shorten boxes, names and lists, or the text that leaves them no room"

    static func fillsOnly(_ pages: Int, of wanted: Int) -> Self {
        "the text fills only \(pages) of \(wanted) pages, however loosely it is set"
    }

    static func lastPage(filledTo fill: Double, of wanted: Double) -> Self {
        "the last page is filled to \(decimal: (fill * 100).inTenths) %, not to \(decimal: (wanted * 100).inTenths) %"
    }

    static func write(lines: Int) -> Self {
        lines == 1 ? "write about 1 line more" : "write about \(lines) lines more"
    }

    static let writeMoreOrLess: Self = "write a little more, or a little less"

    static func fitted(_ pages: Int, by steps: [Self]) -> Self {
        "fitted to \(counted(pages)): \(steps)"
    }

    fileprivate static func leftOut(_ names: [Self], atMost most: Int) -> Self {
        let named = Array(names.prefix(most))
        let others = names.count - named.count
        return others > 0 ? "left out: \(named) and \(others) more" : "left out: \(named)"
    }

    fileprivate static func lever(_ kind: LeverKind, at share: Self) -> Self {
        switch kind {
        case .leading: "leading \(share)"
        case .gaps: "gaps \(share)"
        case .rows: "spare height of rows \(share)"
        case .size: "size \(share)"
        case .tracking: "tracking \(share)"
        case .pictures: "pictures \(share)"
        }
    }

    static func isLeftOut(_ name: Self) -> Self { "\(name) is left out" }

    private static func counted(_ pages: Int) -> Self {
        pages == 1 ? "1 page" : "\(pages) pages"
    }
}

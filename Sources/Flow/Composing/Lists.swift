import Arrangement
import Content
import Diagnostics
import Layouts
import Structure
import Units

extension Composer {
    /// A list of rich text, numbered from where the writer began.
    mutating func richList(
        _ items: [[RichBlock]],
        start: Int?,
        type: Type,
        at span: Span
    ) -> Block {
        let isInNote = paper.footnotes.isInNote
        let listType = isInNote ? type : self.type(named: .list, else: type).lettered(as: type)
        let labelType =
            isInNote ? type : self.type(named: .listLabel, else: listType).lettered(as: type)
        let indent = listType.style.listIndent ?? .ems(1.4)
        let list = element(.list, origin: span)
        if let list { flow.structure[list].numbering = start == nil ? .disc : .decimal }
        var number = start ?? 0
        let made = items.map { blocks -> ListItem in
            // In a note nothing sets it apart but a full stop.
            let label = start == nil ? "•" : pack.figures(isInNote ? "\(number)." : "\(number)")
            number += 1
            return item(label: label, type: labelType, indent: indent, in: list, at: span) {
                composer in
                blocks.flatMap { composer.richBlock($0, type: listType) }
            }
        }
        let block = Block(.list(made), style: blockStyle(type), element: list, origin: span)
        let gap = paper.footnotes.isInNote ? .zero : listType.style.listGap ?? .lines(0.5)
        return block.setOff(by: isInList ? .zero : resolve(gap, size: type.size))
    }

    /// Whether what is being made stands in an item of a list.
    private var isInList: Bool { flow.structure[surroundings.parent].role == .listBody }

    /// One item: its label, and its body composed under the right elements.
    mutating func item(
        label: String,
        type: Type,
        indent: Measure,
        in list: ElementID?,
        at span: Span,
        _ body: (inout Composer) -> [Block]
    ) -> ListItem {
        let item = list.flatMap { element(.listItem, in: $0, origin: span) }
        let labelElement = item.flatMap { element(.label, in: $0) }
        let bodyElement = item.flatMap { element(.listBody, in: $0) }
        var line = Line()
        var labelSegment = segment(type)
        labelSegment.isVerbatim = true
        line.append(label, as: labelSegment)
        let blocks = bodyElement.map { under($0, body) } ?? body(&self)
        return ListItem(
            label: paragraph(line, type: type),
            labelElement: labelElement,
            body: blocks,
            indent: resolve(indent, size: type.size),
            isRightToLeft: pack.isRightToLeft
        )
    }

    /// A list of things, an item for each.
    mutating func list(_ recipe: ListRecipe, type: Type, at span: Span) -> [Block] {
        guard let each = recipe.each else { return [] }
        checkPath(of: each)
        let values = values(of: each)
        if values.isEmpty { return [] }
        // Of one thing nobody counts.
        if recipe.isNumbered, values.count == 1 {
            return binding(recipe.name, to: values[0], number: 1) { $0.blocks(recipe.item) }
        }
        let labelType = recipe.labelStyle.map { self.type(layout[$0], in: type) } ?? type
        let list = element(.list, origin: span)
        if let list { flow.structure[list].numbering = recipe.isNumbered ? .decimal : .disc }
        let items = values.enumerated().map { index, value in
            let label = recipe.isNumbered ? pack.figures("\(index + 1)") : recipe.bullet
            return item(
                label: label,
                type: labelType,
                indent: recipe.indent,
                in: list,
                at: value.span
            ) {
                composer in
                composer.binding(recipe.name, to: value, number: index + 1) {
                    $0.blocks(recipe.item)
                }
            }
        }
        let block = Block(.list(items), style: blockStyle(type), element: list, origin: span)
        let gap = type.style.listGap ?? .zero
        return [block.setOff(by: isInList ? .zero : resolve(gap, size: type.size))]
    }
}

extension Block {
    /// A list with a gap above and below.
    ///
    /// Where its lines kept the grid, the first of each item may stand
    /// midway, so that half a line above and another below cost one.
    fileprivate func setOff(by gap: Length) -> Block {
        guard gap > .zero, case .list(var items) = content else { return self }
        var list = parted(by: gap)
        guard style.grid == .whole else { return list }
        list.style.grid = .half
        for item in items.indices {
            for block in items[item].body.indices where items[item].body[block].style.grid == .whole
            {
                items[item].body[block].style.grid = .half
            }
        }
        list.content = .list(items)
        return list
    }
}

package import Pages
package import Units

extension Strip {
    /// Takes what another strip holds into this one, its top left corner at `place`.
    mutating func absorb(_ other: Strip, at place: Point) {
        fragments.reserveCapacity(fragments.count + other.fragments.count)
        for fragment in other.fragments { fragments.append(fragment.moved(by: place)) }
        for link in other.links { links.append(link.moved(by: place)) }
        notes += other.notes
        footnotes += other.footnotes
        floats += other.floats
        anchors += other.anchors
        overshoot = max(overshoot, other.overshoot - place.y)
        if baseline == nil, let first = other.baseline {
            baseline = place.y + first
            grid = other.grid
        }
        origin = origin ?? other.origin
    }

    /// Moves everything in the strip sideways.
    mutating func shift(by x: Length) {
        guard x != .zero else { return }
        move(by: Point(x: x, y: .zero))
    }

    /// Moves everything in the strip down and makes it taller by as much.
    mutating func lower(by y: Length) {
        move(by: Point(x: .zero, y: y))
        height += y
        baseline = baseline.map { $0 + y }
    }

    /// Gives a line another leading: half of what it is more stands above its letters, half below.
    ///
    /// - Precondition: The line was set with `old`, which is above zero.
    mutating func lead(by leading: Length, insteadOf old: Length) {
        precondition(old > .zero, "lines without leading stand on each other")
        let more = height * (leading / old - 1)
        move(by: Point(x: .zero, y: more / 2))
        height += more
        baseline = baseline.map { $0 + more / 2 }
    }

    /// Makes it dearer to end a column above, where that is neither forbidden nor asked for.
    mutating func avoidBreakAbove(at price: Double) {
        guard case .allowed(let cost) = breakBefore else { return }
        breakBefore = .allowed(cost: max(cost, price))
    }

    private mutating func move(by offset: Point) {
        for index in fragments.indices { fragments[index] = fragments[index].moved(by: offset) }
        for index in links.indices { links[index] = links[index].moved(by: offset) }
    }
}

extension Fragment {
    package func moved(by offset: Point) -> Fragment {
        Fragment(owner: owner, origin: origin + offset, marks: marks)
    }
}

extension LinkArea {
    package func moved(by offset: Point) -> LinkArea {
        LinkArea(
            rect: rect.moved(by: offset),
            target: target,
            element: element,
            description: description
        )
    }
}

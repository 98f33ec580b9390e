extension [Int] {
    /// The places of the longest part of a row of numbers in which each is greater than the one before it;
    /// of several as long, the one that ends first.
    ///
    /// Takes n log n steps. Source: C. Schensted, “Longest Increasing and Decreasing Subsequences”,
    /// Canadian Journal of Mathematics 13 (1961), 179–191.
    var longestRise: [Int] {
        // The place of the least number that a rise of each length can end with, so far.
        var ends: [Int] = []
        var before: [Int?] = []
        var last: Int?
        for place in indices {
            let length = ends.rises(endingBelow: self[place], in: self)
            before.append(length > 0 ? ends[length - 1] : nil)
            if length == ends.count {
                ends.append(place)
                last = place
            } else {
                ends[length] = place
            }
        }
        var rise: [Int] = []
        while let place = last {
            rise.append(place)
            last = before[place]
        }
        return rise.reversed()
    }

    /// How many of the rises that end at these places can go on with a number: the ends rise too.
    private func rises(endingBelow number: Int, in numbers: [Int]) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if numbers[self[middle]] < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

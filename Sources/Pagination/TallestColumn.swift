import Flow
import Units

extension MasterChoice {
    /// The height of the tallest column into which a stream is poured, as far as the masters say it.
    ///
    /// Where pages that are repeated have one, those of the first or the last page do not count: what is
    /// as tall as a column must find one on whatever page it comes to.
    func tallestColumn(of stream: Int) -> Length {
        let repeated = [master(of: 2), master(of: 3)].compactMap(\.self)
        return [repeated, all].lazy.compactMap { masters in
            masters.compactMap { $0.tallestColumn(of: stream) }.max()
        }.first ?? .infinity
    }
}

extension ResolvedMaster {
    fileprivate func tallestColumn(of stream: Int) -> Length? {
        frames.filter { $0.stream == stream }
            .map { room(of: $0) }.filter { $0 > .zero }.max()
    }

    private func room(of frame: ResolvedFrame) -> Length {
        furthest(down: frame, through: frames.count) - furthest(up: frame, through: frames.count)
    }

    /// The highest place at which a frame may begin; that of the frame above it, should that hold nothing.
    ///
    /// - Parameter most: How many frames it may hang on at the most.
    private func furthest(up frame: ResolvedFrame, through most: Int) -> Length {
        switch frame.top {
        case .at(let y)?: y
        case .beside(let other, _)? where most > 0: furthest(up: frames[other], through: most - 1)
        case .beside?, nil: .zero
        }
    }

    private func furthest(down frame: ResolvedFrame, through most: Int) -> Length {
        switch frame.bottom {
        case .at(let y)?: y
        case .beside(let other, _)? where most > 0:
            furthest(down: frames[other], through: most - 1)
        case .beside?, nil: size.height
        }
    }
}

import Diagnostics

/// Numbers that are the parts of another, which stands beside them.
extension Reader {
    /// Warns of parts that come to more than the whole: fifty-five women and men among forty-five.
    mutating func checkParts(of field: FieldDescription, in read: [Record.Field]) {
        guard let parts = field.harmony.parts, isSaid(parts.condition, in: read),
            let value = read.first(where: { $0.name == field.name })?.value
        else { return }
        let numbers = value.items.compactMap { $0.record?["value"] }.compactMap { value in
            value.number.map { Located($0, at: value.span) }
        }
        guard !numbers.isEmpty, numbers.allSatisfy({ $0.value.value.isFinite }) else { return }
        if let negative = numbers.first(where: { $0.value.value < 0 }) {
            report.add(
                .warning("‘\(negative.value.typed)’ is no part of a whole", at: negative.span)
                    .hinting("write what there is of it, or 0")
            )
            return
        }
        check(numbers.map(\.value), of: field, at: value.span, against: parts, in: read)
    }

    private mutating func check(
        _ numbers: [Number],
        of field: FieldDescription,
        at span: Span,
        against parts: Harmony.Parts,
        in read: [Record.Field]
    ) {
        let sum = Number(
            numbers.reduce(0) { $0 + $1.value },
            decimals: numbers.map(\.decimals).max() ?? 0
        )
        let whole = read.first { $0.name == parts.whole }?.value
        if numbers.allSatisfy(\.isPercentage) || whole?.isPercentSign == true {
            // Each may have been rounded up by half of what its last figure stands for.
            guard sum.value > 100 + 0.5 * Double(numbers.count) else { return }
            report.add(
                .warning("the shares of ‘\(field.name)’ come to \(sum.typed) %", at: span)
                    .hinting("mend one of them: all together are 100 %")
            )
        } else if let whole, let total = whole.number, sum.value > total.value + 0.000_1 {
            report.add(
                .warning(
                    "the numbers of ‘\(field.name)’ come to \(sum.typed), and ‘\(parts.whole)’ is \(total.typed)",
                    at: span
                )
                .noting("‘\(parts.whole)’ is said here", at: whole.span)
                .hinting("mend one of them, or ‘\(parts.whole)’")
            )
        }
    }

    private func isSaid(_ condition: Harmony.Exceptions, in read: [Record.Field]) -> Bool {
        condition.wordsByField.allSatisfy { name, words in
            read.first { $0.name == name }?.value.word.map(words.contains) ?? false
        }
    }

    /// Warns of a record of which nothing would be printed, for want of a field that says something.
    mutating func checkCompany(of field: FieldDescription, in read: [Record.Field], at span: Span) {
        let company = field.harmony.company
        guard read.contains(where: { $0.name == field.name }),
            !read.contains(where: { company.contains($0.name) })
        else { return }
        let value = read.first { $0.name == field.name }?.value
        let names: Diagnostic.Message = .either(company[...])
        report.add(
            .warning("nothing stands beside ‘\(field.name)’", at: value?.span ?? span)
                .hinting("add what it is about, under \(names), or take it out")
        )
    }
}

extension Value {
    fileprivate var number: Number? {
        if case .number(let number) = content { number } else { nil }
    }

    fileprivate var isPercentSign: Bool {
        guard case .text(let text) = content else { return false }
        return text.editions.contains { $0.content.contains("%") || $0.content.contains("٪") }
    }
}

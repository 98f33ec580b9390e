extension CairoReader {
    /// What the bytes of a stream are for, given its dictionary.
    func purpose(ofStream value: Range<Int>) throws(FinishingError) -> FileWeights.Purpose {
        let kind = try self.value(of: "/Subtype", in: value)
        if let kind, spells(kind, "/Image") {
            return .picture(
                width: try number("/Width", in: value),
                height: try number("/Height", in: value)
            )
        }
        if let kind, spells(kind, "/Form") { return .drawings }
        for key in ["/PatternType", "/FunctionType", "/ShadingType"] as [StaticString]
        where try self.value(of: key, in: value) != nil { return .drawings }
        return .fonts
    }

    private func number(_ key: StaticString, in value: Range<Int>) throws(FinishingError) -> Int {
        try self.value(of: key, in: value).flatMap(integer) ?? 0
    }

    /// Whether a value names a way of packing that readers of PDF/A know.
    func isKnownFilter(_ value: Range<Int>) -> Bool {
        spells(value, "/FlateDecode") || spells(value, "/DCTDecode")
            || spells(value, "/CCITTFaxDecode") || spells(value, "/JBIG2Decode")
    }
}

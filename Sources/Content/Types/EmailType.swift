import Diagnostics

extension Reader {
    /// Reads an e-mail address, also one that was masked against harvesters.
    ///
    /// Pages print `info(at)example.org`, `info [at] example [dot] org`, `info arobase example.org`.
    func readEmail(_ text: String) -> Value.Content? {
        var address = text.lowercased().hasPrefix("mailto:") ? String(text.dropFirst(7)) : text
        if address.utf8.contains(where: Self.opensMask) {
            for (word, sign) in [("at", "@"), ("arobase", "@"), ("dot", "."), ("point", ".")] {
                for mask in ["(\(word))", "[\(word)]", "{\(word)}", "<\(word)>"] {
                    address = replacing(mask, with: sign, in: address)
                }
            }
        }
        if !address.utf8.contains(UInt8(ascii: "@")) {
            address = replacing(" arobase ", with: "@", in: address)
            address = replacing(" at ", with: "@", in: address)
        }
        return isAddress(address) ? .email(address) : nil
    }

    /// `Fatou Diallo <f.diallo@example.org>`, as mail programs copy it, a comma for a point, and a sign
    /// typed twice.
    func mendOfEmail(_ text: String) -> Diagnostic.Message? {
        let parts = text.split { $0.isWhitespace || "<>()[]\";:,".contains($0) }
        let addresses = parts.map(String.init).filter { isAddress($0) }
        if addresses.count == 1, addresses[0] != text { return "write ‘\(addresses[0])’" }
        let bare = String(text.filter { !"<>\"".contains($0) }.map { $0 == "," ? "." : $0 })
            .replacing("@@", with: "@")
        guard bare != text, case .email(let address)? = readEmail(bare) else {
            return nil
        }
        return "write ‘\(address)’"
    }

    /// Whether a mask may begin here; of ten thousand addresses hardly one is masked.
    private static func opensMask(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"): true
        default: false
        }
    }

    /// Replaces a mask and the blanks around it, whatever its capitals.
    private func replacing(_ mask: String, with sign: String, in text: String) -> String {
        let letters = Array(text)
        let wanted = Array(mask)
        var result: [Character] = []
        var index = 0
        while index < letters.count {
            let end = index + wanted.count
            guard end <= letters.count, String(letters[index..<end]).lowercased() == mask else {
                result.append(letters[index])
                index += 1
                continue
            }
            while result.last == " " { result.removeLast() }
            result += sign
            index = end
            while index < letters.count, letters[index] == " " { index += 1 }
        }
        return String(result)
    }

    private func isAddress(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: 0x40, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, text.utf8.count <= 254 else { return false }
        let labels = parts[1].split(separator: 0x2E, omittingEmptySubsequences: false)
        guard labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }) else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar {
            case "(", ")", "[", "]", "<", ">", ",", ";", ":", "\"", "\\": false
            default: scalar.value > 32 && (scalar.isASCII || !scalar.properties.isWhitespace)
            }
        }
    }
}

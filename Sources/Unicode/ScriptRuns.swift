internal import CICU

/// A stretch of text in one script.
package struct ScriptRun: Hashable, Sendable {
    /// In UTF-8 bytes.
    package var range: Range<Int>
    package var script: Script

    package init(range: Range<Int>, script: Script) {
        self.range = range
        self.script = script
    }
}

/// The text in stretches of one script, from first to last and without gaps.
///
/// Marks take the script of their letter; digits, spaces and punctuation that of the letters
/// before them, or after them at the start, but an Arabic comma is not Latin after a Latin name; a
/// closing bracket is in the script of its opening one. What stands in
/// an isolate begins anew: the mark that opens a French quotation in Arabic is French. Text that has
/// no letters at all is in `Zyyy`. Source: UAX #24, sections 5.1 and 5.2; UAX #9, section 2.7, for
/// what an isolate is.
package func scriptRuns(in text: String) -> [ScriptRun] {
    var text = text
    return text.withUTF8 { bytes in
        guard !bytes.isEmpty else { return [] }
        if let script = scriptOfPlainLatin(bytes) {
            return [ScriptRun(range: 0..<bytes.count, script: script)]
        }
        var reader = ScriptReader()
        var offset = 0
        while offset < bytes.count {
            let (value, length) = decodeScalar(bytes, at: offset)
            reader.take(value, at: offset)
            offset += length
        }
        return reader.finish(at: bytes.count)
    }
}

/// The script of one character on its own, `Zyyy` and `Zinh` included.
package func script(of scalar: UInt32) -> Script {
    Script(tag: icu_script_tag(icu_script(Int32(bitPattern: scalar))))
}

extension Script {
    /// A letter that stands for the script, such as `L` for Latin; nil where it has none.
    package var sample: UInt32? {
        let letter = icu_sample_of_script(description)
        return letter > 0 ? UInt32(letter) : nil
    }
}

/// Answers for text below U+02B0 without asking for any character; nil where there is more.
private func scriptOfPlainLatin(_ bytes: UnsafeBufferPointer<UInt8>) -> Script? {
    var hasLetters = false
    for byte in bytes {
        // CA B0 is the first byte pair that is beyond Latin letters.
        if byte >= 0xCA {
            // Quotation marks, dashes and spaces of General Punctuation are common to all scripts.
            if byte != 0xE2 { return nil }
            continue
        }
        hasLetters = hasLetters || byte >= 0xC3 || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
    }
    guard bytes.contains(0xE2) else { return hasLetters ? .latin : .common }
    for (index, byte) in bytes.enumerated() where byte == 0xE2 {
        // U+2071 and U+207F, superscript letters, are the only exceptions in U+2000–U+207F.
        guard index + 1 < bytes.count, bytes[index + 1] == 0x80 else { return nil }
    }
    return hasLetters ? .latin : .common
}

/// Carries the script of the letters on to what has none of its own.
private struct ScriptReader {
    private var runs: [ScriptRun] = []
    private var start = 0
    /// ICU's number; negative until a letter has been seen.
    private var current: Int32 = -1
    /// Those that have been seen, the latest last.
    private var known: [Int32] = []
    private static let latin = icu_script(0x4C)
    private var brackets: [(closing: UInt32, script: Int32)] = []
    /// The scripts around the isolates that are open.
    private var outside: [Int32] = []
    /// Deeper nesting is not looked into, so that hostile text costs nothing.
    private static let deepestBracket = 32

    mutating func take(_ scalar: UInt32, at offset: Int) {
        switch scalar {
        case 0x2066...0x2068 where outside.count < Self.deepestBracket: return open(at: offset)
        case 0x2069 where !outside.isEmpty: return leave(at: offset)
        default: break
        }
        let character = Int32(bitPattern: scalar)
        var script = icu_script(character)
        if script <= 1 {
            script = scriptOfBracket(scalar) ?? scriptOfUsers(character, isMark: script == 1)
        } else if current >= 0, script != current, icu_has_script(character, current) {
            // A character used with several scripts, by its Script_Extensions.
            script = current
        }
        if script != current, current >= 0 {
            close(at: offset)
        }
        if current < 0, script >= 0 { fillBrackets(with: script) }
        if script != current {
            known.removeAll { $0 == script }
            known.append(script)
        }
        current = script
    }

    /// An isolate begins.
    private mutating func open(at offset: Int) {
        if current >= 0 { close(at: offset) }
        outside.append(current)
        current = -1
    }

    /// An isolate ends; one without letters is in the script around it, and one before all others
    /// lends its own to nothing after it.
    private mutating func leave(at offset: Int) {
        let outer = outside.removeLast()
        if current >= 0, outer != current { close(at: offset) }
        current = outer
    }

    mutating func finish(at end: Int) -> [ScriptRun] {
        while !outside.isEmpty { leave(at: end) }
        if current < 0, let last = runs.indices.last {
            runs[last].range = runs[last].range.lowerBound..<end
        } else {
            close(at: end)
        }
        return runs
    }

    private mutating func close(at end: Int) {
        guard end > start else { return }
        let script = current < 0 ? .common : Script(tag: icu_script_tag(current))
        runs.append(ScriptRun(range: start..<end, script: script))
        start = end
    }

    /// The script of what belongs to no single one: mostly that of the letters before.
    ///
    /// But a Latin font has no Arabic comma, so what no Latin is written with is in a script that is
    /// written with it, where that stands before it and else the first.
    private func scriptOfUsers(_ character: Int32, isMark: Bool) -> Int32 {
        guard !isMark, character >= 0x300, current >= 0, !icu_has_script(character, current) else {
            return current
        }
        let first = icu_first_user(character)
        guard first >= 0, !icu_has_script(character, Self.latin) else { return current }
        return known.last { icu_has_script(character, $0) } ?? first
    }

    private mutating func scriptOfBracket(_ scalar: UInt32) -> Int32? {
        let character = Int32(bitPattern: scalar)
        switch icu_bracket_side(character) {
        case 1:
            guard brackets.count < Self.deepestBracket else { return nil }
            brackets.append((UInt32(bitPattern: icu_paired_bracket(character)), current))
            return nil
        case 2:
            guard let place = brackets.lastIndex(where: { $0.closing == scalar }) else {
                return nil
            }
            let script = brackets[place].script
            brackets.removeSubrange(place...)
            return script >= 0 ? script : nil
        default:
            return nil
        }
    }

    private mutating func fillBrackets(with script: Int32) {
        for index in brackets.indices where brackets[index].script < 0 {
            brackets[index].script = script
        }
    }
}

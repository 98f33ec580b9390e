/// Text cut to what a message can carry.
package func shortened(_ text: String) -> String {
    let beginning = text.prefix(49).prefix { !$0.isNewline }
    if beginning.count <= 48, beginning.endIndex == text.endIndex { return text }
    return beginning.prefix(45) + "…"
}

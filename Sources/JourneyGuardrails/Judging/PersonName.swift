/// Names of people and roles, as owners, guardians and `by` write them.
enum PersonName {
  /// The name without what does not tell people apart: capitals, and white space around and between.
  ///
  /// - Parameter name: As a document writes it.
  /// - Returns: The name to compare by; empty when there is none.
  static func key(_ name: String?) -> String {
    guard let name else { return "" }
    return name.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Whether both are the same person; nobody is nobody's same.
  static func isSame(_ first: String?, _ second: String?) -> Bool {
    let key = key(first)
    return !key.isEmpty && key == self.key(second)
  }

  /// Whether a person or role of one text is in the other too: Ruiz is in `Ruiz, Chen`.
  static func overlap(_ first: String?, _ second: String?) -> Bool {
    !parts(first).isDisjoint(with: parts(second))
  }

  /// The names and roles in a text: `Ruiz (head of lab), Park` is Ruiz, head of lab and Park.
  ///
  /// - Parameter text: As a document writes it.
  /// - Returns: The keys of the whole and of its parts.
  static func parts(_ text: String?) -> Set<String> {
    guard let text else { return [] }
    let marks: Set<Character> = [",", ";", "/", "(", ")", "&", "+", "·", "–", "—", "、"]
    var parts: Set<String> = [key(text)]
    for piece in text.split(whereSeparator: { marks.contains($0) }) {
      let words = key(String(piece)).split(separator: " ")
      parts.insert(words.joined(separator: " "))
      parts.formUnion(
        words.split { $0 == "and" || $0 == "with" }.map { $0.joined(separator: " ") })
    }
    parts.remove("")
    return parts
  }

  /// The owner as a finding names them; nil for none.
  static func owner(_ name: String?) -> String? {
    key(name).isEmpty ? nil : name
  }
}

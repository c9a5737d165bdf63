/// Somebody, or a role, as `owner`, `by`, `approved-by` and `guardians` name them.
///
/// Two names are equal when people would read them as the same: capitals, white space, hyphens,
/// invisible characters, the shape of an apostrophe, the width of East Asian letters and how
/// Unicode composes an accent do not tell people apart. A text without anything else, as `-`,
/// names nobody.
///
/// One text may name several: `Ruiz (head of lab), Park` is one owner, who has Ruiz, head of lab and
/// Park as ``parts``. Those who own something together are the same owner only where the whole is
/// the same; whether somebody is among them, ``shares(_:)`` says.
///
/// Cost: linear in the text.
package struct PersonName: Hashable, Sendable {
  /// The name as it is written, with single spaces and none around it.
  package let text: String
  private let key: String

  /// Reads a name; nil when it names nobody.
  ///
  /// - Parameter text: As a document writes it.
  package init?(_ text: String?) {
    guard let text else { return nil }
    self.init(text, folded: Self.folded(text))
  }

  private init?(_ text: String, folded: String) {
    key = String(String.UnicodeScalarView(folded.unicodeScalars.filter { !$0.isGap }))
    guard !key.isEmpty else { return nil }
    self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The people and roles in the text, and the whole of it.
  package var parts: Set<PersonName> {
    var parts: Set<PersonName> = [self]
    let plain = Self.folded(text)
    for piece in plain.split(whereSeparator: { Self.marks.contains($0) }) {
      if let name = PersonName(String(piece), folded: String(piece)) { parts.insert(name) }
      let words = piece.split(whereSeparator: \.isWhitespace)
      for some in words.split(whereSeparator: { Self.joins.contains($0) }) {
        let some = some.joined(separator: " ")
        if let name = PersonName(some, folded: some) { parts.insert(name) }
      }
    }
    return parts
  }

  /// Whether a person or role of this text is in another too: Ruiz is in `Ruiz, Chen`.
  ///
  /// - Parameter other: The other text; nil is nobody.
  /// - Returns: Whether both name somebody who is the same.
  package func shares(_ other: PersonName?) -> Bool {
    guard let other else { return false }
    return self == other || !parts.isDisjoint(with: other.parts)
  }

  package static func == (first: PersonName, second: PersonName) -> Bool {
    first.key == second.key
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(key) }

  /// What stands between people and roles.
  private static let marks: Set<Character> = [
    ",", ";", "/", "(", ")", "[", "]", "&", "+", "|", "·", "–", "—", "、",
  ]
  /// Words that stand between them.
  private static let joins: Set<Substring> = ["and", "with", "-"]

  /// The text without what changes by accident, word by word.
  ///
  /// Upper case comes first, since `ß` is the same as `SS` and `ς` the same as `σ` only there.
  private static func folded(_ text: String) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let scalar = scalar.withoutWidth { plain.append(scalar) }
    }
    return String(plain).uppercased().lowercased()
  }
}

extension Unicode.Scalar {
  /// White space, or what joins words as a hyphen does.
  fileprivate var isGap: Bool {
    properties.isWhitespace || properties.generalCategory == .dashPunctuation || self == "_"
  }

  /// The scalar as keyboards have it: narrow, and with a straight apostrophe; nil when nobody sees it.
  fileprivate var withoutWidth: Unicode.Scalar? {
    switch value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(value - 0xFEE0)
    case 0x60, 0xB4, 0x2018, 0x2019, 0x2BC, 0x2032: return "'"
    case 0x2010, 0x2011: return "-"
    case 0...0x7E: return self
    default: return properties.isDefaultIgnorableCodePoint ? nil : self
    }
  }
}

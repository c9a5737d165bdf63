/// What an id may look like, and which ids mean something else already.
public enum IdentifierRules {
  /// The ids that no touchpoint, persona or channel may have: they name where journeys begin and
  /// end, or the parts of a score.
  public static let reserved = [
    "start", "completed", "left", "diverted", "under-way", "ended", "mean", "n", "sd",
  ]

  /// Further keys that stand where a persona's id may stand, in a `flow` value.
  public static let reservedForPersonas = ["customers", "share", "time", "median", "label"]

  /// Whether a text is an id: Unicode letters, digits, `-` and `_`, at least one.
  public static func isIdentifier(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isPlain) || isUnicodeIdentifier(text)
  }

  /// The nearest id to some words: lower case, everything that an id cannot hold as `-`; nil when
  /// nothing is left.
  public static func identifier(from words: String) -> String? {
    var id = ""
    for scalar in words.lowercased().unicodeScalars {
      if isAllowed(scalar, first: id.isEmpty) || (scalar == "_" && !id.isEmpty) {
        id.unicodeScalars.append(scalar)
      } else if scalar != "'", scalar != "’", !id.isEmpty, !id.hasSuffix("-") {
        id += "-"
      }
    }
    while id.hasSuffix("-") { id.removeLast() }
    return id.isEmpty ? nil : id
  }

  /// The first scalar of a text that an id cannot hold.
  package static func offender(in text: String) -> Unicode.Scalar? {
    var first = true
    for scalar in text.unicodeScalars {
      guard isAllowed(scalar, first: first) || scalar == "-" || scalar == "_" else { return scalar }
      first = false
    }
    return nil
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func isUnicodeIdentifier(_ text: String) -> Bool {
    !text.isEmpty && offender(in: text) == nil
  }

  /// Letters and digits; marks too, once there is a letter for them to stand on.
  private static func isAllowed(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
    if scalar.isASCII { return isPlain(UInt8(scalar.value)) && scalar != "-" && scalar != "_" }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber:
      return true
    case .nonspacingMark, .spacingMark:
      return !first
    default:
      return false
    }
  }
}

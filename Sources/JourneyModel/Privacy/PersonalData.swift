/// An e-mail address or a telephone number in a text.
///
/// Found by their form alone, without a list of names or countries, so that some are missed and some
/// numbers are taken for telephone numbers; what is found is meant to be looked at, or blacked out.
///
/// **E-mail addresses:** a name, `@` (or `(at)`, `[at]`, `{at}`), and a domain of at least two labels.
///
/// **Telephone numbers**, in digits of any script, with spaces, hyphens, dots, slashes or brackets
/// between groups: after `+` or `00` of a country, 8 to 15 digits; after the 0 of an area, 7 to 12;
/// with an area in brackets, 7 to 12; in North American groups (3-3-4), with a 1 before or not; after
/// a word such as `Tel.`, 7 to 15. Dates, times, spans of years, amounts, and numbers behind `#`, a
/// letter or a currency are none.
public struct PersonalData: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An e-mail address.
    case email
    /// A telephone number.
    case telephone

    /// Such as `an e-mail address`.
    public var words: String {
      switch self {
      case .email: "an e-mail address"
      case .telephone: "a telephone number"
      }
    }
  }

  /// What it is.
  public var kind: Kind
  /// Where it stands.
  public var range: Range<String.Index>

  /// Creates a place in a text.
  public init(_ kind: Kind, _ range: Range<String.Index>) {
    self.kind = kind
    self.range = range
  }

  /// Finds e-mail addresses and telephone numbers.
  ///
  /// Cost: linear in the text.
  ///
  /// - Parameter text: Any text.
  /// - Returns: The places in order; they do not overlap.
  public static func found(in text: String) -> [PersonalData] {
    // Most quotes hold neither a digit nor an at sign, nor a bracket that one in words stands in.
    let mayHold = text.utf8.contains { byte in
      (48...57).contains(byte) || byte == UInt8(ascii: "@") || byte >= 0x80
        || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
    }
    guard mayHold else { return [] }
    let scan = ScalarScan(text)
    let emails = EmailScan(scan).ranges
    // Both are in order and have no overlaps of their own, so one look at each is enough.
    var next = emails.startIndex
    let telephones = TelephoneScan(scan).ranges.filter { range in
      while next < emails.endIndex, emails[next].upperBound <= range.lowerBound { next += 1 }
      return next == emails.endIndex || !emails[next].overlaps(range)
    }
    let found =
      emails.map { (Kind.email, $0) } + telephones.map { (Kind.telephone, $0) }
    return found.sorted { $0.1.lowerBound < $1.1.lowerBound }.map {
      PersonalData($0.0, scan.range($0.1))
    }
  }

  /// The text with what was found blacked out.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - mark: What stands in the place of each.
  /// - Returns: The text without e-mail addresses and telephone numbers.
  public static func redacted(_ text: String, with mark: String = "…") -> String {
    var result = ""
    var end = text.startIndex
    for place in found(in: text) {
      result += text[end..<place.range.lowerBound] + mark
      end = place.range.upperBound
    }
    return result + text[end...]
  }
}

/// A text as scalars that can be looked at from any place.
struct ScalarScan {
  /// The scalars.
  let scalars: [Unicode.Scalar]
  private let indices: [String.Index]
  private let end: String.Index

  /// Takes a text apart.
  init(_ text: String) {
    let view = text.unicodeScalars
    scalars = Array(view)
    indices = Array(view.indices)
    end = text.endIndex
  }

  /// The scalar at a place; nil outside.
  subscript(_ place: Int) -> Unicode.Scalar? {
    scalars.indices.contains(place) ? scalars[place] : nil
  }

  /// Places as the text counts them.
  func range(_ range: Range<Int>) -> Range<String.Index> {
    let upper = range.upperBound < indices.count ? indices[range.upperBound] : end
    return indices[range.lowerBound]..<upper
  }
}

extension Unicode.Scalar {
  /// The value of a decimal digit of any script; nil for anything else.
  var decimalDigit: Int? {
    if value < 128 { return (48...57).contains(value) ? Int(value) - 48 : nil }
    guard properties.numericType == .decimal, let number = properties.numericValue else {
      return nil
    }
    return Int(exactly: number)
  }

  /// Whether it is a letter of any script.
  var isLetter: Bool { properties.isAlphabetic }
}

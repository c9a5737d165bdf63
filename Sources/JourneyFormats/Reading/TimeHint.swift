import JourneyModel

/// Guesses what somebody meant who wrote a length of time in another way.
enum TimeHint {
  /// The fix for a text that is no ``TimeSpan``.
  static func fix(for text: String) -> String {
    if let span = meant(text) { return "write \(span)" }
    if PlainScalar.number(text) != nil {
      return "add a unit: \(text)m for minutes; s, h, d and w are the others"
    }
    return "write one such as 90s, 4m, 1.5h, 5d or 2w"
  }

  /// Reads `4 min`, `2 days`, `1h30m`, `1h 30m`; nil when it is none of these.
  private static func meant(_ text: String) -> TimeSpan? {
    var seconds = 0.0
    var rest = text.lowercased().filter { $0 != " " }[...]
    guard rest.count <= 40, !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(digits.count)
      let word = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(word.count)
      guard let number = Double(digits), let unit = unit(String(word)) else { return nil }
      seconds += number * unit
    }
    return TimeSpan(seconds: seconds)
  }

  private static func unit(_ word: String) -> Double? {
    switch word {
    case "s", "sec", "secs", "second", "seconds": 1
    case "m", "min", "mins", "minute", "minutes": 60
    case "h", "hr", "hrs", "hour", "hours": 3600
    case "d", "day", "days": 86_400
    case "w", "week", "weeks": 604_800
    default: nil
    }
  }
}

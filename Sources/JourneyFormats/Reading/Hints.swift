import JourneyModel

/// Guesses what somebody meant who wrote a value in another way than documents do.
enum Hints {
  // MARK: - Numbers

  /// The number that was meant with separators, a decimal comma or a printed minus; nil when the
  /// text is none of these.
  static func number(_ text: String) -> String? {
    guard text.utf8.count <= 40 else { return nil }
    var bare = text.map { "−–".contains($0) ? "-" : String($0) }.joined()
      .filter { !" _'’\u{a0}\u{202f}".contains($0) }
    let commas = bare.filter { $0 == "," }.count
    if commas == 1, !bare.contains("."), bare.drop(while: { $0 != "," }).count != 4 {
      bare = bare.map { $0 == "," ? "." : String($0) }.joined()
    } else {
      bare.removeAll { $0 == "," }
    }
    guard bare != text, let number = PlainScalar.number(bare), number.isFinite else { return nil }
    return bare
  }

  /// The numbers in a text, such as the two of `1..5`, `1 to 5` or `1–5`.
  static func numbers(in text: String) -> [Double] {
    var numbers: [Double] = []
    var digits = ""
    var before: Character = " "
    func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
    func finish() {
      if let number = Double(digits) { numbers.append(number) }
      digits = ""
    }
    for (character, next) in zip(text, text.dropFirst() + " ") {
      if isDigit(character) {
        digits.append(character)
      } else if character == ".", isDigit(before), isDigit(next), !digits.contains(".") {
        digits.append(character)
      } else {
        finish()
        if "-−".contains(character), !isDigit(before), isDigit(next) { digits = "-" }
      }
      before = character
    }
    finish()
    return numbers
  }

  // MARK: - Dates

  /// How to mend a date, and whether it is only that there is no such day.
  static func date(_ text: String) -> (isMissing: Bool, fix: String) {
    let example = "write a date such as 2026-05-10"
    let parts = text.split { "-./".contains($0) }.map { Int($0) }
    guard parts.count == 3, let first = parts[0], let second = parts[1], let third = parts[2] else {
      return (false, example)
    }
    let lengths = text.split { "-./".contains($0) }.map(\.utf8.count)
    if lengths[0] == 4 {
      if let date = CalendarDate(year: first, month: second, day: third) {
        return (false, "write \(date)")
      }
      // The last day of a month is the one before which there is a first of the next.
      for day in stride(from: 31, to: 27, by: -1) where third > day {
        if let last = CalendarDate(year: first, month: second, day: day) {
          return (true, "the month ends on \(last)")
        }
      }
      return (true, example)
    }
    // Day first with dots, as in German; with slashes the world disagrees.
    if lengths[2] == 4, text.contains("."),
      let date = CalendarDate(year: third, month: second, day: first)
    {
      return (false, "write \(date)")
    }
    return (false, example)
  }

  // MARK: - Times

  /// How to mend a length of time.
  static func time(_ text: String) -> String {
    if let span = span(text) { return "write \(span)" }
    if let number = PlainScalar.number(text), number >= 0 {
      return "add a unit: \(text)m for minutes; s, h, d and w are the others"
    }
    return "write one such as 90s, 4m, 1.5h, 5d or 2w"
  }

  /// Reads `4 min`, `2 days`, `1h30m`, `1h 30m`; nil when it is none of these.
  private static func span(_ text: String) -> TimeSpan? {
    var seconds = 0.0
    var rest = text.lowercased().filter { $0 != " " }[...]
    guard rest.utf8.count <= 40, !rest.isEmpty else { return nil }
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

  /// The seconds of a unit.
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

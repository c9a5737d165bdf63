/// A time that is not written in the most usual way, taken apart from left to right.
struct WrittenTime {
  let text: UnsafeRawBufferPointer
  var at = 0
  /// Whether the date has no marks, so that the time has none.
  private var isBasic = false
  /// Whether a colon may stand between the date and the time.
  var takesColon = false
  /// The time and its zone where they stand before the year.
  var early: (time: TimeOfDay, zone: UnsafeRawBufferPointer?)?

  /// Seconds of a day and microseconds, and whether they are written.
  typealias TimeOfDay = (seconds: Int, fraction: Int64, isGiven: Bool)

  /// White space around the time does not count.
  init(_ text: UnsafeRawBufferPointer) {
    self.text = CellTrimmer.trimmed(text)
  }

  /// The number, where the whole text is one: digits, perhaps with a sign and a fraction.
  func number() -> (whole: UInt64, millionths: Int64, isNegative: Bool)? {
    var at = 0
    let isNegative = text.first == 0x2D
    if isNegative { at = 1 }
    let first = at
    var whole: UInt64 = 0
    while at < text.count, text[at] &- 0x30 < 10 {
      guard at - first < 19 else { return nil }
      whole = whole * 10 + UInt64(text[at] - 0x30)
      at += 1
    }
    guard at > first else { return nil }
    var millionths: Int64 = 0
    if at < text.count, text[at] == 0x2E {
      at += 1
      var scale: Int64 = 100_000
      while at < text.count, text[at] &- 0x30 < 10 {
        millionths += scale * Int64(text[at] - 0x30)
        scale /= 10
        at += 1
      }
    }
    return at == text.count ? (whole, millionths, isNegative) : nil
  }

  /// The first two numbers of a date whose day may come first or second; nil for all others.
  static func undecided(_ text: UnsafeRawBufferPointer) -> (first: Int, second: Int)? {
    var written = WrittenTime(text)
    guard let parts = written.parts(), parts.length[0] <= 2, parts.mark != 0x2E else { return nil }
    return (parts.value[0], parts.value[1])
  }

  mutating func digits(atMost limit: Int) -> (value: Int, length: Int)? {
    let first = at
    var value = 0
    while at < text.count, text[at] &- 0x30 < 10 {
      guard at - first < limit else { return nil }
      value = value * 10 + Int(text[at] - 0x30)
      at += 1
    }
    return at > first ? (value, at - first) : nil
  }

  private mutating func parts() -> (value: [Int], length: [Int], mark: UInt8)? {
    guard let first = digits(atMost: 4), at < text.count else { return nil }
    let mark = text[at]
    guard mark == 0x2D || mark == 0x2F || mark == 0x2E else { return nil }
    at += 1
    guard let second = digits(atMost: 2), at < text.count, text[at] == mark else { return nil }
    at += 1
    guard let third = digits(atMost: 4) else { return nil }
    return (
      [first.value, second.value, third.value], [first.length, second.length, third.length], mark
    )
  }

  /// The date in front.
  mutating func date(order: LogOptions.DateOrder?) -> (year: Int, month: Int, day: Int)? {
    if let date = basicDate() { return date }
    let from = at
    guard let parts = parts() else {
      at = from
      return namedDate()
    }
    let value = parts.value
    let length = parts.length
    if length[0] == 4 {
      return length[2] <= 2 ? (value[0], value[1], value[2]) : nil
    }
    guard length[0] <= 2, length[2] == 4 || length[2] == 2 else { return nil }
    let year = length[2] == 4 ? value[2] : Self.century(value[2])
    // Dots stand between day, month and year, wherever they are used.
    switch order ?? (parts.mark == 0x2E ? .dayFirst : nil) {
    case .dayFirst: return (year, value[1], value[0])
    case .monthFirst: return (year, value[0], value[1])
    case nil: return nil
    }
  }

  /// The year of two digits.
  static func century(_ year: Int) -> Int { year + (year < 69 ? 2_000 : 1_900) }

  /// `20260131` with a `T` behind it, as ISO 8601 has it for short, or a space.
  private mutating func basicDate() -> (year: Int, month: Int, day: Int)? {
    guard text.count > 8, text[8] | 0x20 == 0x74 || text[8] == 0x20, let value = fixed(8) else {
      return nil
    }
    isBasic = true
    return (value / 10_000, value / 100 % 100, value % 100)
  }

  /// So many digits and no fewer.
  private mutating func fixed(_ count: Int) -> Int? {
    guard at + count <= text.count else { return nil }
    var value = 0
    for byte in text[at..<(at + count)] {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    at += count
    return value
  }

  /// `HHmm` or `HHmmss` with a fraction behind the `T` of a short date, or the hour alone.
  private mutating func basicTime() -> TimeOfDay? {
    guard let hour = fixed(2), hour < 24 else { return nil }
    let minute = fixed(2) ?? 0
    let second = fixed(2) ?? 0
    guard minute < 60, second <= 60, at == text.count || text[at] &- 0x30 >= 10 else { return nil }
    guard let fraction = fraction() else { return nil }
    return (hour * 3_600 + minute * 60 + second, fraction, true)
  }

  /// The hour behind a `T`, where only the zone follows it.
  private mutating func loneHour() -> Int? {
    let from = at
    if let hour = fixed(2), hour < 24, at < text.count,
      [0x5A, 0x7A, 0x2B, 0x2D].contains(text[at])
    {
      return hour
    }
    at = from
    return nil
  }

  /// What follows a point or a comma, in microseconds; nil where it is no number.
  private mutating func fraction() -> Int64? {
    guard at < text.count, text[at] == 0x2E || text[at] == 0x2C else { return 0 }
    at += 1
    let first = at
    var fraction: Int64 = 0
    var scale: Int64 = 100_000
    while at < text.count, text[at] &- 0x30 < 10 {
      fraction += scale * Int64(text[at] - 0x30)
      scale /= 10
      at += 1
    }
    return at > first ? fraction : nil
  }

  /// The time behind the date; midnight where there is none.
  mutating func timeOfDay() -> TimeOfDay? {
    if let early { return early.time }
    guard at < text.count else { return (0, 0, false) }
    if text[at] == 0x2C { at += 1 }
    guard at < text.count else { return nil }
    if text[at] | 0x20 == 0x74 {
      at += 1
      if isBasic { return basicTime() }
      if let hour = loneHour() { return (hour * 3_600, 0, true) }
    } else if takesColon, text[at] == 0x3A {
      at += 1
    } else {
      guard skipSpaces() else { return nil }
      skipAt()
      let from = at
      if isBasic, let time = basicTime(), at - from > 2 { return time }
      at = from
    }
    return clock()
  }

  /// `14:05`, `2:05:06.789 PM`, `14.05.06`.
  mutating func clock() -> TimeOfDay? {
    guard let hour = digits(atMost: 2), at < text.count else { return nil }
    let mark = text[at]
    guard mark == 0x3A || mark == 0x2E else { return nil }
    at += 1
    guard let minute = digits(atMost: 2), minute.length == 2, minute.value < 60 else { return nil }
    var second = 0
    var fraction: Int64 = 0
    if at < text.count, text[at] == mark {
      at += 1
      // A leap second is the first second of the next minute.
      guard let written = digits(atMost: 2), written.length == 2, written.value <= 60 else {
        return nil
      }
      second = written.value
      guard let given = self.fraction() else { return nil }
      fraction = given
    }
    guard let hours = hours(hour.value, isMidnight: minute.value + second == 0 && fraction == 0)
    else { return nil }
    return (hours * 3_600 + minute.value * 60 + second, fraction, true)
  }

  /// Goes on behind spaces, those that do not break a line too; whether there is one.
  mutating func skipSpaces() -> Bool {
    let from = at
    while at < text.count {
      if text[at] == 0x20 || text[at] == 0x09 {
        at += 1
      } else if text[at] < 0x80 {
        break
      } else if text[at...].starts(with: [0xC2, 0xA0]) {
        at += 2
      } else if text[at...].starts(with: [0xE2, 0x80, 0xAF]) {
        at += 3
      } else {
        break
      }
    }
    return at > from
  }

  /// The hour of the day, of 12 hours where am or pm follows; 24:00 is the end of the day.
  private mutating func hours(_ hour: Int, isMidnight: Bool) -> Int? {
    let from = at
    _ = skipSpaces()
    var next = at
    at = from
    let letter = next < text.count ? text[next] | 0x20 : 0
    guard letter == 0x61 || letter == 0x70, next + 1 < text.count else {
      return hour < 24 || (hour == 24 && isMidnight) ? hour : nil
    }
    next += 1
    let hasDots = text[next] == 0x2E
    if hasDots { next += 1 }
    guard next < text.count, text[next] | 0x20 == 0x6D, hour >= 1, hour <= 12 else { return nil }
    next += 1
    if hasDots, next < text.count, text[next] == 0x2E { next += 1 }
    at = next
    return hour % 12 + (letter == 0x70 ? 12 : 0)
  }

  /// What follows the time; nil where nothing does.
  func rest() -> UnsafeRawBufferPointer? {
    if let early { return at < text.count ? text : early.zone }
    return at < text.count ? UnsafeRawBufferPointer(rebasing: text[at...]) : nil
  }
}

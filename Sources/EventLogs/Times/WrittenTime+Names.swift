// Dates for people, in which the month has a name.
extension WrittenTime {
  /// `12-Mar-2026`, `12. März 2026`, `12MAR26`, `Thu, Mar 12, 2026`, `2026-Mar-12`, or with the time
  /// before the year, `Thu Mar 12 14:05:06 UTC 2026`.
  mutating func namedDate() -> (year: Int, month: Int, day: Int)? {
    skipWeekday()
    if let month = monthName() {
      guard skipMarks(), let day = digits(atMost: 2) else { return nil }
      skipOrdinal()
      _ = skipMarks()
      guard let year = yearOrTime() else { return nil }
      return (year, month, day.value)
    }
    guard let first = digits(atMost: 4) else { return nil }
    if first.length > 2 {
      guard first.length == 4, skipMarks(), let month = monthName(), skipMarks(),
        let day = digits(atMost: 2)
      else { return nil }
      return (first.value, month, day.value)
    }
    skipOrdinal()
    _ = skipMarks()
    skipWord("of")
    skipWord("de")
    guard let month = monthName() else { return nil }
    _ = skipMarks()
    skipWord("de")
    guard let year = year() else { return nil }
    return (year, month, first.value)
  }

  /// The word between a date and a time, `at` or `um`.
  mutating func skipAt() {
    skipWord("at")
    skipWord("um")
  }

  private mutating func yearOrTime() -> Int? {
    let from = at
    if let hour = digits(atMost: 2), hour.length <= 2, at < text.count, text[at] == 0x3A {
      at = from
      guard let time = clock() else { return nil }
      _ = skipSpaces()
      let zone = at
      if at < text.count, text[at] &- 0x30 >= 10 {
        while at < text.count, text[at] != 0x20 { at += 1 }
      }
      let word = UnsafeRawBufferPointer(rebasing: text[zone..<at])
      _ = skipSpaces()
      guard let year = digits(atMost: 4), year.length == 4 else { return nil }
      early = (time, word.isEmpty ? nil : word)
      return year.value
    }
    at = from
    return year()
  }

  /// A year of four digits, or of two that no colon follows, with which they would be an hour.
  private mutating func year() -> Int? {
    guard let year = digits(atMost: 4) else { return nil }
    let hasColon = at < text.count && text[at] == 0x3A
    takesColon = true
    switch year.length {
    case 4: return year.value
    case 2: return hasColon ? nil : Self.century(year.value)
    default: return nil
    }
  }

  /// The letters from here on: ASCII, and those of two bytes, as European months have them.
  private func word() -> UnsafeRawBufferPointer {
    var end = at
    while end < text.count {
      if (text[end] | 0x20) &- 0x61 < 26 {
        end += 1
      } else if (0xC3..<0xE0).contains(text[end]), end + 1 < text.count {
        end += 2
      } else {
        break
      }
    }
    return UnsafeRawBufferPointer(rebasing: text[at..<end])
  }

  private mutating func monthName() -> Int? {
    let word = word()
    guard let month = MonthName.month(word) else { return nil }
    at += word.count
    return month
  }

  private mutating func skipWeekday() {
    let word = word()
    guard MonthName.isWeekday(word) else { return }
    at += word.count
    if at < text.count, text[at] == 0x2E { at += 1 }
    if at < text.count, text[at] == 0x2C { at += 1 }
    _ = skipSpaces()
  }

  /// A word that may stand there, with the spaces behind it.
  private mutating func skipWord(_ other: StaticString) {
    guard at < text.count, text[at] | 0x20 == other.utf8Start.pointee else { return }
    let word = word()
    guard word.count == other.utf8CodeUnitCount,
      zip(word, UnsafeBufferPointer(start: other.utf8Start, count: word.count))
        .allSatisfy({ $0 | 0x20 == $1 })
    else { return }
    at += word.count
    _ = skipSpaces()
  }

  /// What English puts behind a day: 1st, 2nd, 3rd, 12th.
  private mutating func skipOrdinal() {
    let word = word()
    guard word.count == 2 else { return }
    let letters = UInt16(word[0] | 0x20) << 8 | UInt16(word[1] | 0x20)
    // st, nd, rd, th
    if [0x7374, 0x6E64, 0x7264, 0x7468].contains(letters) { at += 2 }
  }

  /// What stands between the parts of a date; whether there is anything.
  private mutating func skipMarks() -> Bool {
    let from = at
    if at < text.count, text[at] == 0x2E { at += 1 }
    if at < text.count, text[at] == 0x2D || text[at] == 0x2F {
      at += 1
    } else {
      if at < text.count, text[at] == 0x2C { at += 1 }
      _ = skipSpaces()
    }
    return at > from
  }
}

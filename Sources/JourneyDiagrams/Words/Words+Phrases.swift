package import JourneyModel

extension Words {
  /// A phrase with its gaps filled, one after the other; parts that run from right to left are
  /// set apart so that they do not disturb the rest.
  package func fill(_ phrase: String, _ parts: String...) -> String {
    var result = ""
    var next = parts.startIndex
    var rest = Substring(phrase)
    while let open = rest.firstIndex(of: "{") {
      let close = rest.index(after: open)
      guard close < rest.endIndex, rest[close] == "}", next < parts.endIndex else {
        result += rest[...open]
        rest = rest[close...]
        continue
      }
      result += rest[..<open]
      result += Scalars.isolated(parts[next])
      next += 1
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  /// What somebody said, in quotation marks; marks inside it become single ones.
  package func quote(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x22 || $0 == 0xE2 }) else { return fill(quoted, text) }
    var inner = ""
    var isOpen = false
    for character in text {
      switch character {
      case "“": inner.append("‘")
      case "”": inner.append("’")
      case "\"":
        inner.append(isOpen ? "’" : "‘")
        isOpen.toggle()
      default: inner.append(character)
      }
    }
    return fill(quoted, inner)
  }

  /// A phrase that lines do not break.
  package func unbroken(_ phrase: String) -> String {
    String(phrase.map { $0 == " " ? "\u{A0}" : $0 })
  }

  /// A score on the document's scale, with a sign where the scale has both.
  package func score(_ value: Double, on scale: Scale) -> String {
    let isSigned = scale.low < 0
    let isWide = scale.high - scale.low >= 40
    return numbers.decimal(value, places: isWide ? 0 : 1, plus: isSigned)
  }

  /// An end of the scale: without decimals where it has none.
  package func bound(_ value: Double, on scale: Scale) -> String {
    let isWhole = value == value.rounded()
    return numbers.decimal(value, places: isWhole ? 0 : 1, plus: scale.low < 0 && value != 0)
  }

  /// A date such as 12 Aug 2026, without the year when it is that of `year`.
  package func date(_ date: CalendarDate, near year: Int? = nil) -> String {
    let month = months[date.month - 1]
    return date.year == year
      ? fill(dayMonth, String(date.day), month)
      : fill(dayMonthYear, String(date.day), month, String(date.year))
  }

  /// A period such as Mar–Aug 2026; with days when it does not begin or end with a month.
  package func period(_ period: Period) -> String {
    let (start, end) = (period.start, period.end)
    let endsMonth =
      CalendarDate(daysSinceEpoch: end.daysSinceEpoch + 1).map { $0.day == 1 } ?? true
    guard start.day == 1, endsMonth else {
      return date(start, near: end.year) + " – " + date(end)
    }
    let last = fill(monthYear, months[end.month - 1], String(end.year))
    if start.year != end.year {
      return fill(monthYear, months[start.month - 1], String(start.year)) + " – " + last
    }
    return start.month == end.month ? last : months[start.month - 1] + "–" + last
  }
}

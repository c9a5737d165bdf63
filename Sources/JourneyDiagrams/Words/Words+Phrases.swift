package import JourneyModel

extension Words {
  /// What is to be done; where nothing is decided, what was learnt, and that it is no more than that.
  package func told(_ decision: Decision) -> String {
    decision.decision ?? fill(insight, decision.insight)
  }

  /// How far a decision has come.
  package func state(_ decision: Decision) -> String {
    decision.decision == nil && decision.status == .open
      ? undecided : statuses[decision.status] ?? decision.status.rawValue
  }

  /// A phrase with its gaps filled: `{}` one after the other, `{2}` with the second part.
  ///
  /// Parts that run the other way than the language are set apart so that they do not disturb the
  /// rest. A gap without a part stays as it is.
  package func fill(_ phrase: String, _ parts: String...) -> String {
    var result = ""
    var next = parts.startIndex
    var rest = Substring(phrase)
    while let open = rest.firstIndex(of: "{") {
      let inside = rest[rest.index(after: open)...].prefix { $0.isASCII && $0.isNumber }
      let part = inside.isEmpty ? next : (Int(inside) ?? 0) - 1
      guard rest[inside.endIndex...].first == "}", parts.indices.contains(part) else {
        result += rest[...open]
        rest = rest[rest.index(after: open)...]
        continue
      }
      result += rest[..<open]
      result += Scalars.isolated(parts[part], in: direction)
      if inside.isEmpty { next += 1 }
      rest = rest[rest.index(after: inside.endIndex)...]
    }
    return result + rest
  }

  /// What somebody said, in quotation marks; marks inside it become those for quotes in quotes.
  package func quote(_ text: String) -> String {
    let (outer, inner) = (marks(of: quoted), marks(of: quotedInside))
    guard text.contains(where: { $0 == "\"" || $0 == outer.open || $0 == outer.close }) else {
      return fill(quoted, text)
    }
    var result = ""
    var isOpen = false
    for character in text {
      switch character {
      case outer.open where !isOpen || outer.open != outer.close:
        result.append(inner.open)
        isOpen = true
      case outer.close:
        result.append(inner.close)
        isOpen = false
      case "\"":
        result.append(isOpen ? inner.close : inner.open)
        isOpen.toggle()
      default: result.append(character)
      }
    }
    return fill(quoted, result)
  }

  /// The first and the last mark of a phrase such as `« {} »`.
  private func marks(of phrase: String) -> (open: Character, close: Character) {
    (phrase.first ?? "“", phrase.last ?? "”")
  }

  /// What parts the statements of a line; no line begins with it.
  package static let dot = "\u{A0}· "

  /// A phrase that lines do not break.
  package func unbroken(_ phrase: String) -> String {
    String(phrase.map { $0 == " " ? "\u{A0}" : $0 })
  }

  /// How sure intervals are, as a percentage.
  package var confidence: String { numbers.percent(0.9) }

  /// So many customers as heat is counted in.
  package var heatBase: String { numbers.count(1000) }

  /// The interval of a mean.
  package func interval(_ low: Double, _ high: Double, on scale: Scale) -> String {
    fill(sayInterval, score(low, on: scale), score(high, on: scale), confidence)
  }

  /// A phrase whose numbers stay on one line with the word that follows them.
  package func tight(_ phrase: String) -> String { phrase.replacing("{} ", with: "{}\u{A0}") }

  /// So many customers, by what the document calls them.
  ///
  /// What customers are called by default has its forms. Of what a document calls them only the
  /// plural is known: a single one is told as `patients: 1` where that matters.
  package func counted(_ count: Double, _ customers: String) -> String {
    let number = numbers.count(count)
    if customers == self.customers || customers == Words.english.customers {
      return fill(countOfDefault(count.rounded()), number)
    }
    let hasSingular = hotspots.rule == .one || hotspots.rule == .zeroAndOne
    return count.rounded() == 1 && hasSingular
      ? fill(blueprint.sayList, customers, number) : fill(countOfCustomers, number, customers)
  }

  /// So many customers by a method, such as 12 interviews; nil for a method without words.
  package func counted(_ method: Evidence.Method, _ count: Double) -> String? {
    methods[method].map { fill(tight($0(count)), numbers.count(count)) }
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

  /// The values of an axis, all with a decimal where one has one.
  package func values(_ values: [Double], on scale: Scale) -> [String] {
    let isWhole = values.allSatisfy { $0 == $0.rounded() }
    return values.map {
      numbers.decimal($0, places: isWhole ? 0 : 1, plus: scale.low < 0 && $0 != 0)
    }
  }

  /// A date such as 12 Aug 2026, without the year when it is that of `year`; lines do not break it.
  package func date(_ date: CalendarDate, near year: Int? = nil) -> String {
    let month = months[date.month - 1]
    let number = numbers.plain(date.day)
    let day = date.day == 1 ? fill(firstDay, number) : number
    return unbroken(
      date.year == year
        ? fill(dayMonth, day, month)
        : fill(dayMonthYear, day, month, numbers.plain(date.year)))
  }

  /// A period such as Mar–Aug 2026; with days when it does not begin or end with a month.
  ///
  /// Lines do not break it.
  package func period(_ period: Period) -> String { unbroken(phrase(of: period)) }

  private func phrase(of period: Period) -> String {
    let (start, end) = (period.start, period.end)
    if start == end { return date(start) }
    let endsMonth =
      CalendarDate(daysSinceEpoch: end.daysSinceEpoch + 1).map { $0.day == 1 } ?? true
    guard start.day == 1, endsMonth else {
      return yearIsFirst
        ? fill(span, date(start), date(end, near: start.year))
        : fill(span, date(start, near: end.year), date(end))
    }
    let year = numbers.plain(end.year)
    let months = (months[start.month - 1], months[end.month - 1])
    let last = fill(monthYear, months.1, year)
    if start.year != end.year {
      return fill(span, fill(monthYear, months.0, numbers.plain(start.year)), last)
    }
    return start.month == end.month ? last : fill(monthsOfYear, months.0, months.1, year)
  }
}

/// Whether digits are a date, a time, a year, or several of them with dashes between.
enum DateForm {
  /// Whether the groups of a token are nothing but dates, times and years.
  ///
  /// - Parameter token: Groups without white space between them.
  /// - Returns: Whether they are.
  static func matches(_ token: ArraySlice<DigitGroup>) -> Bool {
    guard token.count > 1, token.count <= 8,
      !token.contains(where: { $0.hasPlus || $0.isBracketed })
    else { return false }
    return covers(Array(token))
  }

  /// Whether an item stands at the beginning and others behind another separator.
  private static func covers(_ groups: [DigitGroup]) -> Bool {
    for count in [3, 2, 1] where groups.count >= count {
      let item = Array(groups.prefix(count))
      guard isItem(item) else { continue }
      if groups.count == count { return true }
      let inner = item.dropFirst().first?.separator
      let outer = groups[count].separator
      guard inner != outer, outer.allSatisfy({ isDash($0) || $0 == "." }),
        outer.contains(where: isDash)
      else { continue }
      if covers(Array(groups.dropFirst(count))) { return true }
    }
    return false
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || (0x2010...0x2014).contains(scalar.value)
  }

  private static func isItem(_ groups: [DigitGroup]) -> Bool {
    let separators = groups.dropFirst().map(\.separator)
    guard separators.allSatisfy({ $0 == separators[0] && $0.count == 1 }) else { return false }
    switch groups.count {
    case 3: return isDate(groups)
    case 2: return isPair(groups)
    default: return isYear(groups[0]) || isClock(groups[0])
    }
  }

  /// Day, month and year in any order that people use.
  static func isDate(_ groups: [DigitGroup]) -> Bool {
    guard groups.count == 3 else { return false }
    func isDay(_ group: DigitGroup) -> Bool {
      group.digits.count <= 2 && (1...31).contains(group.number)
    }
    func isMonth(_ group: DigitGroup) -> Bool {
      group.digits.count <= 2 && (1...12).contains(group.number)
    }
    let (a, b, c) = (groups[0], groups[1], groups[2])
    let isShortYear = c.digits.count == 2
    if isYear(a) { return (isMonth(b) && isDay(c)) || (isDay(b) && isMonth(c)) }
    guard isYear(c) || isShortYear else { return false }
    return (isDay(a) && isMonth(b)) || (isMonth(a) && isDay(b))
  }

  /// A day and a month, hours and minutes, or a month and a year.
  private static func isPair(_ groups: [DigitGroup]) -> Bool {
    let (a, b) = (groups[0], groups[1])
    guard a.digits.count <= 2 else { return isYear(a) && b.digits.count <= 2 && b.number <= 12 }
    if isYear(b) { return (1...12).contains(a.number) }
    guard b.digits.count == 2, b.separator == ["."] || b.separator == ["/"] else { return false }
    return (a.number <= 24 && b.number < 60) || (a.number <= 31 && b.number <= 12)
  }

  private static func isYear(_ group: DigitGroup) -> Bool {
    group.digits.count == 4 && (1900...2100).contains(group.number)
  }

  /// `0830`: hours and minutes.
  private static func isClock(_ group: DigitGroup) -> Bool {
    group.digits.count == 4 && group.number / 100 <= 24 && group.number % 100 < 60
  }
}

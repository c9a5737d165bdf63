/// Finds telephone numbers.
///
/// The text is cut into runs of digits and of what may stand between them, a run at white space into
/// tokens. Tokens that are dates, times or spans of years are walls; between walls the longest
/// sequence of tokens that has the form of a telephone number is one.
struct TelephoneScan {
  /// Where they stand.
  private(set) var ranges: [Range<Int>] = []

  /// The most digits of a number with its country (ITU-T E.164), and two for `00`.
  private static let mostDigits = 17

  /// Looks through a text.
  ///
  /// Cost: linear.
  init(_ scan: ScalarScan) {
    var place = 0
    while place < scan.scalars.count {
      guard NumberRun.canBegin(scan, at: place) else {
        place += 1
        continue
      }
      let run = NumberRun(scan, from: place)
      place = max(place + 1, run.end)
      if !run.groups.isEmpty { look(through: run, in: scan) }
    }
  }

  private mutating func look(through run: NumberRun, in scan: ScalarScan) {
    guard !run.isAccount(in: scan) else { return }
    let tokens = run.tokens
    var index = 0
    while index < tokens.count {
      guard !DateForm.matches(run.groups[tokens[index]]) else {
        index += 1
        continue
      }
      var best: Int?
      var digits = 0
      for end in index..<tokens.count {
        guard !DateForm.matches(run.groups[tokens[end]]) else { break }
        digits += run.groups[tokens[end]].reduce(0) { $0 + $1.digits.count }
        guard digits <= Self.mostDigits else { break }
        let groups = run.groups[tokens[index].lowerBound..<tokens[end].upperBound]
        let before = index > 0 ? run.groups[tokens[index - 1].upperBound - 1] : nil
        if TelephoneForm(groups, before: before, in: scan).isTelephone { best = end }
      }
      if let best {
        let first = run.groups[tokens[index].lowerBound]
        let last = run.groups[tokens[best].upperBound - 1]
        ranges.append(first.start..<last.end)
        index = best + 1
      } else {
        index += 1
      }
    }
  }
}

/// Digits in a row.
struct DigitGroup {
  /// The digits.
  var digits: [Int]
  /// Where it begins, with `+` or an opening bracket before it.
  var start: Int
  /// Where its digits begin.
  var digitStart: Int
  /// Behind its last digit, and behind a closing bracket.
  var end: Int
  /// What stands between the group before and this one.
  var separator: [Unicode.Scalar]
  /// Whether a `+` stands before it.
  var hasPlus: Bool
  /// Whether it stands in brackets.
  var isBracketed: Bool

  /// The digits as a number; of the first nine.
  var number: Int { digits.prefix(9).reduce(0) { $0 * 10 + $1 } }
}

/// A run of digits and of what may stand between them.
struct NumberRun {
  /// The groups of digits.
  private(set) var groups: [DigitGroup] = []
  /// Behind the run.
  private(set) var end: Int

  /// Whether a run can begin here: at a digit, `+` or an opening bracket.
  static func canBegin(_ scan: ScalarScan, at place: Int) -> Bool {
    guard let scalar = scan[place] else { return false }
    return scalar.decimalDigit != nil || isPlus(scalar) || scalar == "("
  }

  /// Reads a run.
  init(_ scan: ScalarScan, from start: Int) {
    end = start
    var place = start
    var separator: [Unicode.Scalar] = []
    var hasPlus = false
    var opening: Int?
    while let scalar = scan[place] {
      if scalar.decimalDigit != nil {
        var group = DigitGroup(
          digits: [], start: opening ?? (hasPlus ? place - 1 : place), digitStart: place,
          end: place,
          separator: separator, hasPlus: hasPlus, isBracketed: opening != nil)
        while let digit = scan[place]?.decimalDigit {
          group.digits.append(digit)
          place += 1
        }
        group.end = place
        if group.isBracketed, scan[place] == ")" {
          group.end = place + 1
        } else if opening != nil, scan[place] != ")" {
          // An opening bracket that goes on behind the first digits: `(030 123)`.
          group.isBracketed = false
        }
        groups.append(group)
        end = group.end
        separator = []
        hasPlus = false
        opening = nil
      } else if Self.isPlus(scalar) {
        guard groups.isEmpty || separator.contains(where: Self.isSpace),
          scan[place + 1]?.decimalDigit != nil || scan[place + 1] == "("
        else { return }
        hasPlus = true
        opening = opening ?? (scan[place + 1] == "(" ? place : nil)
        place += 1
      } else if scalar == "(" {
        opening = opening ?? place
        place += 1
        if let next = scan[place], Self.isPlus(next) {
          hasPlus = true
          place += 1
        }
      } else if Self.isSeparator(scalar), !groups.isEmpty || scalar == ")" {
        separator.append(scalar)
        guard separator.count <= 3 else { return }
        hasPlus = false
        opening = nil
        place += 1
      } else {
        return
      }
      if groups.isEmpty, place - start > 4 { return }
    }
  }

  /// Whether it is the number of a bank account: two letters, two digits, then groups of four.
  func isAccount(in scan: ScalarScan) -> Bool {
    guard let first = groups.first, groups.count > 3, first.digits.count == 2,
      scan[first.start - 1]?.isLetter == true, scan[first.start - 2]?.isLetter == true
    else { return false }
    return groups.dropFirst().dropLast().allSatisfy { $0.digits.count == 4 }
  }

  /// The groups between white space.
  var tokens: [Range<Int>] {
    var tokens: [Range<Int>] = []
    var first = 0
    for index in groups.indices where index > 0 {
      if groups[index].separator.contains(where: Self.isSpace) {
        tokens.append(first..<index)
        first = index
      }
    }
    if !groups.isEmpty { tokens.append(first..<groups.count) }
    return tokens
  }

  static func isPlus(_ scalar: Unicode.Scalar) -> Bool { scalar == "+" || scalar == "\u{FF0B}" }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }

  /// Hyphens and dashes, dots, slashes, brackets, white space, marks of direction.
  static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    if isSpace(scalar) { return true }
    switch scalar.value {
    case 0x2D, 0x2E, 0x2F, 0x29, 0x2010...0x2014, 0x2212, 0xB7, 0x200E, 0x200F, 0x2060: return true
    default: return false
    }
  }
}

/// Whether groups of digits have the form of a telephone number.
struct TelephoneForm {
  private let groups: ArraySlice<DigitGroup>
  private let before: DigitGroup?
  private let scan: ScalarScan
  private let digits: [Int]

  /// Takes some groups of a run.
  ///
  /// - Parameters:
  ///   - groups: The groups.
  ///   - before: The group before them in the same run.
  ///   - scan: The text.
  init(_ groups: ArraySlice<DigitGroup>, before: DigitGroup?, in scan: ScalarScan) {
    self.groups = groups
    self.before = before
    self.scan = scan
    digits = groups.flatMap(\.digits)
  }

  /// Whether it is one.
  var isTelephone: Bool {
    guard let first = groups.first, digits.count >= 7, standsFree, !isSpacedDate,
      !isThousands || isAfterWord
    else { return false }
    let count = digits.count
    if first.hasPlus { return (8...15).contains(count) && digits[0] != 0 }
    if digits[0] == 0, digits[1] == 0 {
      return digits[2] != 0 && (10...17).contains(count) && !isDecimal
    }
    if first.isBracketed, (2...5).contains(first.digits.count), groups.count > 1 {
      return (7...12).contains(count) && (digits[0] == 0 || first.digits.count < 4)
    }
    if digits[0] == 0 { return isNational(count) }
    return isNorthAmerican || (count <= 15 && isAfterWord)
  }

  // MARK: - Forms

  /// After the 0 of an area: `030 1234567`, `0800 123456`, `089/1234567`.
  private func isNational(_ count: Int) -> Bool {
    guard (7...12).contains(count), !isDecimal, let first = groups.first else { return false }
    // `0 800 123 456` is one; `0 - 10000000` is a range.
    if first.digits.count == 1, groups.count > 1 {
      let next = groups.dropFirst().first
      return groups.count > 2 && next?.separator.allSatisfy(NumberRun.isSpace) == true
    }
    return groups.count > 1 || count >= 8
  }

  /// `415-555-2671`, `1 800 555 0199`.
  private var isNorthAmerican: Bool {
    let sizes = groups.map(\.digits.count)
    guard sizes.suffix(3) == [3, 3, 4], sizes.count == 3 || (sizes.count == 4 && digits.first == 1),
      sizes.count == 3 || sizes[0] == 1
    else { return false }
    return digits[sizes.count == 4 ? 1 : 0] >= 2
  }

  /// `Tel. 1234567`: one of the words right before it.
  private var isAfterWord: Bool {
    guard let first = groups.first else { return false }
    var place = first.start - 1
    var blanks = 0
    while let scalar = scan[place],
      NumberRun.isSpace(scalar) || ".:".unicodeScalars.contains(scalar),
      blanks < 4
    {
      place -= 1
      blanks += 1
    }
    var letters: [Unicode.Scalar] = []
    while let scalar = scan[place], scalar.isLetter, letters.count < 12 {
      letters.append(scalar)
      place -= 1
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: letters.reversed())
    return Self.words.contains(String(view).lowercased())
  }

  private static let words: Set<String> = [
    "tel", "tél", "telefon", "téléphone", "telephone", "teléfono", "phone", "mobile", "mobil",
    "móvil", "handy", "fax", "cell", "whatsapp", "call", "ring", "電話", "هاتف",
  ]

  // MARK: - What is none

  /// Whether no letter, sign or currency makes something else of it.
  private var standsFree: Bool {
    guard let first = groups.first, let last = groups.last else { return false }
    if let scalar = scan[first.start - 1] {
      if scalar.isLetter || scalar.decimalDigit != nil { return false }
      if "#_=%&@/\\№".unicodeScalars.contains(scalar) { return false }
      if scalar.properties.generalCategory == .currencySymbol { return false }
      if ",.:".unicodeScalars.contains(scalar), isFraction(endingAt: first.start - 2) {
        return false
      }
    }
    guard let scalar = scan[last.end] else { return true }
    if scalar.decimalDigit != nil { return false }
    if scalar.isLetter { return scalar == "x" && scan[last.end + 1]?.decimalDigit != nil }
    if "%_=@".unicodeScalars.contains(scalar) { return false }
    if scalar.properties.generalCategory == .currencySymbol { return false }
    return !(scalar == "," && isFraction(at: last.end + 1))
  }

  /// Whether one to three digits stand there, as behind a decimal comma.
  private func isFraction(at place: Int) -> Bool {
    var count = 0
    while scan[place + count]?.decimalDigit != nil, count < 4 { count += 1 }
    return (1...3).contains(count)
  }

  /// Whether one to three digits end there, as before a decimal comma.
  private func isFraction(endingAt place: Int) -> Bool {
    var count = 0
    while scan[place - count]?.decimalDigit != nil, count < 4 { count += 1 }
    return (1...3).contains(count)
  }

  /// `0.1234567` is a number.
  private var isDecimal: Bool {
    groups.count == 2 && groups.first?.digits == [0] && groups.last?.separator == ["."]
  }

  /// `1 234 567`, `12.345.678`, `+1 234 567`, or the tail of one.
  private var isThousands: Bool {
    guard let first = groups.first else { return false }
    let rest = groups.dropFirst()
    let separators = Set(rest.map(\.separator))
    let isUniform =
      separators.count <= 1
      && separators.allSatisfy { $0.count == 1 && ($0[0] == "." || NumberRun.isSpace($0[0])) }
    guard rest.allSatisfy({ $0.digits.count == 3 }), isUniform else { return false }
    if let before, first.digits.count == 3, (1...3).contains(before.digits.count),
      first.separator.count == 1, NumberRun.isSpace(first.separator[0]), !before.hasPlus,
      before.digits.first != 0
    {
      return true
    }
    guard !rest.isEmpty, (1...3).contains(first.digits.count), first.digits.first != 0,
      !first.isBracketed
    else { return false }
    if first.hasPlus {
      return digits.count <= (separators.contains(["."]) ? 9 : 7)
    }
    return true
  }

  /// `01 02 2026`.
  private var isSpacedDate: Bool {
    groups.count == 3
      && groups.dropFirst().allSatisfy { $0.separator.allSatisfy(NumberRun.isSpace) }
      && DateForm.isDate(Array(groups))
  }
}

/// Decides how the times of a column are read, by its first cells.
struct TimePlanner {
  /// The names and the first rows.
  let sample: ColumnSample
  /// The zone of times that do not say theirs.
  let zone: ZoneClock
  /// How dates like 03/04/2026 are meant, where it was told.
  let order: LogOptions.DateOrder?
  /// What a person should know.
  private(set) var remarks: [String] = []
  /// Whether the first rows hold dates whose day may come first or second.
  private(set) var isUndecided = false
  /// A date that settles the order.
  private(set) var settling: String?

  /// Creates a planner.
  init(sample: ColumnSample, zone: ZoneClock, order: LogOptions.DateOrder?) {
    self.sample = sample
    self.zone = zone
    self.order = order
  }

  /// What reads a column.
  ///
  /// - Parameter column: Its place in the sample.
  /// - Returns: The parser; dates whose day may come first or second are no times for it where
  ///   ``isUndecided`` is set.
  /// - Throws: Where the column does not hold times.
  mutating func parser(_ column: Int) throws(LogProblem) -> TimeParser {
    var parser = TimeParser(zone: zone, order: order)
    let cells = sample.cells(column)
    let name = ShownName.of(sample.names[column])
    let shapes = cells.map(TimeShape.init)
    guard let example = cells.first else { return parser }
    guard shapes.contains(where: { $0 != .other }) else {
      throw LogProblem(
        input: sample.input,
        summary: "the column '\(name)' does not hold times; it begins with '\(example.prefix(40))'",
        fix: "write times like 2026-01-31 10:15:00, or name another column with --time; there are "
          + sample.shown)
    }
    let numbers = zip(cells, shapes).filter { $0.1 == .number }.map(\.0)
    if numbers.count * 2 >= cells.count {
      try read(numbers, name, &parser)
    }
    if order == nil, shapes.contains(.undecided) {
      var settled: LogOptions.DateOrder?
      for (cell, shape) in zip(cells, shapes) where settled == nil && shape == .undecided {
        settled = Self.order(of: cell, zone: zone)
        if settled != nil { settling = settling ?? cell }
      }
      if let order = settled { parser.order = order } else { isUndecided = true }
    }
    return parser
  }

  /// Decides what the numbers of a column are.
  private mutating func read(
    _ cells: [String], _ name: String, _ parser: inout TimeParser
  ) throws(LogProblem) {
    let numbers = cells.compactMap { cell in
      Array(cell.utf8).withUnsafeBytes { WrittenTime($0).number() }
    }
    let years = numbers.allSatisfy { (1_000...9_999).contains($0.whole) }
    if years, Set(numbers.map(\.whole)).count < 200, numbers.count > 1 {
      throw LogProblem(
        input: sample.input,
        summary: "the column '\(name)' holds numbers like \(cells[0]), which may be years",
        fix: "write dates like 2026-01-31, or name another column with --time")
    }
    parser.numbered = NumberedDate.find(numbers)
    switch parser.numbered {
    case .digits:
      remarks.append(
        "The numbers of '\(name)' are read as dates written without marks, such as \(cells[0]).")
    case .days:
      remarks.append(
        "The numbers of '\(name)' are read as days since 1899-12-30, as workbooks count them.")
    case nil:
      let unit = Self.unit(of: numbers.map(\.whole))
      parser.epoch = unit
      remarks.append(
        "The numbers of '\(name)' are read as \(unit.rawValue) since 1970-01-01 UTC.")
    }
  }

  /// The unit of most numbers: a few absurd ones do not decide about all others.
  private static func unit(of numbers: [UInt64]) -> EpochUnit {
    let units = numbers.filter { $0 > 0 }.map(EpochUnit.init(magnitude:))
    let counts = EpochUnit.allCases.map { unit in units.count { $0 == unit } }
    guard let most = counts.max(), most > 0, let place = counts.lastIndex(of: most) else {
      return .seconds
    }
    return EpochUnit.allCases[place]
  }

  /// The one order in which a date is one; nil where both or none holds.
  static func order(of text: String, zone: ZoneClock) -> LogOptions.DateOrder? {
    Array(text.utf8).withUnsafeBytes { order(of: $0, zone: zone) }
  }

  /// The one order in which a date is one; nil where both or none holds.
  static func order(of text: UnsafeRawBufferPointer, zone: ZoneClock) -> LogOptions.DateOrder? {
    var parser = TimeParser(zone: zone, order: .dayFirst)
    let isDayFirst = parser.microseconds(text) != nil
    parser.order = .monthFirst
    let isMonthFirst = parser.microseconds(text) != nil
    return isDayFirst == isMonthFirst ? nil : (isDayFirst ? .dayFirst : .monthFirst)
  }
}

/// Reads the days of a column that is known as text.
package struct TableDays {
  /// How dates like 03/04/2026 are meant.
  package let order: LogOptions.DateOrder?
  /// A date that could be read in two ways where nothing settles it; nil where there is none.
  package let undecided: String?

  private var parser: TimeParser

  /// Finds out how dates are meant.
  ///
  /// - Parameters:
  ///   - cells: The different cells of the column.
  ///   - told: How they are meant, where it was told.
  package init(_ cells: some Sequence<String>, told: LogOptions.DateOrder?) {
    var undecided: String?
    var settled: [LogOptions.DateOrder: Int] = [:]
    if told == nil {
      for cell in cells where TimeShape(cell) == .undecided {
        let readings = LogOptions.DateOrder.allCases.filter { Self.day(cell, $0) != nil }
        if readings.count == 1 {
          settled[readings[0], default: 0] += 1
        } else {
          undecided = undecided ?? cell
        }
      }
    }
    let found = settled.keys.count == 1 ? settled.keys.first : nil
    order = told ?? found
    self.undecided = order == nil ? undecided : nil
    parser = TimeParser(order: order)
  }

  /// Days since 1970-01-01; nil where a cell is no date.
  package func day(_ cell: String) -> Int? {
    var parser = parser
    return Self.day(cell, &parser)
  }

  private static func day(_ cell: String, _ order: LogOptions.DateOrder) -> Int? {
    var parser = TimeParser(order: order)
    return day(cell, &parser)
  }

  private static func day(_ cell: String, _ parser: inout TimeParser) -> Int? {
    let time = Array(cell.utf8).withUnsafeBytes { parser.microseconds($0) }
    guard let time else { return nil }
    let length: Int64 = 86_400_000_000
    return Int(time / length - (time % length < 0 ? 1 : 0))
  }
}

/// How cells become names and numbers; what is neither becomes NULL and never stops a query.
extension SQLDialect {
  // MARK: - White space

  /// Something as text without white space around it; NULL where nothing is left.
  ///
  /// White space is what `journey mine` takes for it: what Unicode calls so, and the two characters
  /// without width, U+200B and U+FEFF.
  func trimmed(_ value: String) -> String {
    switch engine {
    case .duckdb:
      let white = #"[\x09-\x0D\x{85}\x{200B}\x{FEFF}\pZ]"#
      return "nullif(regexp_replace(\(text(value)), '^\(white)+|\(white)+$', '', 'g'), '')"
    case .postgres: return "nullif(btrim(\(text(value)), E'\(Self.white)'), '')"
    case .spark: return "nullif(trim(BOTH '\(Self.white)' FROM \(text(value))), '')"
    }
  }

  /// The characters as PostgreSQL and Spark write them alike.
  private static let white: String = {
    let ranges: [ClosedRange<Int>] = [
      0x09...0x0D, 0x20...0x20, 0x85...0x85, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200B,
      0x2028...0x2029, 0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ]
    return ranges.joined().map { "\\u" + hexadecimal($0) }.joined()
  }()

  private static func hexadecimal(_ value: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  // MARK: - Numbers

  /// A number with up to six decimals, further ones cut off, from a trimmed cell.
  ///
  /// - Parameters:
  ///   - cell: The cell.
  ///   - isText: Whether numbers are as people write them, and not as databases do.
  /// - Returns: An expression; NULL where the cell holds none.
  func decimal(_ cell: String, isText: Bool) -> String {
    let exponent = isText ? "" : "([eE][+-]?[0-9]{1,2})?"
    let cut = replaced(cell, "([.][0-9]{6})[0-9]+$", by: 1)
    return guarded(cell, "^-?[0-9]{1,38}([.][0-9]*)?\(exponent)$", asDecimal(cut))
  }

  /// A whole number from a trimmed cell, perhaps with a fraction of zeros.
  func whole(_ cell: String, isText: Bool) -> String {
    let exponent = isText ? "" : "|[.]?[0-9]*[eE][+]?[0-9]{1,2}"
    return guarded(cell, "^[+-]?[0-9]{1,38}([.]0*\(exponent))?$", asDecimal(cell))
  }

  /// A whole number as it is counted with; NULL where it is none or has no room.
  func bigint(of number: String) -> String {
    "CASE WHEN \(number) = floor(\(number)) AND abs(\(number)) <= 9223372036854775807 "
      + "THEN CAST(\(number) AS BIGINT) END"
  }

  /// A finite fraction from a trimmed cell.
  func double(_ cell: String) -> String {
    let pattern = "^[+-]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]{1,3})?$"
    guard engine == .postgres else {
      // Numbers without end are written as words, and so are those that are none.
      let value = "TRY_CAST(\(cell) AS DOUBLE)"
      return guarded(
        cell, pattern, "CASE WHEN abs(\(value)) < \(number(.infinity)) THEN \(value) END")
    }
    // A cast refuses what is too large or too small, but not as a number of any length.
    let exact = "abs(CAST(\(cell) AS NUMERIC))"
    return guarded(
      cell, pattern,
      "CASE WHEN \(exact) < 1e-300 THEN 0 WHEN \(exact) < 1.7976931348623158e308 "
        + "THEN CAST(\(cell) AS DOUBLE PRECISION) END")
  }

  /// A value where a cell looks as it should and is not endless.
  private func guarded(_ cell: String, _ pattern: String, _ value: String) -> String {
    "CASE WHEN length(\(cell)) <= 400 AND \(matches(cell, pattern))\n      THEN \(value) END"
  }

  private func asDecimal(_ cell: String) -> String {
    engine == .postgres ? "CAST(\(cell) AS NUMERIC)" : "TRY_CAST(\(cell) AS DECIMAL(26, 6))"
  }

  // MARK: - Patterns

  /// Whether a text looks so.
  func matches(_ value: String, _ pattern: String) -> String {
    switch engine {
    case .duckdb: "regexp_matches(\(value), \(literal(pattern)))"
    case .postgres: "\(value) ~ \(literal(pattern))"
    case .spark: "\(value) RLIKE \(literal(pattern))"
    }
  }

  /// A text with what looks so replaced by one of the pattern's groups.
  func replaced(_ value: String, _ pattern: String, by group: Int) -> String {
    let group = literal((engine == .spark ? "$" : "\\") + "\(group)")
    return "regexp_replace(\(value), \(literal(pattern)), \(group))"
  }
}

/// How one database writes what all of them can.
struct SQLDialect {
  let engine: CountingQuery.Engine

  // MARK: - Quoting

  /// A name between quotes.
  func name(_ text: String) -> String {
    switch engine {
    case .duckdb, .postgres: "\"" + doubling("\"", in: text) + "\""
    case .spark: "`" + doubling("`", in: text) + "`"
    }
  }

  /// A text between quotes.
  func literal(_ text: String) -> String {
    switch engine {
    case .duckdb:
      return "'" + doubling("'", in: text) + "'"
    case .postgres:
      // With a backslash the form that means the same whatever the server's settings are.
      let quoted = "'" + doubling("'", in: text) + "'"
      return text.utf8.contains(UInt8(ascii: "\\")) ? "E" + doubling("\\", in: quoted) : quoted
    case .spark:
      var quoted = "'"
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\\": quoted += "\\\\"
        case "'": quoted += "\\'"
        // Spark replaces ${…} by variables before it reads the query.
        case "$": quoted += "\\u0024"
        default: quoted.unicodeScalars.append(scalar)
        }
      }
      return quoted + "'"
    }
  }

  private func doubling(_ mark: Unicode.Scalar, in text: String) -> String {
    var doubled = ""
    for scalar in text.unicodeScalars {
      doubled.unicodeScalars.append(scalar)
      if scalar == mark { doubled.unicodeScalars.append(scalar) }
    }
    return doubled
  }

  // MARK: - Types

  /// The type of text.
  var textType: String {
    switch engine {
    case .duckdb: "VARCHAR"
    case .postgres: "TEXT"
    case .spark: "STRING"
    }
  }

  /// The type of fractions.
  var doubleType: String { engine == .postgres ? "DOUBLE PRECISION" : "DOUBLE" }

  /// Something as text.
  func text(_ value: String) -> String { "CAST(\(value) AS \(textType))" }

  /// A fraction as a number of the query.
  func number(_ value: Double) -> String { "CAST('\(value)' AS \(doubleType))" }

  /// A text that is compared by its bytes, whatever the database's language is.
  func inByteOrder(_ value: String) -> String {
    engine == .postgres ? value + " COLLATE \"C\"" : value
  }

  // MARK: - Aggregates

  /// The mean of microseconds in seconds.
  func meanSeconds(_ value: String) -> String { "CAST(avg(\(value)) / 1e6 AS \(doubleType))" }

  /// The median of microseconds in seconds.
  func medianSeconds(_ value: String) -> String {
    switch engine {
    case .duckdb: "quantile_cont(\(value), 0.5) / 1e6"
    case .postgres: "percentile_cont(0.5) WITHIN GROUP (ORDER BY \(value)) / 1e6"
    case .spark: "percentile(\(value), 0.5) / 1e6"
    }
  }
}

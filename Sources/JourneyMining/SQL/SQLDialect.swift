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

  /// Something as another type; what cannot be becomes NULL, where the database knows how.
  func cast(_ value: String, _ type: String) -> String {
    engine == .postgres
      ? "CAST(nullif(\(text(value)), '') AS \(type))" : "TRY_CAST(\(value) AS \(type))"
  }

  /// Whether a fraction is not a number or without end.
  func isEndless(_ value: String) -> String {
    switch engine {
    case .duckdb: "NOT isfinite(\(value))"
    case .postgres: "\(value) IN ('NaN', 'Infinity', '-Infinity')"
    case .spark: "(isnan(\(value)) OR abs(\(value)) = double('Infinity'))"
    }
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

  // MARK: - Times

  /// A time as whole microseconds since 1970-01-01 UTC.
  ///
  /// - Parameters:
  ///   - column: The quoted column.
  ///   - type: How times are written in it.
  ///   - zone: The zone of times that do not say theirs; nil: UTC.
  /// - Returns: An expression; NULL where the time cannot be read.
  func microseconds(_ column: String, _ type: CountingQuery.TimeType, zone: String?) -> String {
    switch type {
    case .timestamptz: instant(column)
    case .timestamp: clock(column, zone)
    case .text: written(column, zone)
    case .seconds:
      "CAST(\(cast(column, "DECIMAL(38, 6)")) * 1000000 AS BIGINT)"
    case .milliseconds:
      "CAST(\(cast(column, "DECIMAL(38, 3)")) * 1000 AS BIGINT)"
    case .microseconds: cast(column, "BIGINT")
    case .nanoseconds:
      // Rounded down, before 1970 too.
      "CAST(floor(\(cast(column, "DECIMAL(38, 0)")) / 1000) AS BIGINT)"
    }
  }

  private func instant(_ value: String) -> String {
    switch engine {
    case .duckdb: "epoch_us(\(value))"
    case .postgres: "CAST(extract(epoch FROM \(value)) * 1000000 AS BIGINT)"
    case .spark: "unix_micros(\(value))"
    }
  }

  /// A time without a zone.
  private func clock(_ value: String, _ zone: String?) -> String {
    switch engine {
    case .duckdb:
      return zone.map { "epoch_us(timezone(\(literal($0)), \(value)))" } ?? instant(value)
    case .postgres:
      return instant(zone.map { "(\(value) AT TIME ZONE \(literal($0)))" } ?? value)
    case .spark:
      // Whatever the session's zone is: the difference of two clock times is exact.
      let span = "(\(value) - TIMESTAMP_NTZ'1970-01-01 00:00:00')"
      let parts = [("DAY", "86400000000L"), ("HOUR", "3600000000L"), ("MINUTE", "60000000L")].map {
        "extract(\($0) FROM \(span)) * \($1)"
      }
      let whole =
        "CAST(\(parts.joined(separator: " + ")) + extract(SECOND FROM \(span)) * 1000000 AS BIGINT)"
      guard let zone else { return whole }
      return "unix_micros(to_utc_timestamp(timestamp_micros(\(whole)), \(literal(zone))))"
    }
  }

  /// A time as text: with a zone it says which instant it is, without one what a clock showed.
  private func written(_ value: String, _ zone: String?) -> String {
    let text = engine == .postgres ? "nullif(\(value), '')" : value
    let tryCast = engine == .postgres ? "CAST" : "TRY_CAST"
    let instantType = engine == .spark ? "TIMESTAMP" : "TIMESTAMPTZ"
    let clockType = engine == .spark ? "TIMESTAMP_NTZ" : "TIMESTAMP"
    return """
      CASE
            WHEN \(matches(text, #":.*(Z|[+-][0-9]{2}(:?[0-9]{2})?)$"#))
            THEN \(instant("\(tryCast)(\(text) AS \(instantType))"))
            WHEN \(matches(text, "^[0-9:.T -]+$"))
            THEN \(clock("\(tryCast)(\(text) AS \(clockType))", zone))
          END
      """
  }

  private func matches(_ value: String, _ pattern: String) -> String {
    switch engine {
    case .duckdb: "regexp_matches(\(value), \(literal(pattern)))"
    case .postgres: "\(value) ~ \(literal(pattern))"
    case .spark: "\(value) RLIKE \(literal(pattern))"
    }
  }
}

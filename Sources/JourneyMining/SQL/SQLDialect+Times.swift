/// How times become whole microseconds since 1970-01-01 UTC; what is none becomes NULL.
extension SQLDialect {
  /// A time as whole microseconds since 1970-01-01 UTC.
  ///
  /// - Parameters:
  ///   - cell: The column of a type of times, the trimmed text, or the number.
  ///   - type: How times are written in it.
  ///   - zone: The zone of times that do not say theirs; nil: UTC.
  /// - Returns: An expression; NULL where the time cannot be read.
  func microseconds(_ cell: String, _ type: CountingQuery.TimeType, zone: String?) -> String {
    switch type {
    case .timestamptz: finite(cell, instant(cell))
    case .timestamp: finite(cell, clock(cell, zone))
    case .text: written(cell, zone)
    // A number that would be of another unit is no time, so that units that are mixed do not pass
    // unseen.
    case .seconds:
      number(cell, "abs(\(cell)) < 100000000000", cell + " * 1000000")
    case .milliseconds:
      number(cell, unit(cell, from: 11, to: 14), cell + " * 1000")
    case .microseconds: number(cell, unit(cell, from: 14, to: 17), cell)
    case .nanoseconds:
      "CASE WHEN \(unit(cell, from: 17, to: nil))\n      THEN \(thousandth(cell)) END"
    }
  }

  // MARK: - Numbers

  private func unit(_ cell: String, from least: Int, to most: Int?) -> String {
    func ten(_ power: Int) -> String { "1" + String(repeating: "0", count: power) }
    let upper = most.map { "< " + ten($0) } ?? "<= 9223372036854775807"
    return "abs(\(cell)) < 1 OR abs(\(cell)) >= \(ten(least)) AND abs(\(cell)) \(upper)"
  }

  private func number(_ cell: String, _ condition: String, _ value: String) -> String {
    // Spark cuts off fractions where the others round.
    let whole = engine == .spark ? value : "trunc(\(value))"
    return "CASE WHEN \(condition)\n      THEN CAST(\(whole) AS BIGINT) END"
  }

  /// A whole thousandth, which no quotient of fractions is for so many digits.
  private func thousandth(_ cell: String) -> String {
    switch engine {
    case .duckdb: "CAST(trunc(\(cell)) AS BIGINT) // 1000"
    case .postgres: "CAST(div(\(cell), 1000) AS BIGINT)"
    case .spark: "CAST(\(cell) AS BIGINT) div 1000"
    }
  }

  // MARK: - Types of times

  /// Spark has no time without end.
  private func finite(_ value: String, _ time: String) -> String {
    engine == .spark ? time : "CASE WHEN isfinite(\(value)) THEN \(time) END"
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

  // MARK: - Text

  /// A time as text: with a zone it says which instant it is, without one what a clock showed.
  private func written(_ cell: String, _ zone: String?) -> String {
    // What is finer than a microsecond is cut off.
    let text = replaced(cell, "([.][0-9]{6})[0-9]+", by: 1)
    let tryCast = engine == .postgres ? "CAST" : "TRY_CAST"
    let instantType = engine == .spark ? "TIMESTAMP" : "TIMESTAMPTZ"
    let clockType = engine == .spark ? "TIMESTAMP_NTZ" : "TIMESTAMP"
    let time = "([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?"
    let offset = " ?([Zz]|[+-](0[0-9]|1[0-5])(:?[0-5][0-9])?)"
    return """
      CASE
            WHEN \(matches(cell, "^\(day)[Tt ]\(time)\(offset)$"))
            THEN \(instant("\(tryCast)(upper(\(text)) AS \(instantType))"))
            WHEN \(matches(cell, "^\(day)([Tt ]\(time))?$"))
            THEN \(clock("\(tryCast)(upper(\(text)) AS \(clockType))", zone))
          END
      """
  }

  /// A pattern of days.
  private var day: String {
    guard engine == .postgres else { return "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}" }
    // A cast that fails would stop the query, so that only days of the calendar may match.
    return "(?!0000)(([0-9]{4}-((0?[13578]|1[02])-(0?[1-9]|[12][0-9]|3[01])"
      + "|(0?[469]|11)-(0?[1-9]|[12][0-9]|30)|0?2-(0?[1-9]|1[0-9]|2[0-8])))"
      + "|([0-9]{2}(0[48]|[2468][048]|[13579][26])|(0[048]|[2468][048]|[13579][26])00)-0?2-29)"
  }
}

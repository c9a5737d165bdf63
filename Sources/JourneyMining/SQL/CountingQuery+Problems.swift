import EventCounting

extension CountingQuery {
  /// Why the database cannot be asked so.
  var problems: [String] {
    var problems: [String] = []
    var names = columns.all
    switch source {
    case .table(let parts):
      names += parts
      if parts.isEmpty || parts.contains("") {
        problems.append("a part of the table's name is empty; write it like events or shop.events")
      }
      if parts.count > 3 {
        problems.append(
          "the table's name has \(parts.count) parts; quote one that contains a dot, like "
            + "\"my.table\"")
      }
    case .file(let path):
      if let problem = problem(reading: path) { problems.append(problem) }
    }
    if columns.all.contains("") { problems.append("a column's name is empty") }
    let texts = names + rules.completed + [timeZone].compactMap(\.self) + [path]
    if texts.contains(where: { $0.utf8.contains(0) }) {
      problems.append("a name holds a NUL character, which no database takes")
    }
    if rules.completed.contains("") { problems.append("a touchpoint that ends well has no name") }
    if let name = rules.completed.first(where: Self.hasWhiteSpaceAround) {
      problems.append(
        "'\(name)' has white space around it, which is no part of a name; leave it out")
    }
    // Spark puts variables in before it reads the query, even between quotes.
    if engine == .spark, names.contains(where: { $0.contains("${") }) {
      problems.append("a name holds '${', which Spark would take for a variable; make a view")
    }
    if engine == .postgres, let long = names.first(where: { $0.utf8.count > 63 }) {
      problems.append("'\(long.prefix(20))…' has more than the 63 bytes of a name in PostgreSQL")
    }
    if let timeout = rules.timeout, timeout < 0 { problems.append("the timeout is below 0") }
    if let scores, !scores.lowerBound.isFinite || !scores.upperBound.isFinite {
      problems.append("the scale has no end")
    }
    return problems
  }

  /// Whether a name begins or ends with what ``SQLDialect/trimmed(_:)`` takes away.
  private static func hasWhiteSpaceAround(_ name: String) -> Bool {
    [name.unicodeScalars.first, name.unicodeScalars.last].contains { scalar in
      guard let scalar else { return false }
      return scalar.properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}"
    }
  }

  private var path: String {
    if case .file(let path) = source { path } else { "" }
  }

  private func problem(reading path: String) -> String? {
    switch engine {
    case .duckdb: return nil
    case .postgres:
      return
        "PostgreSQL reads no files in a query; bring '\(path)' into a table with \\copy and name "
        + "that"
    case .spark:
      guard Source.isTable(path) || Source.isJSON(path) else { return nil }
      let format = Source.isJSON(path) ? "json" : "csv"
      let options =
        Source.isJSON(path) ? "" : ", header 'true', escape '\"', multiLine 'true'"
      return
        "Spark reads no such file in a query; make a view with CREATE TEMPORARY VIEW events USING "
        + "\(format) OPTIONS (path '…'\(options)) and say --from events, and for the text of CSV "
        + "--time-type text"
    }
  }
}

extension CountingQuery.Source {
  /// Reads a source as it is given on a command line.
  ///
  /// - Parameter text: A file (`.csv`, `.tsv`, `.csv.gz`, `.parquet`, `.json`, `.jsonl`, or anything
  ///   with a slash) or a table such as `events`, `shop.events` or `"odd name".events`, where a part
  ///   may stand between double quotes or backticks, which are doubled within.
  public init(_ text: String) {
    let isFile = Self.isTable(text) || Self.isJSON(text) || Self.isParquet(text)
    let isQuoted = text.hasPrefix("\"") || text.hasPrefix("`")
    if !isQuoted, isFile || text.contains("/") {
      self = .file(text)
    } else {
      self = .table(Self.parts(of: text))
    }
  }

  /// The parts of a table's name, without their quotes.
  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var rest = Substring(text)
    while let character = rest.first {
      if part.isEmpty, character == "\"" || character == "`" {
        rest.removeFirst()
        while let inner = rest.first {
          rest.removeFirst()
          if inner == character {
            guard rest.first == character else { break }
            rest.removeFirst()
          }
          part.append(inner)
        }
      } else if character == "." {
        parts.append(part)
        part = ""
        rest.removeFirst()
      } else {
        part.append(character)
        rest.removeFirst()
      }
    }
    return parts + [part]
  }

  /// Whether it is a file of separated values.
  static func isTable(_ path: String) -> Bool { ends(path, [".csv", ".tsv", ".txt"]) }

  /// Whether it is a file of JSON.
  static func isJSON(_ path: String) -> Bool { ends(path, [".json", ".jsonl", ".ndjson"]) }

  /// Whether it is a file of Parquet.
  static func isParquet(_ path: String) -> Bool { ends(path, [".parquet"]) }

  private static func ends(_ path: String, _ endings: [String]) -> Bool {
    let path = path.lowercased()
    return endings.contains { path.hasSuffix($0) || path.hasSuffix($0 + ".gz") }
  }
}

public import EventCounting

/// What was counted in an event log, as a file: a table that a database writes as well as
/// `journey mine --write-counts`, and from which `journey mine --counts` makes the same journey.
///
/// The file is CSV in UTF-8 with a head and one row for each thing counted;
/// `Docs/counting-in-a-database.md` says what each column and each row means. Paths (variants) are not
/// in it, since no query counts them cheaply.
public struct CountsFile: Equatable, Sendable {
  /// Rows of the log that were not counted for one reason.
  public struct Rejected: Hashable, Sendable {
    /// Why, in the words of `LogReport.Reason`, such as `no-time`.
    public var reason: String
    /// How many rows.
    public var count: Int

    /// Creates the value from its parts.
    public init(reason: String, count: Int) {
      self.reason = reason
      self.count = count
    }
  }

  /// The version of the table that this program writes and reads.
  public static let version = 1

  /// What was counted.
  public var counts: EventCounts
  /// The rules that it was counted by; paths are left out.
  public var rules: CountingRules
  /// How many rows the log has, those that were not counted too; nil when nobody said.
  public var rows: Int?
  /// The rows that were not counted, by reason.
  public var rejected: [Rejected]

  /// Creates the value from its parts.
  public init(
    counts: EventCounts, rules: CountingRules, rows: Int? = nil, rejected: [Rejected] = []
  ) {
    self.counts = counts
    self.rules = rules
    self.rows = rows
    self.rejected = rejected
  }

  /// The counts as the text of a file.
  ///
  /// - Parameters:
  ///   - counts: What was counted; paths are left out.
  ///   - rules: The rules that it was counted by.
  /// - Returns: The text, which ``read(text:name:)`` takes back.
  public static func text(of counts: EventCounts, rules: CountingRules) -> String {
    CountsFile(counts: counts, rules: rules).text
  }

  /// The text of the file; the same counts give the same bytes.
  public var text: String {
    var writer = CountsWriter()
    writer.write(self)
    return writer.text
  }

  /// Reads a file.
  ///
  /// Columns may stand in any order and be separated by commas, semicolons or tabs; numbers may look
  /// as databases print them (`1e3`, `12.0`, `NULL`).
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - name: What problems call it.
  /// - Returns: The counts, and what a person should know of them, one sentence each.
  /// - Throws: Everything that is wrong with it.
  public static func read(_ bytes: [UInt8], name: String) throws(UnusableCounts) -> (
    file: CountsFile, remarks: [String]
  ) {
    var reader = CountsReader()
    let file = reader.read(bytes)
    guard let file, reader.problems.isEmpty else {
      throw UnusableCounts(name: name, problems: reader.problems)
    }
    return (file, reader.remarks)
  }

  /// Reads a file's text.
  ///
  /// - Parameters:
  ///   - text: What the file holds.
  ///   - name: What problems call it.
  /// - Returns: The counts, and what a person should know of them, one sentence each.
  /// - Throws: Everything that is wrong with it.
  public static func read(text: String, name: String) throws(UnusableCounts) -> (
    file: CountsFile, remarks: [String]
  ) {
    try read(Array(text.utf8), name: name)
  }
}

/// Why a file of counts cannot be used, with every reason.
public struct UnusableCounts: Error, Hashable, Sendable, CustomStringConvertible {
  /// One thing that is wrong.
  public struct Problem: Hashable, Sendable {
    /// The line where its row begins, from 1; nil where it is about the whole file.
    public var line: Int?
    /// What is wrong.
    public var summary: String
    /// How to mend it.
    public var fix: String?

    /// Creates the value from its parts.
    public init(line: Int? = nil, summary: String, fix: String? = nil) {
      self.line = line
      self.summary = summary
      self.fix = fix
    }
  }

  /// What the file is called.
  public var name: String
  /// What is wrong, in the order of the lines.
  public var problems: [Problem]

  /// Creates the value from its parts.
  public init(name: String, problems: [Problem]) {
    self.name = name
    self.problems = problems
  }

  /// A sentence for each problem with its place first, one a line.
  public var sentences: [String] {
    problems.map { problem in
      "\(name)\(problem.line.map { ":\($0)" } ?? ""): \(problem.summary)"
        + (problem.fix.map { "; \($0)" } ?? "")
    }
  }

  /// The first ten sentences, and how many more there are.
  public var description: String {
    let most = 10
    let rest = problems.count - most
    return (sentences.prefix(most) + (rest > 0 ? ["\(name): and \(rest) more problems"] : []))
      .joined(separator: "\n")
  }
}

/// Finds out how a log is written.
enum LogFormat {
  /// How an input is written, by its first bytes and, where they leave a doubt, by its name.
  ///
  /// - Parameters:
  ///   - source: The input.
  ///   - options: The format that was told comes first.
  /// - Returns: The format.
  /// - Throws: Where it is of a kind that is no log, such as a ZIP archive, or empty.
  static func find(_ source: ByteSource, options: LogOptions) throws(LogProblem)
    -> LogOptions.Format
  {
    let head = Array(try source.peek(4_096))
    guard !head.isEmpty else {
      throw LogProblem(input: source.name, summary: "this log is empty")
    }
    try refuse(head, source.name)
    if let format = options.format { return format }
    var text = head[...]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    text = text.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    switch text.first {
    case 0x3C: return .xes
    case 0x7B: return .jsonLines
    case 0x5B where looksLikeArray(text):
      throw LogProblem(
        input: source.name, summary: "this is one JSON array, not one JSON object a line",
        fix: "turn it into lines, for example with jq -c '.[]'")
    default:
      try refuseZeros(head, source.name)
      return .table
    }
  }

  /// Names of columns have no NUL bytes; files that are no text have.
  private static func refuseZeros(_ head: [UInt8], _ name: String) throws(LogProblem) {
    let line = head.prefix { $0 != 0x0A && $0 != 0x0D }
    guard let zero = line.firstIndex(of: 0) else { return }
    throw LogProblem(
      input: name, byte: zero, summary: "a NUL byte in the first line: this is no text",
      fix: "event logs are read from CSV, XES and JSON Lines")
  }

  private static func looksLikeArray(_ text: ArraySlice<UInt8>) -> Bool {
    let next = text.dropFirst().first { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    return next == 0x7B || next == 0x5D
  }

  private static func refuse(_ head: [UInt8], _ name: String) throws(LogProblem) {
    let kinds: [(magic: [UInt8], what: String, fix: String)] = [
      ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or a workbook", "unpack it, or save it as CSV"),
      ([0xD0, 0xCF, 0x11, 0xE0], "an old workbook", "save it as CSV"),
      ([0x50, 0x41, 0x52, 0x31], "a Parquet file", "write it as CSV, for example with DuckDB"),
      ([0x28, 0xB5, 0x2F, 0xFD], "packed with Zstandard", "unpack it with zstd -d"),
      ([0x42, 0x5A, 0x68], "packed with bzip2", "unpack it with bunzip2"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "packed with xz", "unpack it with unxz"),
      ([0x53, 0x51, 0x4C, 0x69, 0x74, 0x65], "an SQLite database", "write the table as CSV"),
      ([0x1F, 0x8B], "packed with gzip twice", "unpack it once with gunzip"),
      ([0x37, 0x7A, 0xBC, 0xAF], "a 7-Zip archive", "unpack it"),
      ([0x25, 0x50, 0x44, 0x46], "a PDF", "export the data itself as CSV"),
      ([0x41, 0x52, 0x52, 0x4F, 0x57, 0x31], "an Arrow file", "write it as CSV"),
      ([0x4F, 0x62, 0x6A, 0x01], "an Avro file", "write it as JSON Lines or CSV"),
    ]
    for kind in kinds where head.starts(with: kind.magic) {
      throw LogProblem(input: name, summary: "this is \(kind.what)", fix: kind.fix)
    }
    if head.starts(with: [0xFF, 0xFE, 0, 0]) || head.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw LogProblem(
        input: name, summary: "this is written in UTF-32, not UTF-8",
        fix: "save it as UTF-8, for example with iconv -f UTF-32 -t UTF-8")
    }
    let isWide =
      head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
      || (head.count >= 16
        && (stride(from: 0, to: 16, by: 2).allSatisfy { head[$0] == 0 && head[$0 + 1] != 0 }
          || stride(from: 0, to: 16, by: 2).allSatisfy { head[$0] != 0 && head[$0 + 1] == 0 }))
    if isWide {
      throw LogProblem(
        input: name, summary: "this is written in UTF-16, not UTF-8",
        fix: "save it as UTF-8, for example with iconv -f UTF-16 -t UTF-8")
    }
  }
}

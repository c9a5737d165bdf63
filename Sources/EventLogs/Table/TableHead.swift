/// What the beginning of a table says: how it is written, its columns and its first rows.
struct TableHead: RowsHead {
  /// How it is written.
  let dialect: TableDialect
  /// The names of the columns and the first rows.
  let sample: ColumnSample
  /// Bytes before the first row.
  let bytes: Int
  /// Lines before the first row.
  let lines: Int

  /// How many bytes and rows are looked at.
  static let size = 1 << 18
  private static let rows = 1_000

  /// Looks at the beginning of a table, which stays to be read.
  ///
  /// - Parameter source: The table.
  /// - Throws: Where it has no names of columns.
  init(_ source: ByteSource) throws(LogProblem) {
    let head = Array(try source.peek(Self.size))
    let isAll = head.count < Self.size
    var skipped = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let (dialect, toldBytes) = head.withUnsafeBytes {
      Self.dialect(UnsafeRawBufferPointer(rebasing: $0[skipped...]), isAll: isAll)
    }
    skipped += toldBytes
    self.dialect = dialect
    var names: [String] = []
    var rows: [[String]] = []
    var bytes = 0
    var lines = 0
    var unclosed: Int?
    head.withUnsafeBytes { head in
      let text = UnsafeRawBufferPointer(rebasing: head[skipped...])
      var splitter = TableSplitter(text, dialect: dialect, isAll: isAll)
      if let first = splitter.next() { names = first.map(Self.trimmed) }
      bytes = splitter.at
      lines = splitter.lines
      while rows.count < Self.rows, let row = splitter.next() {
        rows.append(row)
      }
      guard splitter.isUnclosed, isAll || names.isEmpty else { return }
      let rest = UnsafeRawBufferPointer(rebasing: text[splitter.at...])
      let border = RowBorder(
        newline: dialect.newline, delimiter: dialect.delimiter, hasQuotes: true)
      let open = border.find(rest).unclosed ?? 0
      unclosed = splitter.lines + rest[..<open].count { $0 == dialect.newline }
    }
    if let unclosed {
      throw .unclosed(source.name, line: unclosed + (toldBytes > 0 ? 2 : 1))
    }
    guard names.contains(where: { !$0.isEmpty }) else {
      throw LogProblem(
        input: source.name, line: 1,
        summary: isAll || !names.isEmpty
          ? "there is no row with the names of columns"
          : "the first row is longer than \(Self.size >> 10) KB, too long for names of columns",
        fix: isAll || !names.isEmpty ? nil : "check how its rows end")
    }
    self.bytes = bytes + skipped
    self.lines = lines + (toldBytes > 0 ? 1 : 0)
    sample = ColumnSample(
      input: source.name, names: names,
      rows: rows.filter { row in
        row.count == names.count || row.dropFirst(names.count).allSatisfy(\.isEmpty)
      })
    // A first row with a time in it is no head.
    if let data = names.first(where: { TimeShape($0) == .clear || TimeShape($0) == .undecided }) {
      throw LogProblem(
        input: source.name, line: self.lines,
        summary: "the first row holds '\(data)', a time, where the names of columns should be",
        fix: "put a row with the names of the columns in front")
    }
  }

  /// How a table is written, and the bytes of a line `sep=;` that says so, as workbooks write it.
  private static func dialect(_ text: UnsafeRawBufferPointer, isAll: Bool) -> (TableDialect, Int) {
    let word = Array("sep=".utf8)
    guard text.count > 5, text.starts(with: word),
      TableDialect.delimiters.contains(text[4]), text[5] == 0x0D || text[5] == 0x0A
    else { return (TableDialect.find(text, isAll: isAll), 0) }
    let hasBoth = text.count > 6 && text[5] == 0x0D && text[6] == 0x0A
    let newline: UInt8 = text[5] == 0x0A || hasBoth ? 0x0A : 0x0D
    return (TableDialect(delimiter: text[4], newline: newline), hasBoth ? 7 : 6)
  }

  private static func trimmed(_ name: String) -> String {
    var text = name[...]
    while let first = text.unicodeScalars.first, first.properties.isWhitespace {
      text.unicodeScalars.removeFirst()
    }
    while let last = text.unicodeScalars.last, last.properties.isWhitespace {
      text.unicodeScalars.removeLast()
    }
    return String(text)
  }

  /// How many columns it has.
  var width: Int? { sample.names.count }

  /// How its rows end.
  var border: RowBorder {
    RowBorder(newline: dialect.newline, delimiter: dialect.delimiter, hasQuotes: true)
  }

  /// Where semicolons separate cells, commas do not.
  var takesComma: Bool { dialect.delimiter == 0x3B }

  /// Finds its rows.
  func scanner(_ columns: [LogReport.Column], _ places: [Int]) -> TableScanner {
    TableScanner(
      dialect: dialect, names: sample.names,
      used: zip(places, columns).map { ($0, $1.role) })
  }
}

/// The members of the first objects of JSON Lines.
struct JSONHead: RowsHead {
  /// The names of the members and what the first objects hold.
  let sample: ColumnSample
  /// Bytes before the first row: a byte order mark.
  let bytes: Int

  private static let size = 1 << 18
  private static let rows = 1_000
  private static let names = 2_000

  /// Notes every member.
  private struct Noter: JSONMembers {
    var names: [String] = []
    var places: [String: Int] = [:]
    var row: [Int: String] = [:]

    mutating func member(_ path: UnsafeRawBufferPointer, holds value: UnsafeRawBufferPointer) {
      let name = String(decoding: path, as: UTF8.self)
      var place = places[name]
      if place == nil, names.count < JSONHead.names {
        place = names.count
        places[name] = names.count
        names.append(name)
      }
      if let place { row[place] = String(decoding: value, as: UTF8.self) }
    }

    mutating func isNested(_ path: UnsafeRawBufferPointer) {}
  }

  /// Looks at the beginning of a log, which stays to be read.
  ///
  /// - Parameter source: The log.
  /// - Throws: Where no line is a JSON object.
  init(_ source: ByteSource) throws(LogProblem) {
    let head = Array(try source.peek(Self.size))
    let isAll = head.count < Self.size
    bytes = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let scratch = Scratch()
    var parser = JSONLineParser(scratch: scratch)
    defer { parser.release() }
    var noter = Noter()
    var rows: [[Int: String]] = []
    var lines = head[bytes...].split(separator: 0x0A)
    if !isAll { lines = lines.dropLast() }
    for line in lines.prefix(Self.rows) {
      // The parser may look behind a line.
      let padded = Array(line) + [UInt8](repeating: 0x20, count: 16)
      noter.row = [:]
      let isObject = padded.withUnsafeBytes {
        parser.read(UnsafeRawBufferPointer(rebasing: $0.dropLast(16)), &noter)
      }
      if isObject { rows.append(noter.row) }
      scratch.reset()
    }
    guard !rows.isEmpty else {
      throw LogProblem(
        input: source.name, line: 1, summary: "no line of the beginning is a whole JSON object",
        fix: "write one object a line, for example with jq -c .")
    }
    let names = noter.names
    sample = ColumnSample(
      input: source.name, names: names,
      rows: rows.map { row in names.indices.map { row[$0] ?? "" } })
  }

  /// Nothing stands before the first object.
  var lines: Int { 0 }

  /// Numbers have points.
  var takesComma: Bool { false }

  /// Objects have no cells.
  var width: Int? { nil }

  /// How its rows end.
  var border: RowBorder { RowBorder(newline: 0x0A, delimiter: 0x2C, hasQuotes: false) }

  /// Finds its rows.
  func scanner(_ columns: [LogReport.Column], _ places: [Int]) -> JSONScanner {
    JSONScanner(used: zip(places, columns).map { (sample.names[$0], $1.role) })
  }
}

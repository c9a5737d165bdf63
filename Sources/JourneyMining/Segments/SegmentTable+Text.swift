import EventCounting
import JourneyAnalysis
import JourneyModel
import TextSupport

extension SegmentTable {
  /// So many differences are told in text; JSON has all.
  private static let mostTold = 20

  /// The segments as JSON text; shares 0…1, times in seconds, scores on their scale, unknown is null.
  public var json: String {
    let value: JSONValue = [
      "schemaVersion": .number(1), "title": .string(title), "by": .string(kind.rawValue),
      "segments": .array(rows.map(Self.json)),
      "comparisons": .number(Double(contrasts.count)),
      "level": .number(Difference.level),
      "differences": .array(contrasts.map(Self.json)),
    ]
    return value.text
  }

  private static func json(_ row: Row) -> JSONValue {
    [
      "name": row.name.isEmpty ? .null : .string(row.name),
      "customers": .number(Double(row.customers)), "visits": .number(Double(row.visits)),
      "completed": JSONValue(row.completed?.value), "completedLow": JSONValue(row.completed?.low),
      "completedHigh": JSONValue(row.completed?.high), "steps": .number(row.steps),
      "medianTime": JSONValue(row.durations?.median), "meanTime": JSONValue(row.durations?.mean),
      "felt": JSONValue(row.felt), "fewCustomers": .bool(row.isSmall),
    ]
  }

  private static func json(_ contrast: Contrast) -> JSONValue {
    [
      "segment": .string(contrast.segment), "measure": .string(contrast.measure.rawValue),
      "touchpoint": JSONValue(contrast.touchpoint), "value": .number(contrast.value),
      "others": .number(contrast.others), "difference": .number(contrast.difference.value),
      "low": JSONValue(contrast.difference.low), "high": JSONValue(contrast.difference.high),
      "chance": .number(contrast.chance), "beyondChance": .bool(contrast.isBeyondChance),
    ]
  }

  /// The segments as a table for the terminal and what differs in sentences, with a newline at the
  /// end.
  public var text: String {
    let body = rows.isEmpty ? [nothing] : table.lines() + [""] + findings + notes
    return ([TextTable.printable(heading), ""] + body).joined(separator: "\n") + "\n"
  }

  /// The same under a heading in GitHub's Markdown.
  public var markdown: String {
    let heading = "## \(TextTable.markdownText(heading))\n\n"
    guard !rows.isEmpty else { return heading + nothing + "\n" }
    let lines = (findings + notes).map { line in
      line.hasPrefix("- ")
        ? "- " + TextTable.markdownText(String(line.dropFirst(2)))
        : TextTable.markdownText(line)
    }
    // A list begins after an empty line.
    let words = lines.first.map { [$0, ""] + lines.dropFirst() } ?? []
    return heading + table.markdown + "\n" + words.joined(separator: "\n") + "\n"
  }

  private var nothing: String { "The log names no \(kind.rawValue)." }

  /// What differs, a sentence a line.
  private var findings: [String] {
    let count = Wording.count(contrasts.count, "comparison")
    if contrasts.isEmpty { return ["There is nothing to compare."] }
    let told = beyondChance
    if told.isEmpty { return ["Nothing differs beyond chance in \(count)."] }
    var lines = ["Beyond chance, all \(count) judged together:"]
    lines += told.prefix(Self.mostTold).map { "- " + TextTable.printable(sentence($0)) }
    if told.count > Self.mostTold {
      lines.append("- and \(NumberText.grouped(told.count - Self.mostTold)) more")
    }
    return lines
  }

  private var notes: [String] {
    var notes: [String] = []
    let small = rows.filter { $0.isSmall && !$0.name.isEmpty }.map {
      "\($0.name) (\($0.customers))"
    }
    if !small.isEmpty {
      notes.append(
        "Few customers, compared with nobody: "
          + "\(TextTable.printable(Wording.list(small, most: 8))).")
    }
    if kind == .channel, hasReturns {
      notes.append("A customer whose visits begin on several channels stands in each of them.")
    }
    return notes.isEmpty ? [] : [""] + notes
  }

  private var heading: String { "Segments of \(title) by \(kind.rawValue)" }

  private var table: TextTable {
    let hasEnds = rows.contains { $0.completed != nil }
    let hasTimes = rows.contains { $0.durations != nil }
    let hasScores = rows.contains { $0.felt != nil } && scale != nil
    var columns: [TextTable.Column] = [
      .init(kind.rawValue), .init("customers", .right), .init("visits", .right),
      .init("steps", .right),
    ]
    if hasEnds { columns += [.init("completed", .right), .init("90 % interval", .right)] }
    if hasTimes { columns.append(.init("median time", .right)) }
    if hasScores { columns.append(.init("felt", .right)) }
    return TextTable(
      columns,
      rows: rows.map { row in
        var cells = [
          row.name.isEmpty ? "not known" : row.name, NumberText.grouped(row.customers),
          NumberText.grouped(row.visits), NumberText.fixed(row.steps, 1),
        ]
        if hasEnds {
          cells.append(row.completed.map { NumberText.percent($0.value) } ?? "–")
          cells.append(SegmentWords.interval(row.completed))
        }
        if hasTimes { cells.append(SegmentWords.time(row.durations?.median)) }
        if hasScores, let scale { cells.append(SegmentWords.score(row.felt, on: scale)) }
        return cells
      })
  }

  private func sentence(_ contrast: Contrast) -> String {
    let touchpoint = contrast.touchpoint ?? ""
    let (value, others) = (contrast.value, contrast.others)
    if contrast.measure == .felt {
      let scale = scale ?? .standard
      return "\(contrast.segment) feels \(SegmentWords.score(value, on: scale)) at \(touchpoint), "
        + "the others \(SegmentWords.score(others, on: scale))"
    }
    let (own, rest) = (NumberText.percent(value), NumberText.percent(others))
    switch contrast.measure {
    case .completed: return "\(own) of \(contrast.segment) complete, \(rest) of the others"
    case .reach: return "\(own) of \(contrast.segment) come to \(touchpoint), \(rest) of the others"
    default:
      return "\(own) of \(contrast.segment) who come to \(touchpoint) leave there, \(rest) of the "
        + "others"
    }
  }
}

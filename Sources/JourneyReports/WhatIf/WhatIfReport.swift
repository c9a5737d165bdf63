public import JourneyAnalysis
import JourneyModel
import TextSupport

/// A journey's figures before and after some changes, as text for people and programs.
public struct WhatIfReport: Sendable {
  /// The figures it is made from.
  public var whatIf: WhatIf

  /// Creates the report of a hypothesis.
  public init(_ whatIf: WhatIf) {
    self.whatIf = whatIf
  }

  /// The figures as text for the terminal.
  ///
  /// - Parameter colored: Whether headings are set off with ANSI escapes.
  /// - Returns: The text, with a newline at the end.
  public func text(colored: Bool = false) -> String {
    func heading(_ text: String) -> String { colored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    var lines = [heading(TextTable.printable(title)), TextTable.printable(whatIsSet), ""]
    let table = journeyTable
    lines += table.rows.isEmpty ? [Self.noFigures] : table.lines()
    if let table = touchpointTable {
      lines += ["", heading("Touchpoints that change")] + table.lines()
    } else {
      lines += ["", "No figure of a touchpoint changes."]
    }
    return (lines + [""] + remarks.map(TextTable.printable)).joined(separator: "\n") + "\n"
  }

  /// The figures in GitHub's Markdown.
  public var markdown: String {
    var text = "# \(TextTable.markdownText(title))\n\n"
    let table = journeyTable
    text += "\(TextTable.markdownText(whatIsSet))\n\n"
    text += table.rows.isEmpty ? Self.noFigures + "\n\n" : table.markdown + "\n"
    if let table = touchpointTable {
      text += "## Touchpoints that change\n\n\(table.markdown)\n"
    } else {
      text += "No figure of a touchpoint changes.\n\n"
    }
    return text + remarks.map { TextTable.markdownText($0) + "\n" }.joined(separator: "\n")
  }

  /// The figures as JSON text, with the keys that `Docs/what-if.md` names.
  public var json: String {
    let analysis = whatIf.before.analysis
    let measures = Figure.Measure.allCases
    var figures = measures.compactMap { measure in
      let figure = Figure(measure)
      return figureJSON(
        figure, whatIf.before.estimate(of: figure), whatIf.after.estimate(of: figure))
    }
    // All of a touchpoint at once: they share the solves.
    for touchpoint in whatIf.before.journey.touchpoints.map(\.id) {
      let before = whatIf.before.estimates(at: touchpoint, of: measures)
      let after = whatIf.after.estimates(at: touchpoint, of: measures)
      figures += measures.compactMap {
        figureJSON(Figure($0, at: touchpoint), before[$0], after[$0])
      }
    }
    let value: JSONValue = [
      "schemaVersion": .number(1),
      "journey": .string(analysis.journey.rawValue),
      "title": .string(analysis.title),
      "persona": JSONValue(analysis.persona?.rawValue),
      "asOf": .string(analysis.asOf.description),
      "hypothesis": .bool(true),
      "changes": .array(whatIf.changes.map { .string($0.description) }),
      "burdenBefore": JSONValue(whatIf.before.burden),
      "burdenAfter": JSONValue(whatIf.after.burden),
      "figures": .array(figures),
    ]
    return value.text
  }

  /// A figure of the journey, or one of a touchpoint that changes.
  private func figureJSON(
    _ figure: Figure, _ before: Estimate?, _ after: Estimate?
  ) -> JSONValue? {
    guard before != nil || after != nil else { return nil }
    if figure.touchpoint != nil, !Self.differ(before?.value, after?.value) { return nil }
    var difference: Double?
    if let before, let after { difference = after.value - before.value + 0 }
    return [
      "figure": .string(figure.measure.rawValue),
      "touchpoint": JSONValue(figure.touchpoint?.rawValue),
      "before": before?.jsonValue ?? .null,
      "after": after?.jsonValue ?? .null,
      "difference": JSONValue(difference),
    ]
  }

  /// Whether two figures differ by more than rounding.
  static func differ(_ before: Double?, _ after: Double?) -> Bool {
    guard let before, let after else { return (before == nil) != (after == nil) }
    return (before - after).magnitude > 1e-9 * max(1, before.magnitude, after.magnitude)
  }

  // MARK: - Words

  /// Scores have the decimals that `compare` gives them, or rows would contradict their difference.
  private var words: EstimateText {
    let scale = whatIf.before.analysis.scale
    return EstimateText(scale, places: FigureWords(scale: scale).places)
  }

  private var title: String {
    let analysis = whatIf.before.analysis
    var parts = ["What if: \(analysis.title)"]
    if let persona = analysis.persona { parts.append("persona \(persona)") }
    return parts.joined(separator: " · ")
  }

  private var whatIsSet: String {
    "Supposed: " + whatIf.changes.map(\.description).joined(separator: ", ")
  }

  private var remarks: [String] {
    var remarks = [
      "A hypothesis, not a forecast: what is supposed is taken as it stands, everything else stays "
        + "as it was counted and measured. In brackets: 90 % intervals."
    ]
    let setsWait = whatIf.changes.contains { if case .wait = $0 { true } else { false } }
    if setsWait, whatIf.before.analysis.time == whatIf.after.analysis.time {
      remarks.append(
        whatIf.before.analysis.time == nil
          ? "The journey's time stays unknown: some part of it has neither a time nor a wait."
          : "The wait changes no time: where a transition has a time of its own, that counts.")
    }
    return remarks
  }

  // MARK: - Tables

  private var journeyTable: TextTable {
    var rows: [[String]] = []
    let (beforeEnds, afterEnds) = (Self.ends(whatIf.before), Self.ends(whatIf.after))
    for (measure, name) in Self.journeyFigures {
      let before = whatIf.before.estimate(of: Figure(measure))
      let after = whatIf.after.estimate(of: Figure(measure))
      // What neither has, or nobody ever does, is no news.
      guard before != nil || after != nil else { continue }
      let isRare = measure == .diverted || measure == .ended
      if isRare, (before?.value ?? 0) == 0, (after?.value ?? 0) == 0 { continue }
      rows.append([
        name, cell(before, measure, beforeEnds), cell(after, measure, afterEnds),
        difference(before?.value, after?.value, measure.unit),
      ])
      if measure == .time { rows += burdenRow }
    }
    if !rows.contains(where: { $0[0] == Self.burdenName }) { rows += burdenRow }
    return TextTable(
      [
        .init("figure"), .init("before", .right), .init("after", .right),
        .init("difference", .right),
      ], rows: rows)
  }

  private static let journeyFigures: [(Figure.Measure, String)] = [
    (.completed, "completed"), (.left, "left"), (.diverted, "diverted"),
    (.ended, "ended, outcome unknown"), (.steps, "steps"), (.time, "time"),
    (.felt, "felt, where belief is known"), (.gap, "empathy gap"), (.peakEnd, "peak–end"),
  ]
  private static let noFigures = "Without flow the journey as a whole has no figures."
  private static let burdenName = "distress per 1,000 who start"

  private var burdenRow: [[String]] {
    guard let before = whatIf.before.burden, let after = whatIf.after.burden else { return [] }
    return [
      [
        Self.burdenName, words.number(before, .perThousand), words.number(after, .perThousand),
        difference(before, after, .perThousand),
      ]
    ]
  }

  /// The shares of the journey's ends, which add up as they stand below each other.
  private static func ends(_ estimates: Estimates) -> [Figure.Measure: String] {
    let measures: [Figure.Measure] = [.completed, .left, .diverted, .ended]
    let shares = measures.compactMap { estimates.estimate(of: Figure($0))?.value }
    guard shares.count == measures.count else { return [:] }
    return Dictionary(uniqueKeysWithValues: zip(measures, NumberText.percents(shares)))
  }

  private func cell(
    _ estimate: Estimate?, _ measure: Figure.Measure, _ ends: [Figure.Measure: String]
  ) -> String {
    guard let estimate else { return "–" }
    let value =
      ends[measure] ?? words.number(estimate.value, measure.unit, isGap: measure == .gap)
    return words.sure(value, estimate, measure)
  }

  private func difference(_ before: Double?, _ after: Double?, _ unit: Figure.Unit) -> String {
    guard let before, let after else { return "–" }
    return Self.differ(before, after) ? words.difference(after - before, unit) : "–"
  }

  private static let touchpointFigures: [(Figure.Measure, String)] = [
    (.reach, "come"), (.dropOff, "leave"), (.completionFromHere, "complete from here"),
    (.felt, "felt"), (.gap, "gap"), (.heat, "heat"), (.reliefChance, "relief"),
    (.reliefSteps, "steps to relief"), (.reliefTime, "time to relief"),
  ]

  /// The touchpoints that change, with the figures that change anywhere; nil when none does.
  private var touchpointTable: TextTable? {
    let points = whatIf.before.analysis.touchpoints
    let values = points.map { point in
      Self.touchpointFigures.map { measure, _ in
        (value(measure, point.id, whatIf.before), value(measure, point.id, whatIf.after))
      }
    }
    let columns = Self.touchpointFigures.indices.filter { column in
      values.contains { Self.differ($0[column].0, $0[column].1) }
    }
    let rows = points.indices.filter { row in
      columns.contains { Self.differ(values[row][$0].0, values[row][$0].1) }
    }
    guard !rows.isEmpty else { return nil }
    return TextTable(
      [.init("touchpoint")] + columns.map { .init(Self.touchpointFigures[$0].1, .right) },
      rows: rows.map { row in
        [points[row].name]
          + columns.map { column in
            let measure = Self.touchpointFigures[column].0
            let (before, after) = values[row][column]
            let first = text(before, measure)
            return Self.differ(before, after) ? "\(first) → \(text(after, measure))" : first
          }
      })
  }

  private func value(
    _ measure: Figure.Measure, _ touchpoint: TouchpointID, _ estimates: Estimates
  ) -> Double? {
    let figures = estimates.analysis[touchpoint: touchpoint]
    switch measure {
    case .reach: return figures?.reach
    case .dropOff: return figures?.dropOff
    case .completionFromHere: return figures?.completionFromHere
    // The mean as `analyze` shows it.
    case .felt: return figures?.felt?.mean
    case .gap: return figures?.gap
    case .reliefChance: return figures?.relief?.chance
    case .reliefSteps: return figures?.relief?.steps
    case .reliefTime: return figures?.relief?.time
    default: return estimates.estimate(of: Figure(measure, at: touchpoint))?.value
    }
  }

  private func text(_ value: Double?, _ measure: Figure.Measure) -> String {
    value.map { words.number($0, measure.unit, isGap: measure == .gap) } ?? "–"
  }
}

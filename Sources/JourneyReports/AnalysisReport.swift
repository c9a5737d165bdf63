public import JourneyAnalysis
import JourneyModel
import TextSupport

/// Every figure of a journey as text for people.
public struct AnalysisReport: Sendable {
  /// The figures it is made from.
  public var analysis: Analysis
  /// Their intervals; nil to leave them out.
  public var estimates: Estimates?

  /// Creates the report of an analysis, without intervals.
  public init(_ analysis: Analysis) {
    self.analysis = analysis
  }

  /// Creates the report of figures with their intervals.
  public init(_ estimates: Estimates) {
    analysis = estimates.analysis
    self.estimates = estimates
  }

  /// The figures as text for the terminal.
  ///
  /// - Parameter colored: Whether headings are set off with ANSI escapes.
  /// - Returns: The text, with a newline at the end.
  public func text(colored: Bool = false) -> String {
    func heading(_ text: String) -> String { colored ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
    let sections: [(String?, [String])] = [
      (title, overview),
      ("Touchpoints", touchpoints),
      ("Relief from bad touchpoints", relief),
      ("Mazes", mazes),
      ("Stages", stages),
      ("Likeliest paths", paths),
      ("Bright spots", brightSpots),
      ("To be read with care", warnings),
    ]
    return sections.filter { !$0.1.isEmpty }
      .map { title, lines in
        ((title.map { [heading($0)] } ?? []) + lines).joined(separator: "\n")
      }
      .joined(separator: "\n\n") + "\n"
  }

  private var title: String {
    var parts = [analysis.title]
    if let persona = analysis.persona { parts.append("persona \(persona)") }
    parts.append("as of \(analysis.asOf)")
    return TextTable.printable(parts.joined(separator: " · "))
  }

  private var overview: [String] {
    let noFlow = "no flow data"
    func share(_ value: Double?) -> String { value.map(NumberText.percent) ?? noFlow }
    func sure(_ text: String, _ measure: Figure.Measure) -> String {
      let estimate = estimates?.estimate(of: Figure(measure))
      return EstimateText(analysis.scale).sure(text, estimate, measure)
    }
    var rows: [(String, String)] = []
    if analysis.hasFlow {
      rows.append(
        (
          "started",
          analysis.started.map { CustomerText.counted($0, analysis.customers) }
            ?? "not counted, flow is given in shares"
        ))
    }
    let ends = analysis.ends
    let said = ends.map { NumberText.percents([$0.completed, $0.left, $0.diverted, $0.ended]) }
    if ends?.hasUnknownOutcome == true {
      rows.append(("completed", "not known: nobody said how it ends"))
      rows.append(("left", "not known"))
    } else {
      rows.append(("completed", sure(said?[0] ?? noFlow, .completed)))
      rows.append(("left", sure(said?[1] ?? noFlow, .left)))
    }
    if let ends, let said {
      if ends.diverted > 0 { rows.append(("diverted", sure(said[2], .diverted))) }
      if ends.ended > 0 { rows.append(("ended, outcome unknown", sure(said[3], .ended))) }
      if let underWay = ends.underWay, underWay > 0 {
        rows.append(("under way, apart", share(underWay)))
      }
    }
    rows.append(
      ("steps", analysis.steps.map { sure(NumberText.fixed($0, 1), .steps) } ?? noFlow))
    let time = analysis.time.map { sure(DurationText.of(seconds: $0), .time) }
    rows.append(("time", time ?? "not known throughout"))
    let felt = score(analysis.felt).map { sure($0, .felt) }
    rows.append(("felt", felt ?? "no touchpoint with both felt and believed"))
    rows.append(("believed", score(analysis.believed) ?? "not said"))
    rows.append(("empathy gap", gap(analysis.gap).map { sure($0, .gap) } ?? "unknown"))
    if let believed = analysis.believedGood, let felt = analysis.feltGood {
      rows.append(
        (
          "touchpoints",
          "\(NumberText.percent(believed)) believed good, \(NumberText.percent(felt)) felt good"
        ))
    }
    if let peakEnd = score(analysis.peakEnd), let covered = analysis.peakEndCovered {
      rows.append(
        ("peak–end", "\(sure(peakEnd, .peakEnd)), over \(NumberText.percent(covered)) of customers")
      )
    } else {
      rows.append(("peak–end", analysis.hasFlow ? "no path is scored throughout" : noFlow))
    }
    let width = rows.reduce(0) { max($0, DisplayWidth.of($1.0)) }
    return rows.map { name, value in
      name + String(repeating: " ", count: width - DisplayWidth.of(name) + 2)
        + TextTable.printable(value)
    }
  }

  private var touchpoints: [String] {
    guard !analysis.touchpoints.isEmpty else { return [] }
    func share(_ value: Double?) -> String { value.map(NumberText.percent) ?? "–" }
    let areEndsKnown = analysis.ends?.hasUnknownOutcome != true
    func end(_ value: Double?) -> String { share(areEndsKnown ? value : nil) }
    return TextTable(
      [
        .init("touchpoint"), .init("reach", .right), .init("visits", .right),
        .init("leave", .right), .init("complete", .right), .init("if none left", .right),
        .init("felt", .right), .init("90 % interval", .right), .init("n", .right),
        .init("believed", .right), .init("gap", .right), .init("pain", .right),
      ],
      rows: analysis.touchpoints.map { figures in
        [
          figures.name, share(figures.reach),
          figures.visits.map { NumberText.fixed($0, 2) } ?? "–",
          end(figures.dropOff), end(figures.completionFromHere),
          end(figures.completionIfNobodyLeft),
          score(figures.felt?.mean).map { figures.felt?.isAssumed == true ? $0 + "?" : $0 } ?? "–",
          interval(figures.felt), figures.felt?.n.map { NumberText.grouped($0) } ?? "–",
          score(figures.believed) ?? "–", gap(figures.gap) ?? "–",
          figures.pain.map { NumberText.fixed($0, 2) } ?? "–",
        ]
      }
    ).lines()
  }

  private var relief: [String] {
    let rows = analysis.touchpoints.compactMap { figures in
      figures.relief.map { relief in
        let said = NumberText.percents([
          relief.chance, relief.leftBefore, relief.completedBefore, relief.divertedBefore,
        ])
        return [
          figures.name, said[0],
          relief.steps.map { NumberText.fixed($0, 1) } ?? "–",
          relief.time.map(DurationText.of(seconds:)) ?? "–",
          said[1], said[2], said[3],
        ]
      }
    }
    guard !rows.isEmpty else { return [] }
    return TextTable(
      [
        .init("touchpoint"), .init("relief", .right), .init("steps", .right),
        .init("time", .right), .init("leave before", .right), .init("complete before", .right),
        .init("diverted before", .right),
      ], rows: rows
    ).lines()
  }

  private var mazes: [String] {
    analysis.mazes.map { maze in
      let names = maze.touchpoints.map(name).joined(separator: ", ")
      return TextTable.printable(
        "\(names): \(NumberText.percent(maze.chance)) of those here come back, "
          + "\(NumberText.fixed(maze.rounds, 1)) rounds when caught, "
          + "\(NumberText.fixed(maze.customers, 0)) of 1,000 \(analysis.customers) who start")
    }
  }

  private var stages: [String] {
    guard analysis.hasFlow, !analysis.stages.isEmpty else { return [] }
    return TextTable(
      [.init("stage"), .init("still here", .right)],
      rows: analysis.stages.map {
        [$0.stage.rawValue, $0.stillHere.map(NumberText.percent) ?? "–"]
      }
    ).lines()
  }

  private var paths: [String] {
    analysis.paths.prefix(5).map { path in
      let way = (path.touchpoints.map(name) + [path.end.description]).joined(separator: " → ")
      let feeling = score(path.peakEnd).map { ", peak–end \($0)" } ?? ""
      return TextTable.printable("\(NumberText.percent(path.share))\(feeling): \(way)")
    }
  }

  private var brightSpots: [String] {
    analysis.brightSpots.prefix(5).map { spot in
      let size = spot.brightness.map { " (\(NumberText.fixed($0, 0)) per 1,000)" } ?? ""
      return TextTable.printable("\(spot.name): \(score(spot.felt) ?? "–")\(size)")
    }
  }

  private var warnings: [String] {
    let own = analysis.touchpoints.flatMap { figures in
      figures.warnings.map { "\(figures.name): \($0.text)" }
    }
    return (analysis.warnings.map(\.text) + own).map { "- " + TextTable.printable($0) }
  }

  private func name(_ id: TouchpointID) -> String {
    analysis[touchpoint: id]?.name ?? id.rawValue
  }

  private func score(_ value: Double?) -> String? {
    value.map { NumberText.fixed($0, 1, plus: analysis.scale.low < 0) }
  }

  private func gap(_ value: Double?) -> String? {
    value.map { NumberText.fixed($0, 1, plus: true) }
  }

  private func interval(_ felt: FeltFigures?) -> String {
    guard let low = score(felt?.low), let high = score(felt?.high) else { return "–" }
    return "\(low) … \(high)"
  }
}

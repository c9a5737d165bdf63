import JourneyAnalysis
import JourneyModel

/// The numbers beside the cells: how many come, how many leave, how hot it is.
struct HeatmapNumbers {
  private let subject: Subject
  private let words: Words
  private let hotspots: [TouchpointID: Hotspot]

  /// The most hotspots with a rank.
  private static let mostRanked = 5

  /// Reads a subject.
  init(_ subject: Subject) {
    self.subject = subject
    words = subject.words
    var hotspots: [TouchpointID: Hotspot] = [:]
    for hotspot in subject.analysis.hotspots.hotspots { hotspots[hotspot.touchpoint] = hotspot }
    self.hotspots = hotspots
  }

  /// The columns beside touchpoints; none without flow.
  func ofTouchpoints(
    _ figures: [TouchpointFigures?], isBrief: Bool
  ) -> [HeatmapTable.NumberColumn] {
    guard subject.analysis.hasFlow else { return [] }
    let heat = HeatmapTable.NumberColumn(
      name: words.heatmap.heat, paint: .ring,
      numbers: scaled(figures.map { $0.flatMap(self.heat) }, words.numbers.count))
    var columns = [
      shares(words.heatmap.leaveHere, .leave, figures.map(dropOff)), ranked(heat, figures),
    ]
    if !isBrief {
      // How many come is a part of all: the bar is as long as that part.
      let reach = figures.map { figures in
        figures?.reach.map {
          HeatmapTable.Number(text: words.numbers.percent($0), bar: min(1, $0))
        }
      }
      columns.insert(
        HeatmapTable.NumberColumn(name: words.heatmap.reach, paint: .unknown, numbers: reach),
        at: 0)
    }
    return columns
  }

  /// The columns beside pools of touchpoints, one pool a row; none without flow.
  func ofPools(_ pools: [[TouchpointFigures]], isBrief: Bool) -> [HeatmapTable.NumberColumn] {
    guard subject.analysis.hasFlow else { return [] }
    func sum(_ value: (TouchpointFigures) -> Double?) -> [Double?] {
      pools.map { pool in
        let values = pool.map(value)
        return values.isEmpty || values.contains { $0 == nil }
          ? nil : values.reduce(0) { $0 + ($1 ?? 0) }
      }
    }
    var columns = [
      shares(words.heatmap.leaveOfAll, .leave, sum(left)),
      HeatmapTable.NumberColumn(
        name: words.heatmap.heat, paint: .ring, numbers: scaled(sum(heat), words.numbers.count)),
    ]
    if !isBrief {
      columns.insert(
        HeatmapTable.NumberColumn(
          name: words.heatmap.visits, paint: .unknown,
          numbers: scaled(sum(\.visits)) { words.numbers.decimal($0) }), at: 0)
    }
    return columns
  }

  /// Which part of those who come leaves; nil where nobody said how visits end.
  private func dropOff(_ figures: TouchpointFigures?) -> Double? {
    subject.analysis.ends?.hasUnknownOutcome == true ? nil : figures?.dropOff
  }

  /// Which part of all leaves at a touchpoint; nil where nobody said how visits end.
  private func left(_ figures: TouchpointFigures) -> Double? {
    subject.analysis.ends?.hasUnknownOutcome == true ? nil : figures.left
  }

  /// The heat of a touchpoint; nil when part of it is unknown.
  private func heat(_ figures: TouchpointFigures) -> Double? {
    if let hotspot = hotspots[figures.id] { return hotspot.heat }
    // What is not in the ranking has none, unless nobody knows how it feels.
    return figures.pain == nil ? nil : 0
  }

  private func shares(
    _ name: String, _ paint: ColorRole, _ values: [Double?]
  ) -> HeatmapTable.NumberColumn {
    HeatmapTable.NumberColumn(
      name: name, paint: paint, numbers: scaled(values, words.numbers.percent))
  }

  /// Numbers with bars; the longest is as long as the column.
  private func scaled(
    _ values: [Double?], _ text: (Double) -> String
  ) -> [HeatmapTable.Number?] {
    let most = values.compactMap(\.self).max() ?? 0
    return values.map { value in
      value.map {
        HeatmapTable.Number(text: text($0), isNothing: $0 == 0, bar: most > 0 ? $0 / most : 0)
      }
    }
  }

  private func ranked(
    _ column: HeatmapTable.NumberColumn, _ figures: [TouchpointFigures?]
  ) -> HeatmapTable.NumberColumn {
    var column = column
    for (index, figures) in figures.enumerated() {
      guard let hotspot = figures.flatMap({ hotspots[$0.id] }), let kind = hotspot.kind,
        hotspot.rank <= Self.mostRanked
      else { continue }
      column.numbers[index]?.rank = (words.numbers.plain(hotspot.rank), kind == .sure)
    }
    return column
  }
}

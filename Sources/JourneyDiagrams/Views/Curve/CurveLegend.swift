/// What the marks of a curve mean; only those that are drawn.
enum CurveLegend {
  /// The keys.
  static func items(_ content: CurveContent, _ setter: Typesetter) -> [Legend.Item] {
    let words = content.subject.words
    let columns = content.columns
    var keys = LegendKeys(setter: setter)
    let felt = columns.compactMap(\.felt)
    // From far away height, colour and thickness explain themselves.
    let isBrief = setter.theme.isBrief
    if !felt.isEmpty, !isBrief { keys.addFeeling(words.legendFeeling) }
    let hasWhiskers = content.lines.contains { $0.values.contains { $0?.interval != nil } }
    let interval = words.fill(words.legendInterval, words.confidence)
    if !isBrief, felt.contains(where: { $0.interval != nil }) {
      keys.addBand(interval, opacity: CurvePlot.bandOpacity, hasWhisker: hasWhiskers)
    } else if !isBrief, hasWhiskers {
      keys.addWhisker(interval)
    }
    let both = columns.filter { $0.felt != nil && $0.believed != nil }
    if both.contains(where: { ($0.believed ?? 0) > ($0.felt?.v ?? 0) }) {
      keys.addArea(words.legendGap, .role(.gapWorse))
    }
    if both.contains(where: { ($0.believed ?? 0) < ($0.felt?.v ?? 0) }) {
      keys.addArea(words.legendBetter, .role(.gapBetter))
    }
    let thin = content.lines.flatMap { $0.values.compactMap(\.self) }
    if (felt + thin).contains(where: \.isAssumed) { keys.addAssumed(words.legendAssumed) }
    if columns.contains(where: { $0.felt == nil }) {
      keys.addArea(words.notMeasured, .role(.band))
    }
    if CurvePlot.hasGap(columns.map(\.felt))
      || content.lines.contains(where: { CurvePlot.hasGap($0.values) })
    {
      keys.addLine(
        words.curve.legendBridge, .unknown, width: 2, dashes: CurvePlot.bridge, isRound: true)
    }
    return keys.items
  }
}

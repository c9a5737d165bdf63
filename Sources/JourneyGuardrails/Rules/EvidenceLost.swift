import JourneyAnalysis
import JourneyComparison
import JourneyModel
import TextSupport

/// What was measured in the baseline and is not any more: what is felt that is an assumption or
/// unknown now, and flow that was counted and is not.
///
/// A figure that nobody measures any more can be compared with nothing, so that taking its evidence
/// away would take it out of the comparison. It fails as what got worse does.
struct EvidenceLost: Sendable {
  /// The rule and the journey.
  let context: RuleContext
  /// How it compares with the baseline.
  let baseline: Comparison

  /// The touchpoints of which nobody measures any more what is felt.
  let unfelt: Set<TouchpointID>
  /// Whether flow was counted and is not any more.
  let isFlowLost: Bool
  private let felt: [(id: TouchpointID, n: Int?, isAssumed: Bool)]

  /// Looks for what is measured no more.
  ///
  /// Cost: linear.
  init(context: RuleContext, baseline: Comparison) {
    self.context = context
    self.baseline = baseline
    let earlier = baseline.before.estimates.analysis
    let before = Dictionary(
      earlier.touchpoints.map { ($0.id, $0.felt) }, uniquingKeysWith: { first, _ in first })
    felt = baseline.pairs.compactMap { pair in
      guard let was = before[pair.before.id] ?? nil, !was.isAssumed,
        let now = context.facts[pair.after.id]?.figures
      else { return nil }
      if let now = now.felt { return now.isAssumed ? (pair.after.id, was.n, true) : nil }
      return (pair.after.id, was.n, false)
    }
    unfelt = Set(felt.map(\.id))
    isFlowLost = earlier.started != nil && context.analysis.started == nil
  }

  /// What is lost, flow first.
  var breaches: [Breach] {
    flow + felt.filter { context.covers($0.id) }.map(feeling) + leaving
  }

  /// Whether a figure is unknown, or unsure, because of what is lost.
  func explains(_ figure: Figure) -> Bool {
    if isFlowLost, figure.measure.needsFlow { return true }
    guard figure.measure.needsFeeling else { return false }
    return figure.touchpoint.map(unfelt.contains) ?? !unfelt.isEmpty
  }

  private func feeling(_ lost: (id: TouchpointID, n: Int?, isAssumed: Bool)) -> Breach {
    let figure = Figure(.felt, at: lost.id)
    let many = lost.n.map { " (n \(NumberText.grouped($0)))" } ?? ""
    let now = lost.isAssumed ? "only assumed now" : "not known now"
    let path =
      context.facts[lost.id]?.touchpoint.felt == nil
      ? DocumentPath.touchpoint(lost.id) : .touchpoint(lost.id, "felt")
    return held(
      context.breach(
        at: [lost.id], "what is felt was measured in the baseline\(many), \(now)",
        fix: "bring the evidence back, or measure again", path: path), figure)
  }

  private var flow: [Breach] {
    guard isFlowLost, context.covers(nil),
      let started = baseline.before.estimates.analysis.started
    else { return [] }
    let customers = OneLine.of(context.journey.customers, most: 40)
    let now = context.analysis.hasFlow ? "only its shares are known now" : "not known now"
    return [
      held(
        context.breach(
          "flow was counted in the baseline (\(NumberText.fixed(started, 0)) \(customers) started), "
            + now,
          fix: "bring the counts back, or count again", path: ["flow"]), Figure(.completed))
    ]
  }

  /// Where it is not counted any more how many leave, though elsewhere flow is.
  private var leaving: [Breach] {
    guard !isFlowLost else { return [] }
    return baseline.figures.compactMap { change in
      guard change.figure.measure == .dropOff, let id = change.figure.touchpoint,
        context.covers(id), context.facts[id]?.figures.reach != 0,
        change.before?.low != nil, change.before?.high != nil,
        change.after?.low == nil || change.after?.high == nil
      else { return nil }
      let now = change.after == nil ? "not known now" : "only a share is known now"
      return held(
        context.breach(
          at: [id], "how many leave here was counted in the baseline, \(now)",
          fix: "bring the counts back, or count again", path: context.exit(of: id)),
        change.figure)
    }
  }

  private func held(_ breach: Breach, _ figure: Figure) -> Breach {
    var breach = breach
    let change = baseline[figure]
    breach.finding.figure = figure
    breach.finding.estimate = context.facts.estimates.estimate(of: figure)
    breach.finding.limit = change?.before?.value
    return breach
  }
}

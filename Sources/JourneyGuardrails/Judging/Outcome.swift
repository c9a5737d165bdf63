import JourneyAnalysis
import JourneyComparison
import JourneyModel

/// What came of holding one figure against a limit.
enum Outcome: Sendable {
  /// It keeps the rule.
  case fine
  /// It breaks the rule.
  case broken(Breach)
  /// It is not known, or nothing says how sure it is where that decides.
  case open(Open)

  /// A figure that could not be judged.
  struct Open: Sendable {
    /// Where; nil for the whole journey.
    var touchpoint: TouchpointID?
    /// What is not known, such as `how many leave here`.
    var what: String
    /// Why, such as `no flow data`.
    var why: Why
    /// Where in the document what is missing belongs.
    var path: DocumentPath
    /// What it is as a number, and its limit.
    var measured: Measured
  }

  /// Why a figure could not be judged.
  struct Why: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The reason, in words that follow a colon.
    var words: String
    /// Whether it holds for the whole journey alike, so that it is said once.
    var isForAll = false

    /// A reason at one touchpoint.
    init(_ words: String) { self.words = words }

    /// A reason at one touchpoint.
    init(stringLiteral value: String) { words = value }

    /// The journey has no flow.
    static let noFlow: Why = {
      var why: Why = "no flow data"
      why.isForAll = true
      return why
    }()
  }
}

extension RuleContext {
  /// Holds a figure against the limit.
  ///
  /// - Parameters:
  ///   - figure: Which figure.
  ///   - limit: The limit, in the figure's unit.
  ///   - side: On which side of it the figure has to be.
  ///   - what: What the figure says, such as `how many leave here`.
  ///   - path: The part of the document that it comes from.
  ///   - fix: How to mend it.
  ///   - known: What is known of it, where that is not what the analysis says.
  ///   - says: The sentence, from the figure with its interval and what is asked.
  /// - Returns: What came of it.
  func hold(
    _ figure: Figure, to limit: Double, _ side: Side, what: String, path: DocumentPath,
    fix: String, known: Estimate? = nil,
    says: (_ value: String, _ interval: String, _ asked: String) -> String
  ) -> Outcome {
    let measured = Measured(figure, limit: limit)
    guard let estimate = known ?? facts.estimates.estimate(of: figure) else {
      return .open(
        Outcome.Open(
          touchpoint: figure.touchpoint, what: what, why: whyUnknown(figure), path: path,
          measured: measured))
    }
    switch Self.judge(estimate, limit, side, fails) {
    case .keeps:
      guard fails == .surelyBad, wasJudged(figure) else { return .fine }
      let why = "\(whyUnsure(figure).words), and it was judged in the baseline"
      return .open(
        Outcome.Open(
          touchpoint: figure.touchpoint, what: what, why: Outcome.Why(why), path: path,
          measured: measured))
    case .unsure:
      return .open(
        Outcome.Open(
          touchpoint: figure.touchpoint, what: what, why: whyUnsure(figure), path: path,
          measured: measured))
    case .breaks:
      let numerals = Numerals(figure.measure.unit, limit: limit)
      let words = numerals.text(estimate, side, fails, why: whyUnsure(figure).words)
      let summary = says(words.value, words.interval, side.words(numerals.limitText))
      var breach = breach(
        at: [figure.touchpoint].compactMap(\.self), summary, fix: fix, path: path)
      breach.finding.figure = figure
      breach.finding.estimate = estimate
      breach.finding.limit = limit
      return .broken(breach)
    }
  }

  /// Whether a figure had an interval in the baseline and has none now, so that it can be neither
  /// surely within nor surely beyond any limit.
  private func wasJudged(_ figure: Figure) -> Bool {
    guard let baseline, let now = facts.estimates.estimate(of: figure),
      now.low == nil || now.high == nil, let before = baseline[figure]?.before
    else { return false }
    return before.low != nil && before.high != nil
  }

  /// What an estimate says about a limit.
  enum Judgement: Hashable, Sendable {
    /// It keeps the rule, as surely as was asked.
    case keeps
    /// It breaks the rule, as surely as was asked.
    case breaks
    /// The figure is beyond the limit, and nothing says how surely.
    case unsure
  }

  /// Judges the interval, not the point.
  ///
  /// `surely-bad` breaks the rule when the end of the 90 % interval that is nearer to the limit is
  /// beyond it, and is unsure when the point alone is and an end cannot be bounded; `not-surely-good` when the end that is farther is beyond it, or cannot be bounded.
  static func judge(
    _ estimate: Estimate, _ limit: Double, _ side: Side, _ fails: Guardrail.Failure
  ) -> Judgement {
    let near = side == .atMost ? estimate.low : estimate.high
    let far = side == .atMost ? estimate.high : estimate.low
    switch fails {
    case .surelyBad:
      if let near, side.isBeyond(near, limit) { return .breaks }
      // A bound that holds by definition, such as heat's 0, says nothing where the other is open.
      guard near == nil || far == nil else { return .keeps }
      return side.isBeyond(estimate.value, limit) ? .unsure : .keeps
    case .notSurelyGood:
      guard let far else { return .breaks }
      return side.isBeyond(far, limit) || near.map { side.isBeyond($0, limit) } ?? false
        ? .breaks : .keeps
    }
  }

  /// Gathers what came of the figures of a rule.
  ///
  /// What could not be judged is one note when only what is surely bad fails, and fails where all has
  /// to be surely good.
  ///
  /// - Parameter outcomes: What came of each figure, in the document's order.
  /// - Returns: The findings, in the same order, a note last.
  func conclude(_ outcomes: [Outcome]) -> [Breach] {
    var breaches: [Breach] = []
    var open: [Outcome.Open] = []
    var isAnyJudged = false
    var said: Set<Outcome.Why> = []
    for outcome in outcomes {
      switch outcome {
      case .fine: isAnyJudged = true
      case .broken(let breach):
        isAnyJudged = true
        breaches.append(breach)
      case .open(let figure):
        if figure.why.isForAll, !said.insert(figure.why).inserted { continue }
        if fails == .surelyBad { open.append(figure) } else { breaches.append(unknown(figure)) }
      }
    }
    return breaches + (open.isEmpty ? [] : [note(open, isPart: isAnyJudged)])
  }

  /// The failing finding about a figure that is not known.
  private func unknown(_ open: Outcome.Open) -> Breach {
    let isForAll = open.why.isForAll
    var breach = breach(
      at: isForAll ? [] : [open.touchpoint].compactMap(\.self),
      "\(open.what) is not known: \(open.why.words)", fix: "find out, and write it down",
      path: isForAll ? .root : open.path)
    var measured = open.measured
    if isForAll { measured.figure?.touchpoint = nil }
    breach.finding = breach.finding.about(measured, nil)
    return breach
  }

  /// The note about what could not be judged.
  ///
  /// - Parameters:
  ///   - open: The figures.
  ///   - isPart: Whether others were judged.
  /// - Returns: The note.
  private func note(_ open: [Outcome.Open], isPart: Bool) -> Breach {
    var reasons: [(why: Outcome.Why, touchpoints: [TouchpointID])] = []
    for figure in open {
      let ids = figure.why.isForAll ? [] : [figure.touchpoint].compactMap(\.self)
      if let place = reasons.firstIndex(where: { $0.why == figure.why }) {
        reasons[place].touchpoints += ids
      } else {
        reasons.append((figure.why, ids))
      }
    }
    let parts = reasons.map { reason in
      reason.touchpoints.isEmpty
        ? reason.why.words : "\(reason.why.words) (\(names(reason.touchpoints)))"
    }
    let single = open.count == 1 ? open[0] : nil
    let touchpoint = single.flatMap { $0.why.isForAll ? nil : $0.touchpoint }
    return breach(
      level: .note, at: [touchpoint].compactMap(\.self),
      "\(guardrail.rule.rawValue) could not be judged\(isPart ? " everywhere" : ""): "
        + parts.joined(separator: "; "),
      fix: "find out, and write it down",
      path: single.flatMap { $0.why.isForAll ? nil : $0.path } ?? .root)
  }

  // MARK: - Why

  /// Why a figure is unknown.
  func whyUnknown(_ figure: Figure) -> Outcome.Why {
    if figure.measure.needsFlow, !analysis.hasFlow { return .noFlow }
    let figures = figure.touchpoint.flatMap { facts[$0]?.figures }
    if figure.measure.needsFeeling, let figures, figures.felt == nil {
      return "nobody said what is felt"
    }
    switch figure.measure {
    case .reliefTime, .time: return "a time on the way is missing"
    case .peakEnd: return "no way through is scored throughout"
    case .gap where figures?.believed == nil: return "nobody said what we believe"
    default: return "it cannot be computed"
    }
  }

  /// Why nothing says how sure a figure is.
  func whyUnsure(_ figure: Figure) -> Outcome.Why {
    let figures = figure.touchpoint.flatMap { facts[$0]?.figures }
    if figure.measure.needsFeeling, let figures {
      guard let felt = figures.felt else { return "nobody said what is felt" }
      if felt.isAssumed { return "what is felt is an assumption" }
    }
    if figure.touchpoint == nil, figure.measure.needsFeeling,
      analysis.touchpoints.contains(where: { $0.felt?.isAssumed == true && $0.reach != 0 })
    {
      return "what is felt on the way is in part an assumption"
    }
    if figure.measure.needsFlow, analysis.started == nil {
      return "flow in shares, not in counts"
    }
    return "nothing says how sure it is"
  }
}

extension Figure.Measure {
  /// Whether it is computed from flow.
  var needsFlow: Bool {
    switch self {
    case .felt, .gap, .pain: false
    default: true
    }
  }

  /// Whether it is computed from what is felt.
  var needsFeeling: Bool {
    switch self {
    case .felt, .gap, .pain, .heat, .burden, .peakEnd, .reliefChance, .reliefSteps, .reliefTime:
      true
    default: false
    }
  }
}

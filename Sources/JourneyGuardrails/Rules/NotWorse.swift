import JourneyAnalysis
import JourneyComparison
import JourneyModel
import TextSupport

/// `not-worse`: nothing is worse than in the baseline beyond chance.
///
/// Holds wherever a baseline is given, whether or not a policy lists it.
///
/// **Figures:** those that the comparison judges, of the journey and of every touchpoint that both
/// have. Under `surely-bad` the chances of all differences of all journeys of a run are corrected
/// together (Holm 1979), so that at most one run in ten fails where nothing changed; under
/// `not-surely-good` each difference is judged by itself, and one of which nobody can tell fails. A
/// figure that is not known any more is told.
///
/// **Evidence:** what was measured in the baseline and is an assumption or unknown now, in what is
/// felt and in flow, fails: nobody can tell any more whether it got worse.
///
/// A time that got longer is one of which nobody can tell: documents give times without an error.
///
/// **Make:** a channel that is gone, touchpoints or transitions by which relief is more steps away, a
/// touchpoint that nobody owns any more.
///
/// **Touchpoints without a partner:** one of the baseline that is gone, or goes on under another id
/// and name, has figures that are compared with nothing. Each is named in a note, and fails under
/// `not-surely-good`, so that none gets out of the comparison unseen.
///
/// What got better beyond chance, and in the make, is a note with the id `better`.
struct NotWorse: BaselineRule {
  /// The rule and the journey.
  let context: RuleContext
  /// How it compares with the baseline.
  let baseline: Comparison

  /// Judges, when the chances of all journeys are corrected.
  ///
  /// - Parameter adjusted: The corrected chances of the family, in its order.
  /// - Returns: What got worse, the figures first, then what got better.
  func judge(_ adjusted: [Double]) -> [Breach] {
    var worse: [Breach] = []
    var better: [Breach] = []
    let lost = EvidenceLost(context: context, baseline: baseline)
    for (change, corrected) in zip(baseline.tested, adjusted) {
      guard context.covers(change.figure.touchpoint) else { continue }
      let chance = change.difference?.chance ?? 1
      switch change.tendency {
      case .worse:
        guard (context.fails == .surelyBad ? corrected : chance) < Difference.level else {
          continue
        }
        worse.append(breach(change, "worse beyond chance"))
      case .better where corrected < Difference.level:
        if let fewer = fewerCome(change) {
          better.append(fewer)
        } else {
          better.append(note(breach(change, "better beyond chance")))
        }
      default: continue
      }
    }
    let make = MakeChanges(context: context, baseline: baseline)
    return worse + lost.breaches + unknown(besides: lost) + make.worse + make.partnerless + better
      + make.better.map(note)
  }

  // MARK: - Figures

  private func breach(_ change: FigureChange, _ verdict: String) -> Breach {
    let figure = change.figure
    var breach = context.breach(
      at: [figure.touchpoint].compactMap(\.self), sentence(change) + ": " + verdict,
      fix: "find out what changed, and change it back", path: path(of: figure))
    breach.finding.figure = figure
    breach.finding.estimate = change.after
    breach.finding.limit = change.before?.value
    return breach
  }

  /// Says that a touchpoint is cooler only because fewer come here; nil when it is better indeed.
  ///
  /// Heat counts customers, so it falls too where those who still come fare worse than before.
  private func fewerCome(_ change: FigureChange) -> Breach? {
    guard [.heat, .loss, .burden].contains(change.figure.measure),
      let touchpoint = change.figure.touchpoint,
      [Figure(.dropOff, at: touchpoint), Figure(.felt, at: touchpoint)].contains(where: {
        baseline[$0]?.verdict == .worse
      }),
      let before = baseline.before.estimates.estimate(
        of: Figure(.reach, at: change.touchpointBefore ?? touchpoint)),
      let after = context.facts.estimates.estimate(of: Figure(.reach, at: touchpoint)),
      after.value < before.value
    else { return nil }
    let (was, now) = (NumberText.percent(before.value), NumberText.percent(after.value))
    var breach = breach(
      change,
      "fewer come here (\(now), it was \(was)), and those who do fare worse")
    breach.finding.level = .note
    breach.finding.fix = nil
    breach.finding.said = []
    return breach
  }

  /// Turns a finding into the note that something got better.
  private func note(_ breach: Breach) -> Breach {
    var breach = breach
    breach.finding.id = "better"
    breach.finding.level = .note
    breach.finding.fix = nil
    breach.finding.said = []
    return breach
  }

  /// What cannot be told, and what is not known any more.
  private func unknown(besides lost: EvidenceLost) -> [Breach] {
    let measures: Set<Figure.Measure> = [.completed, .felt, .gap, .dropOff]
    let judged: [Outcome] = baseline.tested.isEmpty ? [] : [.fine]
    return context.conclude(
      judged
        + baseline.figures.filter { $0.isJudged && context.covers($0.figure.touchpoint) }.compactMap
      {
        change -> Outcome? in
        let figure = change.figure
        guard !lost.explains(figure) else { return nil }
        let name = FigurePhrase.name(figure)
        let measured = Measured(figure, limit: change.before?.value)
        if change.after == nil, change.before != nil, measures.contains(figure.measure) {
          return .open(
            Outcome.Open(
              touchpoint: figure.touchpoint, what: name,
              why: Outcome.Why("\(name) was known in the baseline"), path: path(of: figure),
              measured: measured))
        }
        guard change.tendency == .worse, change.verdict != .same,
          change.difference?.chance == nil
        else { return nil }
        return .open(
          Outcome.Open(
            touchpoint: figure.touchpoint, what: "whether \(name) got worse",
            why: Outcome.Why(Self.whyUnsure(change)), path: path(of: figure), measured: measured))
      })
  }

  /// Why nobody can tell whether a figure got worse.
  private static func whyUnsure(_ change: FigureChange) -> String {
    if change.figure.measure.unit == .seconds {
      return "documents give times without an error"
    }
    if change.before?.low != nil, change.after?.low != nil {
      return "which touchpoints are relief is not sure"
    }
    return "nothing says how sure \(FigurePhrase.name(change.figure)) is"
  }

  private func sentence(_ change: FigureChange) -> String {
    let before = change.before?.value ?? 0
    let numerals = Numerals(change.figure.measure.unit, limit: before)
    let now = numerals.text(change.after?.value ?? 0)
    return FigurePhrase.sentence(change.figure, now, in: context)
      + ", it was \(Self.was(numerals.text(before), change.figure.measure)) in the baseline"
  }

  /// What a figure was, in words that follow what it is.
  private static func was(_ text: String, _ measure: Figure.Measure) -> String {
    guard measure == .gap else { return text }
    return text.first == NumberText.minus ? "\(text.dropFirst()) worse" : "\(text) better"
  }

  private func path(of figure: Figure) -> DocumentPath {
    guard let id = figure.touchpoint else {
      return figure.measure == .completed || figure.measure == .left ? ["flow"] : ["journey"]
    }
    switch figure.measure {
    case .dropOff: return context.exit(of: id)
    case .gap: return .touchpoint(id, "believed")
    default:
      return context.facts[id]?.touchpoint.felt == nil ? .touchpoint(id) : .touchpoint(id, "felt")
    }
  }
}

/// What changed in the make of a journey, for better or for worse.
struct MakeChanges: Sendable {
  /// The rule and the journey.
  let context: RuleContext
  /// How it compares with the baseline.
  let baseline: Comparison

  /// What got worse.
  var worse: [Breach] {
    var found: [Breach] = []
    if context.covers(nil) {
      found += baseline.removedChannels.map { channel in
        context.breach(
          "the channel \(OneLine.of(channel.name, most: 60)) of the baseline is gone",
          fix: "bring it back, or ask those who used it where they go now", path: ["channels"]
        ).counting(.channelTouchpoints, 0, limit: Double(uses(of: channel)))
      }
    }
    for way in baseline.reliefWays where way.isLonger && context.covers(way.pair.after.id) {
      let steps = Self.steps(way.before ?? 0)
      let between = way.added.isEmpty ? "" : ": by way of \(context.names(way.added))"
      found.append(
        context.breach(
          at: [way.pair.after.id],
          way.after.map { "relief is \(Self.steps($0)) away, \(steps) in the baseline\(between)" }
            ?? "no way leads to relief any more, it was \(steps) away in the baseline",
          fix: "take out what came in between", path: .touchpoint(way.pair.after.id)
        ).counting(
          .shortestRelief, way.after.map(Double.init) ?? .infinity, limit: Double(way.before ?? 0)))
    }
    for pair in baseline.pairs where context.covers(pair.after.id) {
      guard let owner = PersonName(pair.before.owner)?.text,
        PersonName(pair.after.owner) == nil
      else { continue }
      found.append(
        context.breach(
          at: [pair.after.id],
          "nobody owns it any more: \(OneLine.of(owner, most: 60)) did in the baseline",
          fix: "agree on who answers for it, and write 'owner:'",
          path: .touchpoint(pair.after.id)
        ).counting(.owners, 0, limit: 1))
    }
    return found
  }

  /// The touchpoints of the baseline whose figures were compared with nothing.
  var partnerless: [Breach] {
    let new = baseline.added.map(\.id)
    let fix =
      new.isEmpty
      ? "bring it back, or give what became of it the same id"
      : "where it goes on as \(context.names(new)), give that its id; else bring it back or let it go"
    return baseline.removed.filter { context.covers($0.id) }.map { touchpoint in
      let name = OneLine.of(touchpoint.name, most: 60)
      let id = touchpoint.id.rawValue
      var breach = context.breach(
        level: context.fails == .surelyBad ? .note : .fails,
        "\(name == id ? id : "\(name) (\(id))") of the baseline has no partner: its figures were not "
          + "compared",
        fix: fix, path: ["touchpoints"])
      // A waiver names it by the id that it had.
      breach.touchpoints = [touchpoint.id]
      return breach.counting(.partners, 0, limit: 1)
    }
  }

  private func uses(of channel: Channel) -> Int {
    baseline.before.touchpoints.count { $0.channel == channel.id }
  }

  /// What got better.
  var better: [Breach] {
    var found: [Breach] = []
    if context.covers(nil) {
      found += baseline.addedChannels.map { channel in
        context.breach(
          "the channel \(OneLine.of(channel.name, most: 60)) is new", fix: nil,
          path: ["channels", .key(channel.id.rawValue)])
      }
    }
    for way in baseline.reliefWays where context.covers(way.pair.after.id) {
      guard let now = way.after, way.before.map({ now < $0 }) ?? true else { continue }
      let before = way.before.map { "\(Self.steps($0)) in the baseline" }
      found.append(
        context.breach(
          at: [way.pair.after.id],
          "relief is \(Self.steps(now)) away, \(before ?? "no way led there in the baseline")",
          fix: nil, path: .touchpoint(way.pair.after.id)))
    }
    for pair in baseline.pairs where context.covers(pair.after.id) {
      guard let owner = PersonName(pair.after.owner)?.text,
        PersonName(pair.before.owner) == nil
      else { continue }
      found.append(
        context.breach(
          at: [pair.after.id],
          "\(OneLine.of(owner, most: 60)) owns it now, nobody did in the baseline", fix: nil,
          path: .touchpoint(pair.after.id, "owner")))
    }
    return found
  }

  private static func steps(_ count: Int) -> String { Wording.count(count, "step") }
}

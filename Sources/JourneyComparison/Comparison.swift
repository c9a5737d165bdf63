public import JourneyAnalysis
public import JourneyModel

/// Two journeys held against each other: what changed in their make, and in their figures.
///
/// Touchpoints are the same when they have the same id, else the same name, else when all but id and
/// name is the same. Differences are those of two independent measurements; two personas of one
/// document, or a document and its next version with the same evidence in it, are not independent:
/// numbers that are the same are told as `Verdict.same`.
public struct Comparison: Sendable {
  /// The first.
  public let before: ComparedJourney
  /// The second.
  public let after: ComparedJourney

  /// The touchpoints that both have, in the second's order.
  public let pairs: [TouchpointPair]
  /// The touchpoints that only the second has, in its order.
  public let added: [Touchpoint]
  /// The touchpoints that only the first has, in its order.
  public let removed: [Touchpoint]
  /// The stages that were given another name.
  public let renamedStages: [StageRename]
  /// The channels that the second uses and the first does not.
  public let addedChannels: [Channel]
  /// The channels that the first uses and the second does not.
  public let removedChannels: [Channel]
  /// The transitions that only the second has, between what both have; none without flow.
  public let addedTransitions: [TransitionChange]
  /// The transitions that only the first has, between what both have; none without flow.
  public let removedTransitions: [TransitionChange]
  /// How far it is to relief from each touchpoint that is surely bad in both, in the second's order.
  public let reliefWays: [ReliefWay]
  /// Every figure that either has, those of the journey first, then touchpoint by touchpoint in the
  /// second's order.
  public let figures: [FigureChange]

  /// Compares two journeys.
  ///
  /// Cost: that of the estimates of every figure.
  ///
  /// - Parameters:
  ///   - before: The first.
  ///   - after: The second.
  public init(_ before: ComparedJourney, _ after: ComparedJourney) {
    self.before = before
    self.after = after
    let old = before.touchpoints
    let new = after.touchpoints
    let matches = TouchpointMatching(old, new).matches
    let renamedStages = StageRename.all(
      before.journey, after.journey, matches: matches.map { (old[$0.before], new[$0.after]) })
    self.renamedStages = renamedStages
    let isInOrder = LongestIncreasing.members(of: matches.map(\.before))
    let pairs = zip(matches, isInOrder).map { match, isInOrder in
      Self.pair(
        old[match.before], new[match.after], match.reason, isInOrder: isInOrder,
        in: (before.journey, after.journey), renamedStages)
    }
    self.pairs = pairs
    let isMatched = (
      before: Set(matches.map(\.before)), after: Set(matches.map(\.after))
    )
    added = new.indices.filter { !isMatched.after.contains($0) }.map { new[$0] }
    removed = old.indices.filter { !isMatched.before.contains($0) }.map { old[$0] }
    let channels = ChannelChanges(before, after)
    addedChannels = channels.added
    removedChannels = channels.removed
    let transitions = TransitionChanges(before.analysis, after.analysis, pairs: pairs)
    addedTransitions = transitions.added
    removedTransitions = transitions.removed
    let relief = SharedRelief(before, after, pairs)
    reliefWays = Self.reliefWays(before, after, pairs, relief)
    figures = Self.figures(before, after, pairs, relief)
  }

  private static func pair(
    _ before: Touchpoint, _ after: Touchpoint, _ reason: TouchpointPair.Reason, isInOrder: Bool,
    in journeys: (before: Journey, after: Journey), _ renamedStages: [StageRename]
  ) -> TouchpointPair {
    let isSameStage =
      before.stage == after.stage
      || before.stage.map { NormalizedName($0.rawValue) }
        == after.stage.map { NormalizedName($0.rawValue) }
      || renamedStages.contains { $0.before == before.stage && $0.after == after.stage }
    let changed: [(TouchpointPair.Change, Bool)] = [
      (.renamed, before.name != after.name), (.stage, !isSameStage), (.order, !isInOrder),
      (
        .channel,
        !ChannelChanges.isSame(before, in: journeys.before, after, in: journeys.after)
      ),
      (.owner, PersonName(before.owner) != PersonName(after.owner)),
      // Saying for the first time what need it serves changes nothing about it.
      (.need, before.need != nil && after.need != nil && before.need != after.need),
      (.momentOfTruth, before.isMomentOfTruth != after.isMomentOfTruth),
    ]
    return TouchpointPair(
      before: before, after: after, reason: reason,
      changes: changed.filter(\.1).map(\.0))
  }

  private static func reliefWays(
    _ before: ComparedJourney, _ after: ComparedJourney, _ pairs: [TouchpointPair],
    _ relief: SharedRelief
  ) -> [ReliefWay] {
    // Steps along the flow and steps along the order are not the same thing.
    guard before.analysis.hasFlow == after.analysis.hasFlow else { return [] }
    let ways = SharedWays(before, after, pairs)
    let relieving = relief.relieving
    let old = ReliefSteps(next: ways.before, relieving: relieving.before)
    let new = ReliefSteps(next: ways.after, relieving: relieving.after)
    let names = Dictionary(
      pairs.map { ($0.after.id, $0.before.id) }, uniquingKeysWith: { first, _ in first })
    return pairs.filter { relief[$0] == .bad }.map { pair in
      let was = old.way(from: pair.before.id)
      let way = new.way(from: pair.after.id)
      let passed = Set(was ?? [])
      let added = (way ?? []).filter { id in !(names[id].map(passed.contains) ?? false) }
      return ReliefWay(pair: pair, before: was?.count, after: way?.count, added: added)
    }
  }

  private static func figures(
    _ before: ComparedJourney, _ after: ComparedJourney, _ pairs: [TouchpointPair],
    _ relief: SharedRelief
  ) -> [FigureChange] {
    let scale = after.analysis.scale
    let conversion = ScaleConversion(from: before.analysis.scale, to: scale)
    func change(
      _ measure: Figure.Measure, _ pair: TouchpointPair?, _ old: Estimate?, _ new: Estimate?
    ) -> FigureChange? {
      guard old != nil || new != nil else { return nil }
      return FigureChange(
        Figure(measure, at: pair?.after.id), touchpointBefore: pair?.before.id,
        name: pair?.after.name, before: old.map { conversion.convert($0, of: measure) },
        after: new, scale: scale)
    }
    var changes = FigureChange.journeyMeasures.compactMap { measure in
      let figure = Figure(measure)
      return change(
        measure, nil, before.estimates.estimate(of: figure), after.estimates.estimate(of: figure))
    }
    // All of a touchpoint at once: they share the solves.
    let measures = FigureChange.touchpointMeasures
    for pair in pairs {
      let old = before.estimates.estimates(at: pair.before.id, of: measures)
      let new = after.estimates.estimates(at: pair.after.id, of: measures)
      var own = measures.compactMap { change($0, pair, old[$0], new[$0]) }
      if own.contains(where: { $0.isOfRelief && $0.difference != nil }),
        !relief.isSettled(from: pair)
      {
        for place in own.indices where own[place].isOfRelief { own[place].withdrawCertainty() }
      }
      // Heat without a feeling is loss alone: asking for the first time makes nothing hotter.
      if (old[.felt] == nil) != (new[.felt] == nil),
        let heat = own.firstIndex(where: { $0.figure.measure == .heat })
      {
        own[heat].withdrawDifference()
      }
      changes += own
    }
    Holm.mark(&changes)
    return changes
  }
}

extension Comparison {
  /// Whether scores of the first were taken to the second's scale.
  public var isScaleConverted: Bool {
    ScaleConversion(from: before.analysis.scale, to: after.analysis.scale).isNeeded
  }

  /// The figures of the whole journey.
  public var journeyFigures: [FigureChange] { figures.filter { $0.figure.touchpoint == nil } }

  /// The figures that changed beyond chance when all that are judged are judged together (Holm), the
  /// surest first.
  ///
  /// Judged are the journey's figures that can be better or worse, and of every touchpoint felt,
  /// heat, drop-off, gap and relief.
  public var beyondChance: [FigureChange] {
    figures.filter(\.isBeyondChance).enumerated().sorted {
      ($0.element.difference?.chance ?? 1, $0.offset)
        < ($1.element.difference?.chance ?? 1, $1.offset)
    }.map(\.element)
  }

  /// The figure, by the touchpoint's id in the second journey; nil when neither has it.
  ///
  /// Cost: linear.
  public subscript(figure: Figure) -> FigureChange? { figures.first { $0.figure == figure } }

  /// The pairs whose make changed.
  public var changedPairs: [TouchpointPair] { pairs.filter { !$0.changes.isEmpty } }

  /// Whether nothing changed in the make of the journey: touchpoints, channels, stages, transitions.
  public var isMakeSame: Bool {
    added.isEmpty && removed.isEmpty && changedPairs.isEmpty && renamedStages.isEmpty
      && addedChannels.isEmpty && removedChannels.isEmpty && addedTransitions.isEmpty
      && removedTransitions.isEmpty
  }
}

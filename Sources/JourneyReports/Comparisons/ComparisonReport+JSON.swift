import JourneyAnalysis
import JourneyComparison
import JourneyModel
import TextSupport

extension ComparisonReport {
  /// All of the comparison as JSON text; shares 0…1, times in seconds, scores on the scale of after.
  public var json: String {
    let value: JSONValue = .object(
      [
        .init("schemaVersion", .number(1)), .init("before", Self.json(comparison.before)),
        .init("after", Self.json(comparison.after)),
        .init("asOf", .string(comparison.after.analysis.asOf.description)),
        .init("scale", Self.json(comparison.after.analysis.scale)),
        .init("scaleConverted", .bool(comparison.isScaleConverted)),
        .init("figures", .array(comparison.figures.map(Self.json))),
      ] + structure + (deviations.map { [.init("deviations", Self.json($0))] } ?? []))
    return value.text
  }

  /// What changed in the make.
  var structure: [JSONValue.Member] {
    [
      .init("touchpoints", .array(comparison.pairs.map(Self.json))),
      .init("added", .array(comparison.added.map { Self.json($0, comparison.after.journey) })),
      .init("removed", .array(comparison.removed.map { Self.json($0, comparison.before.journey) })),
      .init("channelsAdded", .array(comparison.addedChannels.map(Self.json))),
      .init("channelsRemoved", .array(comparison.removedChannels.map(Self.json))),
      .init(
        "stagesRenamed",
        .array(
          comparison.renamedStages.map {
            ["before": .string($0.before.rawValue), "after": .string($0.after.rawValue)]
          })),
      .init("transitionsAdded", .array(comparison.addedTransitions.map(Self.json))),
      .init("transitionsRemoved", .array(comparison.removedTransitions.map(Self.json))),
      .init(
        "relief",
        .array(
          comparison.reliefWays.map { way in
            [
              "touchpoint": .string(way.pair.after.id.rawValue),
              "stepsBefore": JSONValue(way.before),
              "stepsAfter": JSONValue(way.after), "longer": .bool(way.isLonger),
              "added": .array(way.added.map { .string($0.rawValue) }),
            ]
          })),
    ]
  }

  static func json(_ side: ComparedJourney) -> JSONValue {
    [
      "label": .string(side.label), "journey": .string(side.journey.id.rawValue),
      "title": .string(side.journey.title), "state": JSONValue(side.journey.state?.rawValue),
      "persona": JSONValue(side.analysis.persona?.rawValue),
      "customers": .string(side.journey.customers), "started": JSONValue(side.analysis.started),
      "flowData": .bool(side.analysis.hasFlow),
    ]
  }

  static func json(_ scale: Scale) -> JSONValue {
    [
      "low": .number(scale.low), "neutral": .number(scale.neutral), "high": .number(scale.high),
      "inverted": .bool(scale.isInverted),
    ]
  }

  static func json(_ change: FigureChange) -> JSONValue {
    [
      "figure": .string(change.figure.measure.rawValue),
      "touchpoint": JSONValue(change.figure.touchpoint?.rawValue),
      "touchpointBefore": JSONValue(change.touchpointBefore?.rawValue),
      "name": JSONValue(change.name), "before": json(change.before), "after": json(change.after),
      "difference": change.difference.map { difference in
        [
          "value": .number(difference.value), "low": JSONValue(difference.low),
          "high": JSONValue(difference.high), "chance": JSONValue(difference.chance),
        ]
      } ?? .null,
      "verdict": .string(change.verdict.rawValue), "tendency": .string(change.tendency.rawValue),
      "judged": .bool(change.isJudged), "beyondChance": .bool(change.isBeyondChance),
    ]
  }

  static func json(_ estimate: Estimate?) -> JSONValue {
    guard let estimate else { return .null }
    return [
      "value": .number(estimate.value), "low": JSONValue(estimate.low),
      "high": JSONValue(estimate.high),
    ]
  }

  private static func json(_ pair: TouchpointPair) -> JSONValue {
    [
      "before": .string(pair.before.id.rawValue), "after": .string(pair.after.id.rawValue),
      "name": .string(pair.after.name), "matchedBy": .string(pair.reason.rawValue),
      "changes": .array(pair.changes.map { .string($0.rawValue) }),
    ]
  }

  private static func json(_ touchpoint: Touchpoint, _ journey: Journey) -> JSONValue {
    [
      "id": .string(touchpoint.id.rawValue), "name": .string(touchpoint.name),
      "stage": JSONValue(touchpoint.stage?.rawValue),
      "channel": JSONValue(touchpoint.channel?.rawValue),
    ]
  }

  private static func json(_ channel: Channel) -> JSONValue {
    ["id": .string(channel.id.rawValue), "name": .string(channel.name)]
  }

  private static func json(_ transition: TransitionChange) -> JSONValue {
    [
      "transition": .string(transition.key), "probability": .number(transition.probability),
      "traffic": .number(transition.traffic),
    ]
  }

  private static func json(_ deviations: Deviations) -> JSONValue {
    [
      "skipped": .array(
        deviations.skipped.map {
          [
            "touchpoint": .string($0.planned.id.rawValue), "name": .string($0.planned.name),
            "share": JSONValue($0.share), "planned": JSONValue($0.plannedShare),
            "missing": .bool($0.isMissing),
          ]
        }),
      "repeated": .array(
        deviations.repeated.map {
          [
            "touchpoint": .string($0.touchpoint.id.rawValue), "name": .string($0.touchpoint.name),
            "share": .number($0.share), "planned": JSONValue($0.plannedShare),
          ]
        }),
      "unplanned": .array(
        deviations.unplanned.map {
          [
            "touchpoint": .string($0.touchpoint.id.rawValue), "name": .string($0.touchpoint.name),
            "share": JSONValue($0.share),
          ]
        }),
      "transitions": .array(deviations.transitions.map(json)),
    ]
  }
}

import JourneyAnalysis
import JourneyDecisions
import JourneyModel
import TextSupport

extension BacklogReport {
  /// The backlog as JSON text, with the keys that `Docs/deciding.md` names.
  public var json: String {
    let value: JSONValue = [
      "schemaVersion": .number(1),
      "asOf": .string(asOf.description),
      "journeys": .number(Double(journeys)),
      "priorities": .array(priorities.map(Self.json)),
      "together": .array(
        together.map { gain in
          [
            "journey": .string(gain.journey.rawValue),
            "touchpoints": .array(gain.touchpoints.map { .string($0.rawValue) }),
            "gain": Self.json(gain.gain),
          ]
        }),
      "stories": .array(stories.map(Self.json)),
    ]
    return value.text
  }

  private static func json(_ gain: PossibleGain?) -> JSONValue {
    guard let gain else { return .null }
    return [
      "kept": JSONValue(gain.kept), "distress": JSONValue(gain.distress),
      "value": JSONValue(gain.value), "total": JSONValue(gain.total),
    ]
  }

  private static func json(_ item: Priorities.Item) -> JSONValue {
    [
      "rank": .number(Double(item.rank)),
      "journey": .string(item.journey.rawValue),
      "started": JSONValue(item.started),
      "touchpoint": .string(item.touchpoint.rawValue),
      "name": .string(item.name),
      "owner": JSONValue(item.owner),
      "heat": JSONValue(item.heat),
      "heatLow": JSONValue(item.heatLow),
      "heatHigh": JSONValue(item.heatHigh),
      "threshold": .number(item.threshold),
      "kind": JSONValue(item.kind?.rawValue),
      "loss": JSONValue(item.loss),
      "burden": JSONValue(item.burden),
      "pain": JSONValue(item.pain),
      "painLow": JSONValue(item.painLow),
      "need": JSONValue(item.need?.rawValue),
      "basicNeedFails": .bool(item.isBasicNeedFailed),
      "momentOfTruth": .bool(item.isMomentOfTruth),
      "importance": JSONValue(item.importance),
      "satisfaction": JSONValue(item.satisfaction),
      "opportunity": JSONValue(item.opportunity),
      "gain": json(item.gain),
      "effort": JSONValue(item.effort),
      "gainPerEffort": JSONValue(item.gainPerEffort),
      "openDecisions": .array(item.decisions.map { .string($0.name) }),
      "closedDecisions": .array(item.closedDecisions.map { .string($0.name) }),
      "reasons": .array(item.reasons.map(JSONValue.string)),
    ]
  }

  private static func json(_ story: Story) -> JSONValue {
    [
      "id": .string(story.id),
      "title": .string(story.title),
      "story": .string(story.sentence),
      "acceptance": .array(story.acceptance.map(JSONValue.string)),
      "priority": .string(story.priority.name),
      "reasons": .array(story.reasons.map(JSONValue.string)),
      "journey": .string(story.journey.rawValue),
      "touchpoint": JSONValue(story.touchpoint?.rawValue),
      "decision": JSONValue(story.decision?.name),
      "owner": JSONValue(story.owner),
      "due": JSONValue(story.due?.description),
      "effort": JSONValue(story.effort),
      "customers": JSONValue(story.evidence.customers),
      "methods": .array(story.evidence.methods.map { .string($0.rawValue) }),
      "newestEvidence": JSONValue(story.evidence.newest?.description),
      "quote": JSONValue(story.evidence.quote?.text),
      "labels": .array(StoryText(story).labels(longest: 50).map(JSONValue.string)),
      "link": JSONValue(story.link),
      "jira": JSONValue(story.keys.jira),
      "azure": JSONValue(story.keys.azure),
      "github": JSONValue(story.keys.github),
      "body": .string(StoryText(story).markdown()),
    ]
  }
}

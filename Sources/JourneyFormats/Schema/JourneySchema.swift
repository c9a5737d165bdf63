import TextSupport

/// The JSON Schema of journey documents, for editors that complete, explain and check.
///
/// It says what can be said of one value at a time. What needs the whole document, such as whether
/// a stage exists or a score lies on the scale, only `journey check` says. The properties are made
/// from the same lists of keys that the reader goes by, so the two cannot drift apart.
public enum JourneySchema {
  /// Where the schema is published; documents name it in their first line.
  public static let address = "https://journeykit.dev/schema/journey-1.json"

  /// The schema as JSON text (JSON Schema 2020-12).
  public static var text: String { document.text }

  private static var document: JSONValue {
    var members: [JSONValue.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
      .init("$id", .string(address)),
      .init("title", "Journey document"),
    ]
    if case .object(let root) = journey { members += root }
    let definitions: [JSONValue.Member] = [
      .init("text", SchemaValues.text), .init("texts", SchemaValues.texts),
      .init("id", SchemaValues.id), .init("date", SchemaValues.date),
      .init("time", SchemaValues.time), .init("share", SchemaValues.share),
      .init("count", SchemaValues.count), .init("amount", SchemaValues.amount),
      .init("persona", SchemaPeople.persona), .init("channel", SchemaPeople.channel),
      .init("touchpoint", SchemaTouchpoints.touchpoint), .init("quote", SchemaTouchpoints.quote),
      .init("score", SchemaScores.score), .init("scoreParts", SchemaScores.scoreParts),
      .init("felt", SchemaScores.felt), .init("belief", SchemaScores.belief),
      .init("traffic", SchemaFlow.traffic), .init("trafficParts", SchemaFlow.trafficParts),
      .init("evidence", SchemaLedger.evidence), .init("decision", SchemaLedger.decision),
    ]
    members.append(.init("$defs", .object(definitions + SchemaPolicy.definitions)))
    return .object(members)
  }

  /// The root's keys.
  private static var journey: JSONValue {
    SchemaValues.object(
      RootKey.self, "A customer journey as a graph of touchpoints.",
      required: [.journey, .touchpoints]
    ) { key in
      switch key {
      case .schema: SchemaValues.text.described("The schema, for editors that look for it here.")
      case .format:
        SchemaValues.described("The version of this format.", ["const": .number(1)])
      case .journey: SchemaValues.reference("text").described("The title people see.")
      case .id:
        SchemaValues.described(
          "A short name for files and links; the file's name unless given.",
          ["$ref": "#/$defs/id", "examples": ["test-results"]])
      case .state:
        SchemaValues.words(
          ["as-is", "to-be"], "As customers live it today, or as it is planned to be.")
      case .language:
        SchemaValues.described(
          "The language of the words, as a BCP 47 tag.",
          [
            "type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$",
            "examples": ["en", "de-AT"],
          ])
      case .scale: SchemaScores.scale
      case .customers:
        SchemaValues.described(
          "What one unit of flow is called, in the plural.",
          ["type": "string", "default": "customers", "examples": ["patients", "passengers"]])
      case .period:
        SchemaValues.described(
          "The days that flow and evidence are from; evidence outside it enters no mean.",
          [
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}\\.\\.[0-9]{4}-[0-9]{2}-[0-9]{2}$",
            "examples": ["2026-03-01..2026-08-31"],
          ])
      case .value:
        SchemaValues.reference("amount")
          .described("What one customer who completes is worth, in your currency.")
      case .ends: SchemaFlow.ends
      case .hotspots: SchemaFlow.hotspots
      case .personas: SchemaPeople.personas
      case .channels: SchemaPeople.channels
      case .stages: SchemaValues.reference("texts").described("The phases, in their order.")
      case .touchpoints: SchemaTouchpoints.touchpoints
      case .flow: SchemaFlow.flow
      case .evidence:
        SchemaValues.described(
          "What was found out, and how.",
          ["type": "array", "items": ["$ref": "#/$defs/evidence"]])
      case .decisions:
        SchemaValues.described(
          "What was learnt, and what became of it.",
          ["type": "array", "items": ["$ref": "#/$defs/decision"]])
      case .policy: SchemaPolicy.policy
      }
    }
  }
}

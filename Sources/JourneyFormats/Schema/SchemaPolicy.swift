import JourneyModel
import TextSupport

/// The schema of policies.
enum SchemaPolicy {
  /// `policy` in a journey document.
  static var policy: JSONValue {
    SchemaValues.object(
      PolicyKey.self, "What this journey is held to, beside the policy file of its folder."
    ) { part($0) }
  }

  /// A part of a policy.
  static func part(_ key: PolicyKey) -> JSONValue {
    switch key {
    case .rules:
      SchemaValues.described(
        "What has to be true of journeys.", ["type": "array", "items": ["$ref": "#/$defs/rule"]])
    case .guardians:
      SchemaValues.reference("texts").described("Who may approve a waiver, as owners are named.")
    case .waivers:
      SchemaValues.described(
        "Open exceptions: a rule is broken here, and somebody answers for it.",
        ["type": "array", "items": ["$ref": "#/$defs/waiver"]])
    }
  }

  private static let names = Guardrail.Rule.allCases

  /// A rule: its name alone where no limit is needed, else its parts.
  static var rule: JSONValue {
    [
      "oneOf": [
        SchemaValues.words(
          names.filter { !$0.needsLimit }.map(\.rawValue),
          "A rule that needs no limit, about anything."),
        ["$ref": "#/$defs/ruleParts"],
      ]
    ]
  }

  /// A rule with its parts; what its limit may be depends on the rule.
  static var ruleParts: JSONValue {
    let parts = SchemaValues.object(
      GuardrailKey.self, "Something that has to be true of journeys.", required: [.rule]
    ) { key in
      switch key {
      case .rule: ruleName("What has to be true.")
      case .limit:
        SchemaValues.described(
          "What the figure is held against: a number, a share or a length of time.",
          ["type": ["number", "string"]])
      case .about:
        SchemaValues.described(
          "A touchpoint, a journey, JOURNEY/TOUCHPOINT, or a list of them; any unless given.",
          [
            "oneOf": [
              ["$ref": "#/$defs/scope"],
              ["type": "array", "minItems": .number(1), "items": ["$ref": "#/$defs/scope"]],
            ]
          ])
      case .fails:
        SchemaValues.words(
          Guardrail.Failure.allCases.map(\.rawValue),
          """
          surely-bad, the default, fails when the whole 90 % interval is beyond the limit; \
          not-surely-good when any of it is, or when the figure is unknown.
          """)
      }
    }
    guard case .object(let members) = parts else { return parts }
    return .object(members + [.init("allOf", .array(limits))])
  }

  private static func ruleName(_ description: String) -> JSONValue {
    SchemaValues.described(
      description,
      [
        "oneOf": .array(
          names.map {
            ["const": .string($0.rawValue), "description": .string($0.summary + ".")]
          })
      ])
  }

  /// What may be the limit, for each kind of rule.
  private static var limits: [JSONValue] {
    Guardrail.LimitKind.allCases.flatMap { kind -> [JSONValue] in
      [true, false].compactMap { isNeeded in
        let rules = names.filter { $0.limitKind == kind && $0.needsLimit == isNeeded }
        guard !rules.isEmpty else { return nil }
        let condition: JSONValue = [
          "properties": ["rule": ["enum": .array(rules.map { .string($0.rawValue) })]],
          "required": ["rule"],
        ]
        guard let limit = limit(kind) else {
          return ["if": condition, "then": ["not": ["required": ["limit"]]]]
        }
        var then: [JSONValue.Member] = [.init("properties", ["limit": limit])]
        if isNeeded { then.append(.init("required", ["limit"])) }
        return ["if": condition, "then": .object(then)]
      }
    }
  }

  private static func limit(_ kind: Guardrail.LimitKind) -> JSONValue? {
    switch kind {
    case .none: nil
    case .number: ["$ref": "#/$defs/amount"]
    case .score: ["type": "number"]
    case .count: ["$ref": "#/$defs/count"]
    case .share: ["$ref": "#/$defs/share"]
    case .time: ["$ref": "#/$defs/time"]
    case .minutes: ["oneOf": [["$ref": "#/$defs/time"], ["$ref": "#/$defs/amount"]]]
    }
  }

  /// What something is about.
  static var scope: JSONValue {
    [
      "type": ["string", "integer"],
      "pattern": .string("^\(SchemaValues.idPattern)(/\(SchemaValues.idPattern))?$"),
      "examples": ["any", "log-in", "test-results", "test-results/log-in"],
    ]
  }

  /// An exception.
  static var waiver: JSONValue {
    SchemaValues.object(
      WaiverKey.self, "A rule that is broken in the open, until a day.", required: [.rule]
    ) { key in
      let text = SchemaValues.reference("text")
      return switch key {
      case .rule: ruleName("The rule that is waived.")
      case .about:
        SchemaValues.reference("scope")
          .described("A touchpoint, a journey or JOURNEY/TOUCHPOINT; any unless given.")
      case .by: text.described("Who asks for it.")
      case .approvedBy: text.described("The guardian who agreed; not the owner.")
      case .why: text.described("Why, in words that customers might read.")
      case .tradedFor:
        SchemaValues.words(
          Waiver.TradedFor.allCases.map(\.rawValue), "What the experience was traded for.")
      case .until: SchemaValues.reference("date").described("The last day it holds.")
      }
    }
  }

  /// The definitions that policies need, beside those of small values.
  static var definitions: [JSONValue.Member] {
    [
      .init("rule", rule), .init("ruleParts", ruleParts), .init("scope", scope),
      .init("waiver", waiver),
    ]
  }
}

extension JourneySchema {
  /// Where the schema of policy files is published; they name it in their first line.
  public static let policyAddress = "https://journeykit.dev/schema/policy-1.json"

  /// The schema of policy files as JSON text (JSON Schema 2020-12).
  public static var policyText: String {
    let policy = SchemaValues.object(
      PolicyFileKey.self, "What an organisation holds its journeys to."
    ) { key in
      switch key {
      case .schema: SchemaValues.text.described("The schema, for editors that look for it here.")
      case .format:
        SchemaValues.described("The version of this format.", ["const": .number(1)])
      case .rules, .guardians, .waivers: key.part.map(SchemaPolicy.part) ?? true
      }
    }
    var members: [JSONValue.Member] = [
      .init("$schema", "https://json-schema.org/draft/2020-12/schema"),
      .init("$id", .string(policyAddress)),
      .init("title", "Journey policy"),
    ]
    if case .object(let root) = policy { members += root }
    let values: [JSONValue.Member] = [
      .init("text", SchemaValues.text), .init("texts", SchemaValues.texts),
      .init("date", SchemaValues.date), .init("time", SchemaValues.time),
      .init("share", SchemaValues.share), .init("count", SchemaValues.count),
      .init("amount", SchemaValues.amount),
    ]
    members.append(.init("$defs", .object(values + SchemaPolicy.definitions)))
    return JSONValue.object(members).text
  }
}

import JourneyModel
import TextSupport

/// The schema of touchpoints.
enum SchemaTouchpoints {
  static var touchpoints: JSONValue {
    SchemaValues.mapping(
      "The moments of the journey in their order, by id.", of: "touchpoint",
      reserved: IdentifierRules.reserved
    ).adding("minProperties", .number(1))
  }

  static var touchpoint: JSONValue {
    SchemaValues.object(
      TouchpointKey.self, "A moment at which a customer meets you, or waits for you.",
      mayBeEmpty: true, property: property)
  }

  // One case for each key is what this function is for.
  private static func property(_ key: TouchpointKey) -> JSONValue {
    let text = SchemaValues.reference("text")
    let texts = SchemaValues.reference("texts")
    return switch key {
    case .name: text.described("What people call it.")
    case .stage: text.described("One of 'stages'.")
    case .channel: text.described("The id of one of 'channels'.")
    case .personas: texts.described("The ids of those who meet it; everybody unless given.")
    case .felt: SchemaValues.reference("felt")
    case .believed: believed
    case .quotes: quotes
    case .pains: texts.described("What hurts here.")
    case .gains: texts.described("What is good here.")
    case .thinks: texts.described("What customers think here.")
    case .sees: texts.described("What customers see here.")
    case .says: texts.described("What customers say to others here.")
    case .does: texts.described("What customers do here.")
    case .hears: texts.described("What customers hear from others here.")
    case .before: texts.described("What they do just before, where you cannot see it.")
    case .after: texts.described("What they do just after, where you cannot see it.")
    case .frontstage: texts.described("What your people and systems do in the customer's sight.")
    case .backstage: texts.described("What they do out of sight.")
    case .support: texts.described("What supports those backstage.")
    case .props: texts.described("What the customer can touch or keep.")
    case .momentOfTruth:
      ["description": "Whether it decides what customers think of the whole.", "type": "boolean"]
    case .importance:
      [
        "description": "How much it matters to customers, 0 to 10.", "type": "number",
        "minimum": .number(0), "maximum": .number(10),
      ]
    case .need:
      SchemaValues.words(
        Touchpoint.Need.allCases.map(\.rawValue),
        "After Kano: taken for granted, the more the better, or unexpected.")
    case .reading: SchemaValues.reference("time").described("How long reading what it asks takes.")
    case .words:
      [
        "description": "How many words one must read.", "type": "integer", "minimum": .number(0),
        "maximum": .number(999_999_999_999_999),
      ]
    case .pages: SchemaValues.reference("amount").described("How many pages one must read.")
    case .wait: SchemaValues.reference("time").described("How long one is in it.")
    case .promised: texts.described("What was said before, and learnt here not to be so.")
    case .owner: text.described("Who answers for it.")
    }
  }

  private static var believed: JSONValue {
    [
      "description": "What the organisation thinks customers feel; a list for several groups.",
      "oneOf": [
        SchemaValues.reference("belief"),
        ["type": "array", "items": SchemaValues.reference("belief")],
      ],
    ]
  }

  private static var quotes: JSONValue {
    [
      "description": "What customers said, word for word.",
      "oneOf": [
        SchemaValues.reference("quote"),
        ["type": "array", "items": SchemaValues.reference("quote")],
      ],
    ]
  }

  static var quote: JSONValue {
    [
      "oneOf": [
        SchemaValues.reference("text"),
        SchemaValues.object(QuoteKey.self, "A quote with its origin.", required: [.text]) { key in
          switch key {
          case .text: SchemaValues.reference("text").described("The words.")
          case .consent:
            ["description": "Whether the customer agreed that it is shown.", "type": "boolean"]
          case .persona: SchemaValues.reference("id").described("The persona who said it.")
          case .date: SchemaValues.reference("date").described("When it was said.")
          case .source: SchemaValues.reference("text").described("Where it is kept.")
          }
        },
      ]
    ]
  }
}

extension JSONValue {
  /// The object with one more member.
  fileprivate func adding(_ key: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members + [Member(key, value)])
  }
}

import TextSupport

/// The schema of scores and of the scale they are on.
enum SchemaScores {
  static var scale: JSONValue {
    SchemaValues.object(
      ScaleKey.self, "What scores are measured on; -2 to 2 unless given.", required: [.low, .high]
    ) { key in
      switch key {
      case .low: ["description": "The lowest score.", "type": "number"]
      case .high: ["description": "The highest score.", "type": "number"]
      case .neutral:
        [
          "description": "The score that is neither good nor bad; the middle unless given.",
          "type": "number",
        ]
      case .inverted:
        [
          "description": "Whether a high score is bad, as with effort.", "type": "boolean",
          "default": false,
        ]
      }
    }
  }

  /// A number or a mapping.
  static var score: JSONValue {
    ["oneOf": [["type": "number"], SchemaValues.reference("scoreParts")]]
  }

  static var scoreParts: JSONValue {
    SchemaValues.object(ScoreKey.self, "A score with where it comes from.", required: [.mean]) {
      key in
      switch key {
      case .mean: ["description": "The mean, on the document's scale.", "type": "number"]
      case .n: SchemaValues.reference("count").described("How many customers were asked.")
      case .sd:
        SchemaValues.reference("amount")
          .described("The standard deviation between them, in units of the scale.")
      }
    }
  }

  /// A score, or one for each persona.
  static var felt: JSONValue {
    [
      "description": """
      What customers feel here: a number nobody measured (an assumption), {mean, n, sd}, or either \
      for each persona.
      """,
      "oneOf": [
        ["type": "number"],
        SchemaValues.partsOrPersonas("scoreParts", ScoreKey.self, value: "score"),
      ],
      "examples": [
        ["mean": .number(-1.6), "n": .number(310), "sd": .number(0.9)], .number(-1.2),
      ],
    ]
  }

  static var belief: JSONValue {
    [
      "oneOf": [
        ["type": "number"],
        SchemaValues.object(
          BeliefKey.self, "What a group in the organisation believes.", required: [.mean]
        ) { key in
          switch key {
          case .mean: ["description": "The mean, on the document's scale.", "type": "number"]
          case .n: SchemaValues.reference("count").described("How many people said so.")
          case .by:
            SchemaValues.described(
              "Who believes it.",
              ["$ref": "#/$defs/text", "examples": ["leadership", "front line"]])
          case .date: SchemaValues.reference("date").described("When it was asked.")
          }
        },
      ]
    ]
  }
}

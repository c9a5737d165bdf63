import TextSupport

/// The schema of the flow and of how journeys end.
enum SchemaFlow {
  static var flow: JSONValue {
    let id = SchemaValues.idPattern
    let ends = "(completed|left|diverted|under-way|ended)"
    return [
      "description": "How customers go on, and how many: 'FROM -> TO: HOW MANY'.",
      "type": "object",
      "propertyNames": [
        "pattern": .string(
          "^[ \\t]*(?!\(ends)[ \\t]*->)\(id)[ \\t]*->[ \\t]*(?!start[ \\t]*$)(diverted/)?\(id)[ \\t]*$"
        )
      ],
      "additionalProperties": [
        "oneOf": [
          ["type": "integer", "minimum": .number(0)],
          SchemaValues.reference("share"),
          SchemaValues.partsOrPersonas("trafficParts", TrafficKey.self, value: "traffic"),
        ]
      ],
      "examples": [
        [
          "start -> log-in": .number(1000), "log-in -> completed": "82%",
          "log-in -> left": "18%",
        ]
      ],
    ]
  }

  /// A count, a share, or a mapping with one of them.
  static var traffic: JSONValue {
    [
      "oneOf": [
        ["type": "integer", "minimum": .number(0)],
        SchemaValues.reference("share"),
        SchemaValues.reference("trafficParts"),
      ]
    ]
  }

  static var trafficParts: JSONValue {
    let object = SchemaValues.object(TrafficKey.self, "How many, with more beside it.") { key in
      switch key {
      case .customers:
        [
          "description": "Traversals: a customer who goes round a loop twice counts twice.",
          "type": "integer", "minimum": .number(0),
        ]
      case .share:
        SchemaValues.reference("share").described("The share of those who go on from the source.")
      case .time:
        SchemaValues.reference("time")
          .described("The mean from arriving at the source to arriving at the target.")
      case .median: SchemaValues.reference("time").described("The median of the same time.")
      case .label: SchemaValues.reference("text").described("A word on the arrow.")
      }
    }
    guard case .object(let members) = object else { return object }
    return .object(
      members + [
        .init("oneOf", [["required": ["customers"]], ["required": ["share"]]])
      ])
  }

  static var ends: JSONValue {
    SchemaValues.object(EndsKey.self, "Words for the ends of the journey.") { key in
      let what =
        switch key {
        case .completed: "they reached what they came for"
        case .left: "they dropped off"
        case .diverted: "they went over to another journey"
        case .underWay: "they were still in the journey when the counting stopped"
        case .ended: "it ended and nobody knows how"
        }
      return SchemaValues.reference("text").described("Words for: \(what).")
    }
  }

  static var hotspots: JSONValue {
    SchemaValues.object(HotspotsKey.self, "What counts as a hotspot.") { key in
      switch key {
      case .atLeast:
        [
          "description": "The least heat of a hotspot, per 1,000 customers who start.",
          "type": "number", "minimum": .number(0), "default": .number(100),
        ]
      case .weight:
        [
          "description": "What distress weighs against loss.", "type": "number",
          "minimum": .number(0), "default": .number(1),
        ]
      }
    }
  }
}

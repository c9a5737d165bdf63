import JourneyModel
import TextSupport

/// The schema of personas and channels.
enum SchemaPeople {
  static var personas: JSONValue {
    SchemaValues.mapping(
      "Who goes on the journey, by id.", of: "persona",
      reserved: IdentifierRules.reserved + IdentifierRules.reservedForPersonas)
  }

  static var channels: JSONValue {
    SchemaValues.mapping(
      "How customers and the organisation meet, by id.", of: "channel",
      reserved: IdentifierRules.reserved)
  }

  static var persona: JSONValue {
    SchemaValues.object(PersonaKey.self, "A kind of customer.", mayBeEmpty: true) { key in
      switch key {
      case .name: SchemaValues.reference("text").described("What people call it.")
      case .about: SchemaValues.reference("text").described("One line about the persona.")
      case .role: SchemaValues.reference("text").described("What it is to you.")
      case .share:
        SchemaValues.reference("share").described("How many of all customers are like this.")
      case .goals: SchemaValues.reference("texts").described("What it wants to reach.")
      case .needs: SchemaValues.reference("texts").described("What it needs for that.")
      case .motivations: SchemaValues.reference("texts").described("What moves it.")
      case .values: SchemaValues.reference("texts").described("What matters to it.")
      case .reviewed:
        SchemaValues.reference("date")
          .described("When somebody last checked that it is still true.")
      }
    }
  }

  static var channel: JSONValue {
    SchemaValues.object(
      ChannelKey.self, "A way by which customers and the organisation meet.", mayBeEmpty: true
    ) { key in
      switch key {
      case .name: SchemaValues.reference("text").described("What people call it.")
      case .kind:
        SchemaValues.words(
          Channel.Kind.allCases.map(\.rawValue),
          "A screen, a thing or a place, a person, or no contact at all.")
      case .icon:
        [
          "description": "Its drawing: a name, or SVG path data on a grid of 24 × 24.",
          "anyOf": [
            ["enum": .array(Channel.Symbol.allCases.map { .string($0.rawValue) })],
            [
              "type": "string", "pattern": "^\\s*[Mm][\\s,]*[-+.0-9][-+.,0-9A-Za-z\\s]*$",
              "maxLength": .number(Double(PathData.longest)),
            ],
          ],
        ]
      }
    }
  }
}

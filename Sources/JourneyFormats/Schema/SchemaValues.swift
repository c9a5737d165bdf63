import JourneyModel
import TextSupport

/// The small values that a document's schema is made of.
enum SchemaValues {
  /// Letters of any script and digits, marks on them, `-` and `_`.
  static let idPattern = "[\\p{L}\\p{Nd}_-][\\p{L}\\p{M}\\p{Nd}_-]*"

  /// Text; a number or a truth value without quotes is text as it is written.
  static let text: JSONValue = ["type": ["string", "number", "boolean"]]

  /// One text or several.
  static let texts: JSONValue = [
    "oneOf": [
      ["$ref": "#/$defs/text"],
      ["type": "array", "items": ["$ref": "#/$defs/text"]],
    ]
  ]

  /// An id that is not taken.
  static let id: JSONValue = [
    "type": ["string", "integer"],
    "pattern": .string("^\(idPattern)$"),
    "description": "Letters of any script, digits, '-' and '_'.",
  ]

  /// A day.
  static let date: JSONValue = [
    "type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "examples": ["2026-05-10"],
  ]

  /// A length of time.
  static let time: JSONValue = [
    "type": "string", "pattern": .string("^\(decimalPattern)[smhdw]$"),
    "examples": ["90s", "4m", "1.5h", "5d", "2w"],
  ]

  /// A share.
  static let share: JSONValue = [
    "type": "string", "pattern": .string("^(\(decimalPattern)|\\.[0-9]+) *%$"),
    "examples": ["82%", "0.5%"],
  ]

  /// How many people: at least one.
  static let count: JSONValue = [
    "type": "integer", "minimum": .number(1), "maximum": .number(999_999_999_999_999),
  ]

  /// A number that is not negative.
  static let amount: JSONValue = ["type": "number", "minimum": .number(0)]

  private static let decimalPattern = "[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?"

  // MARK: - Making schemas

  /// A reference to a definition.
  static func reference(_ name: String) -> JSONValue {
    ["$ref": .string("#/$defs/\(name)")]
  }

  /// A schema with what editors show for it.
  static func described(_ description: String, _ schema: JSONValue) -> JSONValue {
    schema.described(description)
  }

  /// One of a few words.
  static func words(_ words: [String], _ description: String) -> JSONValue {
    .object([
      .init("description", .string(description)),
      .init("enum", .array(words.map(JSONValue.string))),
    ])
  }

  /// A mapping whose keys are known; keys that begin with `x-` may be anything.
  ///
  /// - Parameters:
  ///   - keys: The keys it may have.
  ///   - description: What editors show for it.
  ///   - required: The keys it must have.
  ///   - mayBeEmpty: Whether nothing at all may stand for it.
  ///   - property: The schema of a key's value.
  /// - Returns: The schema.
  static func object<Key: DocumentKey>(
    _ keys: Key.Type, _ description: String, required: [Key] = [], mayBeEmpty: Bool = false,
    property: (Key) -> JSONValue
  ) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("description", .string(description)),
      .init("type", mayBeEmpty ? ["object", "null"] : "object"),
      .init(
        "properties", .object(Key.allCases.map { .init($0.rawValue, property($0)) })),
      .init("patternProperties", ["^x-": true]),
      .init("additionalProperties", false),
    ]
    if !required.isEmpty {
      members.append(.init("required", .array(required.map { .string($0.rawValue) })))
    }
    return .object(members)
  }

  /// A mapping from ids.
  static func mapping(
    _ description: String, of definition: String, reserved: [String]
  ) -> JSONValue {
    [
      "description": .string(description),
      "type": "object",
      "propertyNames": [
        "pattern": .string("^\(idPattern)$"),
        "not": ["enum": .array(reserved.map(JSONValue.string))],
      ],
      "additionalProperties": reference(definition),
    ]
  }

  /// A value for everybody, or one for each of several personas.
  ///
  /// - Parameters:
  ///   - parts: The definition of the value's mapping form, told by its keys.
  ///   - keys: Those keys.
  ///   - value: The definition of the value in any form.
  /// - Returns: The schema of the mapping form of both.
  static func partsOrPersonas<Key: DocumentKey>(
    _ parts: String, _ keys: Key.Type, value: String
  ) -> JSONValue {
    [
      "type": "object",
      "if": [
        "anyOf": .array(Key.allCases.map { ["required": [.string($0.rawValue)]] })
      ],
      "then": reference(parts),
      "else": [
        "minProperties": .number(1),
        "propertyNames": ["pattern": .string("^\(idPattern)$")],
        "additionalProperties": reference(value),
      ],
    ]
  }
}

extension JSONValue {
  /// The schema with a description in front.
  func described(_ description: String) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(
      [Member("description", .string(description))]
        + members.filter { $0.key != "description" })
  }
}

import JourneyModel
import TextSupport

/// Writes document values as JSON.
enum JSONEmitter {
  /// The text of a document.
  static func text(of document: DocumentValue) -> String {
    value(document).text
  }

  private static func value(_ value: DocumentValue) -> JSONValue {
    switch value {
    case .null: .null
    case .bool(let bool): .bool(bool)
    case .number(let number): .number(number)
    case .text(let text): .string(text)
    case .list(let items): .array(items.map(self.value))
    case .mapping(let entries):
      .object(entries.map { JSONValue.Member($0.key, self.value($0.value)) })
    }
  }
}

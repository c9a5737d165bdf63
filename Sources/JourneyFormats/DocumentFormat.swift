/// The formats a journey document may be written in.
public enum DocumentFormat: String, Hashable, Sendable, CaseIterable {
  /// YAML, for people: `NAME.journey.yaml`.
  case yaml
  /// JSON with the same keys, for programs: `NAME.journey.json`.
  case json

  /// The format that a file's name says; nil when it says none.
  public init?(fileName name: String) {
    let name = name.lowercased()
    if name.hasSuffix(".json") {
      self = .json
    } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      self = .yaml
    } else {
      return nil
    }
  }

  /// The format that a text looks like: JSON when it begins with `{` and then `"` or `}`.
  ///
  /// - Parameter text: The beginning of a document, or all of it.
  public init(lookingAt text: some StringProtocol) {
    let significant = text.utf8.lazy.filter { $0 > 32 }.prefix(2)
    let second = significant.dropFirst().first
    self =
      significant.first == UInt8(ascii: "{")
        && (second == UInt8(ascii: "\"") || second == UInt8(ascii: "}")) ? .json : .yaml
  }
}

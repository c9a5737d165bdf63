/// What an organisation holds itself to: rules about its journeys, who guards them, and the open
/// exceptions.
///
/// It stands in `journeys/policy.yaml` for every journey there, or under `policy` in a document for
/// that journey alone.
public struct Policy: Hashable, Sendable {
  /// The rules, in the document's order.
  public var rules: [Guardrail]
  /// Who may approve a waiver, as owners are named.
  public var guardians: [String]
  /// The exceptions.
  public var waivers: [Waiver]
  /// Keys that begin with `x-`.
  public var extensions: Extensions

  /// Creates a policy.
  public init(
    rules: [Guardrail] = [], guardians: [String] = [], waivers: [Waiver] = [],
    extensions: Extensions = []
  ) {
    self.rules = rules
    self.guardians = guardians
    self.waivers = waivers
    self.extensions = extensions
  }
}

/// A phase of the journey; its name is its id.
public struct Stage: Hashable, Sendable, Identifiable {
  /// The stage's id: its name.
  public var id: StageID

  /// Creates a stage by its name.
  public init(_ name: String) {
    self.id = StageID(name)
  }

  /// The name people see.
  public var name: String { id.rawValue }
}

extension Ledger {
  /// How far an insight has come, in this order.
  public enum Step: Int, Hashable, Sendable, CaseIterable, Comparable {
    /// Somebody found out something about customers.
    case found
    /// It reached somebody who decides.
    case reached
    /// Somebody decided, for or against.
    case decided
    /// Something was done.
    case acted
    /// What customers feel was measured again.
    case measured

    /// Orders steps as they follow each other.
    public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

    /// The step after it; nil for the last.
    public var next: Step? { Step(rawValue: rawValue + 1) }

    /// Its name in tables and files: `found`, `reached`, `decided`, `acted`, `measured`.
    public var name: String {
      switch self {
      case .found: "found"
      case .reached: "reached"
      case .decided: "decided"
      case .acted: "acted"
      case .measured: "measured"
      }
    }
  }
}

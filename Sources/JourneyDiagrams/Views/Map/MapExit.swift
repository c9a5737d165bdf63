/// Customers who go out of the journey at a touchpoint.
struct MapExit {
  /// What becomes of them.
  enum Kind {
    /// They leave.
    case left
    /// They go over to another journey.
    case diverted
    /// Their visit ends, and whether well is not known.
    case ended

    /// The colour of their stream.
    var role: ColorRole {
      switch self {
      case .left: .leave
      case .diverted: .divert
      case .ended: .unknown
      }
    }

    /// The colour of their words.
    var ink: ColorRole {
      switch self {
      case .left: .leaveInk
      case .diverted: .divertInk
      case .ended: .inkSoft
      }
    }
  }

  let kind: Kind
  /// The share of all who start that go so.
  let share: Double
  let label: Typesetter.Label
  /// Its words, for the picture in words.
  let words: String
}

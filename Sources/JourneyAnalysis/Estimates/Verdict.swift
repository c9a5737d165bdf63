/// What a difference between two figures means, in a word.
public enum Verdict: String, Hashable, Sendable, CaseIterable {
  /// Better for customers, beyond chance.
  case better
  /// Worse for customers, beyond chance.
  case worse
  /// Changed beyond chance, where neither direction is better.
  case different
  /// The difference may be chance.
  case tooCloseToCall = "too-close-to-call"
  /// The same figure with the same interval: nothing was changed or measured anew.
  case same
  /// Nobody can tell: a figure's error is unknown.
  case unknown

  /// The word for people.
  public var word: String {
    switch self {
    case .better: "better"
    case .worse: "worse"
    case .different: "different"
    case .tooCloseToCall: "too close to call"
    case .same: "no change"
    case .unknown: "unknown"
    }
  }
}

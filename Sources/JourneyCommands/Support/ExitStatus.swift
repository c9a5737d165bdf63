/// What a command tells its caller; over many documents the worst wins.
public enum ExitStatus: Int32, Comparable, Sendable {
  /// Everything is fine.
  case fine = 0
  /// A check found something.
  case findings = 1
  /// Something could not be read, understood or written.
  case badInput = 2
  /// The command was called wrongly.
  case usage = 64

  /// Orders by how bad it is.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// A wrong call that only shows once the command runs.
struct UsageProblem: Error {
  /// What is wrong, in one sentence.
  var message: String

  init(_ message: String) { self.message = message }
}

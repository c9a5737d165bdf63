/// Why a page cannot be served, in one sentence.
public struct PageServerProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why a page cannot be served.
  public enum Reason: Hashable, Sendable {
    /// Another program answers on the port.
    case portIsTaken
    /// The system keeps the port for programs with more rights.
    case portIsReserved
    /// Anything else, in the system's words.
    case other(String)
  }

  /// The port that was asked for.
  public var port: Int
  /// Why it cannot be used.
  public var reason: Reason

  /// Creates a problem.
  public init(port: Int, reason: Reason) {
    self.port = port
    self.reason = reason
  }

  /// One sentence for people.
  public var description: String {
    switch reason {
    case .portIsTaken: "port \(port) is taken by another program"
    case .portIsReserved: "port \(port) may not be used without more rights"
    case .other(let words): "cannot answer on port \(port): \(words)"
    }
  }
}

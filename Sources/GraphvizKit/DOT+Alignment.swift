extension DOT {
  /// Where the lines of a label stand.
  public struct Alignment: Hashable, Sendable {
    let lineEnd: String

    /// In the middle.
    public static let center = Alignment(lineEnd: "\\n")
    /// At the left.
    public static let left = Alignment(lineEnd: "\\l")
    /// At the right.
    public static let right = Alignment(lineEnd: "\\r")
  }
}

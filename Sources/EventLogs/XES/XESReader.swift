/// Reads XES 1.0 and 2.0.
struct XESReader {
  /// Reads one input of the log into the session's sinks.
  ///
  /// - Parameters:
  ///   - source: Its bytes.
  ///   - session: Where rows go, and what is told of them.
  /// - Throws: Why it cannot be read, or no more.
  static func read(_ source: ByteSource, session: ReadingSession) throws(LogProblem) {
    throw LogProblem(input: source.name, summary: "XES is not read yet")
  }
}

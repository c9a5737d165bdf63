import JourneyKit

/// The files that one command is told to write: no result may go over another.
struct WrittenFiles {
  private var taken: [(option: String, path: String)] = []

  /// Takes a file.
  ///
  /// - Parameters:
  ///   - path: The file, on whatever path.
  ///   - option: The option that names it.
  /// - Throws: That another option names the same file.
  mutating func take(_ path: String, for option: String) throws(UsageProblem) {
    if let other = taken.first(where: { Files.isSame($0.path, path) }) {
      throw UsageProblem("\(other.option) and \(option) are one file; name two")
    }
    taken.append((option, path))
  }
}

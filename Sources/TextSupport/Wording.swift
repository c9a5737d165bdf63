/// Counts, days and lists as sentences have them.
package enum Wording {
  /// `1 decision`, `12,400 decisions`.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - one: The word for one of them.
  ///   - many: The word for several; nil where an s makes it.
  /// - Returns: The count with its word.
  package static func count(_ count: Int, _ one: String, _ many: String? = nil) -> String {
    "\(NumberText.grouped(count)) \(count == 1 ? one : many ?? one + "s")"
  }

  /// `1 day`, `12 days`.
  ///
  /// - Parameter count: How many.
  /// - Returns: The count with its word.
  package static func days(_ count: Int) -> String { self.count(count, "day") }

  /// `a`, `a and b`, `a, b and c`, `a, b and 4 more`.
  ///
  /// - Parameters:
  ///   - parts: What is listed.
  ///   - word: The word before the last.
  ///   - most: How many are named before the others are counted.
  /// - Returns: The list; empty for nothing.
  package static func list(_ parts: [String], _ word: String = "and", most: Int = .max) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    guard parts.count <= most else {
      let rest = "\(NumberText.grouped(parts.count - most)) more"
      return parts.prefix(most).joined(separator: ", ") + " \(word) \(rest)"
    }
    return parts.dropLast().joined(separator: ", ") + " \(word) \(last)"
  }
}

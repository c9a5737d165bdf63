/// The words that programs and people write into cells of which nothing is known.
enum EmptyWord {
  private static let words = [
    "-", "--", "?", "n/a", "#n/a", "na", "nil", "none", "null", "\\n",
  ].map { Array($0.utf8) }

  /// Whether a cell is empty, or says that nothing is known, with spaces around it or not.
  static func isNothing(_ text: UnsafeRawBufferPointer) -> Bool {
    let trimmed = CellTrimmer.trimmed(text)
    return trimmed.isEmpty || isOne(trimmed)
  }

  /// Whether a cell says that nothing is known.
  ///
  /// - Parameter text: Without spaces around it.
  /// - Returns: Whether it is one of the words, whatever its letters' case.
  static func isOne(_ text: UnsafeRawBufferPointer) -> Bool {
    guard text.count <= 4 else { return false }
    return words.contains { word in
      word.count == text.count
        && zip(word, text).allSatisfy { $0 == ($1 &- 0x41 < 26 ? $1 | 0x20 : $1) }
    }
  }
}

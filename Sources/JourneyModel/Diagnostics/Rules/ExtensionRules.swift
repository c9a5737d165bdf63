extension ProblemFinder {
  /// Checks `x-` keys: that they begin so, stand once, and hold what a document can hold.
  mutating func checkExtensions(
    _ extensions: Extensions, at path: @autoclosure () -> DocumentPath
  ) {
    guard !extensions.isEmpty else { return }
    for entry in extensions where !entry.key.hasPrefix("x-") {
      error(
        "bad-extension", "the extension '\(entry.key)' does not begin with 'x-'",
        fix: "name it 'x-\(entry.key)'", at: path().part(entry.key))
    }
    checkEntries(extensions, depth: 0, at: path())
  }

  private mutating func checkEntries(
    _ entries: Extensions, depth: Int, at path: DocumentPath
  ) {
    var seen: Set<String> = []
    for entry in entries {
      if !seen.insert(entry.key).inserted {
        error(
          "duplicate-key", "'\(entry.key)' is given again", fix: "keep one of the two",
          at: path.part(entry.key))
      }
      checkValue(entry.value, depth: depth + 1, at: path.part(entry.key))
    }
  }

  private mutating func checkValue(_ value: DocumentValue, depth: Int, at path: DocumentPath) {
    // A document may be nested 64 levels deep, and the deepest part is four levels down.
    guard depth <= 56 else {
      return error(
        "too-deep", "an extension nested more than 56 levels deep", fix: "flatten it", at: path)
    }
    switch value {
    case .number(let number) where !number.isFinite:
      error(
        "not-finite", "\(number) is not a number that can be kept", fix: "keep it as text", at: path
      )
    case .list(let items):
      for (index, item) in items.enumerated() {
        checkValue(item, depth: depth + 1, at: path.item(index))
      }
    case .mapping(let entries):
      checkEntries(entries, depth: depth, at: path)
    case .null, .bool, .number, .text: break
    }
  }
}

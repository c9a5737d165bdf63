/// Finds what could lead to a person: e-mail addresses and telephone numbers.
enum ContactWords {
  /// Whether a text holds an e-mail address or a telephone number.
  ///
  /// An address is letters around an `@` with a dot behind it; a number is seven digits or more
  /// with nothing between them but spaces, dots, hyphens, slashes and brackets. A date is none.
  static func isFound(in text: String) -> Bool {
    text.split(whereSeparator: \.isWhitespace).contains(where: isAddress) || hasNumber(text)
  }

  private static func isAddress(_ word: Substring) -> Bool {
    guard let at = word.firstIndex(of: "@"), at > word.startIndex else { return false }
    let host = word[word.index(after: at)...]
    guard word[word.index(before: at)].isLetter || word[word.index(before: at)].isNumber,
      let dot = host.firstIndex(of: "."), dot > host.startIndex
    else { return false }
    return host[host.index(after: dot)...].first?.isLetter ?? false
  }

  private static func hasNumber(_ text: String) -> Bool {
    var run = ""
    func isNumber() -> Bool {
      let digits = run.filter(\.isNumber).count
      guard digits >= 7 else { return false }
      return !isDate(run)
    }
    for character in text {
      let isBetween = !run.isEmpty && " .-/()\u{A0}".contains(character)
      if character.isNumber || character == "+" || isBetween {
        run.append(character)
      } else {
        if isNumber() { return true }
        run = ""
      }
    }
    return isNumber()
  }

  /// `2026-09-15` and its like: a year of four digits at one end.
  private static func isDate(_ run: String) -> Bool {
    let parts = run.split { !$0.isNumber }
    guard parts.count == 3, !run.contains("+") else { return false }
    let lengths = parts.map(\.count)
    return lengths == [4, 2, 2] || lengths == [2, 2, 4] || lengths == [1, 2, 4]
      || lengths == [2, 1, 4] || lengths == [1, 1, 4]
  }
}

/// Names that programs gave, such as `ESCALATED_TO`, `utm_source=facebook` or `orderShipped`: a
/// hyphen in them would be read as part of the name, so that they break without one.
enum Identifiers {
  /// Whether a word, as it stands between spaces, is such a name.
  ///
  /// It has one of the marks `_ / = ? . : & # @` between letters or digits, or a capital after a
  /// small letter. Words that people join with a single slash or colon (and/or, Kund:innen) are none,
  /// nor are those that are joined with hyphens alone.
  static func contains(_ word: Substring) -> Bool {
    let characters = Array(word)
    var joints = 0
    for place in characters.indices.dropFirst() {
      let (before, after) = (characters[place - 1], characters[place])
      if before.isLowercase, after.isUppercase { return true }
      guard place + 1 < characters.count, before.isLetter || before.isNumber else { continue }
      let next = characters[place + 1]
      switch after {
      case "_", "=", "#", "@":
        if next.isLetter || next.isNumber || next == after { return true }
      case "?", "&", ".":
        if next.isLetter || next.isNumber { joints += next.isLetter && before.isLetter ? 2 : 1 }
      case "/", ":":
        if after == ":", next == "/" { return true }
        if next.isLetter || next.isNumber { joints += 1 }
      default: break
      }
    }
    return joints > 1 || characters.first == "/" && characters.count > 1 && characters[1].isLetter
  }

  /// For each character of a name whether a line may break before it: behind a mark, and between a
  /// small letter and a capital; two characters at least stand on either side.
  static func breaks(in name: [Character]) -> [Bool] {
    name.indices.map { place in
      guard place >= least, place <= name.count - least else { return false }
      let (before, after) = (name[place - 1], name[place])
      if before.isLowercase, after.isUppercase { return true }
      return isMark(before) && !isMark(after)
    }
  }

  /// The fewest characters on either side of a break.
  private static let least = 2

  private static func isMark(_ character: Character) -> Bool {
    "_/=?.:&#@-".contains(character)
  }
}

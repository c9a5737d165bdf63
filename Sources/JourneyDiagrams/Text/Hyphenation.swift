/// Where a word that is wider than its column may be broken, without a dictionary.
///
/// Latin words break before a consonant that a vowel follows (Emp-fangs-be-stä-ti-gung), which is
/// right for most German, Spanish and French words and readable in the others; everything else
/// breaks between characters. This is the last resort: words that fit are never broken.
enum Hyphenation {
  /// For each character after the first, whether the word may break before it.
  static func breaks(in word: [Character]) -> [Bool] {
    var allowed = [Bool](repeating: false, count: word.count)
    guard word.count > 5 else { return allowed }
    let lower = word.map { Character($0.lowercased()) }
    let firstVowel = lower.firstIndex(where: isVowel) ?? word.count
    for place in 3..<(word.count - 2) {
      guard firstVowel < place, word[place].isLetter, word[place - 1].isLetter,
        !isVowel(lower[place]), isVowel(lower[place + 1])
      else { continue }
      // Letters that are one sound stay together: break before the first of them.
      let pair = String([lower[place - 1], lower[place]])
      if pairs.contains(pair) {
        var start = place - 1
        if start > 0, pair == "ch", lower[start - 1] == "s" { start -= 1 }
        if start >= 3, firstVowel < start { allowed[start] = true }
      } else {
        allowed[place] = true
      }
    }
    return allowed
  }

  private static let pairs: Set<String> = [
    "ch", "ck", "ph", "th", "sh", "qu", "gh", "bl", "br", "cl", "cr", "dr", "fl", "fr", "gl", "gr",
    "kl", "kr", "pl", "pr", "tr", "rh",
  ]

  private static func isVowel(_ character: Character) -> Bool {
    switch character {
    case "a", "e", "i", "o", "u", "y", "ä", "ö", "ü", "á", "é", "í", "ó", "ú", "à", "è", "ì", "ò",
      "ù", "â", "ê", "î", "ô", "û", "å", "æ", "ø", "ã", "õ":
      true
    default: false
    }
  }
}

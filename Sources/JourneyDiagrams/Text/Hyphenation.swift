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
      // Letters that begin a syllable together stay together: the longest such group.
      var start = place
      for length in stride(from: 4, through: 2, by: -1) where place - length + 1 >= 0 {
        if onsets.contains(String(lower[(place - length + 1)...place])) {
          start = place - length + 1
          break
        }
      }
      if start >= 3, firstVowel < start { allowed[start] = true }
    }
    return allowed
  }

  private static let onsets: Set<String> = [
    "schl", "schm", "schn", "schr", "schw", "sch", "chr", "pfl", "pfr", "str", "spr", "ch", "ck",
    "ph", "th", "qu", "bl", "br", "cl", "cr", "dr", "fl", "fr", "gl", "gr", "kl", "kr", "pl", "pr",
    "tr",
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

/// Where a word that is wider than its column may be broken, without a dictionary.
///
/// Latin words break before the last consonant, or letters that begin a syllable together, in front
/// of a vowel (Kraft-fahr-zeug), which is right for most German, Spanish and French words and
/// readable in the others. Three letters at least stand on either side. Where that is often wrong
/// a word is not broken: between s and t, p or h. What German joins with an s breaks after it
/// (Beratungs-stelle), and in front of the second parts that journeys are full of.
///
/// This is the last resort: words that fit are never broken.
enum Hyphenation {
  /// For each character after the first, whether the word may break before it.
  static func breaks(in word: [Character]) -> [Bool] {
    var allowed = [Bool](repeating: false, count: word.count)
    guard word.count >= 2 * least else { return allowed }
    let lower = word.map { Character($0.lowercased()) }
    var start = 0
    while start < word.count {
      guard word[start].isLetter else {
        start += 1
        continue
      }
      let end = word[start...].firstIndex { !$0.isLetter } ?? word.count
      if end - start >= 2 * least { mark(lower, start..<end, &allowed) }
      start = end
    }
    return allowed
  }

  /// Whether a break before a character tears letters that are read as one.
  static func tears(_ word: [Character], at place: Int) -> Bool {
    guard place > 0, place < word.count else { return false }
    let (before, after) = (lowered(word[place - 1]), lowered(word[place]))
    return (isVowel(before) && isVowel(after)) || pairs.contains(String([before, after]))
  }

  /// The fewest letters on either side of a break.
  static let least = 3

  private static func mark(_ lower: [Character], _ letters: Range<Int>, _ allowed: inout [Bool]) {
    let places = (letters.lowerBound + least)...(letters.upperBound - least)
    guard let firstVowel = lower[letters].firstIndex(where: isVowel) else { return }
    for place in letters.dropFirst().dropLast() {
      guard firstVowel < place, !isVowel(lower[place]), isVowel(lower[place + 1]),
        let start = syllable(lower, letters, place)
      else { continue }
      if places.contains(start), firstVowel < start { allowed[start] = true }
    }
    for place in places {
      if joins(lower[letters.lowerBound..<place]) {
        allowed[place - 1] = false
        allowed[place] = true
      } else if seconds.contains(where: { lower[place..<letters.upperBound].starts(with: $0) }) {
        for near in max(0, place - 3)..<place { allowed[near] = false }
        allowed[place] = true
      }
    }
  }

  /// Where the syllable begins whose last consonant before the vowel stands at `place`; nil where
  /// nobody can tell without knowing the word.
  private static func syllable(_ lower: [Character], _ letters: Range<Int>, _ place: Int) -> Int? {
    for length in stride(from: 4, through: 2, by: -1) where place - length + 1 >= letters.lowerBound
    {
      let start = place - length + 1
      guard onsets.contains(String(lower[start...place])) else { continue }
      // Regis-trieren, but Haupt-straße.
      if lower[start] == "s", lower[start + 1] == "t" {
        return start > letters.lowerBound && !isVowel(lower[start - 1]) ? start : nil
      }
      return start
    }
    guard place > letters.lowerBound, lower[place - 1] == "s" else { return place }
    switch lower[place] {
    case "t" where place > letters.lowerBound + 1 && lower[place - 2] == "s": return place - 1
    case "t", "p", "h": return nil
    default: return place
    }
  }

  /// Whether letters end with an s that joins them to what follows.
  private static func joins(_ letters: ArraySlice<Character>) -> Bool {
    letters.last == "s" && suffixes.contains { letters.dropLast().reversed().starts(with: $0) }
  }

  /// What German joins with an s, backwards.
  private static let suffixes: [[Character]] = ["ung", "heit", "keit", "schaft", "tion", "tät"]
    .map { $0.reversed() }

  /// Second parts of German words that the rule alone would tear from their first letter.
  private static let seconds: [[Character]] = [
    "abfrage", "abgleich", "abschluss", "abteilung", "anfrage", "angabe", "angebot",
    "anhörung", "anmeldung", "anspruch", "antrag", "antwort", "auftrag", "auskunft", "aussetzung",
    "auswahl", "auszahlung", "bescheid", "bestätigung", "eingabe", "eingang", "einladung",
    "erstattung", "hilfe", "hinweis", "problem", "produkt", "protokoll", "prozess", "prüfung",
    "schreiben", "spanne", "sprache", "spruch", "stand", "start", "statistik", "status", "stelle",
    "stellung",
    "steuer", "stufe", "stunde", "umfrage", "unterlage", "übersicht",
  ].map(Array.init)

  /// Letters that begin a syllable together.
  private static let onsets: Set<String> = [
    "schl", "schm", "schn", "schr", "schw", "sch", "chr", "pfl", "pfr", "str", "spr", "spl", "scr",
    "thr", "ch", "ck", "ph", "th", "qu", "bl", "br", "cl", "cr", "dr", "fl", "fr", "gl", "gr", "kl",
    "kr", "pl", "pr", "tr",
  ]

  /// Consonants that are never torn apart, not even where a word is cut anywhere.
  private static let pairs: Set<String> = ["ch", "ck", "sc", "sh", "st", "sp", "ph", "th", "qu"]

  private static func lowered(_ character: Character) -> Character {
    character.lowercased().first ?? character
  }

  private static func isVowel(_ character: Character) -> Bool {
    switch character {
    case "a", "e", "i", "o", "u", "y", "ä", "ö", "ü", "á", "é", "í", "ó", "ú", "à", "è", "ì", "ò",
      "ù", "â", "ê", "î", "ô", "û", "ë", "ï", "å", "æ", "œ", "ø", "ã", "õ", "ı":
      true
    default: false
    }
  }
}

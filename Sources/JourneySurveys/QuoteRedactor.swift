import JourneyModel

/// Blacks out in a comment what identifies the one who wrote it, or anybody else of the survey.
///
/// E-mail addresses, telephone numbers, links, handles, numbers that identify; the values of the
/// row's other columns; and names that stand in columns of names anywhere in the survey. Rather too
/// much than too little: a person reviews every quote, and can write a word back in.
struct QuoteRedactor {
  private let names: [String]
  private let skipped: Set<Int>
  private let people: Set<String>
  /// Which columns hold names.
  private let isName: [Bool]
  /// Names of scripts that do not set their words apart, by their lengths.
  private let joined: [Int: Set<String>]

  /// Creates a redactor for a survey.
  ///
  /// - Parameters:
  ///   - names: The names of its columns.
  ///   - columns: What they hold.
  ///   - people: The words of all names in it, folded.
  init(names: [String], columns: SurveyColumns, people: Set<String>) {
    self.names = names
    self.people = people
    isName = names.map(Self.isNameColumn)
    var joined: [Int: Set<String>] = [:]
    for name in people {
      let count = name.unicodeScalars.count
      guard (2...40).contains(count), name.unicodeScalars.allSatisfy(FoldedText.joinsWords) else {
        continue
      }
      joined[count, default: []].insert(name)
    }
    self.joined = joined
    // What the quote is kept with may be in it: its touchpoint, its persona, the answers.
    var skipped = Set(columns.questions.map(\.column)).union(columns.comments.map(\.column))
    for role in [SurveyOptions.Role.touchpoint, .answer, .persona, .comment] {
      if let place = columns.places[role] { skipped.insert(place) }
    }
    self.skipped = skipped
  }

  /// The comment with what identifies blacked out, and how many places that were.
  func redacted(_ text: String, row: [String]) -> (text: String, count: Int) {
    let folded = FoldedText(text)
    var marks = Redactions()
    var ownNames: [String] = []
    mark(formsOf: text, in: folded, &marks)
    for (column, cell) in row.enumerated()
    where column < names.count && !skipped.contains(column) {
      let isName = isName[column]
      mark(cell, as: isName ? "name" : names[column], isName: isName, in: folded, &marks)
      markLocalPart(cell, in: folded, &marks)
      if isName {
        markInflected(Self.words(of: cell), in: folded, &marks)
        markGivenNames(cell, in: folded, &marks)
        let own = FoldedText(cell)
        ownNames += own.words.map(own.text)
      } else {
        markApart(cell, names[column], in: folded, &marks)
      }
    }
    markTogether(ownNames, in: folded, &marks)
    markPeople(in: folded, &marks)
    return marks.written(folded.characters)
  }

  // MARK: - What is marked

  private func mark(formsOf text: String, in folded: FoldedText, _ marks: inout Redactions) {
    let text = String(text.map(IdentifyingNumbers.narrow))
    // They are in order, so the characters are counted once.
    var counted = (index: text.startIndex, count: 0)
    func count(_ index: String.Index) -> Int {
      counted = (index, counted.count + text.distance(from: counted.index, to: index))
      return counted.count
    }
    for place in PersonalData.found(in: text) {
      let start = count(place.range.lowerBound)
      let end = count(place.range.upperBound)
      marks.mark(start..<max(start, end), place.kind == .email ? "e-mail" : "telephone")
    }
    for place in IdentifyingNumbers(folded.characters).places
      + IdentifyingWords(folded).places
    {
      marks.mark(place.range, place.kind)
    }
  }

  /// A cell's words where they stand in the text, all of them together, and of names each alone.
  private func mark(
    _ cell: String, as kind: String, isName: Bool, in folded: FoldedText, _ marks: inout Redactions
  ) {
    let own = FoldedText(cell)
    let words = own.words.map(own.text)
    guard !words.isEmpty, words.joined().unicodeScalars.count >= 2 else { return }
    // A number of one or two digits is an age or a count that many have.
    let isSmall =
      words.count == 1 && words[0].utf8.allSatisfy { (48...57).contains($0) }
      && words[0].utf8.count < 3
    guard !isSmall || isName else { return }
    markPhrase(words, kind, in: folded, &marks)
    guard words.count > 1, words.count <= 12 else { return }
    for (word, range) in zip(words, own.words) {
      if Self.isTelling(word) || isName {
        markPhrase([word], kind, in: folded, &marks)
      } else if words.count <= 4, word.unicodeScalars.count > 2 {
        // `Contact: Anna Smith` holds a name, too, whatever the column is called, and so may
        // `anna smith` where the comment writes a word of it like a name.
        let isLikeName = own.isLikeName(range)
        markPhrase([word], kind, in: folded, &marks) { isLikeName || folded.isLikeName($0) }
      }
    }
    // Written together, as in an address or a handle.
    if isName { markPhrase([words.joined()], kind, in: folded, &marks) }
  }

  /// Names of several columns written together: `AnnaSmith`, `smithanna`.
  private func markTogether(
    _ names: [String], in folded: FoldedText, _ marks: inout Redactions
  ) {
    guard (2...8).contains(names.count) else { return }
    var pairs: Set<String> = []
    for (place, name) in names.enumerated() {
      for (other, next) in names.enumerated() where other != place { pairs.insert(name + next) }
    }
    for pair in pairs { markPhrase([pair], "name", in: folded, &marks) }
  }

  /// A code whose letters and digits are set apart in another way: `zx99 qq` of `ZX99QQ`.
  private func markApart(
    _ cell: String, _ kind: String, in folded: FoldedText, _ marks: inout Redactions
  ) {
    guard (5...40).contains(cell.utf8.count), cell.utf8.contains(where: { (48...57).contains($0) })
    else { return }
    let own = FoldedText(cell)
    let wanted = own.words.map(own.text).joined()
    guard wanted.utf8.count >= 5 else { return }
    let ranges = folded.words
    for (start, range) in ranges.enumerated()
    where folded.scalars[range.lowerBound] == wanted.unicodeScalars.first {
      var joined = ""
      for (place, next) in ranges[start...].enumerated() {
        // Farther apart than a blank and a mark, they are words of their own.
        if place > 0, next.lowerBound - ranges[start + place - 1].upperBound > 2 { break }
        joined += folded.text(next)
        guard wanted.hasPrefix(joined) else { break }
        if joined.utf8.count == wanted.utf8.count {
          mark(range.lowerBound..<next.upperBound, kind, in: folded, &marks)
          break
        }
      }
    }
  }

  /// The words of an address before its `@`, which mostly are a name.
  private func markLocalPart(
    _ cell: String, in folded: FoldedText, _ marks: inout Redactions
  ) {
    guard let at = cell.firstIndex(of: "@"), at > cell.startIndex else { return }
    let own = FoldedText(String(cell[..<at]))
    for word in own.words.map(own.text) where word.unicodeScalars.count >= 3 {
      markPhrase([word], "name", in: folded, &marks)
    }
  }

  /// The parts of a name that is written in one: the last two of three or four Han or Hangul signs, and the
  /// first two of four.
  private func markGivenNames(
    _ cell: String, in folded: FoldedText, _ marks: inout Redactions
  ) {
    let signs = Array(cell.unicodeScalars)
    guard (3...4).contains(signs.count),
      signs.allSatisfy({
        (0x4E00...0x9FFF).contains($0.value) || (0xAC00...0xD7AF).contains($0.value)
      })
    else { return }
    let parts = [signs.suffix(2)] + (signs.count == 4 ? [signs.prefix(2)] : [])
    for part in parts {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: part)
      let own = FoldedText(String(view))
      markInside([own.text(0..<own.scalars.count)], "name", in: folded, &marks)
    }
  }

  /// Forms of a name that its language gives it: words written like names that begin with it, but for
  /// its last vowel, and go on for up to three letters: `Annalle`, `Анне`, `Kowalskiego`.
  private func markInflected(
    _ words: [String], in folded: FoldedText, _ marks: inout Redactions
  ) {
    for word in words where word.unicodeScalars.count >= 4 {
      let word = Self.plain(word)
      let hasVowel = word.last.map { "aeiouyаеиоуыяюоо".contains($0) } ?? false
      let stem = hasVowel && word.count > 3 ? String(word.dropLast()) : word
      for range in folded.words
      where folded.scalars[range.lowerBound] == word.unicodeScalars.first
        && folded.isLikeName(range)
      {
        let other = Self.plain(folded.text(range))
        if other.hasPrefix(stem), other.count <= word.count + 3 {
          mark(range, "name", in: folded, &marks)
        }
      }
    }
  }

  private func markPhrase(
    _ words: [String], _ kind: String, in folded: FoldedText, _ marks: inout Redactions,
    where isMeant: (Range<Int>) -> Bool = { _ in true }
  ) {
    let ranges = folded.words
    guard ranges.count >= words.count else {
      return markInside(words, kind, in: folded, &marks)
    }
    for start in 0...(ranges.count - words.count) {
      // Most words begin otherwise, and need not be made to be compared.
      guard folded.scalars[ranges[start].lowerBound] == words[0].unicodeScalars.first else {
        continue
      }
      let found = words.indices.allSatisfy {
        Self.isSame(folded.text(ranges[start + $0]), words[$0]) && isMeant(ranges[start + $0])
      }
      if found {
        let range = ranges[start].lowerBound..<ranges[start + words.count - 1].upperBound
        mark(range, kind, in: folded, &marks)
      }
    }
    markInside(words, kind, in: folded, &marks)
  }

  /// Words of scripts that do not set their names apart, wherever they stand.
  private func markInside(
    _ words: [String], _ kind: String, in folded: FoldedText, _ marks: inout Redactions
  ) {
    let wanted = Array(words.joined().unicodeScalars)
    guard wanted.count >= 2, wanted.allSatisfy(FoldedText.joinsWords),
      wanted.count <= folded.scalars.count
    else { return }
    for start in 0...(folded.scalars.count - wanted.count)
    where folded.scalars[start..<(start + wanted.count)].elementsEqual(wanted) {
      mark(start..<(start + wanted.count), kind, in: folded, &marks)
    }
  }

  /// Names of other people: words that are written like names.
  private func markPeople(in folded: FoldedText, _ marks: inout Redactions) {
    for range in folded.words {
      let word = folded.text(range)
      guard isPerson(word) else { continue }
      // A name that is a word, too (`will`, `rose`), is one only where it is written like one.
      guard folded.isLikeName(range) else { continue }
      mark(range, "name", in: folded, &marks)
    }
    guard !joined.isEmpty else { return }
    for start in folded.scalars.indices where FoldedText.joinsWords(folded.scalars[start]) {
      for (count, names) in joined where start + count <= folded.scalars.count {
        let range = start..<(start + count)
        if names.contains(folded.text(range)) { mark(range, "name", in: folded, &marks) }
      }
    }
  }

  private func isPerson(_ word: String) -> Bool {
    guard word.unicodeScalars.count >= 2 else { return false }
    let word = Self.plain(word)
    return people.contains(word)
      || (word.hasSuffix("s") && word.utf8.count > 3 && people.contains(String(word.dropLast())))
  }

  private func mark(
    _ range: Range<Int>, _ kind: String, in folded: FoldedText, _ marks: inout Redactions
  ) {
    guard let first = range.first, let last = range.last else { return }
    marks.mark(folded.places[first]..<(folded.places[last] + 1), kind)
  }

  // MARK: - Words

  /// Whether a column holds names of people.
  static func isNameColumn(_ name: String) -> Bool {
    let words = AnswerWords.plain(name).split(separator: " ").map(String.init)
    let whole = words.joined()
    if [
      "touchpointname", "personaname", "productname", "stagename", "channelname", "eventname",
      "filename", "companyname",
    ].contains(whole) {
      return false
    }
    let known: Set<String> = [
      "name", "names", "firstname", "lastname", "surname", "fullname", "username", "nickname",
      "forename", "givenname", "familyname", "customername", "patientname", "guestname",
      "recipientfirstname",
      "recipientlastname", "vorname",
      "nachname", "nom", "prenom", "nombre", "nombres", "apellido", "apellidos", "author", "agent",
      "employee", "staff", "doctor", "driver", "氏名", "名前", "姓", "名", "الاسم", "اسم", "اللقب",
    ].reduce(into: []) { $0.insert(AnswerWords.plain($1)) }
    return known.contains(whole) || words.contains(where: known.contains)
  }

  /// The words of a name, folded; titles and single letters are none.
  static func words(of name: String) -> [String] {
    let folded = FoldedText(name)
    return folded.words.map(folded.text).filter {
      $0.unicodeScalars.count >= 2 && !titles.contains($0)
    }.map(plain)
  }

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "mme", "mlle", "sr", "sra", "don",
    "van", "von", "de", "der", "den", "la", "le", "el", "al", "da", "di", "du", "bin", "ibn", "and",
    "und", "et",
  ]

  /// Whether a word of a longer value tells something by itself.
  private static func isTelling(_ word: String) -> Bool {
    word.unicodeScalars.count >= 4 && word.utf8.contains { (48...57).contains($0) }
  }

  /// A word with the letters that stand for others as those: `mueller` as `muller`.
  private static func plain(_ word: String) -> String {
    guard word.utf8.count > 3 else { return word }
    var text = ""
    var last: Character?
    for letter in word {
      let isSecond =
        letter == "e" && (last == "a" || last == "o" || last == "u") || letter == "s" && last == "s"
        || letter == "a" && last == "a"
      if !isSecond { text.append(letter) }
      last = isSecond ? nil : letter
    }
    return text
  }

  /// The same word, or with the s of a genitive.
  private static func isSame(_ word: String, _ wanted: String) -> Bool {
    if word == wanted { return true }
    let word = plain(word)
    let wanted = plain(wanted)
    if word == wanted { return true }
    return wanted.unicodeScalars.count >= 3 && word.hasSuffix("s") && word.dropLast() == wanted
  }
}

import JourneyModel

/// Finds what identifies by its form: links, handles, and numbers that are more than amounts.
///
/// Numbers are runs of digits of any script: five and more in a row, six and more with blanks or
/// marks between them, and words of letters with at least two digits, such as `AB-12345` or `X4T9QZ`.
/// Rather one amount or date too many is blacked out than one number that leads to a person.
struct IdentifyingNumbers {
  /// A place in the text, in characters.
  struct Place {
    var range: Range<Int>
    var kind: String
  }

  /// What was found.
  private(set) var places: [Place] = []

  private let characters: [Character]

  init(_ characters: [Character]) {
    self.characters = characters.map(Self.narrow)
    spelledAddresses()
    links()
    numbers()
  }

  // MARK: - Links and handles

  private mutating func links() {
    var index = 0
    while index < characters.count {
      let isStart = index == 0 || !Self.isWord(characters[index - 1])
      if isStart,
        begins("http://", at: index) || begins("https://", at: index)
          || begins("www.", at: index) || beginsDomain(at: index)
      {
        let end = characters[index...].firstIndex(where: \.isWhitespace) ?? characters.count
        places.append(Place(range: index..<end, kind: "link"))
        index = end
      } else if isStart, characters[index] == "@", index + 2 < characters.count,
        Self.isWord(characters[index + 1])
      {
        let end =
          characters[(index + 1)...].firstIndex { !Self.isWord($0) && $0 != "_" && $0 != "." }
          ?? characters.count
        places.append(Place(range: index..<end, kind: "handle"))
        index = end
      } else if isStart, let end = userNameEnd(index) {
        places.append(Place(range: index..<end, kind: "user name"))
        index = end
      } else {
        index += 1
      }
    }
  }

  /// Behind a word with an underline in it, such as `anna_s`; nil where none begins.
  private func userNameEnd(_ index: Int) -> Int? {
    guard Self.isWord(characters[index]) else { return nil }
    let end =
      characters[index...].firstIndex { !Self.isWord($0) && $0 != "_" } ?? characters.count
    // Underlines behind it are emphasis.
    guard let last = characters[index..<end].lastIndex(where: { $0 != "_" }) else { return nil }
    return characters[index...last].contains("_") ? last + 1 : nil
  }

  /// Whether a domain with a path begins here, such as `t.me/x`.
  private func beginsDomain(at index: Int) -> Bool {
    var label = 0
    var labels = 0
    var hasDigit = false
    for (place, character) in characters[index...].prefix(254).enumerated() {
      if character == "/" {
        let next = index + place + 1
        return labels > 0 && label >= 2 && !hasDigit && next < characters.count
          && Self.isWord(characters[next])
      }
      if character == "." {
        guard label > 0 else { return false }
        labels += 1
        label = 0
        hasDigit = false
      } else if Self.isWord(character) || character == "-" {
        label += 1
        if character.isNumber { hasDigit = true }
      } else {
        return false
      }
    }
    return false
  }

  private func begins(_ word: String, at index: Int) -> Bool {
    let word = Array(word)
    guard index + word.count <= characters.count else { return false }
    return zip(word, characters[index...]).allSatisfy { String($1).lowercased() == String($0) }
  }

  // MARK: - Numbers

  private mutating func numbers() {
    var index = 0
    while index < characters.count {
      guard Self.isWord(characters[index]) else {
        index += 1
        continue
      }
      // A run of words with digits: single separators may stand between them.
      let start = index
      var end = index
      var digits = 0
      var inRow = 0
      var mostInRow = 0
      var isBroken = false
      var hasLetter = false
      while end < characters.count {
        let character = characters[end]
        if Self.isDigit(character) {
          digits += 1
          inRow += 1
          mostInRow = max(mostInRow, inRow)
        } else if Self.isWord(character) {
          hasLetter = true
          inRow = 0
        } else if Self.isSeparator(character), let next = next(after: end) {
          // Words are only tied to numbers by marks, numbers to numbers by blanks too.
          let isBlank = characters[end..<next].contains(where: \.isWhitespace)
          if isBlank, !(Self.isDigit(characters[end - 1]) && Self.isDigit(characters[next])),
            !isAccount(start, next)
          {
            break
          }
          isBroken = true
          inRow = 0
          end = next
          continue
        } else {
          break
        }
        end += 1
      }
      if digits >= 2 {
        let range = start..<end
        if isAccountNumber(range) {
          places.append(Place(range: range, kind: "account"))
        } else if !hasLetter, digits >= 3, isTicket(range) || isAddressOfNetwork(range) {
          places.append(Place(range: range, kind: "number"))
        } else if !hasLetter, isShortDate(range) {
          places.append(Place(range: range, kind: "date"))
        } else if hasLetter
          ? digits >= 2 && isCode(range) : mostInRow >= 5 || isBroken && digits >= 6
        {
          places.append(Place(range: range, kind: isCard(range) ? "card" : "number"))
        }
      }
      index = max(end, start + 1)
    }
  }

  /// The next letter or digit behind at most two separators.
  private func next(after index: Int) -> Int? {
    var next = index
    while next < characters.count, Self.isSeparator(characters[next]), next - index < 3 {
      next += 1
    }
    return next < characters.count && Self.isWord(characters[next]) && next - index < 3 ? next : nil
  }

  /// Whether the run may be an account so far: `DE89 3704`.
  private func isAccount(_ start: Int, _ next: Int) -> Bool {
    guard next - start >= 4 else { return false }
    let head = characters[start..<next].filter(Self.isWord)
    return head.count >= 4 && head.count <= 34 && head[0].isLetter && head[1].isLetter
      && Self.isDigit(head[2]) && Self.isDigit(head[3])
      && (Self.isDigit(characters[next]) || characters[next].isUppercase)
  }

  private func isAccountNumber(_ range: Range<Int>) -> Bool {
    let text = characters[range].filter(Self.isWord)
    return (15...34).contains(text.count) && text[0].isLetter && text[1].isLetter
      && Self.isDigit(text[2]) && Self.isDigit(text[3])
  }

  /// Whether a number stands behind `#`.
  private func isTicket(_ range: Range<Int>) -> Bool {
    range.lowerBound > 0 && characters[range.lowerBound - 1] == "#"
  }

  /// Four numbers with points between, such as `10.1.2.3`.
  private func isAddressOfNetwork(_ range: Range<Int>) -> Bool {
    let parts = characters[range].split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { (1...3).contains($0.count) && $0.allSatisfy(Self.isDigit) }
  }

  /// A day with a year of two digits, such as `3/12/85`.
  private func isShortDate(_ range: Range<Int>) -> Bool {
    let marks = characters[range].filter { !Self.isDigit($0) }
    guard marks.count == 2, marks[0] == marks[1], "./-".contains(marks[0]) else { return false }
    let parts = characters[range].split(separator: marks[0], omittingEmptySubsequences: false)
    return parts.count == 3 && (1...2).contains(parts[0].count)
      && (1...2).contains(parts[1].count) && parts[2].count == 2
  }

  /// Letters with digits that no ordinary word is: `2nd`, `24h`, `A4` and `iPhone 15` are none.
  private func isCode(_ range: Range<Int>) -> Bool {
    let text = characters[range].filter(Self.isWord)
    let digits = text.filter(Self.isDigit).count
    return digits >= 4 || (text.count >= 5 && digits >= 2)
  }

  /// 13 to 19 digits whose last checks the others (Luhn).
  private func isCard(_ range: Range<Int>) -> Bool {
    let digits = characters[range].compactMap(\.wholeNumberValue)
    guard (13...19).contains(digits.count), digits.allSatisfy({ (0...9).contains($0) }) else {
      return false
    }
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let value = index.isMultiple(of: 2) ? digit : digit * 2
      sum += value > 9 ? value - 9 : value
    }
    return sum.isMultiple(of: 10)
  }

  // MARK: - Addresses in words

  /// `anna at example dot org`, `anna (at) example.org`.
  private mutating func spelledAddresses() {
    let words = addressWords()
    for (at, range) in words.enumerated()
    where at > 0 && at + 1 < words.count && ["at", "ät", "arroba", "@"].contains(lowercased(range))
    {
      guard isNear(words[at - 1], range), isNear(range, words[at + 1]) else { continue }
      var end = at + 1
      var hasDot = isDomain(words[end])
      while end + 2 < words.count,
        ["dot", "punkt", "point", "punto", "."].contains(lowercased(words[end + 1])),
        isNear(words[end], words[end + 1]), isNear(words[end + 1], words[end + 2])
      {
        end += 2
        hasDot = true
      }
      guard hasDot else { continue }
      places.append(
        Place(range: words[at - 1].lowerBound..<words[end].upperBound, kind: "e-mail"))
    }
  }

  /// Runs of what stands in addresses, without dots and dashes around them.
  private func addressWords() -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    var end = 0
    for (place, character) in characters.enumerated() {
      if Self.isWord(character) {
        start = start ?? place
        end = place + 1
      } else if character == "@" || character == ".", isAlone(place) {
        if let first = start { words.append(first..<end) }
        words.append(place..<(place + 1))
        start = nil
      } else if !"._-+".contains(character) {
        if let first = start { words.append(first..<end) }
        start = nil
      }
    }
    if let first = start { words.append(first..<end) }
    return words
  }

  /// Whether a sign stands between blanks.
  private func isAlone(_ place: Int) -> Bool {
    place > 0 && place + 1 < characters.count && characters[place - 1].isWhitespace
      && characters[place + 1].isWhitespace
  }

  private func lowercased(_ range: Range<Int>) -> String {
    range.count > 8 ? "" : String(characters[range]).lowercased()
  }

  private func isNear(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    other.lowerBound - one.upperBound <= 4
      && characters[one.upperBound..<other.lowerBound].allSatisfy {
        $0.isWhitespace || "()[]{}<>*".contains($0)
      }
  }

  private func isDomain(_ range: Range<Int>) -> Bool {
    guard let dot = characters[range].lastIndex(of: ".") else { return false }
    let last = characters[(dot + 1)..<range.upperBound]
    return last.count >= 2 && last.allSatisfy(\.isLetter)
  }

  // MARK: - Characters

  /// Full-width signs of addresses as the usual ones.
  static func narrow(_ character: Character) -> Character {
    switch character {
    case "＠", "﹫": "@"
    case "．", "｡", "。", "﹒": "."
    case "／": "/"
    case "：": ":"
    default: character
    }
  }

  static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  private static func isDigit(_ character: Character) -> Bool {
    character.wholeNumberValue.map { (0...9).contains($0) } ?? false
  }

  private static func isSeparator(_ character: Character) -> Bool {
    character == " " || character == "\u{a0}" || character == "\u{202f}"
      || "-–./_:,#\u{2009}".contains(character)
      || character.unicodeScalars.allSatisfy(\.properties.isDefaultIgnorableCodePoint)
  }
}

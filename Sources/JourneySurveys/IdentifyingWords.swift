/// Finds what identifies by words beside numbers: streets with a house number, postcodes of letters and
/// digits, and days with a month's name and a year.
///
/// Only what is written in the usual way of a few languages is found.
struct IdentifyingWords {
  /// What was found, in characters.
  private(set) var places: [IdentifyingNumbers.Place] = []

  private let text: FoldedText
  private let words: [Range<Int>]
  private let folded: [String]

  init(_ text: FoldedText) {
    self.text = text
    words = text.words
    folded = words.map(text.text)
    streets()
    postcodes()
    days()
  }

  private func isNear(_ one: Int, _ other: Int) -> Bool {
    words[other].lowerBound - words[one].upperBound <= 2
  }

  private mutating func add(_ first: Int, _ last: Int, _ kind: String) {
    guard let start = words[first].first, let end = words[last].last else { return }
    places.append(
      IdentifyingNumbers.Place(range: text.places[start]..<(text.places[end] + 1), kind: kind))
  }

  // MARK: - Streets

  private mutating func streets() {
    for index in folded.indices {
      let word = folded[index]
      // `Hauptstraße 5`, `Lange Gasse 12a`
      if index + 1 < folded.count, isNear(index, index + 1), isHouse(folded[index + 1]),
        Self.endings.contains(where: { word.hasSuffix($0) && text.isLikeName(words[index]) })
      {
        add(index, index + 1, "address")
      }
      guard isHouse(word) else { continue }
      // `12 High Street`, `12 rue de la Paix`
      if index + 1 < folded.count, Self.before.contains(folded[index + 1]) {
        var last = index + 1
        while last + 1 < folded.count, last < index + 5, isNear(last, last + 1),
          Self.joining.contains(folded[last + 1]) || text.isLikeName(words[last + 1])
        {
          last += 1
        }
        if last > index + 1 { add(index, last, "address") }
      }
      for last in index + 2..<max(index + 2, min(index + 5, folded.count))
      where Self.behind.contains(folded[last]) {
        let isNamed = (index + 1..<last).allSatisfy {
          text.isLikeName(words[$0]) && isNear($0 - 1, $0)
        }
        if isNamed { add(index, last, "address") }
      }
      // `Calle Mayor 12`, `Via Roma 3`
      for first in max(0, index - 4)..<max(0, index - 1)
      where Self.before.contains(folded[first]) && text.isLikeName(words[first]) {
        add(first, index, "address")
      }
    }
  }

  private func isHouse(_ word: String) -> Bool {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    return (1...4).contains(digits.count) && word.count - digits.count <= 1
  }

  private static let endings = ["strasse", "straße", "str", "gasse", "weg", "platz", "allee"]
  private static let behind: Set<String> = [
    "street", "st", "road", "rd", "avenue", "ave", "lane", "ln", "drive", "boulevard", "blvd",
    "court", "terrace", "crescent", "close",
  ]
  private static let before: Set<String> = [
    "rue", "avenue", "boulevard", "chemin", "impasse", "calle", "avenida", "plaza", "via", "rua",
  ]
  private static let joining: Set<String> = ["de", "du", "des", "la", "le", "les", "l", "d", "del"]

  // MARK: - Postcodes

  private mutating func postcodes() {
    for index in folded.indices.dropLast() where isNear(index, index + 1) {
      let one = shape(index)
      let other = shape(index + 1)
      let isBritish = other == "9AA" && ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"].contains(one)
      let isCanadian = one == "A9A" && other == "9A9"
      let isDutch = one == "9999" && other == "AA"
      if isBritish || isCanadian || isDutch { add(index, index + 1, "postcode") }
    }
  }

  /// Capitals as `A` and digits as `9`; nil of anything else.
  private func shape(_ index: Int) -> String? {
    let range = words[index]
    guard range.count <= 4 else { return nil }
    var shape = ""
    for place in range {
      let character = text.characters[text.places[place]]
      guard character.isASCII, character.isNumber || character.isUppercase else { return nil }
      shape += character.isNumber ? "9" : "A"
    }
    return shape
  }

  // MARK: - Days

  private mutating func days() {
    for index in folded.indices where Self.months.contains(folded[index]) {
      // `12 March 1985`, `March 12, 1985`, `12 de marzo de 1985`, `1985 March 12`
      for (day, year) in [(-1, 1), (1, 2), (-2, 2), (-1, 2), (-2, 1), (1, -1)] {
        let (day, year) = (index + day, index + year)
        guard folded.indices.contains(day), folded.indices.contains(year), isDay(folded[day]),
          isYear(folded[year])
        else { continue }
        add(min(day, index, year), max(day, index, year), "date")
        break
      }
    }
  }

  private func isDay(_ word: String) -> Bool {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard let day = Int(digits), (1...31).contains(day) else { return false }
    return ["", "st", "nd", "rd", "th", "er"].contains(String(word.dropFirst(digits.count)))
  }

  private func isYear(_ word: String) -> Bool {
    guard word.utf8.count == 4, let year = Int(word) else { return false }
    return (1900...2099).contains(year)
  }

  /// The names of months, folded.
  static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "januar", "februar", "marz", "maerz", "mai", "juni", "juli",
    "oktober", "dezember", "janvier", "fevrier", "mars", "avril", "juin", "juillet", "aout",
    "septembre", "octobre", "novembre", "decembre", "enero", "febrero", "marzo", "abril", "mayo",
    "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
  ]
}

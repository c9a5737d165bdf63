import Foundation

/// A text as letters that can be compared.
///
/// They are small, without marks, look-alikes of other scripts as Latin, and what cannot be seen is
/// left out. Each letter knows where it stands.
struct FoldedText {
  /// The letters and whatever else, in order.
  private(set) var scalars: [Unicode.Scalar] = []
  /// The place in ``characters`` that each came from.
  private(set) var places: [Int] = []
  /// The words with their places: runs of letters and digits; a script without spaces is one run.
  private(set) var words: [Range<Int>] = []
  /// The characters of the text.
  let characters: [Character]

  /// Folds a text.
  ///
  /// Cost: linear.
  init(_ text: String) {
    characters = Array(text)
    for (place, character) in characters.enumerated() {
      for scalar in Self.folded(character) {
        scalars.append(scalar)
        places.append(place)
      }
    }
    words = Self.words(scalars)
  }

  /// Whether a place holds part of a word.
  func isWord(_ place: Int) -> Bool {
    scalars.indices.contains(place) && Self.isWord(scalars[place])
  }

  private static func words(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for place in scalars.indices {
      if isWord(scalars[place]) {
        start = start ?? place
      } else if let first = start {
        words.append(first..<place)
        start = nil
      }
    }
    if let first = start { words.append(first..<scalars.count) }
    return words
  }

  /// The folded text of a range.
  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// Whether a word is written like a name: with a capital, or in a script that has none.
  func isLikeName(_ word: Range<Int>) -> Bool {
    guard let place = word.first else { return false }
    let first = characters[places[place]]
    return first.isUppercase || !first.isCased
  }

  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// Whether names of a script stand inside runs of other letters: no spaces, or particles that are
  /// written together with the word.
  static func joinsWords(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0x0E00...0x0EFF, 0x1000...0x109F, 0x1100...0x11FF, 0x1780...0x17FF,
      0x3040...0x30FF, 0x3130...0x318F, 0x3400...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF,
      0xFB50...0xFDFF, 0xFE70...0xFEFC, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  private static func folded(_ character: Character) -> [Unicode.Scalar] {
    if let ascii = character.asciiValue {
      let small = ascii >= 65 && ascii <= 90 ? ascii + 32 : ascii
      return [Unicode.Scalar(small)]
    }
    let folded = String(character).decomposedStringWithCompatibilityMapping
      .folding(
        options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    return folded.unicodeScalars.compactMap { scalar in
      if scalar.properties.isDefaultIgnorableCodePoint { return nil }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format,
        .control where scalar.value > 32:
        return nil
      default: return alike[scalar] ?? scalar
      }
    }
  }

  /// Letters that look like Latin ones, after Unicode's table of confusables; the small ones.
  private static let alike: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs: [(String, String)] = [
      // Cyrillic
      ("аеорсухіјѕһԁԛԝєӏгпкмнтвь", "aeopcyxijshdqwelrnkmhtbb"),
      // Greek
      ("αβγδεηικνορτυχωϲϳ", "abydenikvoptuxwcj"),
      // Latin with strokes, and small capitals
      ("ıȷøłđħŧŀƒɑɡɩʀɴʜʟɪʏ", "ijoldhtlfagirnhliy"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (from, to) in pairs {
      for (a, b) in zip(from.unicodeScalars, to.unicodeScalars) where a != b { table[a] = b }
    }
    return table
  }()
}

/// Breaks text into lines that fit, from widths that are asked for all at once.
///
/// Three steps: ``add(_:_:)`` every text of a picture, ``measure()`` them together, then ask for
/// widths and lines. A text is measured word by word, so that wrapping asks for nothing more; only
/// words that are wider than their column need a second question.
///
/// Not safe to share between tasks: one for each picture.
package final class Typesetter {
  /// A text that was added.
  package struct Label: Hashable, Sendable {
    fileprivate var index: Int
    /// What the text is for.
    package let role: TextRole
    /// Which way it runs.
    package let direction: TextDirection
  }

  /// One line of a text.
  package struct Line: Hashable, Sendable {
    /// The text.
    package var text: String
    /// Its width.
    package var width: Double
    /// A factor on the size of its letters; below 1 where a short word would not fit otherwise.
    package var scale = 1.0
  }

  /// The part of a text between two places where a line may break.
  private struct Piece {
    var text: String
    var width = 0.0
    /// Whether a space stands before it, unless it begins a line.
    var hasSpace: Bool
    /// Whether a hyphen is drawn when a line ends after it (soft hyphens).
    var hyphenates = false
    /// A factor on the size of its letters.
    var scale = 1.0
    /// Whether it is part of a name that programs gave, which never gets a hyphen.
    var isName = false
  }

  /// The theme whose fonts are set.
  let theme: Theme
  /// Which way the picture is read; it is drawn from left to right all the same.
  let direction: TextDirection
  let measurer: any TextMeasuring
  private var pieces: [Piece] = []
  private var ranges: [Range<Int>] = []
  private var roles: [TextRole] = []
  private var spaces = [Double](repeating: 0, count: TextRole.allCases.count)
  private var hyphens = [Double](repeating: 0, count: TextRole.allCases.count)

  /// How small a word is set at most rather than broken, where it may be broken.
  private static let leastUnbroken = 0.85
  /// How much wider than measured text is taken to be, for browsers whose fonts differ a little.
  static let slack = 1.015

  /// Creates a typesetter.
  package init(
    theme: Theme, measurer: any TextMeasuring, direction: TextDirection = .leftToRight
  ) {
    self.theme = theme
    self.direction = direction
    self.measurer = measurer
    pieces.reserveCapacity(1024)
  }

  /// Takes a text to be measured with all others.
  package func add(_ text: String, _ role: TextRole) -> Label {
    let text = Scalars.cleaned(text)
    let start = pieces.count
    split(text)
    ranges.append(start..<pieces.count)
    roles.append(role)
    return Label(
      index: ranges.count - 1, role: role, direction: Scalars.direction(of: text, in: direction))
  }

  /// Measures everything that was added, in one call.
  package func measure() throws {
    var texts: [StyledText] = []
    texts.reserveCapacity(pieces.count + 2 * TextRole.allCases.count)
    for role in TextRole.allCases {
      let style = theme.style(role)
      texts.append(StyledText("n n", style))
      texts.append(StyledText("nn", style))
      texts.append(StyledText("-", style))
    }
    for (range, role) in zip(ranges, roles) {
      let style = theme.style(role)
      for index in range { texts.append(StyledText(pieces[index].text, style)) }
    }
    let widths = try measurer.widths(of: texts)
    for role in TextRole.allCases {
      spaces[role.rawValue] = (widths[role.rawValue * 3] - widths[role.rawValue * 3 + 1])
      hyphens[role.rawValue] = widths[role.rawValue * 3 + 2]
    }
    var next = 3 * TextRole.allCases.count
    for range in ranges {
      for index in range {
        pieces[index].width = widths[next] * Self.slack
        next += 1
      }
    }
  }

  /// The width of the whole text on one line.
  package func width(_ label: Label) -> Double {
    let space = spaces[label.role.rawValue]
    var width = 0.0
    for index in ranges[label.index] {
      if pieces[index].hasSpace, index > ranges[label.index].lowerBound { width += space }
      width += pieces[index].width
    }
    return width
  }

  /// The width of the widest part that is never broken but as a last resort.
  package func longestWord(_ label: Label) -> Double {
    ranges[label.index].reduce(0) { max($0, pieces[$1].width) }
  }

  /// The whole text on one line.
  package func line(_ label: Label) -> Line {
    Line(text: text(of: ranges[label.index]), width: width(label))
  }

  /// The text in lines no wider than `width`.
  ///
  /// - Parameters:
  ///   - label: The text.
  ///   - width: The width of the column.
  /// - Returns: The lines; at least one, unless the text is empty.
  /// - Throws: What the measurer throws when a word must be broken.
  package func lines(_ label: Label, width: Double) throws -> [Line] {
    let range = ranges[label.index]
    let space = spaces[label.role.rawValue]
    var lines: [Line] = []
    var line = Line(text: "", width: 0)
    var endsSoft = false
    func end(hyphen: Bool = false) {
      if hyphen {
        line.text += "-"
        line.width += hyphens[label.role.rawValue]
      }
      lines.append(line)
      line = Line(text: "", width: 0)
    }
    for index in range {
      let parts =
        pieces[index].width <= width
        ? [pieces[index]] : try broken(pieces[index], role: label.role, width: width)
      for piece in parts {
        let gap = piece.hasSpace && !line.text.isEmpty ? space : 0
        if !line.text.isEmpty, line.width + gap + piece.width > width {
          end(hyphen: endsSoft)
        } else if gap > 0 {
          line.text += " "
          line.width += gap
        }
        line.text += piece.text
        line.width += piece.width
        line.scale = min(line.scale, piece.scale)
        endsSoft = piece.hyphenates
      }
    }
    if !line.text.isEmpty { end() }
    return lines
  }

  private func text(of range: Range<Int>) -> String {
    var text = ""
    for index in range {
      if pieces[index].hasSpace, index > range.lowerBound { text += " " }
      text += pieces[index].text
    }
    return text
  }

  /// A word that is too wide, in parts that fit.
  private func broken(_ piece: Piece, role: TextRole, width: Double) throws -> [Piece] {
    let style = theme.style(role)
    // Rather between words that belong together than within one of them.
    let words = piece.text.split { $0 == "\u{A0}" || $0 == "\u{202F}" }
    if words.count > 1 {
      let widths = try measurer.widths(of: words.map { StyledText(String($0), style) })
      return try words.indices.flatMap { index in
        var part = Piece(
          text: String(words[index]), width: widths[index] * Self.slack,
          hasSpace: index > 0 || piece.hasSpace)
        part.isName = Identifiers.contains(words[index])
        part.hyphenates = index == words.count - 1 && piece.hyphenates
        return part.width <= width ? [part] : try broken(part, role: role, width: width)
      }
    }
    let characters = Array(piece.text)
    guard characters.count > 1 else { return [piece] }
    let allowed =
      piece.isName ? Identifiers.breaks(in: characters) : Hyphenation.breaks(in: characters)
    if let shrunk = shrunk(piece, role, length: characters.count, allowed, width: width) {
      return [shrunk]
    }
    let widths = try measurer.widths(of: characters.map { StyledText(String($0), style) })
      .map { $0 * Self.slack }
    let hyphen = piece.isName ? 0 : hyphens[role.rawValue]
    var parts: [Piece] = []
    var start = 0
    while start < characters.count {
      var end = start
      var sum = 0.0
      while end < characters.count, sum + widths[end] <= width || end == start {
        sum += widths[end]
        end += 1
      }
      var hyphenates = false
      var scale = 1.0
      if end < characters.count {
        // Back to the last good place.
        var place = end
        while place > start {
          let used = widths[start..<place].reduce(0, +)
          if allowed[place], used + hyphen <= width { break }
          place -= 1
        }
        if place > start {
          end = place
          hyphenates = !piece.isName
        } else if piece.isName {
          // What is left rather a little smaller than torn where nothing ends.
          let rest = widths[start...].reduce(0, +)
          if width >= Self.leastUnbroken * rest {
            (end, scale) = (characters.count, width / rest)
          } else {
            end = max(start + 1, min(end, characters.count - Hyphenation.least))
          }
        } else if characters[end].isLetter, characters[end - 1].isLetter,
          Scalars.direction(of: piece.text) == .leftToRight
        {
          while end > start + 1, widths[start..<end].reduce(0, +) + hyphen > width { end -= 1 }
          // Anywhere, but then where the letters can still be read.
          let least = Hyphenation.least
          var better = min(end, characters.count - least)
          while better > start + least, Hyphenation.tears(characters, at: better) { better -= 1 }
          if better >= start + least { end = better }
          hyphenates = true
        }
      }
      var part = Piece(
        text: String(characters[start..<end]), width: scale * widths[start..<end].reduce(0, +),
        hasSpace: start == 0 && piece.hasSpace)
      part.scale = scale
      part.hyphenates = hyphenates || (end == characters.count && piece.hyphenates)
      parts.append(part)
      start = end
    }
    return parts
  }

  /// A short word, or one that cannot be broken, in letters a little smaller; nil where that is not
  /// enough.
  private func shrunk(
    _ piece: Piece, _ role: TextRole, length: Int, _ allowed: [Bool], width: Double
  ) -> Piece? {
    let least: Double? =
      if allowed.contains(true) {
        length <= 8 || piece.isName ? Self.leastUnbroken : nil
      } else {
        length <= 12 ? 0.7 : nil
      }
    // Never smaller than the theme's smallest where all is read from far away.
    let smallest = theme.isBrief ? TextRole.allCases.map { theme.style($0).size }.min() ?? 0 : 0
    guard let least = least.map({ max($0, smallest / theme.style(role).size) }), piece.width > 0,
      width / piece.width >= least
    else { return nil }
    var shrunk = piece
    shrunk.scale = width / piece.width
    shrunk.width = width
    return shrunk
  }

  /// Splits a text where lines may break: at spaces, after hyphens between letters, at soft
  /// hyphens, and around ideographs; not within what no-break spaces or numbers hold together.
  private func split(_ text: String) {
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var hasSpace = false
    var isName = Identifiers.contains(text.prefix { $0 != " " })
    var previous: Unicode.Scalar?
    var index = scalars.startIndex
    func cut(at end: String.UnicodeScalarView.Index) {
      if end > start {
        pieces.append(Piece(text: String(text[start..<end]), hasSpace: hasSpace, isName: isName))
        hasSpace = false
      }
      start = end
    }
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if scalar == " " {
        cut(at: index)
        hasSpace = true
        start = next
        isName = Identifiers.contains(text[next...].prefix { $0 != " " })
        previous = nil
        index = next
        continue
      }
      if scalar.value == 0xAD {
        cut(at: index)
        if let last = pieces.indices.last { pieces[last].hyphenates = true }
        start = next
        index = next
        continue
      }
      if let before = previous {
        if before.value >= 0x2E80 || scalar.value >= 0x2E80 {
          if Scalars.isIdeographic(before) || Scalars.isIdeographic(scalar),
            !Scalars.cannotBeginLine(scalar), !Scalars.cannotEndLine(before),
            !Scalars.holdTogether(before, scalar)
          {
            cut(at: index)
          }
        } else if before == "-" || before == "–" || before == "—" || before == "/" {
          if scalar.properties.isAlphabetic, index > start, isWord(scalars[start..<index]),
            !isHeld(scalars[start...])
          {
            cut(at: index)
          }
        }
      }
      previous = scalar
      index = next
    }
    cut(at: scalars.endIndex)
  }

  /// Whether a no-break space holds together what comes next, up to a space, dashes and all.
  private func isHeld(_ rest: Substring.UnicodeScalarView) -> Bool {
    rest.lazy.prefix { $0 != " " }.contains("\u{A0}")
  }

  /// Whether a dash ends a word: at least two letters before it.
  private func isWord(_ scalars: Substring.UnicodeScalarView) -> Bool {
    scalars.lazy.filter { $0.properties.isAlphabetic }.prefix(2).count == 2
  }
}

import JourneyModel

/// How large everything of an atlas is, after its texts are measured.
struct AtlasSizes {
  /// The lines of one card.
  struct Card {
    var title: [Typesetter.Line]
    /// How many started, and when.
    var known: [Typesetter.Line]
    /// On how many lines that stands.
    var notes: Int
    var note: [Typesetter.Line]
    var hottest: [Typesetter.Line]
    /// The height of the words, from the upper edge of the card to the lower.
    var words: Double
    var height: Double
  }

  /// The label of a ribbon.
  struct Label {
    var width: Double
    var height: Double
  }

  let form: AtlasContent.Form
  private(set) var cards: [Card] = []
  private(set) var links: [Label] = []
  /// How much room the number of each ribbon has beyond its text, so that it stands beside it.
  private(set) var rooms: [Double] = []
  /// The width of every card.
  let width: Double
  /// The width of the panel with the face.
  let panel: Double
  /// The space around a card's words.
  let padding: Double
  /// The height of the curve.
  let curve: Double
  /// The height of the bar of ends.
  let bar: Double
  /// The space between journeys that lead into each other, without the numbers of ribbons.
  let ranks: Double
  /// The same from left to right, where the numbers alone make ribbons long enough.
  let columns: Double
  /// The height of the heading above the grid.
  let heading: Double
  /// The width of that heading.
  let headingWidth: Double

  /// Whether every card says what its first share is; all do, or none.
  let saysComplete: Bool

  /// The width of the widest ribbon.
  static let widestRibbon = 24.0
  /// The space between how many started and when, where both stand on one line.
  static let betweenNotes = 12.0
  /// The width of the thinnest.
  static let thinnestRibbon = 2.0

  /// The width of a card's words.
  var column: Double { width - panel - 2 * padding }
  /// The space between cards of the grid.
  var gap: Double { form == .full ? 26 : form == .compact ? 20 : 14 }

  /// The space between groups of linked journeys.
  var groupGap: Double { gap * (form == .compact && columns < 20 ? 1.2 : 1.6) }
  /// The space between linked journeys and the others beside them.
  var gridGap: Double { gap * (form == .compact && columns < 20 ? 1.6 : 2.4) }

  /// Breaks every text into lines.
  init(_ content: AtlasContent, _ text: AtlasText, setter: Typesetter) throws {
    let theme = setter.theme
    form = content.form
    let longest = text.cards.reduce(0) { max($0, setter.longestWord($1.title)) }
    let isBrief = theme.isBrief
    ranks = form == .full ? 44 : isBrief ? 14 : 32
    columns = isBrief ? 12 : ranks
    switch form {
    case .full:
      (panel, padding, curve, bar) = (58, 15, 58, 9)
      width = min(360, max(316, longest + panel + 2 * padding)).rounded(.up)
    case .compact:
      (panel, padding, curve, bar) = (52, 12, 0, 8)
      let words = max(longest, text.cards.reduce(0) { max($0, Self.ends($1, setter)) })
      // Three of them beside each other are read from the last row.
      let (least, most) = isBrief ? (236.0, 294.0) : (252, 300)
      width = min(most, max(least, words + panel + 2 * padding)).rounded(.up)
    case .small:
      (panel, padding, curve, bar) = (38, 10, 0, 6)
      width = min(240, max(208, longest + panel + 2 * padding)).rounded(.up)
    }
    let room = width - panel - 2 * padding
    saysComplete = text.cards.allSatisfy { Self.ends($0, setter) <= room }
    heading = text.heading == nil ? 0 : theme.lineHeight(.lane) + 14
    headingWidth = text.heading.map(setter.width) ?? 0
    let column = width - panel - 2 * padding
    for card in text.cards {
      let title = try setter.lines(card.title, width: column, most: 3)
      let note = try card.note.map { try setter.lines($0, width: column) } ?? []
      let heat = card.heat.map { setter.width($0) + 12 } ?? 0
      let ring = card.heat == nil ? 0.0 : 22
      let hottest =
        try card.hottest.map {
          try setter.lines($0, width: column - heat - ring, most: content.form == .full ? 2 : 1)
        } ?? []
      let known = [card.started, card.period].compactMap { $0 }
      let isOneLine = known.reduce(Self.betweenNotes) { $0 + setter.width($1) } <= column
      let notes = known.count > 1 && isOneLine ? 1 : known.count
      let cut = try known.compactMap { try setter.lines($0, width: column, most: 1).first }
      var lines = Card(
        title: title, known: cut, notes: notes, note: note, hottest: hottest, words: 0, height: 0)
      lines.words = height(of: card, lines, theme)
      lines.height = max(
        lines.words, (Self.feeling(card, radius: face, theme) + 2 * padding).rounded(.up))
      cards.append(lines)
    }
    for label in text.links {
      links.append(
        Label(
          width: (setter.width(label) + 10).rounded(.up), height: theme.lineHeight(.note) + 4))
    }
    rooms = content.links.map { ribbon($0.weight) / 2 + 2 }
  }

  /// The width of how many complete and how many leave, on one line.
  private static func ends(_ card: AtlasText.Card, _ setter: Typesetter) -> Double {
    guard let complete = card.complete else { return 0 }
    return setter.width(card.completed) + beforeComplete + setter.width(complete)
      + (card.left.map { setter.width($0) + 10 } ?? 0)
  }

  /// The space between a share and what it is.
  static let beforeComplete = 6.0

  /// The height of face, score and scale under each other.
  static func feeling(_ card: AtlasText.Card, radius: Double, _ theme: Theme) -> Double {
    2 * radius + belowFace + theme.lineHeight(.score)
      + (card.scale == nil ? 0 : theme.lineHeight(.axisValue) - 2)
  }

  /// The space between a face and its score.
  static let belowFace = 3.0

  /// The radius of a journey's face.
  var face: Double { form == .small ? 11 : form == .compact ? 15 : 19 }

  /// The width of a ribbon.
  func ribbon(_ weight: Double) -> Double {
    max(Self.thinnestRibbon, weight * Self.widestRibbon)
  }

  private func height(of text: AtlasText.Card, _ card: Card, _ theme: Theme) -> Double {
    let notes = card.notes
    var height = 2 * padding + Double(card.title.count) * theme.lineHeight(.cardTitle)
    if form == .small { return max(62, height + 2 + theme.lineHeight(.score) + bar + 4) }
    height += Double(notes) * theme.lineHeight(.cardNote)
    if form == .full { height += 10 + curve + 8 }
    height += theme.lineHeight(.stage) + 4
    height += bar + (form == .full ? 14 : 4)
    height += Double(card.note.count) * theme.lineHeight(.cardNote)
    if !card.hottest.isEmpty { height += 6 + Double(card.hottest.count) * theme.lineHeight(.meta) }
    return height.rounded(.up)
  }
}

import JourneyModel

/// How large everything of the flow view is, after its texts are measured.
struct FlowSizes {
  /// A card with what hangs above and below it.
  struct Card {
    var name: [Typesetter.Line]
    var channel: [Typesetter.Line]
    var exits: [[Typesetter.Line]]
    /// The height of the row above the card, for the way straight back to it.
    var above: Double
    /// The height of the card.
    var height: Double
    /// The heights of the rows below the card, one for each exit.
    var rows: [Double]

    /// The height of all rows below the card.
    var below: Double { rows.reduce(0, +) }
  }

  /// A link's number, or one way to set it.
  struct Label {
    var text: Typesetter.Label
    var lines: [Typesetter.Line]
    var width: Double
    var height: Double
  }

  /// A start or an end.
  struct Terminal {
    var name: [Typesetter.Line]
    /// The lines of each note.
    var notes: [[Typesetter.Line]]
    var width: Double
    var height: Double
  }

  /// A stage's title.
  struct Title {
    var width: Double
    var height: Double
  }

  private(set) var cards: [Card] = []
  /// For each link the ways to set its number, the fullest first; empty when it has none.
  private(set) var links: [[Label]] = []
  private(set) var titles: [Title] = []
  private(set) var start: Terminal
  private(set) var completed: Terminal
  /// The width of every card.
  let cardWidth: Double
  /// The width of a ribbon that everybody takes, per traversal of one customer.
  let ribbonUnit: Double
  /// The space between two columns, with room for numbers beside the ribbons.
  var columnGap: Double {
    let widest = links.joined().reduce(0) { max($0, $1.width) }
    return min(124, max(isBrief ? 72 : 84, widest + 26))
  }
  /// The space between the parts of one column.
  var nodeGap: Double { isBrief ? 18 : 26 }
  /// The space between a stage's cards and its edge.
  var stageMargin: Double { isBrief ? 12 : 18 }
  /// Whether large letters need the room.
  let isBrief: Bool

  /// The width of the panel that shows the feeling.
  static let panel = 50.0
  /// The width of a ribbon that as many take as start.
  static let widestRibbon = 26.0
  /// The width of the thinnest ribbon.
  static let thinnestRibbon = 1.6
  /// The width of a plain arrow, where traffic is unknown.
  static let arrow = 2.0
  /// The padding of a card's text.
  static let padding = 12.0

  /// How far each of the two cards behind a group's looks out above it.
  static let edgeOfGroup = 6.0

  /// Breaks every text into lines.
  init(_ graph: FlowGraph, _ text: FlowText, setter: Typesetter) throws {
    let most = graph.links.reduce(1) { max($0, $1.traffic ?? 0) }
    let exits = graph.cards.lazy.flatMap(\.exits).reduce(most) { max($0, $1.traffic) }
    ribbonUnit = Self.widestRibbon / max(most, exits)

    var longest = 0.0
    for card in text.cards {
      longest = max(longest, setter.longestWord(card.name))
      if let channel = card.channel { longest = max(longest, setter.longestWord(channel)) }
    }
    let isBrief = setter.theme.isBrief
    self.isBrief = isBrief
    let needed = (longest + Self.panel + 2 * Self.padding).rounded(.up)
    cardWidth = isBrief ? min(200, max(150, needed)) : min(248, max(204, needed))

    start = try Self.terminal(text.start, setter)
    completed = try Self.terminal(text.completed, setter)
    for (card, text) in zip(graph.cards, text.cards) {
      cards.append(try self.card(card, text, setter))
    }
    for labels in text.links { links.append(try Self.forms(of: labels, setter)) }
    for stage in text.stages {
      let width = setter.width(stage.name) + (stage.note.map { setter.width($0) + 24 } ?? 0)
      titles.append(Title(width: width.rounded(.up) + 12, height: isBrief ? 28 : 34))
    }
  }

  /// The width of a ribbon.
  func ribbon(_ traffic: Double?) -> Double {
    guard let traffic else { return Self.arrow }
    return max(Self.thinnestRibbon, traffic * ribbonUnit)
  }

  /// Where the streams of a card's exits fall, from the card's left edge: the lowest row's stream
  /// is the leftmost, so that no stream crosses the words of another.
  func streams(of card: FlowGraph.Card) -> [Double] {
    var x = 18.0
    // Far enough apart that each arrow is seen to end at its own words.
    let gap = card.exits.count < 4 ? 16.0 : 9
    var places = [Double](repeating: 0, count: card.exits.count)
    for index in card.exits.indices.reversed() {
      let width = max(6, ribbon(card.exits[index].traffic))
      places[index] = x + width / 2
      x += width + gap
    }
    return places
  }

  /// Where the words of a card's exits begin, from the card's left edge.
  func exitText(of card: FlowGraph.Card, _ index: Int) -> Double {
    let half = max(6, ribbon(card.exits[index].traffic)) / 2
    return streams(of: card)[index] + half + 8
  }

  private func card(
    _ card: FlowGraph.Card, _ text: FlowText.Card, _ setter: Typesetter
  ) throws -> Card {
    let column = cardWidth - Self.panel - 2 * Self.padding
    let name = try setter.lines(text.name, width: column)
    let reach = text.reach.map { setter.width($0) + 10 } ?? 0
    let channel = try text.channel.map { try setter.lines($0, width: column - reach) } ?? []
    let notes = Double(max(channel.count, text.reach == nil ? 0 : 1))
    var height = 24 + Double(name.count) * setter.theme.lineHeight(.cardTitle)
    height += notes * setter.theme.lineHeight(.cardNote) + (text.reach == nil ? 0 : 8)
    var lines: [[Typesetter.Line]] = []
    var rows: [Double] = []
    for (index, exit) in text.exits.enumerated() {
      let room = cardWidth - exitText(of: card, index)
      let exitLines = try setter.lines(exit, width: max(60, room))
      lines.append(exitLines)
      rows.append(
        (Double(exitLines.count) * setter.theme.lineHeight(.exit)
          + (index == 0 ? (isBrief ? 8 : 14) : 6))
          .rounded(.up))
    }
    // A hotspot's ring and badge need room too, and so does a star.
    let badge = card.hotspot == nil && !card.touchpoint.isMomentOfTruth ? 0.0 : 12
    let edges = card.group == nil ? badge : 2 * Self.edgeOfGroup
    return Card(
      name: name, channel: channel, exits: lines, above: card.round == nil ? edges : 34,
      height: max(isBrief ? 66 : 78, height.rounded(.up)), rows: rows)
  }

  /// In narrow lines, on one line, and without the words.
  private static func forms(
    of labels: [Typesetter.Label], _ setter: Typesetter
  ) throws -> [Label] {
    guard let full = labels.first else { return [] }
    var forms: [Label] = []
    let lines = try setter.lines(full, width: max(72, min(110, setter.longestWord(full))))
    for (label, lines) in [(full, lines)] + labels.map({ ($0, [setter.line($0)]) }) {
      if lines.count == 1, forms.last?.lines == lines { continue }
      let width = lines.reduce(0) { max($0, $1.width) }
      forms.append(
        Label(
          text: label, lines: lines, width: width.rounded(.up) + 4,
          height: Double(lines.count) * setter.theme.lineHeight(.note)))
    }
    return forms
  }

  private static func terminal(
    _ text: FlowText.Terminal, _ setter: Typesetter
  ) throws -> Terminal {
    let name = try setter.lines(text.name, width: 150)
    let notes = try text.notes.map { try setter.lines($0, width: 150) }
    let width = (name + notes.joined()).reduce(0) { max($0, $1.width) }
    let height =
      Double(name.count) * setter.theme.lineHeight(.cardTitle)
      + Double(notes.joined().count) * setter.theme.lineHeight(.cardNote) + 20
    return Terminal(
      name: name, notes: notes, width: (width + 40).rounded(.up), height: max(48, height))
  }
}

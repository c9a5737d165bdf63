import JourneyAnalysis
import JourneyModel

/// Every text of the flow view, ready to be measured together.
struct FlowText {
  /// The texts of a card.
  struct Card {
    var name: Typesetter.Label
    var channel: Typesetter.Label?
    var score: Typesetter.Label
    var reach: Typesetter.Label?
    var rank: Typesetter.Label?
    var exits: [Typesetter.Label]
    var round: Typesetter.Label?
  }

  /// The texts of a stage.
  struct Stage {
    var name: Typesetter.Label
    var note: Typesetter.Label?
  }

  /// The texts of a start or an end.
  struct Terminal {
    var name: Typesetter.Label
    /// What stands under the name, each on lines of its own.
    var notes: [Typesetter.Label] = []
  }

  private(set) var cards: [Card] = []
  /// For each link its number with the words on its arrow, then without; empty when it has neither.
  private(set) var links: [[Typesetter.Label]] = []
  private(set) var stages: [Stage] = []
  private(set) var start: Terminal
  private(set) var completed: Terminal
  private(set) var leftOut: Typesetter.Label?

  /// Up to so many links have a number each; of more, the most travelled ones.
  static let mostLabels = 60

  /// Puts everything there is to say into words.
  init(_ graph: FlowGraph, _ subject: Subject, setter: Typesetter) {
    let (words, analysis) = (subject.words, subject.analysis)
    start = Terminal(name: setter.add(words.flow.start, .cardTitle))
    start.notes = Self.startNotes(graph, subject).map { setter.add($0, .cardNote) }
    completed = Terminal(
      name: setter.add(subject.journey.ends.completed ?? words.completed, .cardTitle))
    if let share = analysis.ends?.completed {
      completed.notes = [setter.add(words.numbers.percent(share), .cardNote)]
    }
    for card in graph.cards { cards.append(Self.card(card, subject, setter)) }
    for stage in graph.stages {
      let note = stage.stillHere.map { words.fill(words.stillHere, words.numbers.percent($0)) }
      stages.append(
        Stage(
          name: setter.add(stage.id.rawValue, .stage),
          note: note.map { setter.add($0, .stageNote) }))
    }
    let least = Self.leastLabelled(graph)
    links = graph.links.map { link in
      guard let traffic = link.traffic, traffic >= least else { return [] }
      var bare = link
      bare.label = nil
      let forms = link.label == nil || setter.theme.isBrief ? [bare] : [link, bare]
      return forms.map { setter.add(Self.words(of: $0, words), .note) }
    }
    let rest = graph.leftOut?.text(words, isBrief: setter.theme.isBrief)
    leftOut = rest.map { setter.add($0, .legend) }
  }

  /// How many start, and how many of them in ways that are too rare to be drawn.
  static func startNotes(_ graph: FlowGraph, _ subject: Subject) -> [String] {
    let words = subject.words
    var notes: [String] = []
    if let started = subject.analysis.started {
      notes.append(words.counted(started, subject.journey.customers))
    }
    if let rest = graph.startElsewhere {
      notes.append(
        words.fill(
          words.flow.elsewhere(Double(rest.ways)), words.numbers.percent(rest.traffic),
          words.numbers.count(Double(rest.ways))))
    }
    return notes
  }

  /// What is not drawn, in words.
  static func leftOut(_ graph: FlowGraph, _ subject: Subject) -> String? {
    graph.leftOut?.text(subject.words)
  }

  /// How many go out here, and how: `22% leave · 166`.
  static func words(of exit: FlowGraph.Exit, _ subject: Subject) -> String {
    let words = subject.words
    if exit.isUnderWayCounted, let count = exit.count {
      // Shares are of those whose way is known; of all who come they would not add up with these.
      let text = words.fill(words.flow.underWay, words.numbers.count(count))
      return exit.label.map { text + " · " + Scalars.isolated($0) } ?? text
    }
    let share = exit.share.map(words.numbers.percent) ?? words.numbers.percent(exit.traffic)
    var text =
      switch exit.kind {
      case .end(.diverted(let journey?)):
        words.fill(words.divert, share, subject.name(ofJourney: journey))
      case .end(.diverted): words.fill(words.divertUnnamed, share)
      case .end(.underWay): words.fill(words.flow.underWay, share)
      case .end(.ended): words.fill(words.flow.ended, share)
      case .end(.left) where exit.isInferred: words.fill(words.flow.countedAsLeft, share)
      case .end: words.fill(words.leave, share)
      case .elsewhere(let ways):
        words.fill(
          words.flow.elsewhere(Double(ways)), share, words.numbers.count(Double(ways)))
      }
    if let count = exit.count { text += " · " + Self.number(count, exit.isCounted, words) }
    if let label = exit.label { text += " · " + Scalars.isolated(label) }
    return text
  }

  /// How many go this way, else the share of those who start.
  static func words(of link: FlowGraph.Link, _ words: Words) -> String {
    let number =
      link.count.map { Self.number($0, link.isCounted, words) }
      ?? link.traffic.map(words.numbers.percent) ?? ""
    return link.label.map { number + " " + Scalars.isolated($0) } ?? number
  }

  /// How many; what follows from shares is about so many.
  static func number(_ count: Double, _ isCounted: Bool, _ words: Words) -> String {
    isCounted
      ? words.numbers.count(count) : words.fill(words.flow.about, words.numbers.count(count))
  }

  /// From the worst to the best that is felt in a group: `felt −1.2 … +0.8`.
  static func felt(in group: FlowGathering.Group, _ subject: Subject) -> String? {
    let (words, scale) = (subject.words, subject.journey.scale)
    return group.felt.map {
      words.fill(
        words.flow.gatheredFelt, words.score($0.worst, on: scale), words.score($0.best, on: scale))
    }
  }

  private static func card(
    _ card: FlowGraph.Card, _ subject: Subject, _ setter: Typesetter
  ) -> Card {
    let words = subject.words
    let touchpoint = card.touchpoint
    let score = card.figures?.felt.map { words.score($0.mean, on: subject.journey.scale) }
    var text = Card(
      name: setter.add(touchpoint.name, .cardTitle),
      score: setter.add(score ?? (card.group == nil ? words.unknownScore : ""), .score),
      exits: card.exits.map { exit in
        var exit = exit
        // From far away the share is enough.
        if setter.theme.isBrief {
          exit.label = nil
          if !exit.isUnderWayCounted { exit.count = nil }
        }
        return setter.add(Self.words(of: exit, subject), .exit)
      })
    if let channel = touchpoint.channel, !setter.theme.isBrief {
      let name = subject.journey[channel: channel]?.name ?? channel.rawValue
      text.channel = setter.add(name, .cardNote)
    }
    if let group = card.group {
      text.channel = felt(in: group, subject).map { setter.add($0, .cardNote) }
    }
    if card.isUnreached {
      text.reach = setter.add(words.flow.unreached, .stageNote)
    } else if let reach = card.figures?.reach, !setter.theme.isBrief {
      text.reach = setter.add(words.numbers.percent(reach), .stageNote)
    }
    if let hotspot = card.hotspot {
      text.rank = setter.add(words.numbers.plain(hotspot.rank), .badge)
    }
    if let round = card.round {
      let number = Self.words(of: round, words)
      text.round = setter.add(words.fill(words.flow.round, number), .note)
    }
    return text
  }

  /// The least traffic of a link that has a number.
  private static func leastLabelled(_ graph: FlowGraph) -> Double {
    guard graph.links.count > mostLabels else { return 0 }
    return graph.links.compactMap(\.traffic).sorted(by: >).dropFirst(mostLabels - 1).first ?? 0
  }
}

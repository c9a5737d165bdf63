import JourneyAnalysis
import JourneyModel
import JourneyPortfolio

/// Every text of an atlas but those around it.
struct AtlasText {
  /// The words of one journey.
  struct Card {
    var title: Typesetter.Label
    /// How many started, of what.
    var started: Typesetter.Label?
    /// The days that they were counted on.
    var period: Typesetter.Label?
    /// What is felt.
    var score: Typesetter.Label
    /// The ends of the scale that it is on.
    var scale: Typesetter.Label?
    /// The share that completes, or that there is no flow.
    var completed: Typesetter.Label
    /// What that share is.
    var complete: Typesetter.Label?
    /// The share that leaves.
    var left: Typesetter.Label?
    /// Where they complete, or who goes over to journeys that are not here.
    var note: Typesetter.Label?
    /// The hottest touchpoint, or that there is none.
    var hottest: Typesetter.Label?
    /// Its heat.
    var heat: Typesetter.Label?
    /// Where nobody knows how it feels.
    var unknown: Typesetter.Label?
  }

  private(set) var cards: [Card] = []
  private(set) var links: [Typesetter.Label] = []
  private(set) var heading: Typesetter.Label?

  /// Takes the words of an atlas; they are measured together.
  init(_ content: AtlasContent, _ words: Words, setter: Typesetter) {
    cards = content.nodes.map { Self.card($0, content.form, words, setter) }
    links = content.links.map { setter.add(Self.traffic($0.link, words), .note) }
    if !content.linked.isEmpty, !content.others.isEmpty {
      let isHot = content.others.contains { content.nodes[$0].hottest != nil }
      let heading =
        words.atlas.unlinked + (isHot ? words.listSeparator + words.atlas.hottestFirst : "")
      self.heading = setter.add(heading, .lane)
    }
  }

  /// How many go over, and which share of those who start.
  static func traffic(_ link: JourneyLink, _ words: Words) -> String {
    let share = words.numbers.percent(link.share)
    return link.customers.map { words.numbers.count($0) + Words.dot + share } ?? share
  }

  /// How those who start a journey end; what nobody does is nil.
  struct Ends {
    var completed: String
    var left: String?
    var diverted: String?
  }

  /// How those who start a journey end, with what becomes of them elsewhere: shares that add up as
  /// they are read, where no other end is left unsaid.
  static func ends(_ node: AtlasContent.Node, _ words: Words) -> Ends? {
    guard let own = node.own else { return nil }
    let completed = node.ends?.completed ?? own.completed
    let left = node.ends?.left ?? own.left
    let diverted = node.ends?.diverted ?? own.diverted
    let said = words.numbers.percents([completed, left, diverted])
    return Ends(
      completed: said[0], left: left > 0 ? said[1] : nil, diverted: diverted > 0 ? said[2] : nil)
  }

  /// The parts of those who complete, here and where they go over to; nil when all do here.
  static func hereAndThere(_ node: AtlasContent.Node, _ words: Words) -> String? {
    guard node.completedThere > 0, let own = node.own, let ends = node.ends else { return nil }
    let said = words.numbers.percents([own.completed, node.completedThere], of: ends.completed)
    return words.fill(words.atlas.hereAndThere, said[0], said[1])
  }

  private static func card(
    _ node: AtlasContent.Node, _ form: AtlasContent.Form, _ words: Words, _ setter: Typesetter
  ) -> Card {
    let (journey, analysis) = (node.journey, node.estimates.analysis)
    let score = node.feeling.map { words.score($0.score, on: analysis.scale) }
    let said = ends(node, words)
    let completed = said?.completed
    var card = Card(
      title: setter.add(journey.title, .cardTitle),
      score: setter.add(score ?? words.unknownScore, .score),
      completed: setter.add(
        completed ?? words.noFlow, completed == nil ? .cardNote : form == .small ? .score : .stage))
    let scale = analysis.scale
    if node.feeling != nil {
      card.scale = setter.add(
        words.bound(scale.low, on: scale) + "\u{2026}" + words.bound(scale.high, on: scale),
        .axisValue)
    }
    guard form != .small else { return card }
    if completed != nil { card.complete = setter.add(words.atlas.complete, .cardNote) }
    if let left = said?.left { card.left = setter.add(words.fill(words.leave, left), .exit) }
    if let hottest = node.hottest {
      card.hottest = setter.add(hottest.name, .meta)
      card.heat = setter.add(words.numbers.count(hottest.heat ?? 0), .meta)
    } else if form == .full, analysis.hasFlow {
      card.hottest = setter.add(words.atlas.noHotspot, .cardNote)
    }
    guard form == .full else { return card }
    if let period = journey.period { card.period = setter.add(words.period(period), .cardNote) }
    if let started = analysis.started {
      // A number comes before its noun in the direction that the noun is read.
      let own = node.runsAgainst(words.direction) ? Words.inLanguage(journey.language) : words
      card.started = setter.add(own.counted(started, journey.customers), .cardNote)
    }
    if let parts = hereAndThere(node, words) {
      card.note = setter.add(parts, .cardNote)
    } else if let away = said?.diverted {
      card.note = setter.add(words.fill(words.divertUnnamed, away), .cardNote)
    }
    if !node.dots.contains(where: { $0.v != nil }) {
      card.unknown = setter.add(words.notMeasured, .cardNote)
    }
    return card
  }
}

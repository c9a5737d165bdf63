import JourneyAnalysis
import JourneyModel

/// Everything a canvas says, before anything has a place.
struct CanvasContent {
  /// A touchpoint to write about; blank where there is none yet.
  struct Step {
    /// The touchpoint; nil for a blank one.
    var touchpoint: Touchpoint?
    var channel: Channel?
    var name: Typesetter.Label?
    /// The name once more, in the size of cards.
    var cardName: Typesetter.Label?
    var channelName: Typesetter.Label?
  }

  /// A row with lines to write on.
  struct Row {
    var title: Typesetter.Label
    var lines: Int
  }

  /// A box to tick for a channel.
  struct Tick {
    var icon: Channel.Icon?
    var name: Typesetter.Label?
  }

  let subject: Subject
  let title: Typesetter.Label
  let subtitle: Typesetter.Label
  let team: Typesetter.Label
  let date: Typesetter.Label
  let stages: Typesetter.Label
  let steps: Typesetter.Label
  let cut: Typesetter.Label
  let leftOut: Typesetter.Label?
  let levels: [(v: Double, name: Typesetter.Label)]
  let rows: [Row]
  let cardTitles:
    (
      name: Typesetter.Label, channel: Typesetter.Label, felt: Typesetter.Label,
      quotes: Typesetter.Label, pains: Typesetter.Label, gains: Typesetter.Label,
      owner: Typesetter.Label
    )
  let ticks: [Tick]
  private(set) var columns: [Step] = []

  /// The most channels of a journey that a card offers, those that most touchpoints use; more would leave no room to write.
  private static let mostTicks = 11

  init(_ subject: Subject, order: [Int], leftOut: String?, setter: Typesetter) {
    self.subject = subject
    let words = subject.words
    let canvas = words.canvas
    title = setter.add(subject.journey.title, .title)
    subtitle = setter.add(canvas.subtitle, .subtitle)
    team = setter.add(canvas.team, .lane)
    date = setter.add(canvas.date, .lane)
    stages = setter.add(canvas.stages, .lane)
    steps = setter.add(canvas.steps, .lane)
    cut = setter.add(words.fill(canvas.cut, words.numbers.percent(1)), .meta)
    self.leftOut = leftOut.map { setter.add($0, .meta) }
    levels = zip([1, 0.5, 0, -0.5, -1], words.levels).map { ($0, setter.add($1, .axis)) }
    rows = [
      Row(title: setter.add(canvas.quotes, .lane), lines: 3),
      Row(title: setter.add(canvas.pains, .lane), lines: 3),
      Row(title: setter.add(canvas.gains, .lane), lines: 2),
      Row(title: setter.add(canvas.owner, .lane), lines: 1),
    ]
    cardTitles = (
      setter.add(canvas.cardName, .meta), setter.add(canvas.cardChannel, .meta),
      setter.add(canvas.cardFelt, .meta), setter.add(canvas.quotes, .meta),
      setter.add(canvas.pains, .meta), setter.add(canvas.gains, .meta),
      setter.add(canvas.owner, .meta)
    )
    ticks = Self.ticks(subject.journey, setter)
    var channels: [ChannelID: Channel] = [:]
    for channel in subject.journey.channels { channels[channel.id] = channel }
    for index in order {
      let touchpoint = subject.journey.touchpoints[index]
      let channel = touchpoint.channel.map { channels[$0] ?? Channel(id: $0) }
      columns.append(
        Step(
          touchpoint: touchpoint, channel: channel, name: setter.add(touchpoint.name, .cardTitle),
          cardName: setter.add(touchpoint.name, .stage),
          channelName: channel.map { setter.add($0.name, .cardNote) }))
    }
  }

  /// The journey's own channels by name, or the thirteen that most journeys have by icon.
  ///
  /// The last box is for what nobody thought of.
  private static func ticks(_ journey: Journey, _ setter: Typesetter) -> [Tick] {
    guard !journey.channels.isEmpty else {
      let generic: Set<Channel.Symbol> = [.digital, .physical, .human, .nothing]
      return Channel.Symbol.allCases.filter { !generic.contains($0) }
        .map { Tick(icon: .symbol($0), name: nil) } + [Tick(icon: nil, name: nil)]
    }
    var uses: [ChannelID: Int] = [:]
    for channel in journey.touchpoints.compactMap(\.channel) { uses[channel, default: 0] += 1 }
    let all = journey.channels
    let most = all.indices
      .sorted { (-(uses[all[$0].id] ?? 0), $0) < (-(uses[all[$1].id] ?? 0), $1) }
      .prefix(mostTicks).sorted().map { all[$0] }
    return most.map {
      Tick(icon: ChannelIcon.icon(of: $0), name: setter.add($0.name, .cardNote))
    } + [Tick(icon: nil, name: nil)]
  }

  /// Fills up with blank steps to a multiple of what a sheet holds, with at least one.
  func filled(to multiple: Int) -> [Step] {
    let count = (columns.count / multiple + 1) * multiple
    return columns + Array(repeating: Step(), count: count - columns.count)
  }
}

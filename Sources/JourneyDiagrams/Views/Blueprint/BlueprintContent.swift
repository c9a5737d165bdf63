import JourneyAnalysis
import JourneyModel

/// Everything a blueprint says, before anything has a place.
struct BlueprintContent {
  /// A row of boxes; customer actions, which are cards, stand below the first.
  enum Lane: String, CaseIterable {
    case props
    case frontstage
    case backstage
    case support

    /// What a touchpoint says in the row.
    func items(of touchpoint: Touchpoint) -> [String] {
      switch self {
      case .props: touchpoint.props
      case .frontstage: touchpoint.frontstage
      case .backstage: touchpoint.backstage
      case .support: touchpoint.support
      }
    }
  }

  /// One thing in a row, under one touchpoint or under several beside each other.
  struct Box {
    var text: String
    var columns: Range<Int>
    var label: Typesetter.Label
  }

  /// A touchpoint's card.
  struct Column {
    var touchpoint: Touchpoint
    var figures: TouchpointFigures?
    var channel: Channel?
    /// What is felt, as v; nil when unknown.
    var felt: Double?
    var hotspot: Hotspot?
    var name: Typesetter.Label
    var channelName: Typesetter.Label?
    var kind: Typesetter.Label?
    var does: [Typesetter.Label]
    var score: Typesetter.Label
    var rank: Typesetter.Label?
    /// Who leaves here, or else whose visit ends here, nobody knows how.
    var leave: Typesetter.Label?
    var leaveInk: ColorRole

    var isAssumed: Bool { figures?.felt?.isAssumed ?? false }
  }

  let subject: Subject
  let unknownEnds: UnknownEnds
  private(set) var columns: [Column] = []
  private(set) var boxes: [Lane: [Box]] = [:]
  /// Where customers go from step to step.
  let ways: BlueprintWays
  let stages: [StageRun]

  /// The most things that customers do that a card tells.
  private static let mostDoes = 4

  init(_ subject: Subject, order: [Int], setter: Typesetter) {
    self.subject = subject
    unknownEnds = UnknownEnds(subject.analysis)
    let touchpoints = order.map { subject.journey.touchpoints[$0] }
    ways = BlueprintWays(subject, touchpoints: touchpoints, setter: setter)
    stages = StageRun.runs(of: touchpoints, in: subject, setter: setter)
    addColumns(touchpoints, setter)
    for lane in Lane.allCases { boxes[lane] = Self.boxes(lane, touchpoints, setter) }
  }

  /// The id of a way's group.
  func id(of way: BlueprintWays.Way) -> String {
    let ends = [way.from, way.to].map { XMLName.escaped(columns[$0].touchpoint.id.rawValue) }
    return "link." + ends.joined(separator: ".")
  }

  private mutating func addColumns(_ touchpoints: [Touchpoint], _ setter: Typesetter) {
    let (analysis, words) = (subject.analysis, subject.words)
    var figures: [TouchpointID: TouchpointFigures] = [:]
    for figure in analysis.touchpoints { figures[figure.id] = figure }
    var channels: [ChannelID: Channel] = [:]
    for channel in subject.journey.channels { channels[channel.id] = channel }
    var hotspots: [TouchpointID: Hotspot] = [:]
    let ringed = analysis.hotspots.hotspots.filter { $0.kind != nil }
    for hotspot in ringed.prefix(HotspotKeys.mostRinged) {
      hotspots[hotspot.touchpoint] = hotspot
    }
    let isBrief = setter.theme.isBrief
    for touchpoint in touchpoints {
      let figure = figures[touchpoint.id]
      let channel = touchpoint.channel.map { channels[$0] ?? Channel(id: $0) }
      let hotspot = hotspots[touchpoint.id]
      let score =
        figure?.felt.map { words.score($0.mean, on: analysis.scale) } ?? words.unknownScore
      var leave: String?
      var leaveInk = ColorRole.leaveInk
      if !isBrief, let left = figure?.left, left > 0, let dropOff = figure?.dropOff {
        leave = words.fill(words.leave, words.numbers.percent(dropOff))
      } else if !isBrief, let ended = unknownEnds.at(figure) {
        leave = words.fill(words.flow.ended, words.numbers.percent(ended.ofThose))
        leaveInk = .inkSoft
      }
      let kind = isBrief ? nil : channel?.kind.flatMap { words.blueprint.kinds[$0] }
      columns.append(
        Column(
          touchpoint: touchpoint, figures: figure, channel: channel,
          felt: figure?.felt.map { min(1, max(-1, analysis.scale.normalized($0.mean))) },
          hotspot: hotspot, name: setter.add(touchpoint.name, .cardTitle),
          channelName: isBrief ? nil : channel.map { setter.add($0.name, .cardNote) },
          kind: kind.map { setter.add($0, .cardNote) },
          does: does(of: touchpoint, isBrief, setter), score: setter.add(score, .score),
          rank: hotspot.map { setter.add(words.numbers.plain($0.rank), .badge) },
          leave: leave.map { setter.add($0, .meta) }, leaveInk: leaveInk))
    }
  }

  private func does(
    of touchpoint: Touchpoint, _ isBrief: Bool, _ setter: Typesetter
  ) -> [Typesetter.Label] {
    guard !isBrief else { return [] }
    var labels = touchpoint.does.prefix(Self.mostDoes).map { setter.add($0, .body) }
    if touchpoint.does.count > Self.mostDoes {
      let words = subject.words
      let rest = touchpoint.does.count - Self.mostDoes
      labels.append(setter.add(words.fill(words.more, words.numbers.plain(rest)), .meta))
    }
    return labels
  }

  /// The boxes of a row: what touchpoints beside each other share is one box.
  private static func boxes(
    _ lane: Lane, _ touchpoints: [Touchpoint], _ setter: Typesetter
  ) -> [Box] {
    var boxes: [Box] = []
    var open: [String: Int] = [:]
    for (column, touchpoint) in touchpoints.enumerated() {
      var next: [String: Int] = [:]
      for item in lane.items(of: touchpoint) {
        let text = Scalars.cleaned(item)
        let key = text.lowercased()
        guard !text.isEmpty, next[key] == nil else { continue }
        if let index = open[key] {
          boxes[index].columns = boxes[index].columns.lowerBound..<(column + 1)
          next[key] = index
        } else {
          next[key] = boxes.count
          boxes.append(
            Box(text: text, columns: column..<(column + 1), label: setter.add(text, .body)))
        }
      }
      open = next
    }
    return boxes
  }
}

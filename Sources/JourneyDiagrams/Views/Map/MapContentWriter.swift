import JourneyAnalysis
import JourneyModel

/// Turns the parts of a journey into the words and numbers of a map.
struct MapContentWriter {
  /// Writes what stands in the lanes.
  let lanes: MapLaneWriter
  private let subject: Subject
  private let form: MapForm
  private let setter: Typesetter
  private let words: Words
  private let scale: Scale
  private var figures: [TouchpointID: TouchpointFigures] = [:]
  private var channels: [ChannelID: Channel] = [:]
  private let icons: ChannelIcons
  private var hotspots: [TouchpointID: Hotspot] = [:]
  private var diverted: [TouchpointID: [TransitionFigures]] = [:]
  private let unknownEnds: UnknownEnds
  private var moments: [TouchpointID: MapColumn.Moments] = [:]
  private var personas: [PersonaID: String] = [:]

  init(subject: Subject, form: MapForm, setter: Typesetter) {
    self.subject = subject
    self.form = form
    self.setter = setter
    lanes = MapLaneWriter(subject: subject, lanes: form.lanes, setter: setter)
    words = subject.words
    scale = subject.analysis.scale
    icons = ChannelIcons(subject.journey)
    unknownEnds = UnknownEnds(subject.analysis)
    for figure in subject.analysis.touchpoints { figures[figure.id] = figure }
    for channel in subject.journey.channels { channels[channel.id] = channel }
    let ringed = subject.analysis.hotspots.hotspots.filter { $0.kind != nil }
    // Among text every hotspot that stands in the text is ringed.
    for hotspot in ringed.prefix(form.isStrip ? ringed.count : HotspotKeys.mostRinged) {
      hotspots[hotspot.touchpoint] = hotspot
    }
    for transition in subject.analysis.transitions where transition.probability > 0 {
      if case .touchpoint(let source) = transition.source, case .end(.diverted) = transition.target
      {
        diverted[source, default: []].append(transition)
      }
    }
    let remembered = MapMoments(subject.analysis)
    if let peak = remembered.peak { moments[peak, default: []].insert(.peak) }
    if let end = remembered.end { moments[end, default: []].insert(.end) }
    let bright = subject.analysis.brightSpots.lazy.filter { [scale] in
      scale.normalized($0.felt) >= MapContent.leastBright
    }
    for spot in bright.prefix(MapContent.mostBrightSpots) {
      moments[spot.touchpoint, default: []].insert(.bright)
    }
    for persona in subject.journey.personas { personas[persona.id] = persona.name }
  }

  // MARK: Columns

  func column(_ touchpoint: Touchpoint) -> MapColumn {
    let figures = self.figures[touchpoint.id]
    let felt = figures?.felt
    let score = felt.map { words.score($0.mean, on: scale) } ?? words.unknownScore
    let column = MapColumn(
      touchpoint, figures: figures, scale: scale, score: setter.add(score, .score),
      name: setter.add(touchpoint.name, .cardTitle))
    if let channel = touchpoint.channel {
      // From far away names alone are read.
      if !form.isBrief { column.icon = icons[touchpoint] }
      if !form.isCompact, !form.isStrip {
        column.channelName = setter.add(channels[channel]?.name ?? channel.rawValue, .cardNote)
      }
    }
    // Marks that need a legend are not for those who see from far away.
    if !form.isBrief { column.moments = moments[touchpoint.id] ?? [] }
    if let hotspot = hotspots[touchpoint.id] {
      column.hotspot = hotspot
      column.rank = setter.add(words.numbers.plain(hotspot.rank), .badge)
    }
    addExits(to: column)
    column.cells = form.lanes.map { lanes.entries($0, of: touchpoint) }
    column.summary = summary(of: column)
    return column
  }

  private func addExits(to column: MapColumn) {
    if let left = column.figures?.left, left > 0, let dropOff = column.figures?.dropOff {
      add(.left, share: left, ofThose: dropOff, to: column) { words.fill(words.leave, $0) }
    }
    addDiverted(to: column)
    if let ended = unknownEnds.at(column.figures) {
      add(.ended, share: ended.share, ofThose: ended.ofThose, to: column) {
        words.fill(words.flow.ended, $0)
      }
    }
  }

  private func addDiverted(to column: MapColumn) {
    guard let diverted = diverted[column.touchpoint.id] else { return }
    let visits = column.figures?.visits ?? 1
    let reach = column.figures?.reach ?? 1
    let share = diverted.reduce(0) { $0 + $1.probability }
    // Of those who come here, as with dropOff: visits for each who comes.
    let ofThose = reach > 0 ? share * visits / reach : share
    var names: [String] = []
    for transition in diverted {
      if case .end(.diverted(.some(let journey))) = transition.target {
        names.append(subject.name(ofJourney: journey))
      }
    }
    add(.diverted, share: share * visits, ofThose: ofThose, to: column) {
      names.isEmpty
        ? words.fill(words.divertUnnamed, $0)
        : words.fill(words.divert, $0, names.joined(separator: ", "))
    }
  }

  private func add(
    _ kind: MapExit.Kind, share: Double, ofThose: Double, to column: MapColumn,
    text: (_ percent: String) -> String
  ) {
    let percent = words.numbers.percent(ofThose)
    let text = text(percent)
    // From far away the stream says the rest, and the legend.
    column.exits.append(
      MapExit(
        kind: kind, share: share, label: setter.add(form.isBrief ? percent : text, .exit),
        words: text))
  }

  // MARK: Links, levels

  func links(between columns: [MapColumn]) -> [MapContent.Link] {
    guard subject.analysis.hasFlow else {
      return columns.indices.dropLast().map {
        MapContent.Link(from: $0, to: $0 + 1, traffic: 0.3, probability: 1)
      }
    }
    var place: [TouchpointID: Int] = [:]
    for (index, column) in columns.enumerated() { place[column.touchpoint.id] = index }
    var links: [MapContent.Link] = []
    for transition in subject.analysis.transitions where transition.traffic > 0 {
      guard case .touchpoint(let source) = transition.source,
        case .touchpoint(let target) = transition.target,
        let from = place[source], let to = place[target]
      else { continue }
      var link = MapContent.Link(
        from: from, to: to, traffic: transition.traffic, probability: transition.probability)
      if to <= from, transition.probability >= 0.01 {
        let share = words.numbers.percent(transition.probability)
        let phrase = to == from ? words.flow.round : words.goBack
        // From far away the arrow says the rest.
        link.label = setter.add(form.isBrief ? share : words.fill(phrase, share), .note)
      }
      links.append(link)
    }
    return links
  }

  func levels() -> [(v: Double, name: Typesetter.Label, value: Typesetter.Label)] {
    FeelingLevels.texts(words, on: scale).map { v, name, value in
      (v, setter.add(name, .axis), setter.add(value, .axisValue))
    }
  }

  // MARK: In words

  private func summary(of column: MapColumn) -> String {
    var parts: [String] = []
    if let felt = column.figures?.felt {
      let mean = words.score(felt.mean, on: scale)
      parts.append(words.fill(felt.isAssumed ? words.sayAssumed : words.sayFelt, mean))
      if let low = felt.low, let high = felt.high {
        parts.append(words.interval(low, high, on: scale))
      }
      if let n = felt.n { parts.append(words.fill(words.sayAsked, words.numbers.count(Double(n)))) }
    } else {
      parts.append(words.sayUnknown)
    }
    if let believed = column.figures?.believed {
      parts.append(words.fill(words.sayBelieved, words.score(believed, on: scale)))
    }
    if let reach = column.reach {
      parts.append(words.fill(words.sayReach, words.numbers.percent(reach)))
    }
    parts += column.exits.map(\.words)
    if let hotspot = column.hotspot {
      let phrase = hotspot.kind == .sure ? words.sayHotspot : words.saySuspected
      parts.append(words.fill(phrase, words.numbers.plain(hotspot.rank)))
    }
    if column.touchpoint.isMomentOfTruth { parts.append(words.sayTruth) }
    if column.moments.contains(.peak) { parts.append(words.map.sayPeak) }
    if column.moments.contains(.end) { parts.append(words.map.sayEnd) }
    if column.moments.contains(.bright) { parts.append(words.map.sayBright) }
    if form.overlaysPersonas {
      for feeling in column.figures?.personas ?? [] {
        let name = personas[feeling.persona] ?? feeling.persona.rawValue
        let mean = words.score(feeling.felt.mean, on: scale)
        parts.append(words.fill(words.map.sayPersona, name, mean))
      }
    }
    if let owner = column.touchpoint.owner { parts.append(words.fill(words.sayOwner, owner)) }
    return parts.joined(separator: words.clauseSeparator)
  }
}

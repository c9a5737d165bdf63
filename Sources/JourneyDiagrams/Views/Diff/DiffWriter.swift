import JourneyAnalysis
import JourneyComparison
import JourneyModel

/// Puts the touchpoints of two journeys into words.
struct DiffWriter {
  private let comparison: Comparison
  private let subject: Subject
  private let setter: Typesetter
  private let changes: [Figure: FigureChange]
  private let old: [TouchpointID: TouchpointFigures]
  private let new: [TouchpointID: TouchpointFigures]
  private let icons: (before: ChannelIcons, after: ChannelIcons)

  private let names: (before: String, after: String)
  /// The touchpoint that stands out.
  private let foremost: TouchpointID?
  private var words: Words { subject.words }
  private var scale: Scale { subject.analysis.scale }

  init(_ comparison: Comparison, _ subject: Subject, setter: Typesetter) {
    self.comparison = comparison
    self.subject = subject
    self.setter = setter
    names = DiffSides.names(of: comparison, subject.words)
    changes = Dictionary(
      comparison.figures.map { ($0.figure, $0) }, uniquingKeysWith: { first, _ in first })
    func figures(_ side: ComparedJourney) -> [TouchpointID: TouchpointFigures] {
      Dictionary(
        side.analysis.touchpoints.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    old = figures(comparison.before)
    new = figures(comparison.after)
    icons = (ChannelIcons(comparison.before.journey), ChannelIcons(comparison.after.journey))
    foremost = comparison.foremost?.figure.touchpoint
  }

  /// Everything that is said of one touchpoint.
  func column(_ what: DiffTouchpoint) -> DiffContent.Column {
    let touchpoint = what.touchpoint
    let journey = what.isGone ? comparison.before.journey : comparison.after.journey
    let before = value(what.before.flatMap { old[$0.id] }, of: comparison.before)
    let after = value(what.after.flatMap { new[$0.id] }, of: comparison.after)
    let felt = what.after.flatMap { changes[Figure(.felt, at: $0.id)] }
    var column = DiffContent.Column(
      what: what, before: before.value, after: after.value, felt: felt,
      name: setter.add(touchpoint.name, .cardTitle), cells: [], summary: "")
    if let score = what.isGone ? before.score : after.score {
      column.score = setter.add(score, .score)
    }
    column.icon = what.isGone ? icons.before[touchpoint] : icons.after[touchpoint]
    if !setter.theme.isBrief, let channel = touchpoint.channel {
      column.channel = setter.add(journey[channel: channel]?.name ?? channel.rawValue, .cardNote)
    }
    let make = make(what)
    let feeling = feeling(what, felt, before.score, after.score)
    column.sign = felt.flatMap { _ in feeling.first?.sign }
    column.isShared =
      what.before != nil
      && what.after.map { comparison.isShared(Figure(.felt, at: $0.id)) } ?? false
    column.isForemost = what.after.map { $0.id == foremost } ?? false
    column.cells = [
      feeling, leaving(what), heat(what),
      make.enumerated().compactMap { index, text in
        // From far away its badge says what came and what went.
        if setter.theme.isBrief { return nil }
        let isFirst = index == 0 && (what.isNew || what.isGone)
        return DiffContent.Entry(
          text: setter.add(text, isFirst ? .cardTitle : .meta),
          paint: .role(what.isGone ? .inkSoft : .ink),
          sign: isFirst ? (what.isNew ? .new : .gone) : nil)
      },
    ]
    if setter.theme.isBrief { column.cells[1] = [] }
    column.summary = summary(what, felt, before.score, after.score, make)
    return column
  }

  /// How much a touchpoint changed, for which are drawn when not all can be: the one that stands
  /// out, what is hot and on one side only, what is no chance, and then the others.
  func weight(_ what: DiffTouchpoint) -> Double {
    guard let after = what.after, what.before != nil else {
      let side = what.isGone ? comparison.before : comparison.after
      let heat = side.estimates.estimate(of: Figure(.heat, at: what.touchpoint.id))?.value ?? 0
      // Heat ends at 1000; what no digit shows is none.
      if heat.rounded() > 0 { return 100 + heat }
      let figures = what.after.flatMap { new[$0.id] } ?? what.before.flatMap { old[$0.id] }
      let own = what.isGone ? comparison.before.analysis.scale : scale
      let size = figures?.felt.map { own.normalized($0.mean).magnitude } ?? 0
      return 0.2 + (0.3 + (figures?.reach ?? 1)) * (0.3 + size)
    }
    if after.id == foremost { return .infinity }
    func size(_ measure: Figure.Measure, _ whole: Double) -> Double {
      guard let change = changes[Figure(measure, at: after.id)] else { return 0 }
      return (change.difference?.value.magnitude ?? 0) / whole * (change.isBeyondChance ? 3 : 1)
    }
    // What is no chance first, by whatever figure changed most.
    let measures: [(Figure.Measure, Double)] = [
      (.felt, scale.unit), (.gap, scale.unit), (.dropOff, 0.5), (.heat, 200),
    ]
    let most = measures.map { measure, whole in
      changes[Figure(measure, at: after.id)]?.isBeyondChance ?? false ? size(measure, whole) : 0
    }.max()
    if let most, most > 0 { return 2 + most }
    let reach = new[after.id]?.reach ?? 1
    return size(.felt, scale.unit) * (0.3 + reach) + size(.dropOff, 0.5)
      + Double(what.changes.count) * 0.2
  }

  // MARK: Words

  private func value(
    _ figures: TouchpointFigures?, of side: ComparedJourney
  ) -> (value: DiffContent.Value?, score: String?) {
    guard let felt = figures?.felt else { return (nil, nil) }
    let own = side.analysis.scale
    let v = own.normalized(felt.mean)
    return (
      DiffContent.Value(v: min(1, max(-1, v)), isAssumed: felt.isAssumed),
      words.score(scale.score(normalized: v), on: scale)
    )
  }

  private func verdict(_ change: FigureChange) -> String {
    DiffVerdict.text(change, words, comparison)
  }

  /// Both numbers: from one to the other, or beside each other for two personas.
  private func values(_ before: String, _ after: String) -> String {
    comparison.isOfPersonas
      ? before + Words.dot + after : words.change(from: before, to: after)
  }

  /// What stands under one that is new, where nothing can be compared.
  private func plain(_ text: String?) -> [DiffContent.Entry] {
    guard let text, !setter.theme.isBrief else { return [] }
    return [
      DiffContent.Entry(text: setter.add(text, .cardTitle), paint: .role(.ink), sign: .new)
    ]
  }

  /// What stands where nobody told two personas apart.
  private var notToldApart: [DiffContent.Entry] {
    guard !setter.theme.isBrief else { return [] }
    return [
      .init(text: setter.add(words.diff.notToldApart, .meta), paint: .role(.inkSoft), sign: nil)
    ]
  }

  /// How hot it is: the customers whom it loses or pains, of thousand who start.
  private func heat(_ what: DiffTouchpoint) -> [DiffContent.Entry] {
    func text(_ heat: Double) -> String { words.numbers.count(heat) }
    if what.isNew || what.isGone {
      // What is gone is hot no more, but what only one persona meets is.
      guard what.isNew || comparison.isOfPersonas else { return [] }
      let side = what.isGone ? comparison.before : comparison.after
      let heat = side.estimates.estimate(of: Figure(.heat, at: what.touchpoint.id))
      guard let heat, !setter.theme.isBrief || heat.value.rounded() > 0 else { return [] }
      return [
        DiffContent.Entry(
          text: setter.add(text(heat.value), .cardTitle), paint: .role(.ink),
          sign: what.isNew ? .new : .gone)
      ]
    }
    guard let after = what.after else { return [] }
    guard let change = changes[Figure(.heat, at: after.id)], let old = change.before?.value,
      let now = change.after?.value, old.rounded() > 0 || now.rounded() > 0
    else { return [] }
    if comparison.isShared(change.figure) { return notToldApart }
    let both = values(text(old), text(now))
    if setter.theme.isBrief {
      guard change.isBeyondChance else { return [] }
      return [
        DiffContent.Entry(
          // Both numbers stay on one line.
          text: setter.add(both.replacing(" ", with: "\u{A0}"), .cardTitle),
          paint: .role(.ink), sign: DiffSign(change))
      ]
    }
    return entries(change, least: 0.5, difference: both, values: "")
  }

  /// What became of a figure.
  ///
  /// - Parameters:
  ///   - change: The figure.
  ///   - least: The smallest difference that its digits show; less is the same, unless it is sure.
  ///   - difference: The difference in words.
  ///   - values: Both values in words; empty where the difference says them.
  /// - Returns: The lines.
  private func entries(
    _ change: FigureChange, least: Double, difference: String, values: String
  ) -> [DiffContent.Entry] {
    let paint: Paint = .role(change.isBeyondChance ? .ink : .inkSoft)
    let isAlone = change.verdict == .better || change.verdict == .worse
    let isSame =
      change.tendency == .same
      || !isAlone && (change.difference?.value.magnitude ?? 0) < least
    if setter.theme.isBrief {
      // From far away only what changed has a sign, and no figure stands for what is too close.
      if isSame { return [] }
      if change.verdict == .tooCloseToCall {
        return [
          .init(
            text: setter.add(words.diff.tooCloseBrief, .cardTitle), paint: .role(.inkSoft),
            sign: nil)
        ]
      }
    }
    var entries = [
      DiffContent.Entry(
        text: setter.add(isSame ? words.diff.same : difference, .cardTitle), paint: paint,
        sign: isSame ? .same : DiffSign(change))
    ]
    if setter.theme.isBrief || isSame { return entries }
    for text in [verdict(change), values] where !text.isEmpty {
      entries.append(
        DiffContent.Entry(text: setter.add(text, .meta), paint: .role(.inkSoft), sign: nil))
    }
    return entries
  }

  private func feeling(
    _ what: DiffTouchpoint, _ change: FigureChange?, _ before: String?, _ after: String?
  ) -> [DiffContent.Entry] {
    if what.isNew { return plain(after) }
    guard !what.isGone else { return [] }
    if let change, before != nil || after != nil, comparison.isShared(change.figure) {
      return notToldApart
    }
    guard let before, let after, let change, let difference = change.difference else {
      guard before != nil || after != nil, !setter.theme.isBrief else { return [] }
      let text = before == nil ? words.diff.notBefore : words.diff.notAfter
      return [.init(text: setter.add(text, .meta), paint: .role(.inkSoft), sign: nil)]
    }
    let places = scale.high - scale.low >= 40 ? 0 : 1
    let small = difference.value.magnitude < 0.05 && places == 1
    return entries(
      change, least: places == 1 ? 0.005 : 0.5,
      difference: words.numbers.decimal(difference.value, places: small ? 2 : places, plus: true),
      values: values(before, after))
  }

  private func leaving(_ what: DiffTouchpoint) -> [DiffContent.Entry] {
    if what.isNew {
      return plain(what.after.flatMap { new[$0.id]?.dropOff }.map(words.numbers.percent))
    }
    if comparison.isShared(.dropOff) { return [] }
    guard let after = what.after, what.before != nil,
      let change = changes[Figure(.dropOff, at: after.id)], let old = change.before?.value,
      let new = change.after?.value, old > 0 || new > 0, let difference = change.difference
    else { return [] }
    let points = difference.value * 100
    let places = points.magnitude < 9.95 ? 1 : 0
    return entries(
      change, least: 0.0005,
      difference: words.fill(
        words.diff.points, words.numbers.decimal(points, places: places, plus: true)),
      values: values(words.numbers.percent(old), words.numbers.percent(new)))
  }

  private func make(_ what: DiffTouchpoint) -> [String] {
    let diff = words.diff
    if what.isGone {
      return [comparison.isOfPersonas ? words.fill(diff.only, names.before) : diff.gone]
    }
    guard let before = what.before, let after = what.after else {
      return [comparison.isOfPersonas ? words.fill(diff.only, names.after) : diff.new]
    }
    func channel(_ id: ChannelID?, in journey: Journey) -> String {
      id.map { journey[channel: $0]?.name ?? $0.rawValue } ?? "–"
    }
    return what.changes.map { change in
      switch change {
      case .renamed: words.fill(diff.renamed, words.quote(before.name))
      case .stage: words.fill(diff.movedStage, before.stage?.rawValue ?? "–")
      case .order: diff.movedOrder
      case .channel:
        words.change(
          from: channel(before.channel, in: comparison.before.journey),
          to: channel(after.channel, in: comparison.after.journey))
      case .owner:
        words.fill(
          diff.owner,
          words.change(
            from: before.owner ?? words.noOwner, to: after.owner ?? words.noOwner))
      case .need: diff.otherNeed
      case .momentOfTruth: after.isMomentOfTruth ? diff.becameTruth : diff.lostTruth
      }
    }
  }

  private func summary(
    _ what: DiffTouchpoint, _ change: FigureChange?, _ before: String?, _ after: String?,
    _ make: [String]
  ) -> String {
    var parts: [String] = []
    if let after {
      parts.append(words.fill(words.sayFelt, after))
    } else if !what.isGone {
      parts.append(words.sayUnknown)
    }
    if let change, comparison.isShared(change.figure) {
      return (parts + (before == nil ? [] : [words.diff.notToldApart]) + make)
        .joined(separator: words.listSeparator)
    }
    if let before { parts.append(words.fill(words.diff.sayWas, before)) }
    if let change, change.difference != nil, !what.isNew { parts.append(verdict(change)) }
    return (parts + make).joined(separator: words.listSeparator)
  }
}

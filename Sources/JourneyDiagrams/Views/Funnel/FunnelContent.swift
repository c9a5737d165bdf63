import JourneyAnalysis
import JourneyModel

/// Everything a funnel says, before anything has a place.
struct FunnelContent {
  /// One line under a step: how many leave in one way, or from where.
  struct ExitText {
    /// The kind whose heading it is; nil for a place below the heading.
    var kind: FunnelSteps.Kind?
    /// Whether it tells of those who complete here.
    var isCompletion = false
    var label: Typesetter.Label
    var percent: Typesetter.Label?
    var title: String
    var id: String
  }

  /// The words of one step.
  struct StepText {
    var percent: Typesetter.Label
    var note: Typesetter.Label
    var exits: [ExitText]
    var summary: String
  }

  let subject: Subject
  let steps: [FunnelSteps.Step]
  private(set) var runs: [StageRun] = []
  private(set) var texts: [StepText] = []
  private(set) var endPercent: Typesetter.Label
  private(set) var endName: Typesetter.Label
  private(set) var endCount: Typesetter.Label?
  private(set) var lead: String
  /// The sentence of the lead that the shares cannot do without; nil when everybody is in them.
  private(set) var notCounted: String?

  private let words: Words
  private let names: [TouchpointID: String]
  private let counts: FunnelCounts
  private let isBrief: Bool

  /// Puts steps into words.
  init(_ funnel: FunnelSteps, _ subject: Subject, setter: Typesetter) {
    self.subject = subject
    words = subject.words
    steps = funnel.steps
    isBrief = setter.theme.isBrief
    var names: [TouchpointID: String] = [:]
    for touchpoint in subject.journey.touchpoints { names[touchpoint.id] = touchpoint.name }
    self.names = names
    counts = FunnelCounts(subject)
    // Where nobody said how visits end, none of them is known to be completed or not.
    let isUnknown = subject.analysis.ends?.hasUnknownOutcome == true
    endPercent =
      isUnknown
      ? setter.add(words.notKnown, .figureUnknown)
      : setter.add(words.numbers.percent(Self.whole(funnel.completed)), .figure)
    endName = setter.add(subject.journey.ends.completed ?? words.completed, .lane)
    lead = ""
    if !isBrief, !isUnknown, let count = counts.completed(share: funnel.completed) {
      endCount = setter.add(said(count), .note)
    }
    for (index, step) in steps.enumerated() {
      runs.append(
        StageRun(
          stage: StageID(step.name), range: index..<index + 1, id: step.id + ".band",
          name: setter.add(step.name, .stage)))
      texts.append(text(of: step, setter))
    }
    notCounted = underWay()
    lead = lead(funnel)
  }

  /// The whole picture in words.
  func summary(touchpoints: Int) -> String {
    let opening = TouchpointSentence(subject).opening(touchpoints: touchpoints)
    // Where no end is known the lead says no more than the opening.
    let first = opening.contains(lead) ? opening : words.sentences([opening, lead])
    return ([first] + texts.map(\.summary)).joined(separator: "\n")
  }

  // MARK: Words

  /// A share without what its sum lost to rounding: all are not nearly all, nobody is not a few.
  private static func whole(_ share: Double) -> Double {
    if share < 1e-9 { return 0 }
    return share > 1 - 1e-9 ? 1 : share
  }

  private func percent(_ share: Double) -> String { words.numbers.percent(Self.whole(share)) }

  private func said(_ count: Int) -> String {
    words.counted(Double(count), subject.journey.customers)
  }

  private func heading(_ exit: FunnelSteps.Exit) -> String {
    let percent = percent(exit.share)
    switch exit.kind {
    case .left: return words.fill(words.tight(words.funnel.leave), percent)
    case .diverted(.some(let journey)):
      return words.fill(
        words.tight(words.funnel.divert), percent,
        subject.journey.ends.diverted ?? journey.rawValue)
    case .diverted(nil):
      if let name = subject.journey.ends.diverted {
        return words.fill(words.tight(words.funnel.divert), percent, name)
      }
      return words.fill(words.tight(words.funnel.divertUnnamed), percent)
    case .ended: return words.fill(words.tight(words.funnel.ended), percent)
    }
  }

  private func list(_ names: [String]) -> String {
    names.map { Scalars.isolated($0, in: words.direction) }.joined(separator: words.listSeparator)
  }

  private func name(_ place: FunnelSteps.Place) -> String {
    place.touchpoint.map { names[$0] ?? $0.rawValue } ?? words.funnel.withoutTouchpoint
  }

  private func text(of step: FunnelSteps.Step, _ setter: Typesetter) -> StepText {
    let percent = percent(step.reached)
    var notes = [words.funnel.stillHere]
    if !isBrief, let count = counts.reached(step, of: steps) {
      notes.append(said(count))
    }
    var text = StepText(
      percent: setter.add(percent, .figure),
      note: setter.add(notes.joined(separator: Words.dot), .note), exits: [], summary: "")
    var said: [String] = []
    for exit in step.exits {
      let heading = heading(exit)
      let id = step.id + "." + Self.name(of: exit.kind)
      text.exits.append(
        ExitText(
          kind: exit.kind, label: setter.add(heading, .exit), title: heading, id: id))
      said.append(
        words.fill(words.funnel.sayMembers, heading, list(exit.places.map(name))))
      // A touchpoint that is the step needs no naming.
      if exit.places.count == 1, exit.places[0].touchpoint == step.touchpoint { continue }
      text.exits += places(of: exit, id: id, setter)
    }
    if step.completed > 0, let last = steps.last, last.id != step.id {
      let share = self.percent(step.completed)
      let end = subject.journey.ends.completed ?? words.completed
      let line = words.fill(words.tight(words.funnel.completeHere), share, end)
      text.exits.append(
        ExitText(
          kind: nil, isCompletion: true, label: setter.add(line, .note), title: line,
          id: step.id + ".end"))
      said.append(line)
    }
    if text.exits.isEmpty, step.lost == 0, step.completed == 0 {
      text.exits.append(
        ExitText(
          kind: nil, label: setter.add(words.funnel.nobody, .note), title: words.funnel.nobody,
          id: step.id + ".nobody"))
      said.append(words.funnel.nobody)
    }
    let members = step.touchpoint == nil ? step.members.map { names[$0] ?? $0.rawValue } : []
    let name =
      members.isEmpty
      ? step.name
      : words.fill(
        words.funnel.sayMembers, step.name, list(members))
    text.summary = words.fill(
      words.funnel.sayStep, name, percent, said.joined(separator: words.clauseSeparator))
    return text
  }

  private func places(
    of exit: FunnelSteps.Exit, id: String, _ setter: Typesetter
  ) -> [ExitText] {
    var lines = exit.places.prefix(exit.named).map { place in
      let share = percent(place.share)
      return ExitText(
        kind: nil, label: setter.add(name(place), .body),
        percent: exit.places.count > 1 ? setter.add(share, .meta) : nil,
        title: words.fill(words.funnel.place, name(place), share),
        id: id + "." + XMLName.escaped(place.touchpoint?.rawValue ?? "start"))
    }
    let rest = exit.rest
    if !rest.isEmpty {
      let more = words.fill(words.funnel.more, words.numbers.count(Double(rest.count)))
      let share = rest.reduce(0) { $0 + $1.share }
      lines.append(
        ExitText(
          kind: nil, label: setter.add(more, .body),
          percent: setter.add(percent(share), .meta), title: more,
          id: id + ".more"))
    }
    return lines
  }

  /// A name for ids.
  static func name(of kind: FunnelSteps.Kind) -> String {
    switch kind {
    case .left: "left"
    case .diverted(nil): "diverted"
    case .diverted(.some(let journey)): "diverted." + XMLName.escaped(journey.rawValue)
    case .ended: "ended"
    }
  }

  // MARK: In a sentence

  /// Who is in no share, in a sentence; nil when everybody is in them.
  private func underWay() -> String? {
    guard let share = subject.analysis.ends?.underWay, share > 0 else { return nil }
    guard let started = subject.analysis.started else {
      return words.fill(words.funnel.leadUnderWay.other, words.numbers.percent(share))
    }
    let count = (share * started).rounded()
    return words.fill(
      words.funnel.leadUnderWay(count), words.counted(count, subject.journey.customers))
  }

  private func lead(_ funnel: FunnelSteps) -> String {
    var sentences = [loss(isThinned: funnel.isMainPath)]
    if let notCounted { sentences.append(notCounted) }
    if funnel.isMainPath {
      sentences.append(
        words.fill(words.funnel.leadMainPath, words.numbers.count(Double(steps.count))))
    }
    return words.sentences(sentences)
  }

  private func loss(isThinned: Bool) -> String {
    var worst: (index: Int, step: FunnelSteps.Step, exit: FunnelSteps.Exit)?
    for (index, step) in steps.enumerated() {
      guard let exit = step.exits.first(where: { $0.kind == .left }),
        exit.share > worst?.exit.share ?? 0
      else { continue }
      worst = (index, step, exit)
    }
    guard let worst else {
      let isUnknown = subject.analysis.ends?.hasUnknownOutcome == true
      return isUnknown ? words.sayNoEnds : words.funnel.leadNobody
    }
    let percent = percent(worst.exit.share)
    if isThinned, worst.index + 1 < steps.count {
      return words.fill(
        words.funnel.leadLossBetween, worst.step.name, steps[worst.index + 1].name, percent)
    }
    guard let place = worst.exit.places.first, place.touchpoint != worst.step.touchpoint,
      place.touchpoint != nil, place.share > worst.exit.share / 2
    else { return words.fill(words.funnel.leadLossAt, worst.step.name, percent) }
    return words.fill(words.funnel.leadLoss, worst.step.name, percent, name(place))
  }
}

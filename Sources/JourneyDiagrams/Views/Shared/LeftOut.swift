import JourneyAnalysis
import JourneyModel

/// What a picture does not draw, in figures of the whole journey.
struct LeftOut: Hashable {
  /// How many ways between what is drawn.
  var transitions = 0
  /// Their share of all traffic there; of all traffic when every touchpoint is drawn.
  var share = 0.0
  /// How many touchpoints.
  var touchpoints = 0
  /// How many touchpoints the journey has.
  var ofTouchpoints = 0
  /// How many stages none of whose touchpoints is drawn.
  var stages = 0
  /// How many stages the journey has.
  var ofStages = 0
  /// The share of all visits that those drawn have; nil without flow.
  var visitsDrawn: Double?
  /// Of those who start the share who leave the journey at touchpoints that are not drawn; nil
  /// without flow, and where that is drawn.
  var leaving: Double?
  /// The same share of those of whom nobody knows how it ends there.
  var ending: Double?
  /// How many hotspots are among those that are not drawn.
  var hotspots = 0
  /// Whether the picture draws ways, so that some lead through what is not drawn.
  var drawsWays = true
  /// How many of the touchpoints are drawn together.
  var gathered = 0
  /// How many ways nobody takes of those whom the picture is about.
  var untravelled = 0

  /// The least share of those who leave that is worth a word.
  private static let leastLeaving = 0.005

  /// Nothing.
  init() {}

  /// Sums up which touchpoints are not drawn.
  init(_ subject: Subject, index: [TouchpointID: Int], ends: [WayEnds], kept: [Bool]) {
    var (visits, visitsDrawn, leaving, ending) = (0.0, 0.0, 0.0, 0.0)
    for (transition, ends) in zip(subject.analysis.transitions, ends) {
      if let target = ends.target {
        visits += transition.traffic
        if kept[target] { visitsDrawn += transition.traffic }
      } else if case .end(let end) = transition.target, end != .completed,
        let source = ends.source, !kept[source]
      {
        if end == .ended { ending += transition.traffic } else { leaving += transition.traffic }
      }
    }
    touchpoints = kept.count { !$0 }
    ofTouchpoints = kept.count
    addStages(subject.journey, drawn: zip(subject.journey.touchpoints, kept).filter(\.1).map(\.0))
    if visits > 0 {
      self.visitsDrawn = visitsDrawn / visits
      self.leaving = leaving
      self.ending = ending
    }
    hotspots = subject.analysis.hotspots.hotspots.count { hotspot in
      hotspot.kind != nil && index[hotspot.touchpoint].map { !kept[$0] } ?? false
    }
  }

  /// Counts the stages of a journey that none of the touchpoints drawn belongs to; a stage without
  /// touchpoints is no loss.
  mutating func addStages(_ journey: Journey, drawn: [Touchpoint]) {
    let all = Set(journey.touchpoints.compactMap(\.stage))
    stages = all.subtracting(drawn.compactMap(\.stage)).count
    ofStages = journey.stages.count
  }

  /// Adds which ways are not drawn.
  mutating func add(_ ways: [TransitionFigures], _ isDrawn: [Bool]) {
    var (all, rest) = (0.0, 0.0)
    for (way, isDrawn) in zip(ways, isDrawn) {
      all += way.traffic
      if !isDrawn { rest += way.traffic }
    }
    transitions = isDrawn.count { !$0 }
    share = all > 0 ? rest / all : 0
  }

  /// Whether everything is drawn.
  var isEmpty: Bool { transitions == 0 && touchpoints == 0 && untravelled == 0 }

  /// The same in one sentence.
  ///
  /// - Parameters:
  ///   - words: The words.
  ///   - isBrief: Whether ways are only told where every touchpoint is drawn.
  /// - Returns: The sentence.
  func text(_ words: Words, isBrief: Bool = false) -> String {
    let phrases = words.simplification
    func count(_ number: Int) -> String { words.numbers.count(Double(number)) }
    var parts: [String] = []
    let isShort = isBrief && touchpoints > 0
    if touchpoints > 0 {
      let rest = ofTouchpoints - touchpoints
      let drawn = count(rest)
      parts.append(
        (isShort ? nil : visitsDrawn).map {
          words.fill(
            phrases.drawnWithVisits(Double(rest)), drawn, count(ofTouchpoints),
            words.numbers.percent($0))
        } ?? words.fill(phrases.drawn(Double(rest)), drawn, count(ofTouchpoints)))
    }
    if !isShort { parts += waysText(words) }
    if stages > 0 {
      parts.append(words.fill(phrases.stages(Double(stages)), count(stages), count(ofStages)))
    }
    // Said even from far away: with it the figures of what is drawn add up.
    if let leaving, leaving >= Self.leastLeaving {
      let phrase = isShort ? phrases.leavingBriefly : phrases.leaving
      parts.append(words.fill(phrase, words.numbers.percent(leaving)))
    }
    if let ending, ending >= Self.leastLeaving {
      let phrase = isShort ? phrases.endingBriefly : phrases.ending
      parts.append(words.fill(phrase, words.numbers.percent(ending)))
    }
    if hotspots > 0 {
      parts.append(words.fill(phrases.hotspots(Double(hotspots)), count(hotspots)))
    }
    if untravelled > 0, !isShort {
      parts.append(words.fill(phrases.untravelled(Double(untravelled)), count(untravelled)))
    }
    return parts.joined(separator: phrases.separator)
  }

  /// What is gathered and which ways are not drawn.
  private func waysText(_ words: Words) -> [String] {
    let phrases = words.simplification
    func count(_ number: Int) -> String { words.numbers.count(Double(number)) }
    var parts: [String] = []
    if gathered > 0 {
      parts.append(words.fill(phrases.gathered(Double(gathered)), count(gathered)))
    } else if touchpoints > 0, drawsWays {
      parts.append(phrases.through)
    }
    if transitions > 0 {
      let phrase = touchpoints > 0 ? phrases.rarerWays : words.flow.leftOut
      parts.append(
        words.fill(phrase(Double(transitions)), count(transitions), words.numbers.percent(share)))
    }
    return parts
  }
}

import JourneyAnalysis
import JourneyModel

/// What a picture does not draw, in figures of the whole journey.
struct LeftOut: Hashable {
  /// How many transitions.
  var transitions: Int
  /// Their share of all traffic.
  var share: Double
  /// How many touchpoints.
  var touchpoints: Int
  /// How many touchpoints the journey has.
  var ofTouchpoints: Int
  /// The share of all visits that those drawn have; nil without flow.
  var visitsDrawn: Double?
  /// How many hotspots are among those that are not drawn.
  var hotspots: Int

  /// Sums up what is not drawn.
  init(_ subject: Subject, index: [TouchpointID: Int], kept: [Bool], drawn: [Bool]) {
    let transitions = subject.analysis.transitions
    var (all, rest, visits, visitsDrawn) = (0.0, 0.0, 0.0, 0.0)
    for (transition, isDrawn) in zip(transitions, drawn) {
      all += transition.traffic
      if !isDrawn { rest += transition.traffic }
      guard case .touchpoint(let id) = transition.target, let place = index[id] else { continue }
      visits += transition.traffic
      if kept[place] { visitsDrawn += transition.traffic }
    }
    self.transitions = drawn.count { !$0 }
    share = all > 0 ? rest / all : 0
    touchpoints = kept.count { !$0 }
    ofTouchpoints = kept.count
    self.visitsDrawn = visits > 0 ? visitsDrawn / visits : nil
    hotspots = subject.analysis.hotspots.hotspots.count { hotspot in
      hotspot.kind != nil && index[hotspot.touchpoint].map { !kept[$0] } ?? false
    }
  }

  /// The same in one sentence.
  func text(_ words: Words) -> String {
    let phrases = words.simplification
    func count(_ number: Int) -> String { words.numbers.count(Double(number)) }
    var parts: [String] = []
    if touchpoints > 0 {
      let drawn = count(ofTouchpoints - touchpoints)
      parts.append(
        visitsDrawn.map {
          words.fill(
            phrases.drawnWithVisits, drawn, count(ofTouchpoints), words.numbers.percent($0))
        } ?? words.fill(phrases.drawn, drawn, count(ofTouchpoints)))
    }
    if transitions > 0 {
      parts.append(
        words.fill(
          words.flow.leftOut(Double(transitions)), count(transitions),
          words.numbers.percent(share)))
    }
    if hotspots > 0 {
      parts.append(words.fill(phrases.hotspots(Double(hotspots)), count(hotspots)))
    }
    return parts.joined(separator: phrases.separator)
  }
}

import JourneyAnalysis
import JourneyModel

/// Where it surely is bad, and where relief surely is, in two journeys alike.
///
/// A figure of relief is the mean way from a bad touchpoint to one that is not. Two such figures are
/// of the same thing only where the same touchpoints are bad: one that is felt +0.1 here and −0.1
/// there may not have changed at all, and yet moves relief by a whole step. So a touchpoint counts as
/// bad or relieving only where its 90 % interval says so in both journeys, or where nothing was
/// measured anew.
struct SharedRelief {
  /// What a touchpoint is for who waits for relief.
  enum Part: Hashable {
    /// It feels bad.
    case bad
    /// It is relief.
    case relieving
    /// Nobody said what is felt, so that nobody is relieved.
    case unscored
    /// It may be either, or is not the same in both journeys.
    case unsure
  }

  private let parts: (before: [TouchpointID: Part], after: [TouchpointID: Part])
  private let next: (before: [TouchpointID: [TouchpointID]], after: [TouchpointID: [TouchpointID]])

  /// Looks at what is felt.
  ///
  /// Cost: linear in touchpoints and transitions.
  init(_ before: ComparedJourney, _ after: ComparedJourney, _ pairs: [TouchpointPair]) {
    let old = Self.feelings(before)
    let new = Self.feelings(after)
    var parts = (before: old.mapValues(\.part), after: new.mapValues(\.part))
    for pair in pairs {
      let part = Self.part(old[pair.before.id], new[pair.after.id])
      parts.before[pair.before.id] = part
      parts.after[pair.after.id] = part
    }
    self.parts = parts
    next = (Self.next(before), Self.next(after))
  }

  /// What a touchpoint of both journeys is in both.
  subscript(pair: TouchpointPair) -> Part { parts.after[pair.after.id] ?? .unscored }

  /// The touchpoints that surely are relief, of the first and of the second journey.
  var relieving: (before: Set<TouchpointID>, after: Set<TouchpointID>) {
    func those(_ parts: [TouchpointID: Part]) -> Set<TouchpointID> {
      Set(parts.filter { $0.value == .relieving }.keys)
    }
    return (those(parts.before), those(parts.after))
  }

  /// Whether all that is met from a touchpoint until relief is known for what it is.
  ///
  /// Cost: linear in the transitions.
  func isSettled(from pair: TouchpointPair) -> Bool {
    self[pair] == .bad && Self.isSettled(pair.before.id, parts.before, next.before)
      && Self.isSettled(pair.after.id, parts.after, next.after)
  }

  private static func isSettled(
    _ start: TouchpointID, _ parts: [TouchpointID: Part], _ next: [TouchpointID: [TouchpointID]]
  ) -> Bool {
    var met: Set<TouchpointID> = [start]
    var open = [start]
    while let here = open.popLast() {
      for target in next[here] ?? [] where met.insert(target).inserted {
        switch parts[target] ?? .unscored {
        case .unsure: return false
        case .relieving: continue
        case .bad, .unscored: open.append(target)
        }
      }
    }
    return true
  }

  private static func next(_ side: ComparedJourney) -> [TouchpointID: [TouchpointID]] {
    var next: [TouchpointID: [TouchpointID]] = [:]
    for transition in side.analysis.transitions where transition.probability > 0 {
      guard case .touchpoint(let source) = transition.source,
        case .touchpoint(let target) = transition.target
      else { continue }
      next[source, default: []].append(target)
    }
    return next
  }

  // MARK: - Feelings

  /// What is felt, as v.
  private struct Feeling {
    var v: Double
    var ends: [Double]

    var part: Part {
      guard let low = ends.first, let high = ends.last, ends.count == 2 else { return .unsure }
      return high < 0 ? .bad : low >= 0 ? .relieving : .unsure
    }

    /// Whether nothing was measured anew.
    func isSame(as other: Feeling) -> Bool {
      ends.count == other.ends.count && (v - other.v).magnitude <= 1e-9
        && zip(ends, other.ends).allSatisfy { ($0 - $1).magnitude <= 1e-9 }
    }
  }

  private static func feelings(_ side: ComparedJourney) -> [TouchpointID: Feeling] {
    let scale = side.analysis.scale
    var feelings: [TouchpointID: Feeling] = [:]
    for figures in side.analysis.touchpoints {
      guard let felt = figures.felt else { continue }
      feelings[figures.id] = Feeling(
        v: scale.normalized(felt.shrunk),
        ends: [felt.low, felt.high].compactMap(\.self).map(scale.normalized).sorted())
    }
    return feelings
  }

  private static func part(_ old: Feeling?, _ new: Feeling?) -> Part {
    guard let old, let new else { return old == nil && new == nil ? .unscored : .unsure }
    if old.isSame(as: new) { return new.v < 0 ? .bad : .relieving }
    return old.part == new.part ? new.part : .unsure
  }
}

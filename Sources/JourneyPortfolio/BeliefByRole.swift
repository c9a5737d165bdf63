import JourneyAnalysis
import JourneyModel

/// What one group in the organisation believes, against what customers feel.
public struct RoleBelief: Hashable, Sendable {
  /// The group, as `by` names it first; nil for beliefs that name nobody.
  public var role: String?
  /// At how many touchpoints the group's belief and what is felt are both known.
  public var touchpoints: Int
  /// In how many journeys those are.
  public var journeys: Int
  /// The group's mean belief over those touchpoints, in units of v, −1…+1.
  public var believed: Double
  /// What is felt at the same touchpoints.
  public var felt: Double
  /// The share of those touchpoints that the group believes good.
  public var believedGood: Double
  /// The share of the same touchpoints that feel good.
  public var feltGood: Double

  /// Belief above feeling, in units of v; positive means the group thinks better than it is.
  public var gap: Double { believed - felt }
}

/// Two groups' beliefs about the same touchpoints, such as leadership's and the front line's.
public struct RoleContrast: Hashable, Sendable {
  /// The group whose gap is wider.
  public var further: RoleBelief
  /// The group that is closer to what customers feel.
  public var closer: RoleBelief
  /// At how many touchpoints both groups' beliefs and what is felt are known; both are of these
  /// alone.
  public var touchpoints: Int
}

extension Portfolio {
  /// What each group believes, those with the widest gap first.
  ///
  /// Groups are told apart by `by`, without regard to case, hyphens and spaces around. Each
  /// touchpoint at which the group's belief and what is felt are known counts once; several beliefs
  /// of a group about one touchpoint are weighted by n where all have one, else plainly. Scales
  /// differ between journeys, so figures are in units of v. Cost: linear in the beliefs.
  public var beliefsByRole: [RoleBelief] {
    let points = rolePoints()
    return points.roles.compactMap { belief(of: $0, at: points.all) }
      .sortedByGap()
  }

  /// The groups two by two over the touchpoints that both spoke of, those that differ most first.
  ///
  /// Of many groups the twelve that spoke of most touchpoints.
  public var roleContrasts: [RoleContrast] {
    let points = rolePoints()
    var spoken: [PersonName?: Int] = [:]
    for role in points.all.flatMap(\.beliefs.keys) { spoken[role, default: 0] += 1 }
    let order = points.roles.indices.sorted {
      let (a, b) = (spoken[points.roles[$0]] ?? 0, spoken[points.roles[$1]] ?? 0)
      return a != b ? a > b : $0 < $1
    }
    let roles = order.prefix(12).sorted().map { points.roles[$0] }
    var contrasts: [RoleContrast] = []
    for (index, first) in roles.enumerated() {
      for second in roles[(index + 1)...] {
        let both = points.all.filter { $0.beliefs[first] != nil && $0.beliefs[second] != nil }
        guard let one = belief(of: first, at: both),
          let other = belief(of: second, at: both)
        else { continue }
        let isFurther = one.gap.magnitude >= other.gap.magnitude
        contrasts.append(
          RoleContrast(
            further: isFurther ? one : other, closer: isFurther ? other : one,
            touchpoints: both.count))
      }
    }
    return contrasts.enumerated().sorted {
      let (a, b) = ($0.element.difference, $1.element.difference)
      return a != b ? a > b : $0.offset < $1.offset
    }.map(\.element)
  }

  /// A touchpoint with what is felt, and what each group believes, in units of v.
  private struct RolePoint {
    var journey: Int
    var felt: Double
    var beliefs: [PersonName?: Double]
  }

  private func rolePoints() -> (roles: [PersonName?], all: [RolePoint]) {
    var roles: [PersonName?] = []
    var seen: Set<PersonName?> = []
    var points: [RolePoint] = []
    for (index, member) in members.enumerated() {
      let scale = member.analysis.scale
      for (touchpoint, figures) in zip(member.journey.touchpoints, member.analysis.touchpoints) {
        guard let felt = figures.felt?.mean else { continue }
        var groups: [PersonName?: [Belief]] = [:]
        for belief in touchpoint.believed where belief.mean.isFinite {
          let role = PersonName(belief.by)
          if seen.insert(role).inserted { roles.append(role) }
          groups[role, default: []].append(belief)
        }
        guard !groups.isEmpty else { continue }
        points.append(
          RolePoint(
            journey: index, felt: scale.normalized(felt),
            beliefs: groups.mapValues { scale.normalized(Self.mean($0)) }))
      }
    }
    return (roles, points)
  }

  private func belief(of role: PersonName?, at points: [RolePoint]) -> RoleBelief? {
    let known = points.compactMap { point in
      point.beliefs[role].map { (point.journey, point.felt, $0) }
    }
    guard !known.isEmpty else { return nil }
    let count = Double(known.count)
    return RoleBelief(
      role: role?.text, touchpoints: known.count, journeys: Set(known.map(\.0)).count,
      believed: known.reduce(0) { $0 + $1.2 } / count, felt: known.reduce(0) { $0 + $1.1 } / count,
      believedGood: Double(known.count { isGood($0.2) }) / count,
      feltGood: Double(known.count { isGood($0.1) }) / count)
  }

  private static func mean(_ beliefs: [Belief]) -> Double {
    let counts = beliefs.compactMap { $0.n.flatMap { $0 > 0 ? Double($0) : nil } }
    let weights = counts.count == beliefs.count ? counts : beliefs.map { _ in 1 }
    let sum = weights.reduce(0, +)
    return zip(beliefs, weights).reduce(0) { $0 + $1.1 / sum * $1.0.mean }
  }
}

extension RoleContrast {
  /// How far the two beliefs lie apart, in units of v.
  public var difference: Double { (further.believed - closer.believed).magnitude }
}

extension [RoleBelief] {
  fileprivate func sortedByGap() -> [RoleBelief] {
    enumerated().sorted {
      let (a, b) = ($0.element.gap.magnitude, $1.element.gap.magnitude)
      return a != b ? a > b : $0.offset < $1.offset
    }.map(\.element)
  }
}

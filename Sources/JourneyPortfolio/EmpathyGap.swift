import JourneyAnalysis
public import JourneyModel

/// What the organisation believes against what customers feel, over a portfolio.
///
/// The shares count touchpoints at which both are known, of all journeys alike and unweighted: the
/// same rule as for one journey. The mean gap takes each journey's own gap, which weighs its
/// touchpoints by visits, and weighs **journeys equally**: how many start is counted over different
/// days, or not at all, and a journey that few start is no less believed in. Scales differ between
/// journeys, so the mean is in units of v, where the whole good or bad side of a scale is 1.
public struct EmpathyGap: Hashable, Sendable {
  /// One journey's part in it.
  public struct Member: Hashable, Sendable {
    /// The journey.
    public var journey: JourneyID
    /// Its gap on its own scale; nil without flow.
    public var gap: Double?
    /// Its gap in units of v.
    public var v: Double?
    /// Its gap as a share of its own scale, from one end to the other: −1…1.
    public var share: Double?
    /// At how many touchpoints both are known.
    public var touchpoints: Int
    /// How many of them are believed good.
    public var believedGood: Int
    /// How many of them feel good.
    public var feltGood: Int
  }

  /// At how many touchpoints both are known.
  public var touchpoints: Int
  /// The share of them that are believed good, 0…1; nil when there are none.
  public var believedGood: Double?
  /// The share of them that feel good, 0…1; nil when there are none.
  public var feltGood: Double?
  /// The mean of the journeys' gaps in units of v; above 0 we think better than it is; nil when no
  /// journey's is known.
  public var gap: Double?
  /// How many journeys ``gap`` is of.
  public var journeys: Int
  /// The journeys where both are known at some touchpoint, the widest gap first, then those whose
  /// gap is unknown, in the order of the members.
  public var members: [Member]
}

extension Portfolio {
  /// What the organisation believes against what customers feel.
  ///
  /// Cost: linear in the touchpoints.
  public var empathyGap: EmpathyGap {
    let members = members.compactMap { $0.gapMember }
    let gaps = members.compactMap(\.v)
    let count = members.reduce(0) { $0 + $1.touchpoints }
    func share(_ part: KeyPath<EmpathyGap.Member, Int>) -> Double? {
      guard count > 0 else { return nil }
      return Double(members.reduce(0) { $0 + $1[keyPath: part] }) / Double(count)
    }
    let order = members.indices.sorted { first, second in
      switch (members[first].v, members[second].v) {
      case (let a?, let b?): a != b ? a > b : first < second
      case (.some, nil): true
      case (nil, .some): false
      case (nil, nil): first < second
      }
    }
    return EmpathyGap(
      touchpoints: count, believedGood: share(\.believedGood), feltGood: share(\.feltGood),
      gap: gaps.isEmpty ? nil : gaps.reduce(0, +) / Double(gaps.count), journeys: gaps.count,
      members: order.map { members[$0] })
  }
}

extension Estimates {
  fileprivate var gapMember: EmpathyGap.Member? {
    let scale = analysis.scale
    let known = analysis.touchpoints.compactMap { figures -> (felt: Double, believed: Double)? in
      guard let felt = figures.felt?.mean, let believed = figures.believed else { return nil }
      return (scale.normalized(felt), scale.normalized(believed))
    }
    guard !known.isEmpty else { return nil }
    return EmpathyGap.Member(
      journey: journey.id, gap: analysis.gap, v: analysis.gap.map { $0 / scale.unit },
      share: analysis.gap.map { $0 / (scale.high - scale.low) },
      touchpoints: known.count, believedGood: known.count { isGood($0.believed) },
      feltGood: known.count { isGood($0.felt) })
  }
}

/// Whether a feeling is good, with the dust of computing taken off.
func isGood(_ v: Double) -> Bool { v > 1e-12 }

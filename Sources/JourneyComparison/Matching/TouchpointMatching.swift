import JourneyModel

/// Which touchpoints of two journeys are the same.
///
/// First those with the same id; then, of the others, those with the same name but for capitals and
/// white space; then those of which nothing but id and name differs, and of which a document says
/// something that two touchpoints never share by accident. What could be meant twice is not matched.
struct TouchpointMatching {
  /// Two touchpoints by their places.
  struct Match: Hashable {
    var before: Int
    var after: Int
    var reason: TouchpointPair.Reason
  }

  /// The matches, in the order of the second journey.
  private(set) var matches: [Match] = []

  /// Matches touchpoints.
  ///
  /// Cost: linear.
  init(_ before: [Touchpoint], _ after: [Touchpoint]) {
    var isTaken = (
      before: [Bool](repeating: false, count: before.count),
      after: [Bool](repeating: false, count: after.count)
    )
    func match<Key: Hashable>(_ reason: TouchpointPair.Reason, by key: (Touchpoint) -> Key?) {
      let old = Self.places(of: before, except: isTaken.before, by: key)
      let new = Self.places(of: after, except: isTaken.after, by: key)
      for place in after.indices where !isTaken.after[place] {
        guard let key = key(after[place]), new[key]?.count == 1, let there = old[key],
          there.count == 1
        else { continue }
        matches.append(Match(before: there[0], after: place, reason: reason))
        isTaken.before[there[0]] = true
        isTaken.after[place] = true
      }
    }
    match(.id) { $0.id }
    match(.name) { NormalizedName($0.name) }
    match(.content) { Self.content(of: $0) }
    matches.sort { $0.after < $1.after }
  }

  private static func places<Key: Hashable>(
    of touchpoints: [Touchpoint], except isTaken: [Bool], by key: (Touchpoint) -> Key?
  ) -> [Key: [Int]] {
    var places: [Key: [Int]] = [:]
    for (place, touchpoint) in touchpoints.enumerated() where !isTaken[place] {
      if let key = key(touchpoint) { places[key, default: []].append(place) }
    }
    return places
  }

  /// All that is said of a touchpoint but id and name; nil when it is too little to tell it apart.
  private static func content(of touchpoint: Touchpoint) -> Touchpoint? {
    guard !touchpoint.quotes.isEmpty || touchpoint.pains.count + touchpoint.gains.count > 1 else {
      return nil
    }
    var content = touchpoint
    content.id = ""
    content.name = ""
    return content
  }
}

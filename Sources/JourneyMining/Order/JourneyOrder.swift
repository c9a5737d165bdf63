/// Puts touchpoints, or stages, in the order in which a journey comes to them.
///
/// They stand by the mean place at which visits first come to them. Loops and visits of different
/// length bring some of them out of order; so each is moved to where fewer go backwards, as long as
/// that is more than a fiftieth of all who go by it. The same is done with the order in which each
/// stands behind all that lead to it, and where clearly fewer go backwards in that, it is taken. Every
/// move lessens the number of those who go backwards, so that it ends; and it begins with orders that
/// the log's rows do not decide, so that neither does its end.
///
/// Cost: at most ``most`` are moved, n² for each round; rounds are few.
struct JourneyOrder {
  /// One of those in order.
  struct Item {
    /// The mean place at which visits first come to it.
    var place: Double
    /// How many visits come to it.
    var visits: Int
  }

  /// How many go from one to another.
  struct Way {
    var source: Int
    var target: Int
    var count: Int
  }

  /// So many are moved, the most visited; the rest stand by their mean place.
  static let most = 250
  private static let mostRounds = 40

  /// The order.
  ///
  /// - Parameters:
  ///   - items: What is put in order; of equal ones the first stays first.
  ///   - ways: How many go from one to another; those to itself do not matter.
  /// - Returns: The places of the items, in their order.
  static func order(_ items: [Item], _ ways: [Way]) -> [Int] {
    let byPlace = items.indices.sorted { first, second in
      let (a, b) = (items[first], items[second])
      return (a.place, -a.visits, first) < (b.place, -b.visits, second)
    }
    guard items.count > most else { return moved(byPlace, ways) }
    let often = items.indices.sorted { (-items[$0].visits, $0) < (-items[$1].visits, $1) }
    let chosen = Set(often.prefix(most))
    let core = moved(byPlace.filter(chosen.contains), ways)
    let rest = byPlace.filter { !chosen.contains($0) }
    // Each of the rest comes behind the last of the core that is no later by its mean place.
    var behind: [Int: [Int]] = [:]
    let sorted = byPlace.filter(chosen.contains)
    var next = 0
    for item in rest {
      while next < sorted.count, items[sorted[next]].place <= items[item].place { next += 1 }
      behind[next > 0 ? sorted[next - 1] : -1, default: []].append(item)
    }
    return (behind[-1] ?? []) + core.flatMap { [$0] + (behind[$0] ?? []) }
  }

  /// Moves items to where fewer go backwards; of two orders to begin with the better one is taken.
  private static func moved(_ start: [Int], _ ways: [Way]) -> [Int] {
    guard start.count > 1 else { return start }
    let net = NetTraffic(start, ways)
    let byPlace = net.settled(Array(start.indices), rounds: mostRounds)
    let bySources = net.settled(net.sourcesFirst(), rounds: mostRounds)
    let (plain, other) = (net.backwards(byPlace), net.backwards(bySources))
    // Only what is clearly better may stand otherwise than people come to it on the whole.
    let isBetter = other < plain && Double(plain &- other) > 0.01 * Double(net.total)
    return (isBetter ? bySources : byPlace).map { start[$0] }
  }
}

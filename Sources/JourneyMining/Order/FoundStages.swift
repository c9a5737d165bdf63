/// Cuts touchpoints that stand in order into stages where nobody gave any.
///
/// A good border is one that few go across, there and back: the cuts are those of the highest
/// `Σ (inside / W − 0.9 · (touching / 2W)² − 0.1 · (size / n)²)` over the stages, where W is how many go
/// from one touchpoint to another, `inside` those within the stage, `touching` the sum over its
/// touchpoints of all who come and go, and `size` how many of the n touchpoints it has. That is
/// modularity, a tenth of it with touchpoints that all weigh alike, so that no stage holds all that is
/// rare. Found exactly, since stages are runs of the order. Nobody cuts fewer than five touchpoints,
/// and no stage has fewer than two, nor one to whose touchpoints together hardly anybody comes: fewer
/// than a fiftieth of all visits. From eight on there are three stages or more where so many are found.
///
/// Source: Newman & Girvan, "Finding and evaluating community structure in networks", Physical Review
/// E 69 (2004). Cost: n³; at most 60 are cut.
enum FoundStages {
  /// The part of modularity in which all touchpoints weigh alike.
  private static let even = 0.1
  /// What one more stage must add, so that a few go across where many do not.
  private static let least = 0.02
  /// The least part of all visits that come to the touchpoints of a stage: nobody walks up to a part
  /// of the wall where next to nobody was.
  private static let fewest = 0.02
  /// A wall shows no more stages at a glance.
  static let most = 6

  /// Where stages begin.
  ///
  /// - Parameters:
  ///   - count: How many touchpoints there are, in order.
  ///   - ways: How many go from one to another.
  ///   - visits: How many visits come to each.
  ///   - all: How many visits there are.
  /// - Returns: The places, 0 first; empty when there is nothing to cut.
  static func starts(
    count: Int, _ ways: [JourneyOrder.Way], visits: [Int], of all: Int
  ) -> [Int] {
    guard count >= 5, visits.count == count else { return [] }
    var weight = [Double](repeating: 0, count: count * count)
    var touching = [Double](repeating: 0, count: count)
    var total = 0.0
    for way in ways where way.source != way.target {
      let (a, b) = (min(way.source, way.target), max(way.source, way.target))
      let amount = Double(way.count)
      weight[a * count + b] += amount
      touching[a] += amount
      touching[b] += amount
      total += amount
    }
    guard total > 0 else { return [] }
    // The worth of each run, by where it begins and ends.
    var worth = [Double](repeating: 0, count: count * count)
    for first in 0..<count {
      var (inside, sum, coming) = (0.0, 0.0, 0.0)
      for last in first..<count {
        for other in first..<last { inside += weight[other * count + last] }
        sum += touching[last]
        coming += Double(visits[last])
        guard coming >= fewest * Double(all) else {
          worth[first * count + last] = -.infinity
          continue
        }
        let share = sum / (2 * total)
        let size = Double(last - first + 1) / Double(count)
        worth[first * count + last] =
          inside / total - (1 - even) * share * share - even * size * size
      }
    }
    return best(count, worth)
  }

  private static func best(_ count: Int, _ worth: [Double]) -> [Int] {
    let stages = min(most, count / 2)
    let nothing = -Double.infinity
    // For so many stages over the first so many touchpoints: the highest worth and the last cut.
    var values = [Double](repeating: nothing, count: count + 1)
    values[0] = 0
    var cuts: [[Int]] = []
    var found: (worth: Double, stages: Int)?
    let fewer = count < 8 ? 2 : 3
    for number in 1...stages {
      var next = [Double](repeating: nothing, count: count + 1)
      var cut = [Int](repeating: 0, count: count + 1)
      for end in (2 * number)...count {
        for start in 0...(end - 2) where values[start] > nothing {
          let value = values[start] + worth[start * count + end - 1]
          guard value > nothing else { continue }
          if value > next[end] + 1e-12 || next[end] == nothing {
            (next[end], cut[end]) = (value, start)
          }
        }
      }
      values = next
      cuts.append(cut)
      guard number > 1, next[count] > nothing else { continue }
      // Two only where there are too few touchpoints for three, or too few people in a third.
      guard let best = found, best.stages >= fewer else {
        found = (next[count], number)
        continue
      }
      if next[count] > best.worth + least { found = (next[count], number) }
    }
    guard let found else { return [] }
    var starts: [Int] = []
    var end = count
    for number in stride(from: found.stages - 1, through: 0, by: -1) {
      end = cuts[number][end]
      starts.append(end)
    }
    return starts.reversed()
  }
}

import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

/// Whether the interval of those who complete holds where some are still under way.
@Suite("Intervals with customers still under way")
struct UnderWayIntervalTests {
  /// When the counting stops for a customer.
  enum Stop: CaseIterable {
    /// At every step with the same chance.
    case everyStep
    /// On one day for all, who started one after the other and take a step a day.
    case oneDay
  }

  /// The ways of so many customers as a document counts them, and how many are still under way.
  private func walk(
    _ walkers: Walkers, _ customers: Int, _ stop: Stop, _ steps: Double,
    _ random: inout SeededGenerator
  ) -> (journey: Journey, underWay: Int) {
    let count = walkers.count
    var counts = [[Int]](repeating: [Int](repeating: 0, count: count + 3), count: count + 1)
    var underWay = 0
    for _ in 0..<customers {
      var place = count
      // Of those who start one after the other 20 % are under way: days = steps / 20 %.
      var left = stop == .oneDay ? Double.random(in: 0..<(steps / 0.2), using: &random) : .infinity
      while place <= count {
        if place < count, left < 0 || (stop == .everyStep && random.chance(0.22 / steps)) {
          counts[place][count + 2] += 1
          underWay += 1
          break
        }
        var number = Double.random(in: 0..<1, using: &random)
        let next = walkers.truth[place].firstIndex { chance in
          number -= chance
          return number < 0
        }
        let target = next ?? count + 1
        counts[place][target] += 1
        if target >= count { break }
        place = target
        left -= 1
      }
    }
    let names = (0..<count).map { "t\($0)" }
    let targets = names + ["completed", "left", "under-way"]
    var lines: [String] = []
    for (row, source) in zip([counts[count]] + counts.dropLast(), ["start"] + names) {
      for (amount, target) in zip(row, targets) where amount > 0 {
        lines.append("\(source) -> \(target): \(amount)")
      }
    }
    return (Journey.sketch(lines), underWay)
  }

  @Test(
    "With a fifth still under way, the interval of those who complete holds as often",
    arguments: Stop.allCases, [100, 1000])
  func completed(stop: Stop, customers: Int) throws {
    var held = 0
    var rounds = 0
    var underWay = 0
    var bias = 0.0
    var width = 0.0
    for seed: UInt64 in 1...4 {
      var random = SeededGenerator(seed: seed)
      let walkers = Walkers(5, leaving: 0.03...0.3, &random)
      let figures = try ChainFigures(
        walkers.network(walkers.truth), values: [nil, nil, nil, nil, nil],
        times: Times(Journey(id: "t", title: "t")))
      let truth = try #require(figures.value(.completed, at: nil))
      let walked = walkers.walk(2000, &random).dropLast().joined().reduce(0, +)
      let steps = walked / 2000
      for _ in 0..<(customers > 500 ? 60 : 120) {
        let (journey, open) = walk(walkers, customers, stop, steps, &random)
        let estimates = try journey.estimated(asOf: EstimateTests.day)
        let found = try #require(estimates.estimate(of: Figure(.completed)))
        let low = try #require(found.low)
        let high = try #require(found.high)
        rounds += 1
        underWay += open
        bias += found.value - truth
        width += high - low
        if low <= truth, truth <= high { held += 1 }
      }
    }
    let share = Double(held) / Double(rounds)
    let told =
      "held \(share), under way \(Double(underWay) / Double(rounds * customers)), bias "
      + "\(bias / Double(rounds)), width \(width / Double(rounds))"
    #expect(share > 0.85 && share < 0.97, "\(told)")
    #expect((Double(underWay) / Double(rounds * customers) - 0.2).magnitude < 0.05, "\(told)")
  }
}

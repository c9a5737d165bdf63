import JourneyModel
import JourneyTestSupport

/// All touchpoints of several journeys as one graph, over which customers walk.
///
/// What linked figures are held against: it knows nothing of how they are computed.
struct UnionGraph {
  /// What becomes of a customer.
  enum Fate: Int, CaseIterable {
    case completed, left, ended, diverted, unresolved
  }

  /// A way on: to a touchpoint of the same journey, over to the start of another, or out.
  enum Step {
    case touchpoint(Int)
    case journey(Int)
    case fate(Fate)
  }

  /// For each journey, for its start and each of its touchpoints, the ways on with their weights;
  /// empty for a journey without flow.
  var ways: [[[(step: Step, weight: Double)]]]

  /// Journeys that lead into each other at random, with loops inside and out.
  static func random(_ count: Int, _ random: inout SeededGenerator) -> UnionGraph {
    UnionGraph(
      ways: (0..<count).map { _ in
        if count > 1, Int.random(in: 0..<9, using: &random) == 0 { return [] }
        let touchpoints = Int.random(in: 1...4, using: &random)
        let first: [(step: Step, weight: Double)] = [(.touchpoint(1), 1)]
        return [first]
          + (1...touchpoints).map { _ in
            var ways: [(step: Step, weight: Double)] = [
              (.fate(.completed), Double.random(in: 0.1...1, using: &random)),
              (.fate(.left), Double.random(in: 0.1...1, using: &random)),
            ]
            func maybe(_ step: Step, _ chance: Int, _ most: Double) {
              guard Int.random(in: 0..<chance, using: &random) == 0 else { return }
              ways.append((step, Double.random(in: 0.05...most, using: &random)))
            }
            maybe(.fate(.ended), 4, 0.3)
            maybe(.fate(.diverted), 4, 0.5)
            for target in 1...touchpoints { maybe(.touchpoint(target), 2, 1.5) }
            for _ in 0..<2 { maybe(.journey(Int.random(in: 0..<count, using: &random)), 2, 1.5) }
            return ways
          }
      })
  }

  /// Lets customers walk through each journey alone and counts them, as a document does.
  ///
  /// - Parameters:
  ///   - starters: How many start each journey.
  ///   - random: Where chance comes from.
  /// - Returns: The journeys, and the graph that has the counts as its weights.
  func counted(
    _ starters: Int, _ random: inout SeededGenerator
  ) -> (journeys: [(String, [String])], graph: UnionGraph) {
    var graph = self
    var journeys: [(String, [String])] = []
    for (journey, places) in ways.enumerated() {
      var counts = places.map { $0.map { _ in 0 } }
      for _ in 0..<(places.isEmpty ? 0 : starters) {
        var place = 0
        walk: while true {
          let way = Self.draw(places[place], &random)
          counts[place][way] += 1
          guard case .touchpoint(let next) = places[place][way].step else { break walk }
          place = next
        }
      }
      var lines: [String] = []
      for (place, own) in places.enumerated() {
        for (way, count) in zip(own.indices, counts[place]) {
          graph.ways[journey][place][way].weight = Double(count)
        }
        // One line for each target, as documents have it.
        var told: [String: Int] = [:]
        var order: [String] = []
        for (way, count) in zip(own, counts[place]) where count > 0 {
          let name = Self.name(of: way.step)
          if told[name] == nil { order.append(name) }
          told[name, default: 0] += count
        }
        lines += order.map { "\(place == 0 ? "start" : "t\(place)") -> \($0): \(told[$0] ?? 0)" }
      }
      journeys.append(("j\(journey)", lines))
    }
    return (journeys, graph)
  }

  private static func name(of step: Step) -> String {
    switch step {
    case .touchpoint(let place): "t\(place)"
    case .journey(let journey): "diverted/j\(journey)"
    case .fate(.completed): "completed"
    case .fate(.left): "left"
    case .fate(.ended): "ended"
    case .fate: "diverted/elsewhere"
    }
  }

  private static func draw(
    _ ways: [(step: Step, weight: Double)], _ random: inout SeededGenerator
  ) -> Int {
    var u = Double.random(in: 0..<ways.reduce(0) { $0 + $1.weight }, using: &random)
    for (index, way) in ways.enumerated() where way.weight > 0 {
      u -= way.weight
      if u < 0 { return index }
    }
    return ways.lastIndex { $0.weight > 0 } ?? 0
  }

  /// Lets one customer walk from the start of a journey to the end, wherever that is.
  func fate(from journey: Int, _ random: inout SeededGenerator) -> Fate {
    var (journey, place) = (journey, 0)
    while true {
      guard !ways[journey].isEmpty else { return .unresolved }
      let own = ways[journey][place]
      switch own[Self.draw(own, &random)].step {
      case .touchpoint(let next): place = next
      case .journey(let next): (journey, place) = (next, 0)
      case .fate(let fate): return fate
      }
    }
  }

  /// The chance of each fate for those who start each journey.
  ///
  /// By going on step by step until nobody is left: no equation is solved. Behind the chances stands
  /// how many journeys they go through.
  func chances() -> [[Double]] {
    let columns = Fate.allCases.count + 1
    var known = ways.map { places in
      (0..<max(1, places.count)).map { _ in [Double](repeating: 0, count: columns) }
    }
    var change = 1.0
    var rounds = 0
    while change > 1e-14, rounds < 100_000 {
      change = 0
      rounds += 1
      for journey in ways.indices {
        guard !ways[journey].isEmpty else {
          known[journey][0][Fate.unresolved.rawValue] = 1
          known[journey][0][columns - 1] = 1
          continue
        }
        for (place, own) in ways[journey].enumerated() {
          let total = own.reduce(0) { $0 + $1.weight }
          guard total > 0 else { continue }
          var next = [Double](repeating: 0, count: columns)
          if place == 0 { next[columns - 1] = 1 }
          for way in own {
            let chance = way.weight / total
            switch way.step {
            case .touchpoint(let target):
              for column in 0..<columns { next[column] += chance * known[journey][target][column] }
            case .journey(let target):
              for column in 0..<columns { next[column] += chance * known[target][0][column] }
            case .fate(let fate): next[fate.rawValue] += chance
            }
          }
          for column in 0..<columns {
            change = max(change, abs(next[column] - known[journey][place][column]))
          }
          known[journey][place] = next
        }
      }
    }
    return known.map { $0[0] }
  }
}

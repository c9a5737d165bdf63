import JourneyAnalysis
import JourneyModel
import JourneyPortfolio
import JourneyTestSupport

/// Portfolios of tests, from lines as a document's `flow` has them.
enum Sketches {
  static let asOf = CalendarDate.epoch

  static func portfolio(_ journeys: [(String, [String])]) throws -> Portfolio {
    try portfolio(
      journeys.map { id, lines in
        var journey = Journey.sketch(lines)
        journey.id = JourneyID(id)
        journey.title = id
        if journey.touchpoints.isEmpty { journey.touchpoints = [Touchpoint(id: "alone")] }
        return journey
      })
  }

  static func portfolio(_ journeys: [Journey]) throws -> Portfolio {
    Portfolio(try journeys.map { try $0.estimated(asOf: asOf) })
  }

  /// Journeys whose customers go over to each other at random.
  static func random(_ count: Int, seed: UInt64) throws -> Portfolio {
    var random = SeededGenerator(seed: seed)
    return try portfolio(
      (0..<count).map { index in
        if Int.random(in: 0..<10, using: &random) == 0 { return ("j\(index)", []) }
        var lines: [String] = []
        func customers() -> Int { Int.random(in: 0...30, using: &random) }
        var ends = [
          "completed: \(customers() + 1)", "left: \(customers())", "ended: \(customers())",
        ]
        if Int.random(in: 0..<3, using: &random) == 0 { ends.append("diverted: \(customers())") }
        for _ in 0..<Int.random(in: 0...3, using: &random) {
          let end = "diverted/j\(Int.random(in: 0...count, using: &random))"
          if !ends.contains(where: { $0.hasPrefix(end + ":") }) {
            ends.append("\(end): \(customers())")
          }
        }
        let total = ends.reduce(0) { $0 + (Int($1.split(separator: " ").last ?? "") ?? 0) }
        lines.append("start -> a: \(total)")
        lines += ends.map { "a -> \($0)" }
        return ("j\(index)", lines)
      })
  }
}

import EventCounting
import JourneyModel

/// How many ways lead into and out of each touchpoint, added up once.
struct WaySums {
  /// By touchpoint, traversals to it.
  private(set) var into: [Int]
  /// By touchpoint, traversals from it.
  private(set) var out: [Int]
  /// By touchpoint, visits that begin there.
  private(set) var starts: [Int]
  /// By touchpoint, visits that end there, in the order of `EventCounts.End`.
  private(set) var ends: [SIMD4<Int>]
  /// By touchpoint, exits that take time.
  private(set) var timedExits: [Int]
  /// Visits that begin anywhere.
  private(set) var allStarts = 0
  /// Visits by how they end, in the order of `EventCounts.End`.
  private(set) var allEnds = EventCounts.End.allCases.map { _ in 0 }

  /// Adds up the ways of a segment; what is too much for a number is the largest one.
  init(_ segment: EventCounts.Segment, touchpoints: Int) {
    into = Array(repeating: 0, count: touchpoints)
    out = into
    starts = into
    timedExits = into
    ends = Array(repeating: SIMD4(), count: touchpoints)
    for flow in segment.flows {
      switch flow.source {
      case .start: allStarts = [allStarts, flow.count].saturatingSum
      case .touchpoint(let index): out[index] = [out[index], flow.count].saturatingSum
      }
      switch flow.target {
      case .touchpoint(let index):
        into[index] = [into[index], flow.count].saturatingSum
        if flow.source == .start { starts[index] = flow.count }
      case .end(let end):
        let place = EventCounts.End.allCases.firstIndex(of: end) ?? 0
        allEnds[place] = [allEnds[place], flow.count].saturatingSum
        guard case .touchpoint(let index) = flow.source else { continue }
        ends[index][place] = flow.count
        timedExits[index] = [timedExits[index], flow.times?.count ?? 0].saturatingSum
      }
    }
  }
}

import JourneyModel

/// The customers' ways, event by event.
///
/// Each customer has a stream of chance of its own, so that a customer's way can be gone twice: once
/// to see whether it ends under way, which says when it has to begin, and once to write it.
struct SimulationRun: Sendable {
  /// A way on, in one table for all groups and places.
  private struct Way {
    var upTo: Double
    /// The touchpoint or marker it leads to; −1 for an end without an event, −2 for `under-way`.
    var place: Int32
    var times: TimeDistribution
  }

  private let ways: [Way]
  /// Where the ways of each group's touchpoints begin, its start last; one more at the end.
  private let rows: [Int]
  private let scores: [ScoreDistribution?]
  private let groupsUpTo: [Double]
  private let touchpoints: Int
  private let seed: UInt64
  /// The longest time between two events, in microseconds.
  let longest: Double

  /// No customer has more events than so many.
  private static let mostEvents = 100_000
  /// The last microsecond of the year 9999.
  private static let endOfTime: Int64 = 253_402_300_799_999_999

  init(
    _ flow: SimulatedFlow, _ ends: SimulatedEnds, markers: [String], touchpoints: Int, seed: UInt64
  ) {
    self.touchpoints = touchpoints
    self.seed = seed
    groupsUpTo = flow.groups.map(\.upTo)
    scores = flow.groups.flatMap(\.scores)
    var ways: [Way] = []
    var rows: [Int] = []
    var longest = 0.0
    for group in flow.groups {
      for row in group.ways + [group.start] {
        rows.append(ways.count)
        for way in row {
          let place: Int32
          switch way.target {
          case .touchpoint(let index): place = Int32(index)
          case .end(.underWay): place = -2
          case .end(let end):
            let marker = ends.markers[end].flatMap { markers.firstIndex(of: $0) }
            place = marker.map { Int32(touchpoints + $0) } ?? -1
          }
          if place >= 0 { longest = max(longest, way.times.longest) }
          ways.append(Way(upTo: way.upTo, place: place, times: way.times))
        }
      }
    }
    rows.append(ways.count)
    self.ways = ways
    self.rows = rows
    self.longest = longest
  }

  /// What is next.
  private enum Step {
    case event(place: Int32, after: Int64)
    case end(isUnderWay: Bool)
  }

  /// Goes on from a touchpoint, or begins.
  private func step(_ group: Int, from place: Int?, _ chance: inout ChanceStream) -> Step {
    if let place, place >= touchpoints { return .end(isUnderWay: false) }
    let row = group * (touchpoints + 1) + (place ?? touchpoints)
    let begin = rows[row]
    let end = rows[row + 1]
    guard begin < end else { return .end(isUnderWay: false) }
    let choice = chance.unit()
    var index = begin
    while index < end - 1, ways[index].upTo <= choice { index += 1 }
    let way = ways[index]
    if way.place < 0 { return .end(isUnderWay: way.place == -2) }
    return .event(place: way.place, after: place == nil ? 0 : way.times.draw(&chance))
  }

  private func group(_ chance: inout ChanceStream) -> Int {
    guard groupsUpTo.count > 1 else { return 0 }
    let choice = chance.unit()
    return groupsUpTo.firstIndex { choice < $0 } ?? groupsUpTo.count - 1
  }

  /// The first event of a customer; nil where there is none.
  func first(of number: Int, at time: Int64) -> WaitingCase? {
    var chance = ChanceStream(seed, UInt64(number))
    let group = self.group(&chance)
    guard case .event(let place, _) = step(group, from: nil, &chance) else { return nil }
    return WaitingCase(
      time: time, number: number, chance: chance.state, place: place, group: Int32(group), events: 1
    )
  }

  /// The next event of a customer; nil where there is none.
  func next(_ event: WaitingCase) -> WaitingCase? {
    guard event.events < Self.mostEvents else { return nil }
    var chance = ChanceStream(state: event.chance)
    let step = step(Int(event.group), from: Int(event.place), &chance)
    guard case .event(let place, let after) = step else { return nil }
    let (time, overflow) = event.time.addingReportingOverflow(after)
    return WaitingCase(
      time: overflow ? Self.endOfTime : min(time, Self.endOfTime), number: event.number,
      chance: chance.state, place: place, group: event.group, events: event.events + 1)
  }

  /// How long a customer's way is, from the first event to the last, and whether it ends under way.
  func outcome(of number: Int) -> (length: Int64, isUnderWay: Bool) {
    guard var event = first(of: number, at: 0) else { return (0, false) }
    while let following = next(event) { event = following }
    guard event.events < Self.mostEvents, Int(event.place) < touchpoints else {
      return (event.time, false)
    }
    var chance = ChanceStream(state: event.chance)
    if case .end(let isUnderWay) = step(Int(event.group), from: Int(event.place), &chance) {
      return (event.time, isUnderWay)
    }
    return (event.time, false)
  }

  /// What a customer says of a touchpoint: the same each time the customer comes there.
  func felt(_ event: WaitingCase) -> Double? {
    guard Int(event.place) < touchpoints,
      let scores = scores[Int(event.group) * touchpoints + Int(event.place)]
    else { return nil }
    var chance = ChanceStream(
      ~seed, UInt64(event.number) &* 0x1_0000_0001 &+ UInt64(event.place) &* 0x9E37_79B9)
    return scores.draw(&chance)
  }

  /// When a customer begins, as a share of the time in which customers begin, evenly spread.
  func arrival(of number: Int, among customers: Int) -> Double {
    var chance = ChanceStream(seed ^ 0xA5A5_5A5A_0F0F_F0F0, UInt64(number))
    return (Double(number) + chance.unit()) / Double(customers)
  }
}

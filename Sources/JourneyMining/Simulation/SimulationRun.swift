import JourneyModel

/// The customers' ways, event by event.
///
/// Each customer has a stream of chance of its own, so that no other customer changes the way.
struct SimulationRun: Sendable {
  /// A way on, in one table for all groups and places.
  private struct Way {
    var upTo: Double
    /// The touchpoint it leads to, or beyond all of them an end.
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

  /// No customer has more events than so many.
  static let mostEvents = 100_000
  /// The last microsecond of the year 9999.
  private static let endOfTime: Int64 = 253_402_300_799_999_999

  init(_ flow: SimulatedFlow, _ ends: SimulatedEnds, touchpoints: Int, seed: UInt64) {
    self.touchpoints = touchpoints
    self.seed = seed
    groupsUpTo = flow.groups.map(\.upTo)
    scores = flow.groups.flatMap(\.scores)
    var ways: [Way] = []
    var rows: [Int] = []
    for group in flow.groups {
      for row in group.ways + [group.start] {
        rows.append(ways.count)
        for way in row {
          let place =
            switch way.target {
            case .touchpoint(let index): index
            case .end(let end): touchpoints + (ends.used.firstIndex(of: end) ?? 0)
            }
          ways.append(Way(upTo: way.upTo, place: Int32(place), times: way.times))
        }
      }
    }
    rows.append(ways.count)
    self.ways = ways
    self.rows = rows
  }

  /// Goes on from a touchpoint, or begins; nil behind an end.
  private func step(_ group: Int, from place: Int?, _ chance: inout ChanceStream)
    -> (place: Int32, after: Int64)?
  {
    if let place, place >= touchpoints { return nil }
    let row = group * (touchpoints + 1) + (place ?? touchpoints)
    let begin = rows[row]
    let end = rows[row + 1]
    guard begin < end else { return nil }
    let choice = chance.unit()
    var index = begin
    while index < end - 1, ways[index].upTo <= choice { index += 1 }
    let way = ways[index]
    return (way.place, place == nil ? 0 : way.times.draw(&chance))
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
    guard let step = step(group, from: nil, &chance) else { return nil }
    return WaitingCase(
      time: time, number: number, chance: chance.state, place: step.place, group: Int32(group),
      events: 1)
  }

  /// The next event of a customer; nil where there is none.
  func next(_ event: WaitingCase) -> WaitingCase? {
    guard event.events < Self.mostEvents else { return nil }
    var chance = ChanceStream(state: event.chance)
    guard let step = step(Int(event.group), from: Int(event.place), &chance) else { return nil }
    let (time, overflow) = event.time.addingReportingOverflow(step.after)
    return WaitingCase(
      time: overflow ? Self.endOfTime : min(time, Self.endOfTime), number: event.number,
      chance: chance.state, place: step.place, group: event.group, events: event.events + 1)
  }

  /// Whether a customer goes no further only because nobody has more events.
  func isCutOff(_ event: WaitingCase) -> Bool {
    event.events >= Self.mostEvents && Int(event.place) < touchpoints
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

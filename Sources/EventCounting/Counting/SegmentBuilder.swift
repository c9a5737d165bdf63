/// Makes segments of what all threads counted.
struct SegmentBuilder {
  /// How many touchpoints there are.
  let touchpoints: Int
  /// Two to this power is what scores were divided by.
  let exponent: Int

  /// Makes a segment.
  ///
  /// - Parameters:
  ///   - name: What it is called.
  ///   - total: What was counted of it as a whole.
  ///   - cells: What was counted at its touchpoints, each once, in their order.
  ///   - figures: Its ways by source, then target.
  /// - Returns: The segment.
  func segment(
    _ name: String, total: Tally.Total, cells: some Collection<Tally.Cell>,
    figures: ArraySlice<FlowFigure>
  ) -> EventCounts.Segment {
    var segment = EventCounts.Segment(
      name: name, events: total.events, customers: total.customers, visits: total.visits,
      flows: [], visited: Array(repeating: nil, count: touchpoints))
    let ends = EventCounts.End.allCases
    // Names may be as many as rows: there is room for all flows at once, and for none twice.
    var flows = figures.count
    for cell in cells {
      flows += cell.starts > 0 ? 1 : 0
      for index in ends.indices where cell.ends[index] > 0 { flows += 1 }
    }
    segment.flows.reserveCapacity(flows)
    for cell in cells where cell.starts > 0 {
      segment.flows.append(.init(.start, .touchpoint(cell.touchpoint), count: cell.starts))
    }
    var stays = [EventCounts.Times?](repeating: nil, count: ends.count)
    var place = figures.startIndex
    for cell in cells {
      let touchpoint = cell.touchpoint
      var stay: EventCounts.Times?
      for index in ends.indices { stays[index] = nil }
      while place < figures.endIndex, figures[place].source == touchpoint {
        let figure = figures[place]
        if figure.target > touchpoints {
          stays[figure.target - touchpoints - 1] = figure.times
        } else if figure.target == touchpoints {
          stay = figure.times
        } else {
          segment.flows.append(
            .init(
              .touchpoint(touchpoint), .touchpoint(figure.target), count: figure.count,
              times: figure.times))
        }
        place += 1
      }
      for (index, end) in ends.enumerated() where cell.ends[index] > 0 {
        segment.flows.append(
          .init(.touchpoint(touchpoint), .end(end), count: cell.ends[index], times: stays[index]))
      }
      segment.visited[touchpoint] = EventCounts.Visited(
        events: cell.events, customers: cell.customers, visits: cell.visits,
        firstPlaces: cell.firstPlaces, felt: cell.felt.felt(exponent: exponent), stay: stay,
        ends: ends.indices.map { cell.outcomes[$0] })
    }
    if place < figures.endIndex { segment.durations = figures[place].times }
    return segment
  }
}

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
    _ name: String, total: Tally.Total, cells: some Sequence<Tally.Cell>,
    figures: ArraySlice<FlowFigure>
  ) -> EventCounts.Segment {
    var segment = EventCounts.Segment(
      name: name, events: total.events, customers: total.customers, visits: total.visits,
      flows: [], visited: Array(repeating: nil, count: touchpoints))
    var starts: [EventCounts.Flow] = []
    var flows: [EventCounts.Flow] = []
    var place = figures.startIndex
    for cell in cells {
      let touchpoint = cell.touchpoint
      if cell.starts > 0 {
        starts.append(.init(.start, .touchpoint(touchpoint), count: cell.starts))
      }
      var stay: EventCounts.Times?
      var stays = [EventCounts.Times?](repeating: nil, count: EventCounts.End.allCases.count)
      while place < figures.endIndex, figures[place].source == touchpoint {
        let figure = figures[place]
        if figure.target > touchpoints {
          stays[figure.target - touchpoints - 1] = figure.times
        } else if figure.target == touchpoints {
          stay = figure.times
        } else {
          flows.append(
            .init(
              .touchpoint(touchpoint), .touchpoint(figure.target), count: figure.count,
              times: figure.times))
        }
        place += 1
      }
      for (index, end) in EventCounts.End.allCases.enumerated() where cell.ends[index] > 0 {
        flows.append(
          .init(.touchpoint(touchpoint), .end(end), count: cell.ends[index], times: stays[index]))
      }
      segment.visited[touchpoint] = EventCounts.Visited(
        events: cell.events, customers: cell.customers, visits: cell.visits,
        firstPlaces: cell.firstPlaces, felt: cell.felt.felt(exponent: exponent), stay: stay,
        ends: EventCounts.End.allCases.indices.map { cell.outcomes[$0] })
    }
    segment.flows = starts + flows
    if place < figures.endIndex { segment.durations = figures[place].times }
    return segment
  }
}

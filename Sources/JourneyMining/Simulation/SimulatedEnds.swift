import JourneyModel

/// How the ends of a journey show in a log, which only has events.
///
/// - Who **left** has a last event and no more.
/// - Who **completed** has an event that ends well. Where all who come to the touchpoints before
///   `completed` do complete, they are that event; otherwise a last event is added that says so.
/// - Who was **diverted**, and who ended unknown beside others who left, has a last event that says so.
/// - Who is **under way** has the last event so shortly before the log ends that the timeout is not over.
struct SimulatedEnds {
  /// The names by which `journey mine --completed` knows who completed.
  private(set) var completed: Set<String> = []
  /// The last events that are added, by the end they stand for.
  private(set) var markers: [Transition.End: String] = [:]
  /// Whether some are under way.
  private(set) var hasUnderWay = false
  /// What a person should know, one sentence each.
  private(set) var remarks: [String] = []

  init(_ flow: SimulatedFlow, _ journey: Journey, names: [String]) {
    var used: Set<Transition.End> = []
    var sources: [Transition.End: Set<Int>] = [:]
    var startsWithEnd = false
    for group in flow.groups {
      for way in group.start {
        if case .end(let end) = way.target {
          used.insert(end)
          startsWithEnd = true
        }
      }
      for (place, ways) in group.ways.enumerated() {
        for way in ways {
          guard case .end(let end) = way.target else { continue }
          used.insert(end)
          sources[end, default: []].insert(place)
        }
      }
    }
    hasUnderWay = used.contains(.underWay)
    var taken = Set(names)
    func free(_ wanted: String) -> String {
      var name = wanted
      while !taken.insert(name).inserted { name += " (end)" }
      return name
    }
    if used.contains(.completed) {
      let surely = Self.sure(flow)
      let last = sources[.completed] ?? []
      let isFromStart = flow.groups.contains { group in
        group.start.contains { $0.target == .end(.completed) }
      }
      if !isFromStart, last.isSubset(of: surely) {
        completed = Set(last.map { names[$0] })
      } else {
        let name = free(journey.ends.completed ?? "completed")
        markers[.completed] = name
        completed = [name]
        remarks.append(
          "Not all who come to the last touchpoint complete, so a last event '\(name)' says who does."
        )
      }
    }
    let others = used.filter { if case .diverted = $0 { true } else { false } }
      .sorted { $0.description < $1.description }
    for end in others {
      let wanted =
        end == .diverted(nil) ? journey.ends.diverted ?? end.description : end.description
      let name = free(wanted)
      markers[end] = name
      remarks.append(
        "Who is diverted has a last event '\(name)'; counted, they leave there.")
    }
    if used.contains(.ended), used.contains(.completed) {
      let name = free(journey.ends.ended ?? "ended")
      markers[.ended] = name
      remarks.append("Whose end is unknown has a last event '\(name)'; counted, they leave there.")
    }
    if !used.contains(.completed), used.contains(.left) || !others.isEmpty {
      remarks.append(
        "Nobody completes here, so that counted all ends are 'ended': a log does not say who left.")
    }
    if startsWithEnd {
      remarks.append(
        "Who ends before the first touchpoint leaves no event, or the one that stands for the end.")
    }
  }

  /// The touchpoints from where everybody completes, whatever group they are of.
  private static func sure(_ flow: SimulatedFlow) -> Set<Int> {
    let count = flow.groups.first?.ways.count ?? 0
    var into: [[Int]] = Array(repeating: [], count: count)
    var open: [Int] = []
    var isUnsure = [Bool](repeating: false, count: count)
    for group in flow.groups {
      for (place, ways) in group.ways.enumerated() {
        for way in ways {
          switch way.target {
          case .touchpoint(let next): into[next].append(place)
          case .end(.completed): break
          case .end:
            if !isUnsure[place] {
              isUnsure[place] = true
              open.append(place)
            }
          }
        }
      }
    }
    while let place = open.popLast() {
      for before in into[place] where !isUnsure[before] {
        isUnsure[before] = true
        open.append(before)
      }
    }
    return Set((0..<count).filter { !isUnsure[$0] })
  }
}

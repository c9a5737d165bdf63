import JourneyModel

/// How the ends of a journey show in a log, which only has events: as a last event called as the
/// document calls the end, which ``NamedEnds`` reads.
///
/// Without it nobody could tell who left from who completed where both happen behind one touchpoint, nor
/// how long it took them to.
struct SimulatedEnds {
  /// The ends that customers come to, in the order of their names.
  private(set) var used: [Transition.End] = []
  /// What a person should know, one sentence each.
  private(set) var remarks: [String] = []

  /// The names of the ends.
  var names: [String] { used.map(\.description) }

  init(_ flow: SimulatedFlow) {
    let ways = flow.groups.flatMap { group in group.start + group.ways.flatMap(\.self) }
    let ends = Set(
      ways.compactMap { way in if case .end(let end) = way.target { end } else { nil } })
    used = ends.sorted { bytesPrecede($0.description, $1.description) }
    guard !used.isEmpty else { return }
    let list = names.map { "'\($0)'" }.joined(separator: ", ")
    remarks.append(
      names.count == 1
        ? "How customers end is a last event \(list), which 'journey mine' reads as an end."
        : "How customers end is a last event, one of \(list), which 'journey mine' reads as ends.")
  }
}

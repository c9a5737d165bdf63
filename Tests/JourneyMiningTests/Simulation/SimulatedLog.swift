import EventCounting
import JourneyModel

@testable import JourneyMining

/// A simulated log, read and counted again.
struct SimulatedLog {
  var bytes: [UInt8] = []
  var events: [Event] = []
  var simulation: Simulation

  init(_ simulation: Simulation) {
    self.simulation = simulation
    simulation.write { bytes += Array($0) }
    let table = CountsTable(bytes).rows
    let head = table[0].cells
    func column(_ name: String) -> Int? { head.firstIndex(of: name) }
    for row in table.dropFirst() {
      func cell(_ name: String) -> String? {
        column(name).map { row.cells[$0] }.flatMap { $0.isEmpty ? nil : $0 }
      }
      events.append(
        Event(
          customer: row.cells[0], touchpoint: cell("touchpoint") ?? "",
          time: cell("time").flatMap(Self.microseconds), channel: cell("channel"),
          persona: cell("persona"), stage: cell("stage"), felt: cell("felt").flatMap(Double.init)))
    }
  }

  /// What is counted in it.
  func counts() -> EventCounts {
    var counter = EventCounter()
    for event in events { try? counter.add(event) }
    return counter.counts()
  }

  /// Reads `2026-03-01T10:00:00.123456Z`.
  private static func microseconds(_ text: String) -> Int64? {
    let bytes = Array(text.utf8)
    guard bytes.count == 27, let date = CalendarDate(String(text.prefix(10))) else { return nil }
    func number(_ range: Range<Int>) -> Int64 {
      bytes[range].reduce(0) { $0 * 10 + Int64($1 - 48) }
    }
    let seconds = number(11..<13) * 3600 + number(14..<16) * 60 + number(17..<19)
    return (Int64(date.daysSinceEpoch) * 86_400 + seconds) * 1_000_000 + number(20..<26)
  }
}

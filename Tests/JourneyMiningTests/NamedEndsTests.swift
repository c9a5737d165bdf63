import EventCounting
import JourneyKit
import Testing

@testable import JourneyMining

@Suite struct NamedEndsTests {
  private func counts(_ paths: [[String]], completed: [String] = []) -> EventCounts {
    var log = SlowCounter()
    log.rules = CountingRules(completed: Set(completed), variants: 10)
    for (customer, path) in paths.enumerated() {
      for (step, name) in path.enumerated() {
        log.events.append(
          Event(customer: "\(customer)", touchpoint: name, time: Int64(step) * 60_000_000))
      }
    }
    return log.counts
  }

  private func remarks(_ counts: EventCounts) -> [String] {
    JourneyMiner(options: MiningOptions(title: "Log", source: "log")).journey(of: counts).remarks
  }

  @Test func lastEventsCalledAsEndsAreEnds() throws {
    let counts = counts([
      ["look", "buy", "completed"], ["look", "left"], ["look"], ["look", "diverted/other"],
      ["look", "left"],
    ])
    let mined = JourneyMiner(options: MiningOptions(title: "Log", source: "log"))
      .journey(of: counts)
    #expect(mined.journey.touchpoints.map(\.name) == ["look", "buy"])
    #expect(
      mined.journey.flow.map { "\($0.key): \($0.all)" } == [
        "start -> look: 5", "look -> buy: 1", "look -> left: 2", "look -> ended: 1",
        "look -> diverted/other: 1", "buy -> completed: 1",
      ])
    #expect(mined.journey.flow[2].traffic.everyone?.time == TimeSpan(seconds: 60))
    #expect(
      mined.remarks == [
        "Events called 'completed', 'diverted/other' and 'left' are how visits end and no "
          + "touchpoints, since nothing comes behind them."
      ])
    let table = VariantTable(counts, options: MiningOptions(title: "Log", source: "log"))
    #expect(table.rows.map(\.path) == [["look"], ["look", "buy"]])
    #expect(table.rows.map(\.visits) == [4, 1])
    #expect(table.rows.map { $0.completed?.value } == [0, 1])
  }

  @Test func whoGoesOnFromThereWasAtATouchpoint() {
    let counts = counts([["look", "left", "look"], ["look", "left"], ["look", "ended"]])
    let named = NamedEnds(counts)
    #expect(named.names == ["ended"])
    #expect(named.counts.touchpoints.map(\.name) == ["left", "look"])
    #expect(
      remarks(counts).contains(
        "Events called 'ended' are how visits end and no touchpoints, since nothing comes behind "
          + "them. 'left' is called as ends are, but visits go on from there or end otherwise, so "
          + "that it is a touchpoint."))
  }

  /// A touchpoint that was told to end well is believed more than a name.
  @Test func whatWasToldGoesFirst() {
    let counts = counts([["pay", "left"], ["look", "left"]], completed: ["pay"])
    #expect(NamedEnds(counts).names.isEmpty)
    let agreed = self.counts([["pay", "completed"], ["pay", "left"]], completed: ["completed"])
    #expect(NamedEnds(agreed).names == ["completed", "left"])
    #expect(NamedEnds(agreed).counts.everyone.visited.map { $0?.ends } == [[1, 1, 0, 0]])
  }

  /// Who was told to complete by paying alone has not completed by an event of that name.
  @Test func whatWasNotToldToEndWellIsNoCompletion() {
    let counts = counts(
      [["look", "pay", "completed"], ["look", "completed"], ["look", "ended"]], completed: ["pay"])
    let named = NamedEnds(counts)
    #expect(named.names == ["ended"])
    #expect(named.touchpoints == ["completed"])
    let table = VariantTable(counts, options: MiningOptions(title: "Log", source: "log"))
    #expect(table.rows.map { $0.completed?.value } == [0, 0, 1])
    #expect(table.remarks == [named.remark])
    // Of two that are told, either will do.
    let both = self.counts(
      [["look", "pay"], ["look", "completed"], ["look"]], completed: ["completed", "pay"])
    #expect(NamedEnds(both).names == ["completed"])
  }

  @Test func scoresGivenAtAnEndAreToldOf() {
    var log = SlowCounter()
    for (customer, felt) in [("1", 2.0), ("2", 3), ("3", nil)] {
      log.events.append(Event(customer: customer, touchpoint: "look", time: 0, felt: felt))
      log.events.append(
        Event(customer: customer, touchpoint: "left", time: 60_000_000, felt: felt))
    }
    #expect(
      NamedEnds(log.counts).remark
        == "Events called 'left' are how visits end and no touchpoints, since nothing comes behind "
        + "them. 2 scores given there are left out.")
  }

  /// However many paths are shown, which is travelled most is the same.
  @Test func pathsAreRankedWithoutTheirEnds() {
    let counts = counts(
      [["buy"], ["buy"], ["buy"]] + Array(repeating: ["look", "left"], count: 2)
        + Array(repeating: ["look", "ended"], count: 2) + [["left"]])
    let table = VariantTable(
      counts, options: MiningOptions(title: "Log", source: "log"), most: 1)
    #expect(table.rows.map(\.path) == [["look"]])
    #expect(table.rows.map(\.visits) == [4])
    #expect(table.paths == 3)
    let all = VariantTable(counts, options: MiningOptions(title: "Log", source: "log"))
    #expect(all.text.contains("(no touchpoint)"), "\(all.text)")
  }

  @Test func aLogOfEndsAloneHasTouchpoints() {
    let counts = counts([["completed"], ["left"]])
    #expect(NamedEnds(counts).counts == counts)
  }

  @Test func otherNamesChangeNothing() {
    let counts = counts([["Completed", "Left"], ["look", "leave"]])
    #expect(NamedEnds(counts).counts == counts)
    #expect(NamedEnds(counts).names.isEmpty)
  }

  /// What follows 'diverted/' has to be an id, else no document would take it.
  @Test func whatIsNoIDOfAJourneyIsATouchpoint() {
    let counts = counts([
      ["look", "diverted/a.b"], ["look", "diverted/A b!"], ["look", "diverted/"],
    ])
    #expect(NamedEnds(counts).names.isEmpty)
    let mined = JourneyMiner(options: MiningOptions(title: "Log", source: "log"))
      .journey(of: counts)
    #expect(mined.journey.touchpoints.count == 4)
    #expect(NamedEnds(self.counts([["look", "diverted/a-b"]])).names == ["diverted/a-b"])
  }

  @Test func aTouchpointOfTheDocumentIsNoEnd() {
    let counts = counts([["look", "completed"]])
    #expect(NamedEnds(counts, besides: ["completed"]).names.isEmpty)
  }
}

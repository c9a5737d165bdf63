import EventCounting
import JourneyAnalysis
import JourneyFormats
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyMining

/// Files of counts in which single cells are not what was counted.
@Suite struct HostileCountsTests {
  private static let figures = [
    "9223372036854775807", "-9223372036854775808", "9223372036854775806", "1e308", "-1e308",
    "1e-308", "4e18", "999999999999999", "1000000000000001", "0", "-1", "1", "2", "12345.5", "1e15",
    "NULL", "", "9007199254740993", "0.5",
  ]

  private static let texts = [
    "", "everyone", "persona", "channel", "segment", "flow", "visited", "felt", "stay", "ended",
    "left", "completed", "under-way", "timeout", "first", "last", "Log in", "nobody\u{301}",
  ]

  /// Any cell of a file is replaced: it is refused, or the journey made of it is a good one.
  @Test(arguments: SeededGenerator.seeds(25))
  func whateverACellSaysTheDocumentIsSane(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let log = RandomEvents(&random)
    let table = CountsTable(
      Array(CountsFile(counts: log.counts(), rules: log.rules, rows: log.events.count).text.utf8)
    ).rows.map(\.cells)
    for _ in 0..<60 {
      var cells = table
      let row = Int.random(in: 1..<table.count, using: &random)
      let column = Int.random(in: 0..<table[0].count, using: &random)
      cells[row][column] = random.pick(column < 7 ? Self.texts : Self.figures)
      let text = cells.map { $0.map(CountsWriter.cell).joined(separator: ",") }
        .joined(separator: "\n")
      guard let file = try? CountsFile.read(text: text, name: "x").file else { continue }
      let said = "seed \(seed), row \(row), column \(table[0][column]): \(cells[row])"
      let journey = JourneyMiner(options: MiningOptions(title: "Log", source: "log.csv"))
        .journey(of: file.counts).journey
      let errors = (journey.problems() + journey.flowProblems()).filter { $0.severity == .error }
      #expect(errors.isEmpty, "\(said): \(errors)")
      let written = JourneyWriter.text(of: journey, format: .yaml)
      #expect(JourneyReader.read(written, name: "x").journey == journey, "\(said)")
      #expect(throws: Never.self, "\(said)") {
        _ = try journey.analyzed(asOf: CalendarDate.epoch)
      }
      #expect(file.counts.everyone.events <= 1_000_000, "\(said)")
      let longest = file.counts.period.map { Double($0.upperBound - $0.lowerBound) / 1e6 } ?? 0
      for flow in file.counts.everyone.flows {
        guard let times = flow.times else { continue }
        #expect(abs(times.mean) <= longest + 1 && abs(times.median) <= longest + 1, "\(said)")
      }
      // What is refused nowhere is written and read as the same.
      #expect(try CountsFile.read(text: file.text, name: "x").file.text == file.text, "\(said)")
    }
  }

  /// What is written into a cell of one file, and the first thing that is told.
  @Test(arguments: [
    (
      "visited,everyone,,a,,,,2,2,2,0", "visited,everyone,,a,,,,2,2,2,9223372036854775807",
      "x:15: 9223372036854775807 in the column 'places' is more than any log has; the file may be "
        + "damaged; count again"
    ),
    (
      "visited,everyone,,b,,,,2,2,2,2", "visited,everyone,,b,,,,2,2,2,3",
      "x:18: the places of 'b' cannot make 3 in 2 visits; they make 2 to 2"
    ),
    ("ties,,,,,,,0", "ties,,,,,,,3", "x:10: 3 ties among 2 pairs of neighbouring events"),
    (
      ",2,60,60,\n", ",2,60,1e300,\n",
      "x:11: the median of 1e+300 s is longer than the log, 60.0 s; times are seconds, and the period "
        + "is microseconds"
    ),
    (
      "felt,everyone,,a,,,,2,,,,,3,,1.4142135623730951", "felt,everyone,,a,,,,2,,,,,3,,1e308",
      "x:17: no scores between 2.0 and 4.0 with the mean 3.0 have the standard deviation 1e+308"
    ),
    (
      "period,,,,,,last,60000000", "period,,,,,,last,4000000000000000000",
      "x:7: 4000000000000000000 lies outside the years 0 to 9999; times are microseconds since "
        + "1970-01-01 UTC"
    ),
    (
      "rule,,,,,,channels,1", "rule,,,,,,channels,7", "x:3: the rule 'channels' is 1 or 0, not 7"
    ),
    (
      "stay,everyone,,b,,,,,,,,1,20,20,", "stay,everyone,,b,,,,,,,,0,,,",
      "x:20: 1 exit of 'b' takes time and 0 events do; an exit takes as long as the event before it, "
        + "which a row of kind 'stay' counts"
    ),
  ])
  func whatCannotBeIsTold(wanted: String, change: String, sentence: String) throws {
    let rules = CountingRules(completed: ["b"], countsChannels: true)
    var counter = EventCounter(rules: rules)
    for (customer, felt) in [("1", 2.0), ("2", 4.0)] {
      try counter.add(Event(customer: customer, touchpoint: "a", time: 0, felt: felt))
    }
    try counter.add(Event(customer: "1", touchpoint: "b", time: 60_000_000, began: 40_000_000))
    try counter.add(Event(customer: "2", touchpoint: "b", time: 60_000_000))
    let text = CountsFile(counts: counter.counts(), rules: rules, rows: 4).text
    try #require(text.contains(wanted), "\(text)")
    let changed = text.replacing(wanted, with: change, maxReplacements: 1)
    let error = #expect(throws: UnusableCounts.self) {
      try CountsFile.read(text: changed, name: "x")
    }
    #expect(error?.sentences.contains(sentence) == true, "\(error?.sentences ?? [])\n\(changed)")
  }
}

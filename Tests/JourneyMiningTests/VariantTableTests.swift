import EventCounting
import JourneyAnalysis
import JourneyMining
import JourneyModel
import Testing

@Suite struct VariantTableTests {
  private static var log: SlowCounter {
    var log = SlowCounter()
    log.rules.completed = ["pay"]
    log.rules.variants = 10
    for customer in 0..<10 {
      let path =
        customer < 6 ? ["look", "look", "pay"] : customer < 9 ? ["look"] : ["look", "ask"]
      for (place, name) in path.enumerated() {
        log.events.append(
          Event(
            customer: "\(customer)", touchpoint: name, time: Int64(place) * 90_000_000,
            felt: name == "ask" ? nil : name == "pay" ? 2 : -1))
      }
    }
    return log
  }

  @Test func pathsAreTold() {
    let table = VariantTable(Self.log.counts, options: MiningOptions(title: "Shop", source: "s"))
    #expect(table.rows.map(\.path) == [["look", "look", "pay"], ["look"], ["look", "ask"]])
    #expect(table.rows.map(\.covered) == [0.6, 0.9, 1])
    #expect(table.rows[0].completed == Estimate.share(6, of: 6))
    // The larger of the two is paying, which is the end too.
    #expect(table.rows[0].peakEnd == 2)
    #expect(table.rows[1].peakEnd == -1)
    #expect(table.rows[2].peakEnd == nil, "a touchpoint without a score")
    #expect(
      table.text == """
        Most travelled paths of Shop · 10 visits · 3 different paths

        rank  visits  share  so far  completed  90 % interval  median time  peak–end  path
           1       6    60%     60%       100%     74% … 100%        3 min     +2.00  look ×2 → pay
           2       3    30%     90%         0%       0% … 44%          0 s     −1.00  look
           3       1    10%    100%         0%       0% … 77%      1.5 min         –  look → ask

        """)
  }

  @Test func longPathsLoseTheirMiddleInText() {
    var log = SlowCounter()
    log.rules.variants = 1
    log.events = (0..<20).map { Event(customer: "c", touchpoint: "s\($0)") }
    let table = VariantTable(log.counts, options: MiningOptions(title: "Log", source: "s"))
    #expect(table.rows[0].path.count == 20)
    #expect(
      table.text.contains(
        "s0 → s1 → s2 → s3 → s4 → s5 → … 9 more … → s15 → s16 → s17 → s18 → s19\n"))
    #expect(table.rows[0].completed == nil, "nobody said what completing is")
    #expect(table.json.contains("\"completed\": null"))
  }

  @Test func withoutPathsItSaysSo() {
    var log = Self.log
    log.rules.variants = 0
    let table = VariantTable(log.counts, options: MiningOptions(title: "Log", source: "s"))
    #expect(table.text.hasSuffix("No paths were counted.\n"))
  }
}

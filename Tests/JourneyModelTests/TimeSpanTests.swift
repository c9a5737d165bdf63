import JourneyModel
import JourneyTestSupport
import Testing

@Suite struct TimeSpanTests {
  @Test(arguments: [
    ("90s", 90.0, "90s"), ("4m", 240, "4m"), ("1.5h", 5400, "90m"), ("5d", 432_000, "5d"),
    ("14d", 1_209_600, "2w"), ("0m", 0, "0s"), ("60s", 60, "1m"), ("0.5s", 0.5, "0.5s"),
    ("6.56h", 23_616, "6.56h"), ("2736s", 2736, "45.6m"), ("23617s", 23_617, "23617s"),
    ("3650d", 315_360_000, "3650d"), ("100m", 6000, "100m"), ("435m", 26_100, "7.25h"),
    ("1.25w", 756_000, "8.75d"),
    ("1e3s", 1000, "1000s"), ("1e-5s", 1e-5, "1e-05s"),
  ])
  func times(text: String, seconds: Double, written: String) throws {
    let span = try #require(TimeSpan(text))
    #expect(span.seconds == seconds)
    #expect(span.description == written)
    #expect(TimeSpan(span.description) == span)
  }

  @Test(arguments: [
    "", "4", "m", "4 m", "4min", "-4m", "+4m", "1h30m", "4M", "infs", "nans", "0x10s", "1e999s",
    ".5h", "٤m", "4m ", " 4m", "1_0m",
  ])
  func whatIsNoTime(text: String) {
    #expect(TimeSpan(text) == nil)
  }

  @Test(arguments: SeededGenerator.seeds(200))
  func everyLengthIsReadBack(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let magnitude = Double(Int.random(in: -6...15, using: &random))
    let exact = Double.random(in: 0...1, using: &random) * magnitude.exponential
    for seconds in [exact, exact.rounded(), exact.rounded() * 604_800, exact.rounded() * 60 + 1] {
      let span = TimeSpan(seconds: seconds)
      #expect(TimeSpan(span.description) == span)
    }
  }

  @Test func orderIsByLength() {
    #expect(TimeSpan(seconds: 59) < TimeSpan(seconds: 60))
  }
}

extension Double {
  /// Ten to the power of this.
  fileprivate var exponential: Double { Double("1e\(Int(self))") ?? 1 }
}

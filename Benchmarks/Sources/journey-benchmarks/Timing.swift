/// Durations of repeated runs.
struct Timing {
  /// Milliseconds of each run, sorted.
  var milliseconds: [Double]

  var median: Double { milliseconds[milliseconds.count / 2] }
  var fastest: Double { milliseconds[0] }
  var slowest: Double { milliseconds[milliseconds.count - 1] }

  /// Times a closure after some runs that do not count.
  static func of(runs: Int, warmup: Int, _ body: () throws -> Void) rethrows -> Timing {
    for _ in 0..<warmup { try body() }
    let clock = ContinuousClock()
    var times: [Double] = []
    for _ in 0..<runs {
      let time = try clock.measure(body)
      times.append(
        Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) / 1e15)
    }
    return Timing(milliseconds: times.sorted())
  }

  var text: String {
    "median \(rounded(median)) ms (\(rounded(fastest)) … \(rounded(slowest)), "
      + "\(milliseconds.count) runs)"
  }
}

/// A number with three digits that matter.
func rounded(_ value: Double) -> String {
  let power = value >= 100 ? 1.0 : value >= 10 ? 10.0 : value >= 1 ? 100.0 : 1000.0
  return "\((value * power).rounded() / power)"
}

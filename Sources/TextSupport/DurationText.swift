/// Lengths of time as people say them.
package enum DurationText {
  /// Seconds in the unit that keeps the number small, such as `3.5 h` or `12 d`.
  package static func of(seconds: Double) -> String {
    let units: [(String, Double)] = [("d", 86_400), ("h", 3600), ("min", 60), ("s", 1)]
    let unit = units.first { seconds >= $0.1 * 1.5 } ?? ("s", 1)
    let count = seconds / unit.1
    let decimals = count < 10 && abs(count - count.rounded()) >= 0.05 ? 1 : 0
    return NumberText.fixed(count, decimals) + " " + unit.0
  }
}

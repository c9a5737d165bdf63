import JourneyAnalysis
import JourneyModel
import TextSupport

/// A figure, its interval and its limit as people read them, all in one unit.
///
/// Rounded to the nearest, as wherever the figure is told, with as few decimals as keep what differs
/// apart: a number beyond the limit never reads like the limit, and none reads as if it were on the
/// limit's other side.
struct Numerals {
  /// What the numbers count.
  let unit: Figure.Unit
  /// What it is held against, in the figure's unit.
  let limit: Double

  /// Creates the numerals of a figure.
  ///
  /// - Parameters:
  ///   - unit: What the numbers count.
  ///   - limit: What it is held against.
  init(_ unit: Figure.Unit, limit: Double) {
    self.unit = unit
    self.limit = limit
  }

  /// Words for the limit, such as `20%`.
  var limitText: String { text(limit, decimals: 3) }

  /// Words for a number beside the limit.
  ///
  /// - Parameter value: The number, in the figure's unit.
  /// - Returns: The words, with as many decimals as show on which side of the limit it is.
  func text(_ value: Double) -> String {
    let size = magnitude(value)
    let isFine = unit == .seconds ? size < 99.5 : unit != .perThousand && size < 9.95
    for decimals in (isFine ? 1 : 0)..<3 {
      let words = text(value, decimals: decimals)
      if Tolerance.isSame(value, limit) { return words }
      let isAbove = rounded(value, decimals: decimals) > rounded(limit, decimals: 3)
      if words != limitText, isAbove == (value > limit) { return words }
    }
    return text(value, decimals: 3)
  }

  /// Words for an estimate and its interval.
  ///
  /// - Parameters:
  ///   - estimate: The estimate.
  ///   - side: On which side of the limit it has to be.
  ///   - fails: How sure the figure has to be.
  ///   - why: Why an end of the interval is not known.
  /// - Returns: The figure, and in brackets what is sure of it.
  func text(
    _ estimate: Estimate, _ side: Side, _ fails: Guardrail.Failure, why: String? = nil
  ) -> (value: String, interval: String) {
    let value = text(estimate.value)
    // An exact figure has no interval to speak of.
    let isExact = estimate.low == estimate.value && estimate.high == estimate.value
    let low = isExact ? value : estimate.low.map { text($0) }
    let high = isExact ? value : estimate.high.map { text($0) }
    let interval: String?
    switch (fails, side) {
    case (.surelyBad, .atMost): interval = low.flatMap { $0 == value ? nil : "at least \($0)" }
    case (.surelyBad, .atLeast): interval = high.flatMap { $0 == value ? nil : "at most \($0)" }
    case (.notSurelyGood, _):
      let reason = why.map { ": \($0)" } ?? ""
      switch (low, high) {
      case (let low?, let high?):
        interval = low == value && high == value ? nil : "\(low) to \(high)"
      case (let low?, nil): interval = "\(low) or more\(reason)"
      case (nil, let high?): interval = "\(high) or less\(reason)"
      case (nil, nil): interval = why ?? "nothing says how sure it is"
      }
    }
    return (value, interval.map { " (\($0))" } ?? "")
  }

  // MARK: - Parts

  /// The number in the unit that is written.
  private func written(_ value: Double) -> Double {
    switch unit {
    case .share: value * 100
    case .seconds: value / time.seconds
    default: value
    }
  }

  /// The size of the number in the unit that is written.
  private func magnitude(_ value: Double) -> Double { written(value).magnitude }

  /// The number that is read.
  private func rounded(_ value: Double, decimals: Int) -> Double {
    let power = [1.0, 10, 100, 1000][min(3, max(0, decimals))]
    return (written(value) * power).rounded() / power
  }

  /// The unit of time that keeps the limit small.
  private var time: (name: String, seconds: Double) {
    let units: [(String, Double)] = [("d", 86_400), ("h", 3600), ("min", 60), ("s", 1)]
    return units.first { unit in
      limit >= unit.1 * 1.5 || (limit > 0 && limit.remainder(dividingBy: unit.1) == 0)
    } ?? ("s", 1)
  }

  private func text(_ value: Double, decimals: Int) -> String {
    let number = Self.trimmed(written(value), decimals)
    return switch unit {
    case .share: number + "%"
    case .seconds: number + " " + time.name
    case .score, .perThousand, .count: number
    }
  }

  /// A number with at most so many decimals.
  ///
  /// - Parameters:
  ///   - value: The number.
  ///   - decimals: The most decimals.
  /// - Returns: The text, rounded to the nearest, without noughts at its end.
  static func trimmed(_ value: Double, _ decimals: Int) -> String {
    var text = NumberText.fixed(value, decimals)
    guard decimals > 0, text.contains(".") else { return text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text == "\(NumberText.minus)0" ? "0" : text
  }
}

/// On which side of its limit a figure has to be.
enum Side: Sendable {
  /// The limit or less.
  case atMost
  /// The limit or more.
  case atLeast

  /// Whether a number is on the wrong side; what differs only by rounding is the limit.
  func isBeyond(_ value: Double, _ limit: Double) -> Bool {
    guard !Tolerance.isSame(value, limit) else { return false }
    return self == .atMost ? value > limit : value < limit
  }

  /// What the limit asks, such as `at most 20% allowed`.
  func words(_ limit: String) -> String {
    self == .atMost ? "at most \(limit) allowed" : "at least \(limit) required"
  }
}

/// Numbers that differ by rounding alone.
enum Tolerance {
  /// Whether two numbers are the same but for rounding.
  static func isSame(_ a: Double, _ b: Double) -> Bool {
    (a - b).magnitude <= 1e-9 * max(1, a.magnitude, b.magnitude)
  }
}

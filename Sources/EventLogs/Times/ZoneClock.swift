import Foundation

/// Turns the time that a clock on the wall shows into an offset from UTC.
///
/// Where clocks are changed, some times do not exist and others exist twice. One rule covers both:
/// the offset from **before** the change holds. So 02:30 on the night when clocks go forward is what
/// was an hour later called 03:30, and 02:30 on the night when they go back is the first one.
struct ZoneClock: Sendable {
  /// One day of the wall clock: which offset holds before and from a second of it on.
  private struct Day {
    var number = Int64.min
    var before: Int64 = 0
    var change = Int64.max
    var after: Int64 = 0
  }

  /// The one offset, in seconds; zero where there is a zone.
  private let fixed: Int64
  private let zone: TimeZone?
  private var last = Day()
  private var days: [Int64: Day] = [:]

  /// UTC.
  init() {
    fixed = 0
    zone = nil
  }

  /// A zone by its name.
  ///
  /// nil where the name is not known.
  ///
  /// - Parameter name: `UTC`, an offset such as `+02:00`, or a name such as `Europe/Berlin`.
  init?(_ name: String) {
    if let seconds = Self.offset(name) {
      fixed = seconds
      zone = nil
    } else {
      guard name.contains("/") || name.count > 2, let zone = TimeZone(identifier: name) else {
        return nil
      }
      fixed = 0
      self.zone = zone
    }
  }

  /// What to subtract from the wall clock, in seconds, when it shows a time in seconds.
  @inline(__always)
  mutating func offset(wall: Int64) -> Int64 {
    guard zone != nil else { return fixed }
    return lookUp(wall)
  }

  private mutating func lookUp(_ wall: Int64) -> Int64 {
    let number = wall >= 0 ? wall / 86_400 : (wall - 86_399) / 86_400
    if last.number != number {
      if let known = days[number] {
        last = known
      } else {
        last = day(number)
        days[number] = last
      }
    }
    return wall < last.change ? last.before : last.after
  }

  private func day(_ number: Int64) -> Day {
    // No offset is larger than a day, so what the clock shows on a day lies within this span.
    var low = (number - 1) * 86_400
    var high = (number + 2) * 86_400
    let before = offset(at: low)
    let after = offset(at: high)
    guard before != after else { return Day(number: number, before: before, after: before) }
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if offset(at: middle) == before { low = middle } else { high = middle }
    }
    return Day(number: number, before: before, change: high + max(before, after), after: after)
  }

  private func offset(at instant: Int64) -> Int64 {
    Int64(zone?.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant))) ?? 0)
  }

  /// An offset by what is written: `Z`, `UTC`, `+02`, `+0200`, `+02:00`, `UTC+2`.
  private static func offset(_ name: String) -> Int64? {
    var text = Substring(name.uppercased())
    for word in ["UTC", "GMT", "Z"] where text.hasPrefix(word) {
      text = text.dropFirst(word.count)
      if text.isEmpty { return 0 }
      break
    }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    text = text.dropFirst()
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let digits = parts.joined()
    guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let hours: Int64
    let minutes: Int64
    switch (parts.count, digits.count) {
    case (1, 1), (1, 2):
      hours = Int64(digits) ?? 99
      minutes = 0
    case (1, 4), (2, 3), (2, 4):
      hours = Int64(digits.dropLast(2)) ?? 99
      minutes = Int64(digits.suffix(2)) ?? 99
    default: return nil
    }
    guard hours <= 23, minutes <= 59 else { return nil }
    return (sign == "-" ? -1 : 1) * (hours * 3_600 + minutes * 60)
  }
}

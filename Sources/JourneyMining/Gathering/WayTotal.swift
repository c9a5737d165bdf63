import EventCounting

/// Where a way of the document begins and ends: a node, −1 for the start, −2 and below for the ends, and
/// below those the other journeys that customers go over to.
struct WayKey: Hashable {
  /// A node, or ``start``.
  var source: Int
  /// A node, or what ``end(_:)`` says.
  var target: Int

  /// The number of the start.
  static let start = -1

  /// The number of an end.
  static func end(_ end: EventCounts.End) -> Int {
    -2 - (EventCounts.End.allCases.firstIndex(of: end) ?? 0)
  }

  /// The number of an end over to another journey, by its place among them.
  static func diverted(_ place: Int) -> Int { -2 - EventCounts.End.allCases.count - place }

  /// The end that is meant; nil for a node, and for another journey.
  var end: EventCounts.End? {
    let place = -2 - target
    return EventCounts.End.allCases.indices.contains(place) ? EventCounts.End.allCases[place] : nil
  }

  /// The place of the other journey that is meant among them; nil for all else.
  var diverted: Int? {
    let place = -2 - EventCounts.End.allCases.count - target
    return place >= 0 ? place : nil
  }

  /// The order of a document: by source, then touchpoints, then ends.
  static func isBefore(_ a: WayKey, _ b: WayKey) -> Bool {
    if a.source != b.source { return a.source < b.source }
    if (a.target < 0) != (b.target < 0) { return a.target >= 0 }
    return a.target < 0 ? a.target > b.target : a.target < b.target
  }
}

/// How many go a way, and how long it takes them, ways that fall together added up.
struct WayTotal {
  /// Traversals.
  var count = 0
  /// How many of them are timed.
  private(set) var timed = 0
  /// The sum of their times in seconds.
  private(set) var seconds = 0.0
  private var middle: Double?
  /// The middle time; nil where several ways fell together, of which only their own are known, and of
  /// one or two times, where it is the mean.
  var median: Double? { timed > 2 ? middle : nil }
  /// Whether a time runs backwards, as in logs that are counted in their own order.
  private(set) var isNegative = false

  /// Adds the traversals of a flow.
  mutating func add(_ flow: EventCounts.Flow) {
    add(count: flow.count, times: flow.times)
  }

  /// Adds traversals.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - times: How long they took; nil when nobody knows.
  mutating func add(count: Int, times: EventCounts.Times?) {
    self.count = [self.count, count].sum
    guard let times, times.count > 0, times.mean.isFinite else { return }
    if times.mean < 0 { isNegative = true }
    middle = timed == 0 && times.median.isFinite ? times.median : nil
    timed = [timed, times.count].sum
    seconds += times.mean * Double(times.count)
  }

  /// Adds another total.
  mutating func add(_ other: WayTotal) {
    count = [count, other.count].sum
    guard other.timed > 0 else { return }
    middle = timed == 0 ? other.middle : nil
    isNegative = isNegative || other.isNegative
    timed = [timed, other.timed].sum
    seconds += other.seconds
  }

  /// The mean time in seconds; nil without times, and where some run backwards.
  var mean: Double? { timed > 0 && !isNegative ? seconds / Double(timed) : nil }
}

extension Array where Element == Int {
  /// The sum, at most the largest number there is.
  var sum: Int {
    reduce(0) { sum, count in
      let (value, overflow) = sum.addingReportingOverflow(count)
      return overflow ? .max : value
    }
  }
}

/// A customer on the way, waiting for the next event.
struct WaitingCase {
  /// When the next event is, in microseconds since 1970-01-01 UTC.
  var time: Int64
  /// Which customer it is, from 0.
  var number: Int
  /// The state of the customer's chance.
  var chance: UInt64
  /// What the next event is: a touchpoint, or beyond all of them an end.
  var place: Int32
  /// The group that the customer is of.
  var group: Int32
  /// How many events the customer had.
  var events: Int
}

/// Customers on the way, the one with the next event first; at the same time, the lower number.
///
/// A heap of four branches. Cost: logarithmic in those on the way at once.
struct CaseQueue {
  private var cases: [WaitingCase] = []

  var isEmpty: Bool { cases.isEmpty }

  /// The time of the next event; nil when nobody waits.
  var nextTime: Int64? { cases.first?.time }

  /// The customer with the next event; somebody waits.
  var first: WaitingCase { cases[0] }

  private static func precedes(_ a: WaitingCase, _ b: WaitingCase) -> Bool {
    a.time != b.time ? a.time < b.time : a.number < b.number
  }

  mutating func insert(_ new: WaitingCase) {
    var place = cases.count
    cases.append(new)
    cases.withUnsafeMutableBufferPointer { cases in
      while place > 0 {
        let parent = (place - 1) / 4
        guard Self.precedes(new, cases[parent]) else { break }
        cases[place] = cases[parent]
        place = parent
      }
      cases[place] = new
    }
  }

  /// Puts the first customer back with another event.
  mutating func replaceFirst(_ new: WaitingCase) {
    cases.withUnsafeMutableBufferPointer { Self.sink(new, in: $0) }
  }

  /// Takes the first customer out.
  mutating func removeFirst() {
    let last = cases.removeLast()
    guard !cases.isEmpty else { return }
    replaceFirst(last)
  }

  private static func sink(_ new: WaitingCase, in cases: UnsafeMutableBufferPointer<WaitingCase>) {
    let count = cases.count
    var place = 0
    while true {
      let begin = 4 * place + 1
      guard begin < count else { break }
      var least = begin
      for child in begin + 1..<max(begin + 1, min(begin + 4, count))
      where precedes(cases[child], cases[least]) {
        least = child
      }
      guard precedes(cases[least], new) else { break }
      cases[place] = cases[least]
      place = least
    }
    cases[place] = new
  }
}

/// Joins the rows that tell the two ends of one interval.
struct PartJoiner: ~Copyable {
  /// By touchpoint, the first and the last row that began and has not ended; -1: none.
  private var first: Store<Int>
  private var last: Store<Int>
  /// By row of the customer, the next one that began at the same touchpoint, or ``gone``.
  private var next = Store<Int>()

  private static let none = -1
  private static let gone = -2

  init(touchpoints: Int) {
    first = Store(repeating: Self.none, count: touchpoints)
    last = Store(repeating: Self.none, count: touchpoints)
  }

  /// Joins each row that ends with the first one that began at its touchpoint and has not ended.
  ///
  /// The event takes what the row that ends does not say itself from the one that began, and stands
  /// there, unless that is not when it began: the row that ends may say that itself.
  ///
  /// - Returns: How many rows are left; they stand at the beginning.
  mutating func join(
    _ items: UnsafeMutablePointer<Item>, _ extras: UnsafeMutablePointer<Extra>, count: Int
  ) -> Int {
    next.fill(Self.none, count: count)
    for place in 0..<count {
      let touchpoint = Int(items[place].touchpoint)
      switch EventRow.Part(rawValue: extras[place].part) {
      case .beginning:
        if first[touchpoint] == Self.none {
          first[touchpoint] = place
        } else {
          next[last[touchpoint]] = place
        }
        last[touchpoint] = place
      case .ending where first[touchpoint] != Self.none:
        let begun = first[touchpoint]
        first[touchpoint] = next[begun]
        if items[place].felt == 0 { items[place].felt = items[begun].felt }
        extras[place].take(extras[begun])
        if extras[place].left == EventRow.unknown {
          (items[place].arrival, extras[place].left) = EventRow.moments(
            time: items[place].arrival, began: items[begun].arrival)
        }
        if items[place].arrival == items[begun].arrival {
          extras[place].sequence = extras[begun].sequence
          items[begun] = items[place]
          extras[begun] = extras[place]
          next[place] = Self.gone
        } else {
          next[begun] = Self.gone
        }
      default: break
      }
    }
    var kept = 0
    for place in 0..<count {
      first[Int(items[place].touchpoint)] = Self.none
      guard next[place] != Self.gone else { continue }
      items[kept] = items[place]
      extras[kept] = extras[place]
      kept += 1
    }
    return kept
  }
}

extension Extra {
  fileprivate mutating func take(_ begun: Extra) {
    if channel == 0 { channel = begun.channel }
    if persona == 0 { persona = begun.persona }
    if stage == 0 { stage = begun.stage }
  }
}

/// What makes the places in tables unforeseeable, so that no log can be written that fills one slot.
///
/// Drawn anew for each counter. No result depends on it: sums are exact, and names are sorted.
struct HashSeed: Sendable {
  let first: UInt64
  let second: UInt64

  init() {
    var random = SystemRandomNumberGenerator()
    first = random.next()
    second = random.next()
  }
}

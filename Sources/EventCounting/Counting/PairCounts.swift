/// How many events a touchpoint has by channel, or by stage.
struct PairCounts: ~Copyable {
  private static let mostDense = 1 << 16

  private let width: Int
  private let isDense: Bool
  private let seed: HashSeed
  private var counts: Store<Int>
  private var table = KeyTable()

  init(touchpoints: Int, names: Int, seed: HashSeed) {
    width = names + 1
    let (size, overflow) = touchpoints.multipliedReportingOverflow(by: width)
    isDense = !overflow && size <= Self.mostDense
    self.seed = seed
    counts = isDense ? Store(repeating: 0, count: size) : Store()
  }

  /// Counts an event; a name of 0 is none.
  @inline(__always)
  mutating func add(touchpoint: UInt32, name: UInt32) {
    if isDense {
      counts.base[Int(touchpoint) &* width &+ Int(name)] &+= 1
    } else {
      addSparse(touchpoint, name)
    }
  }

  @inline(never)
  private mutating func addSparse(_ touchpoint: UInt32, _ name: UInt32) {
    let key = Key(low: UInt64(touchpoint), high: UInt64(name))
    let index = Int(table.index(of: key, hash: key.hash(seed), seed: seed))
    if index == counts.count { counts.append(0) }
    counts.base[index] &+= 1
  }

  /// Tells each pair that has a name, in no particular order.
  func forEach(_ tell: (_ touchpoint: Int, _ name: Int, _ count: Int) -> Void) {
    for index in 0..<counts.count where counts[index] > 0 {
      let touchpoint = isDense ? index / width : Int(table.keys[index].low)
      let name = isDense ? index % width : Int(table.keys[index].high)
      if name > 0 { tell(touchpoint, name - 1, counts[index]) }
    }
  }
}

/// The scores of all lanes, scaled below one, and which of them each lane's numbers mean.
struct ScoreUnion: ~Copyable {
  /// Scores by number, divided by ``scale``; the first stands for none.
  let values: Store<Double>
  /// The lowest and highest score; nil without scores.
  let range: ClosedRange<Double>?
  /// What the scaled scores are multiplied by to be scores again: two to this power.
  let exponent: Int
  /// What scores are multiplied by to be scaled.
  let factor: Double
  private let codes: Store<UInt32>
  private let offsets: [Int]

  init(lanes: UnsafeMutablePointer<LaneRows>, count: Int, seed: HashSeed) {
    var lowest = Double.infinity
    var highest = -Double.infinity
    for lane in 0..<count {
      lowest = min(lowest, lanes[lane].scores.lowest)
      highest = max(highest, lanes[lane].scores.highest)
    }
    range = lowest <= highest ? lowest...highest : nil
    let largest = range.map { max(abs($0.lowerBound), abs($0.upperBound)) } ?? 0
    exponent = largest == 0 ? 0 : max(Int(largest.exponent) + 1, -1022)
    factor = Double(sign: .plus, exponent: -exponent, significand: 1)

    var table = KeyTable()
    var values = Store<Double>(repeating: 0, count: 1)
    var codes = Store<UInt32>()
    var offsets: [Int] = []
    for lane in 0..<count {
      offsets.append(codes.count)
      codes.append(0)
      for number in 0..<lanes[lane].scores.count {
        let score = lanes[lane].scores.score(number + 1)
        let key = Key(low: score.bitPattern, high: 0)
        let index = table.index(of: key, hash: key.hash(seed), seed: seed)
        if Int(index) == values.count - 1 { values.append(score * factor) }
        codes.append(index + 1)
      }
    }
    self.values = values
    self.codes = codes
    self.offsets = offsets
  }

  /// What a lane's numbers mean.
  func codes(lane: Int) -> UnsafePointer<UInt32> {
    UnsafePointer(codes.base + offsets[lane])
  }
}

/// Numbers scores, since logs have few different ones, until it finds that this log has many.
struct ScoreTable: ~Copyable {
  /// How many scores it numbers before rows hold their scores themselves.
  private static let most = 65_535

  private var table = KeyTable()
  /// Scores that were just seen, by a few bits of theirs, and their numbers.
  private var recent = Store<UInt64>(repeating: 0, count: 64)
  private var recentNumbers = Store<UInt32>(repeating: 0, count: 64)
  /// The lowest score; larger than ``highest`` when there is none.
  private(set) var lowest = Double.infinity
  /// The highest score.
  private(set) var highest = -Double.infinity
  /// Whether rows hold their scores themselves.
  private(set) var isFull = false

  /// How many scores are numbered, from 1.
  var count: Int { table.count }

  /// The score of a number.
  func score(_ number: Int) -> Double {
    Double(bitPattern: table.keys[number &- 1].low)
  }

  /// What stands for a score in a row: 0 for none, else its number, or its bits when ``isFull``.
  @inline(__always)
  mutating func code(of score: Double, seed: HashSeed) -> UInt64 {
    guard score.isFinite else { return isFull ? Double.nan.bitPattern : 0 }
    if isFull {
      note(score)
      return (score + 0).bitPattern
    }
    // Adding nothing makes minus nothing nothing.
    let bits = (score + 0).bitPattern
    let place = Int(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 58)
    if recent[place] == bits, recentNumbers[place] != 0 { return UInt64(recentNumbers[place]) }
    let code = number(of: bits, seed: seed)
    if !isFull {
      recent[place] = bits
      recentNumbers[place] = UInt32(truncatingIfNeeded: code)
    }
    return code
  }

  private mutating func number(of bits: UInt64, seed: HashSeed) -> UInt64 {
    let key = Key(low: bits, high: 0)
    let number = table.index(of: key, hash: key.hash(seed), seed: seed)
    if Int(number) == table.count &- 1 {
      note(Double(bitPattern: bits))
      if table.count > Self.most {
        isFull = true
        return bits
      }
    }
    return UInt64(number) &+ 1
  }

  @inline(__always)
  private mutating func note(_ score: Double) {
    if score < lowest { lowest = score + 0 }
    if score > highest { highest = score + 0 }
  }
}

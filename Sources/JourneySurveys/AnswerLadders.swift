/// Where the words of one column stand: on the ladder that holds them all, or on one for each language.
struct AnswerLadders {
  /// Why words have no place of their own.
  struct Doubt: Error {
    var one: String
    var other: String
  }

  /// The ladders that the words stand on.
  private(set) var ladders: [AnswerLadder] = []
  private var shares: [String: Double] = [:]

  /// How good a word is, from 0 to 1.
  func share(_ word: String) -> Double? { shares[word] }

  /// Finds the ladders.
  ///
  /// - Parameters:
  ///   - words: The column's different words, compared as `AnswerWords` does.
  ///   - kind: What a person said the answers are; it says how many steps there are, and that words
  ///     of one step are the same answer.
  /// - Throws: Two words that would stand on one step.
  init(_ words: [String], kind: AnswerKind?) throws(Doubt) {
    var rest = words.sorted()
    let steps = kind.map { Int(exactly: $0.high - $0.low + 1) ?? 0 }
    let fitting = AnswerLadder.all.filter { $0.names.count == steps }
    let isFitting = rest.allSatisfy { word in fitting.contains { $0.step(word) != nil } }
    let all = kind != nil && isFitting ? fitting : AnswerLadder.all
    while !rest.isEmpty {
      var best: (ladder: AnswerLadder, held: [String], rank: (Int, Int, Int))?
      for ladder in all {
        let held = rest.filter { ladder.step($0) != nil }
        guard !held.isEmpty else { continue }
        let taken = Set(held.compactMap(ladder.step)).count
        let clashes = kind == nil && ladder.clash(held) != nil ? 1 : 0
        let rank = (held.count, -clashes, taken == ladder.names.count ? 1 : 0)
        if best.map({ $0.rank < rank }) ?? true { best = (ladder, held, rank) }
      }
      guard let best else { return }
      if kind == nil, let (one, other) = best.ladder.clash(best.held) {
        throw Doubt(one: one, other: other)
      }
      for word in best.held { shares[word] = best.ladder.share(word) }
      ladders.append(best.ladder)
      rest.removeAll { best.ladder.step($0) != nil }
    }
  }
}

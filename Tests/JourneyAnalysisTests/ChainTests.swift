import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

/// The solver of absorbing Markov chains.
@Suite("Chains")
struct ChainTests {
  /// Sparse all through, dense from the start, and as it is used.
  static let densities = [2, -1, Factorization.denseFrom]

  @Test(
    "A touchpoint that leads to itself is visited 1 / exit times", arguments: [0.5, 1e-6, 1e-12])
  func geometric(exit: Double) throws {
    let row = ChainRow(targets: [0], chances: [1 - exit], exit: exit)
    let factors = try Factorization([row])
    #expect(relativeError(factors.diagonal()[0], 1 / exit) < 1e-15)
    #expect(relativeError(factors.visits(from: [1])[0], 1 / exit) < 1e-15)
    #expect(relativeError(factors.solving([exit])[0], 1) < 1e-15)
  }

  @Test("The gambler's ruin has its closed form", arguments: densities)
  func gamblersRuin(denseFrom: Double) throws {
    // From i of 1…9 with even chances: N(i,i) = 2 i (10 − i) / 10, absorbed at 10 with i / 10.
    let chain = (1...9).map { i in
      var row = ChainRow()
      if i > 1 { row.add(i - 2, 0.5) } else { row.exit += 0.5 }
      if i < 9 { row.add(i, 0.5) } else { row.exit += 0.5 }
      return row
    }
    let factors = try Factorization(chain, denseFrom: denseFrom)
    let diagonal = factors.diagonal()
    let wins = factors.solving((1...9).map { $0 == 9 ? 0.5 : 0 })
    for i in 1...9 {
      #expect(relativeError(diagonal[i - 1], 2 * Double(i) * Double(10 - i) / 10) < 1e-14)
      #expect(relativeError(wins[i - 1], Double(i) / 10) < 1e-14)
    }
  }

  @Test("Small chains with loops agree with exact fractions", arguments: SeededGenerator.seeds(60))
  func exact(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let chain = ExactChain.random(count: 5, weights: 0...9, exits: 0...3, &random)
    try check(chain, within: 1e-13, "seed \(seed)")
  }

  @Test("Exits of 10⁻¹² keep more than ten digits", arguments: SeededGenerator.seeds(60))
  func smallExits(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // Customers go round in 10¹² rounds; plain elimination would keep about four digits.
    var chain = ExactChain.random(count: 4, weights: 0...9, exits: 0...0, &random)
    let large: Int128 = 1_000_000_000_000
    chain = ExactChain(
      weights: chain.weights.enumerated().map { i, row in
        i < 2 ? row.map { $0 * large } : row
      }, exits: [1, 0, 0, 1])
    // The states with small weights lead on to the others, so that nothing else is the way out.
    guard chain.weights[2].contains(where: { $0 > 0 }) else { return }
    try check(chain, within: 1e-12, "seed \(seed)")
  }

  @Test("The example that plain elimination gets wrong is right")
  func cancellation() throws {
    // a ⇄ b for ever, but for 10⁻¹² of each visit of b.
    let chain = ExactChain(
      weights: [[0, 1], [999_999_999_999, 0]], exits: [0, 1])
    let naive = naiveInverse(chain.rows)[0][0]
    let exact = chain.visits(from: 0, to: 0).value
    #expect(exact == 1e12)
    #expect(relativeError(naive, exact) > 1e-6, "the example must be hard to be worth anything")
    let factors = try Factorization(chain.rows)
    #expect(relativeError(factors.diagonal()[0], exact) < 1e-15)
  }

  @Test(
    "Random chains agree with naive elimination, sparse and dense alike",
    arguments: SeededGenerator.seeds(25), densities)
  func naive(seed: UInt64, denseFrom: Double) throws {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...40, using: &random)
    let chain = randomChain(count: count, degree: 3, &random)
    let inverse = naiveInverse(chain)
    let factors = try Factorization(chain, denseFrom: denseFrom)
    let diagonal = factors.diagonal()
    let start = (0..<count).map { _ in random.chance(0.3) ? random.decimal(0...1) : 0 }
    let gains = (0..<count).map { _ in random.chance(0.3) ? random.decimal(0...1) : 0 }
    let visits = factors.visits(from: start)
    let solved = factors.solving(gains)
    for i in 0..<count {
      #expect(relativeError(diagonal[i], inverse[i][i]) < 1e-9)
      let expected = (0..<count).reduce(0) { $0 + start[$1] * inverse[$1][i] }
      #expect((visits[i] - expected).magnitude < 1e-9 * max(1, expected))
      let gained = (0..<count).reduce(0) { $0 + inverse[i][$1] * gains[$1] }
      #expect((solved[i] - gained).magnitude < 1e-9 * max(1, gained))
    }
  }

  @Test("A hub with many neighbours is found through its table")
  func hub() throws {
    // The hub sends to 600 leaves, each of which comes back or leaves; N(hub,hub) = 1 / exit = 2.
    let leaves = 600
    var hub = ChainRow()
    for leaf in 1...leaves { hub.add(leaf, 1 / Double(leaves)) }
    let chain =
      [hub]
      + (1...leaves).map { _ in
        ChainRow(targets: [0], chances: [0.5], exit: 0.5)
      }
    for denseFrom in Self.densities.dropLast() where denseFrom > 0 {
      let factors = try Factorization(chain, denseFrom: denseFrom)
      let diagonal = factors.diagonal()
      #expect(relativeError(diagonal[0], 2) < 1e-13)
      #expect(relativeError(diagonal[7], 1 + 1 / Double(leaves)) < 1e-13)
    }
  }

  @Test("A closed set has no solution and says so")
  func closed() {
    let ring = [
      ChainRow(targets: [1], chances: [1], exit: 0), ChainRow(targets: [0], chances: [1], exit: 0),
    ]
    for denseFrom in Self.densities {
      #expect(throws: ChainFailure.self) { try Factorization(ring, denseFrom: denseFrom) }
    }
  }

  @Test("Sparse vectors behave like dictionaries", arguments: SeededGenerator.seeds(10))
  func sparseVector(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var vector = SparseVector()
    var expected: [Int32: Double] = [:]
    for _ in 0..<3000 {
      let key = Int32.random(in: 0..<400, using: &random)
      if random.chance(0.6) {
        let isNew = vector.add(1, at: key)
        #expect(isNew == (expected[key] == nil))
        expected[key, default: 0] += 1
      } else {
        #expect(vector.remove(key) == expected[key] ?? 0)
        expected[key] = nil
      }
    }
    #expect(vector.count == expected.count)
    for (key, value) in zip(vector.keys, vector.values) { #expect(expected[key] == value) }
  }

  @Test("Components are the sets that reach each other", arguments: SeededGenerator.seeds(40))
  func components(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...12, using: &random)
    let ways = (0..<count).map { _ in
      (0..<count).filter { _ in random.chance(0.15) }.map(Int32.init)
    }
    var reaches = (0..<count).map { i in (0..<count).map { i == $0 || ways[i].contains(Int32($0)) }
    }
    for k in 0..<count {
      for i in 0..<count where reaches[i][k] {
        for j in 0..<count where reaches[k][j] { reaches[i][j] = true }
      }
    }
    let components = stronglyConnectedComponents(ways)
    #expect(components.flatMap(\.self).sorted() == Array(0..<count))
    for (position, component) in components.enumerated() {
      for i in component {
        let mutual = (0..<count).filter { reaches[i][$0] && reaches[$0][i] }
        #expect(mutual == component)
        for later in components[(position + 1)...] {
          #expect(!reaches[i][later[0]], "a component comes before those that lead to it")
        }
      }
    }
  }

  @Test("A line of 100,000 overflows no stack and is not quadratic")
  func line() throws {
    let count = 100_000
    let chain = (0..<count).map { i in
      i + 1 < count
        ? ChainRow(targets: [Int32(i + 1)], chances: [1], exit: 0)
        : ChainRow(targets: [], chances: [], exit: 1)
    }
    let factors = try Factorization(chain)
    #expect(factors.diagonal().allSatisfy { $0 == 1 })
    let ways = chain.map(\.targets)
    #expect(stronglyConnectedComponents(ways).count == count)
  }

  private func check(_ chain: ExactChain, within tolerance: Double, _ words: String) throws {
    for denseFrom in Self.densities {
      let factors = try Factorization(chain.rows, denseFrom: denseFrom)
      let diagonal = factors.diagonal()
      for i in chain.weights.indices {
        let visits = factors.visits(from: chain.weights.indices.map { $0 == i ? 1 : 0 })
        let exact = chain.visits(from: i, to: i).value
        #expect(relativeError(diagonal[i], exact) < tolerance, "\(words)")
        for j in chain.weights.indices {
          let exact = chain.visits(from: i, to: j).value
          #expect(relativeError(visits[j], exact) < tolerance, "\(words)")
        }
      }
    }
  }
}

extension ChainRow {
  mutating func add(_ target: Int, _ chance: Double) {
    targets.append(Int32(target))
    chances.append(chance)
  }
}

extension ExactChain {
  /// A chain in which every state leads to the next, so that the exits can be reached.
  static func random(
    count: Int, weights: ClosedRange<Int>, exits: ClosedRange<Int>,
    _ random: inout SeededGenerator
  ) -> ExactChain {
    var matrix = (0..<count).map { _ in
      (0..<count).map { _ in
        random.chance(0.5) ? Int128(Int.random(in: weights, using: &random)) : 0
      }
    }
    for i in 0..<count { matrix[i][(i + 1) % count] += 1 }
    var out = (0..<count).map { _ in Int128(Int.random(in: exits, using: &random)) }
    out[count - 1] += 1
    return ExactChain(weights: matrix, exits: out)
  }
}

/// A chain in which every state can leave, with states that lead to themselves.
func randomChain(count: Int, degree: Int, _ random: inout SeededGenerator) -> [ChainRow] {
  (0..<count).map { _ in
    var weights: [Int: Double] = [:]
    for _ in 0..<Int.random(in: 0...degree, using: &random) {
      weights[Int.random(in: 0..<count, using: &random)] = random.decimal(0.1...1)
    }
    let exit = random.decimal(0.05...0.5)
    let total = weights.keys.sorted().reduce(exit) { $0 + (weights[$1] ?? 0) }
    var row = ChainRow(targets: [], chances: [], exit: exit / total)
    for key in weights.keys.sorted() { row.add(key, (weights[key] ?? 0) / total) }
    return row
  }
}

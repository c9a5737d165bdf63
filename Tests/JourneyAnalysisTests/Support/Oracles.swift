@testable import JourneyAnalysis

/// How far a value is off, as a part of what it should be.
func relativeError(_ value: Double, _ expected: Double) -> Double {
  if value == expected { return 0 }
  return (value - expected).magnitude / max(expected.magnitude, .leastNormalMagnitude)
}

/// A fraction of whole numbers, exact.
struct Fraction {
  var numerator: Int128
  var denominator: Int128

  /// The nearest number, but for two roundings.
  var value: Double { Double(numerator) / Double(denominator) }
}

/// A chain with whole weights, solved exactly by Cramer's rule.
///
/// `weights[i][j]` of `totals[i]` go from i to j, the last column leaves. With T the totals on a
/// diagonal, `N = (T − W)⁻¹ T`, and every entry of the inverse is a cofactor over the determinant:
/// whole numbers throughout.
struct ExactChain {
  let weights: [[Int128]]
  let exits: [Int128]

  var totals: [Int128] {
    zip(weights, exits).map { $0.reduce($1, +) }
  }

  /// The same chain in floating point.
  var rows: [ChainRow] {
    zip(weights, exits).map { row, exit in
      let total = Double(row.reduce(exit, +))
      let targets = row.indices.filter { row[$0] > 0 }
      return ChainRow(
        targets: targets.map(Int32.init), chances: targets.map { Double(row[$0]) / total },
        exit: Double(exit) / total)
    }
  }

  /// `N(i,j)`.
  func visits(from i: Int, to j: Int) -> Fraction {
    let totals = totals
    let matrix = weights.indices.map { row in
      weights.indices.map { ($0 == row ? totals[row] : 0) - weights[row][$0] }
    }
    let sign: Int128 = (i + j).isMultiple(of: 2) ? 1 : -1
    // Entry (i, j) of an inverse is the cofactor of (j, i).
    let minor = Self.minor(matrix, row: j, column: i)
    return Fraction(
      numerator: sign * Self.determinant(minor) * totals[j],
      denominator: Self.determinant(matrix))
  }

  private static func minor(_ matrix: [[Int128]], row: Int, column: Int) -> [[Int128]] {
    matrix.indices.filter { $0 != row }.map { i in
      matrix.indices.filter { $0 != column }.map { matrix[i][$0] }
    }
  }

  private static func determinant(_ matrix: [[Int128]]) -> Int128 {
    guard let first = matrix.first else { return 1 }
    var sum: Int128 = 0
    for column in first.indices where first[column] != 0 {
      let sign: Int128 = column.isMultiple(of: 2) ? 1 : -1
      sum += sign * first[column] * determinant(minor(matrix, row: 0, column: column))
    }
    return sum
  }
}

/// `(I − Q)⁻¹` of a chain by plain Gauss–Jordan elimination with pivoting.
func naiveInverse(_ chain: [ChainRow]) -> [[Double]] {
  let count = chain.count
  var matrix = (0..<count).map { i in
    (0..<2 * count).map { j in j == i || j == count + i ? 1.0 : 0.0 }
  }
  for (i, row) in chain.enumerated() {
    for (target, chance) in zip(row.targets, row.chances) { matrix[i][Int(target)] -= chance }
  }
  for k in 0..<count {
    let pivot = (k..<count).max { matrix[$0][k].magnitude < matrix[$1][k].magnitude } ?? k
    matrix.swapAt(k, pivot)
    let divisor = matrix[k][k]
    for j in 0..<2 * count { matrix[k][j] /= divisor }
    for i in 0..<count where i != k && matrix[i][k] != 0 {
      let factor = matrix[i][k]
      for j in 0..<2 * count { matrix[i][j] -= factor * matrix[k][j] }
    }
  }
  return matrix.map { Array($0[count...]) }
}

extension FlowNetwork {
  /// The chain between the touchpoints.
  var chain: [ChainRow] { rows.map { ChainRow($0) } }

  /// The chance of each touchpoint to be the first.
  var first: [Double] {
    var first = [Double](repeating: 0, count: rows.count)
    for step in start.next { first[step.target] += step.chance }
    return first
  }
}

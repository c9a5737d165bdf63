/// Many chances judged together, so that one of them being wrong stays as unlikely as for a single
/// one.
///
/// Of m chances in ascending order the k-th is multiplied by `m − k + 1`, and never becomes less than
/// one before it: `adjusted(k) = max over j ≤ k of min(1, (m − j + 1) · p(j))`. A difference counts
/// when its adjusted chance is below the level. It holds whether or not the figures depend on each
/// other. Chances that are unknown take no part.
///
/// Source: Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of
/// Statistics 6 (1979). Cost: n log n.
public struct Holm: Hashable, Sendable {
  /// The chances after correction, in the order in which they came; nil where unknown.
  public let adjusted: [Double?]

  /// Corrects chances.
  ///
  /// - Parameter chances: Each 0…1; nil where unknown.
  public init(_ chances: [Double?]) {
    var adjusted = [Double?](repeating: nil, count: chances.count)
    let known = chances.enumerated().compactMap { index, chance in chance.map { (index, $0) } }
      .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    var largest = 0.0
    for (place, entry) in known.enumerated() {
      largest = max(largest, min(1, Double(known.count - place) * entry.1))
      adjusted[entry.0] = largest
    }
    self.adjusted = adjusted
  }

  /// Which of them are beyond chance.
  ///
  /// - Parameter level: How likely it may be that any of them is wrong.
  /// - Returns: One value for each chance that was given; false where unknown.
  public func areBeyondChance(at level: Double = Difference.level) -> [Bool] {
    adjusted.map { $0.map { $0 < level } ?? false }
  }
}

import JourneyModel

/// How customers divide among the personas.
///
/// The shares of the document, rescaled to sum to 1. Personas without a share divide what the others
/// leave equally; where nobody has one, all are equally many. Both are assumptions and say so.
/// Unit: 0…1. Cost: linear.
struct PersonaShares {
  /// The share of each persona, in the document's order.
  var values: [Double]
  /// Whether some of them were not in the document.
  var isAssumed: Bool

  /// Computes the shares of a journey's personas.
  init(_ personas: [Persona]) {
    let given = personas.map { $0.share?.fraction }
    let known = given.compactMap(\.self).reduce(0, +)
    let missing = given.filter { $0 == nil }.count
    let each = missing > 0 ? max(0, 1 - known) / Double(missing) : 0
    let shares = given.map { $0 ?? each }
    let sum = shares.reduce(0, +)
    if sum > 0 {
      values = shares.map { $0 / sum }
    } else {
      values = shares.map { _ in 1 / Double(max(1, personas.count)) }
    }
    isAssumed = missing > 0
  }

  /// The shares among some of the personas alone.
  ///
  /// - Parameter chosen: The positions of those personas.
  /// - Returns: Their shares, which sum to 1; equal ones when none of them has any.
  func among(_ chosen: [Int]) -> [Double] {
    let sum = chosen.reduce(0) { $0 + values[$1] }
    guard sum > 0 else { return chosen.map { _ in 1 / Double(chosen.count) } }
    return chosen.map { values[$0] / sum }
  }
}

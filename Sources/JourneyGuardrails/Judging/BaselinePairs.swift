import JourneyComparison
import JourneyModel

extension Comparison {
  /// The touchpoint that each of the first journey became in the second.
  var successors: [TouchpointID: TouchpointID] {
    Dictionary(
      pairs.map { ($0.before.id, $0.after.id) }, uniquingKeysWith: { first, _ in first })
  }

  /// The figures that can be told from chance or not.
  var tested: [FigureChange] { figures.filter(\.isTested) }
}

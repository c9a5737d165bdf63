import JourneyComparison
import JourneyModel

extension Comparison {
  /// The touchpoint that each of the first journey became in the second.
  var successors: [TouchpointID: TouchpointID] {
    Dictionary(
      pairs.map { ($0.before.id, $0.after.id) }, uniquingKeysWith: { first, _ in first })
  }
}

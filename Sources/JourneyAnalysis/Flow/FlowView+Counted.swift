import JourneyModel

extension FlowView {
  /// The counted outflow of each touchpoint without those under way, the start last; nil where it is
  /// given in shares, stands in for a persona, or was inferred where arrivals are not counted.
  var countedOutflow: [Double?] { sources.indices.map { countedOutflow(of: $0) } }

  /// The counted outflow of a source.
  ///
  /// - Parameters:
  ///   - index: The source.
  ///   - omitted: Places that those who go there are not counted for.
  /// - Returns: How many go on without those under way; nil where it is given in shares, stands in for
  ///   a persona, was inferred where arrivals are not counted, or nobody does.
  func countedOutflow(of index: Int, besides omitted: Set<Place> = []) -> Double? {
    guard let source = sources[index], source.kind == .counts else { return nil }
    let isCounted = source.ways.allSatisfy {
      $0.transition != nil || index == document.start || arrivals[index] != nil
    }
    let total = source.ways.reduce(0) {
      $1.isUnderWay || omitted.contains($1.target) ? $0 : $0 + $1.amount
    }
    return isCounted && total > 0 ? total : nil
  }
}

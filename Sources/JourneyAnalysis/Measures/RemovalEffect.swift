extension Visits {
  /// The share of completers who passed through a touchpoint.
  ///
  /// `reach(x) · completionFromHere(x) / completed`, which is the removal effect of Markov-chain
  /// attribution in closed form: completion lost, as a share, if everyone who comes to x were lost.
  /// **Not causal**: it says who passed, not what passing did. Unit: share of completers, 0…1; nil
  /// when nobody completes.
  ///
  /// Source: Anderl, Becker, von Wangenheim & Schumann, "Mapping the Customer Journey", International
  /// Journal of Research in Marketing 33 (2016). Cost: constant.
  ///
  /// - Parameters:
  ///   - index: The touchpoint.
  ///   - completed: The share of those who start that complete.
  /// - Returns: The effect.
  func removalEffect(of index: Int, completed: Double) -> Double? {
    guard completed > 0 else { return nil }
    return finite(min(1, reach[index] * fromHere[Outcome.completed.rawValue][index] / completed))
  }
}

extension Visits {
  /// How those who start end: `completed + left + diverted + ended = 1`.
  ///
  /// Each is `s(end) + Σ visits(i) · p(i→end)`; `underWay` is apart, a share of those who started.
  /// Unit: share of those who start, 0…1. Cost: linear.
  var ends: EndShares {
    EndShares(
      completed: share(.completed), left: share(.left), diverted: share(.diverted),
      ended: share(.ended), underWay: network.underWay)
  }
}

/// How hot a touchpoint is: customers lost plus distress, per 1,000 who start.
///
/// `loss = 1,000 · left`, `burden = 1,000 · reach · pain`, `heat = loss + w · burden`. loss has
/// Jeffreys' interval over the customers whose end is counted (``CountedShare``), burden that of pain with reach
/// taken as known. Shares without counts, and an assumed score, have the lower bound 0 and no upper.
/// `heatLow = heat − √((loss − lossLow)² + w² (burden − burdenLow)²)`, heatHigh likewise, nil without
/// an upper bound of a part. Where neither part was measured heatLow is 0: the formula would make
/// something of two things of which nothing is known. Where feeling is unknown heat is the loss
/// alone, without an upper bound. Unit: per 1,000 who start. Cost: constant but for the interval.
struct Heat {
  /// Customers lost.
  var loss: Double
  /// Distress; nil when feeling is unknown.
  var burden: Double?
  /// `loss + w · burden`.
  var point: Double
  /// The lower end of its 90 % interval.
  var low: Double
  /// The upper end; nil when it cannot be bounded.
  var high: Double?

  /// Computes the heat.
  ///
  /// - Parameters:
  ///   - left: The share of all who start that leave here.
  ///   - counted: Its interval; nil when nobody's end was counted.
  ///   - reach: The share of those who start that come here.
  ///   - feeling: What is felt; nil when unknown.
  ///   - weight: w.
  init(
    left: Double, counted: CountedShare?, reach: Double, feeling: TouchpointFeeling?,
    weight: Double
  ) {
    loss = 1000 * left
    burden = feeling.map { 1000 * reach * $0.pain }
    point = loss + weight * (burden ?? 0)
    let distress = weight * (burden ?? 0)
    let lossDown = counted.map { 1000 * max(0, left - $0.low) } ?? loss
    let distressDown = feeling.map { distress - weight * 1000 * reach * $0.painLow } ?? 0
    let isMeasured = counted != nil || feeling?.figures.isAssumed == false
    let down = (lossDown * lossDown + distressDown * distressDown).squareRoot()
    low = isMeasured ? max(0, point - down) : 0
    guard let counted, let painHigh = feeling?.painHigh else { return }
    let lossUp = 1000 * max(0, counted.high - left)
    let distressUp = max(0, weight * 1000 * reach * painHigh - distress)
    high = point + (lossUp * lossUp + distressUp * distressUp).squareRoot()
  }
}

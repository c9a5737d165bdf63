import JourneyModel

/// The opportunity score: what matters much and is served badly is where mending pays.
///
/// `importance + max(importance − satisfaction, 0)`, both 0…10, so 0…20. Satisfaction is the mean
/// felt, mapped from the scale so that neutral is 5: `5 + 5 v`, kept within 0…10. Only the formula is
/// Ulwick's: he asks customers for both numbers, here the second is taken from what they feel.
///
/// Source: Ulwick, "Turn Customer Input into Innovation", Harvard Business Review 80 (2002), and
/// "What Customers Want" (2005). Cost: constant.
struct Opportunity {
  /// 0…10; nil when nothing is known of what customers feel.
  let satisfaction: Double?
  /// 0…20; nil when one of the two is unknown.
  let score: Double?

  /// Computes the score.
  ///
  /// - Parameters:
  ///   - importance: How much it matters, 0…10.
  ///   - felt: The mean felt, on the scale.
  ///   - scale: The scale.
  init(importance: Double?, felt: Double?, on scale: Scale) {
    let satisfaction = felt.map { min(10, max(0, 5 + 5 * scale.normalized($0))) }
    self.satisfaction = satisfaction
    score = importance.flatMap { importance in
      satisfaction.map { importance + max(importance - $0, 0) }
    }
  }
}

import JourneyModel

/// The same feelings on another scale: every score x becomes `shift + factor · x`.
struct Relabelling {
  var shift: Double
  var factor: Double

  func score(_ x: Double) -> Double { shift + factor * x }

  /// A journey with every score relabelled; a negative factor inverts the scale.
  func apply(to journey: Journey) -> Journey {
    var other = journey
    let ends = [score(journey.scale.low), score(journey.scale.high)]
    other.scale = Scale(
      low: min(ends[0], ends[1]), high: max(ends[0], ends[1]),
      neutral: score(journey.scale.neutral),
      isInverted: journey.scale.isInverted != (factor < 0))
    for index in other.touchpoints.indices {
      switch other.touchpoints[index].felt {
      case .everyone(let felt): other.touchpoints[index].felt = .everyone(apply(to: felt))
      case .each(let entries):
        other.touchpoints[index].felt = .each(
          entries.map { ByPersona.Entry($0.persona, apply(to: $0.value)) })
      case nil: break
      }
      for slot in other.touchpoints[index].believed.indices {
        other.touchpoints[index].believed[slot].mean = score(
          other.touchpoints[index].believed[slot].mean)
      }
    }
    for index in other.evidence.indices {
      other.evidence[index].felt = other.evidence[index].felt.map(score)
      other.evidence[index].sd = other.evidence[index].sd.map { $0 * factor.magnitude }
    }
    return other
  }

  private func apply(to felt: Score) -> Score {
    Score(mean: score(felt.mean), n: felt.n, sd: felt.sd.map { $0 * factor.magnitude })
  }
}

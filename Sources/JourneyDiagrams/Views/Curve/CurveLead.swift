import JourneyAnalysis
import JourneyModel

/// What the curve shows, in a sentence or two: the lowest and the highest touchpoint, and where
/// belief is farthest from what is felt.
enum CurveLead {
  /// The sentences for touchpoints; the first in the journey's order wins a tie.
  static func text(
    of touchpoints: [(touchpoint: Touchpoint, figures: TouchpointFigures?)], _ subject: Subject
  ) -> String {
    let (words, scale) = (subject.words, subject.analysis.scale)
    func score(_ value: Double) -> String { words.score(value, on: scale) }
    let scored = touchpoints.compactMap { touchpoint, figures in
      figures?.felt.map { (name: touchpoint.name, mean: $0.mean, v: scale.normalized($0.mean)) }
    }
    guard let first = scored.first else { return words.curve.leadNothing }
    var (lowest, highest) = (first, first)
    for other in scored {
      if other.v < lowest.v { lowest = other }
      if other.v > highest.v { highest = other }
    }
    var sentences = [
      lowest.v == highest.v
        ? words.fill(words.curve.leadOne, score(first.mean), first.name)
        : words.fill(
          words.curve.leadLowest, lowest.name, score(lowest.mean), highest.name,
          score(highest.mean))
    ]
    if let gap = widestGap(touchpoints, subject) { sentences.append(gap) }
    return words.sentences(sentences)
  }

  private static func widestGap(
    _ touchpoints: [(touchpoint: Touchpoint, figures: TouchpointFigures?)], _ subject: Subject
  ) -> String? {
    let (words, scale) = (subject.words, subject.analysis.scale)
    var widest: (name: String, gap: Double, believed: Double, felt: Double)?
    for (touchpoint, figures) in touchpoints {
      guard let gap = figures?.gap, let believed = figures?.believed,
        let felt = figures?.felt?.mean, gap.magnitude > widest?.gap.magnitude ?? 0.1 * scale.unit
      else { continue }
      widest = (touchpoint.name, gap, believed, felt)
    }
    return widest.map { widest in
      words.fill(
        widest.gap > 0 ? words.curve.leadWorse : words.curve.leadBetter, widest.name,
        words.score(widest.believed, on: scale), words.score(widest.felt, on: scale))
    }
  }
}

import EventCounting
import JourneyAnalysis
import JourneyModel
import TextSupport

/// Figures of paths and segments as tables have them.
enum SegmentWords {
  /// `11% … 13%`; a dash where nothing is known.
  static func interval(_ estimate: Estimate?) -> String {
    guard let low = estimate?.low, let high = estimate?.high else { return "–" }
    return "\(NumberText.percent(low)) … \(NumberText.percent(high))"
  }

  /// `3.5 h`; a dash where nobody knows.
  static func time(_ seconds: Double?) -> String {
    guard let seconds, seconds.isFinite else { return "–" }
    if seconds < 0 { return "\(NumberText.minus)\(DurationText.of(seconds: -seconds))" }
    return DurationText.of(seconds: seconds)
  }

  /// Lengths of visits; nil where time runs backwards, which a log in its own order may have.
  static func forward(_ times: EventCounts.Times?) -> EventCounts.Times? {
    times.flatMap { $0.mean < 0 || $0.median < 0 ? nil : $0 }
  }

  /// `+0.42`; a dash where nobody was asked.
  static func score(_ score: Double?, on scale: Scale) -> String {
    score.map { NumberText.fixed($0, 2, plus: scale.low < 0) } ?? "–"
  }
}

import JourneyAnalysis
import JourneyModel

/// What the map says about one touchpoint.
///
/// A class because a touchpoint has some forty parts, all of which a value would copy each time
/// it is looked at; it is filled in once and only read afterwards.
final class MapColumn {
  /// What a touchpoint is among all of them.
  struct Moments: OptionSet {
    let rawValue: Int
    /// What most customers feel most.
    static let peak = Moments(rawValue: 1)
    /// What most customers feel last.
    static let end = Moments(rawValue: 2)
    /// One of the brightest spots.
    static let bright = Moments(rawValue: 4)
  }

  let touchpoint: Touchpoint
  let figures: TouchpointFigures?
  /// What is felt, as v; nil when unknown.
  let felt: Double?
  /// What was believed, as v; nil when unknown.
  let believed: Double?
  /// The 90 % interval of what is felt, as v, the document's lower end first; nil when unknown.
  let interval: (low: Double, high: Double)?
  let score: Typesetter.Label
  let name: Typesetter.Label
  /// What tells its channel at a glance.
  var icon: Channel.Icon?
  /// The channel's name.
  var channelName: Typesetter.Label?
  /// Who goes out of the journey here, at most once each way: those who leave first.
  var exits: [MapExit] = []
  var hotspot: Hotspot?
  var rank: Typesetter.Label?
  var moments: Moments = []
  /// What stands in each of the map's lanes.
  var cells: [[MapContent.Entry]] = []
  /// The touchpoint with its figures, in words.
  var summary = ""

  init(
    _ touchpoint: Touchpoint, figures: TouchpointFigures?, scale: Scale, score: Typesetter.Label,
    name: Typesetter.Label
  ) {
    func clamped(_ score: Double) -> Double { min(1, max(-1, scale.normalized(score))) }
    self.touchpoint = touchpoint
    self.figures = figures
    felt = figures?.felt.map { clamped($0.mean) }
    believed = figures?.believed.map(clamped)
    interval = figures?.felt.flatMap { felt in
      guard let low = felt.low, let high = felt.high else { return nil }
      return (clamped(low), clamped(high))
    }
    self.score = score
    self.name = name
  }

  /// Whether nobody was asked.
  var isAssumed: Bool { figures?.felt?.isAssumed ?? false }
  /// The share of those who start that come here; nil without flow.
  var reach: Double? { figures?.reach }
}

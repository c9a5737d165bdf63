import JourneyAnalysis
import JourneyModel
import TextSupport

/// When a story is done: what has to be measured, and how.
struct AcceptanceCriteria {
  let journey: Journey
  let touchpoint: Touchpoint?
  let item: Priorities.Item?
  let felt: FeltFigures?

  /// The fewest customers that are not too few, as the figures' warnings have it.
  private static let fewCustomers = 5

  /// The criteria, in whole sentences.
  var sentences: [String] {
    [heat, feeling, "The outcome stands in the document: before, after, and with how many."]
      .compactMap(\.self)
  }

  private var name: String { StoryWording.quoted(touchpoint?.name ?? journey.title) }

  private var heat: String? {
    guard let item, let heat = item.heat, item.threshold > 0 else { return nil }
    let limit = NumberText.fixed(item.threshold, 0)
    let now = NumberText.fixed(heat, 0)
    return item.kind == nil
      ? "The heat of \(name) stays below \(limit); it is \(now) now."
      : "The heat of \(name) is below \(limit); it is \(now) now."
  }

  private var feeling: String? {
    guard touchpoint != nil else { return nil }
    let scale = journey.scale
    guard let felt, let n = felt.n else {
      return "At least \(Self.fewCustomers) \(journey.customers) have said what they feel at "
        + "\(name), at \(bound(scale.neutral)); nobody has been asked yet."
    }
    // What feels good already has to stay so.
    let aim = scale.normalized(felt.mean) < 0 ? scale.neutral : felt.mean
    return "Measured again, with at least \(max(n, Self.fewCustomers)) \(journey.customers), "
      + "\(name) feels \(bound(aim)); it is \(score(felt.mean)) now."
  }

  private func bound(_ value: Double) -> String {
    "\(score(value)) or \(journey.scale.isInverted ? "lower" : "higher")"
  }

  private func score(_ value: Double) -> String {
    NumberText.fixed(value, 1, plus: journey.scale.low < 0)
  }
}

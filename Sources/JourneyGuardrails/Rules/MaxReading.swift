import JourneyAnalysis
import JourneyModel

/// `max-reading`: what a touchpoint asks one to read takes at most the limit.
///
/// Each touchpoint that somebody reaches and that says what there is to read; the sum along the
/// likeliest way that is completed too when `about` names the journey, each touchpoint as often as
/// the way comes there. Where parts of the way say nothing, what is known already may be too much.
/// Most touchpoints ask one to read nothing and do not say so: under `surely-bad` it is a note only
/// when none says how much there is.
struct MaxReading: RuleJudge {
  func judge(_ context: RuleContext) -> [Breach] {
    guard let limit = context.limit(.seconds) else { return context.withoutLimit }
    var outcomes: [Outcome] = []
    if context.namesJourney { outcomes.append(wholeWay(limit, context)) }
    let places = context.places
    let isAnyKnown = places.contains { ReadingTime($0.touchpoint) != nil }
    for place in places {
      guard let reading = ReadingTime(place.touchpoint) else {
        if isAnyKnown, context.fails == .surelyBad { continue }
        outcomes.append(
          .open(
            Outcome.Open(
              touchpoint: place.id, what: "how long it takes to read",
              why: "nothing says how much there is to read", path: .touchpoint(place.id),
              measured: Measured(.reading, limit: limit))))
        continue
      }
      guard Side.atMost.isBeyond(reading.seconds, limit) else {
        outcomes.append(.fine)
        continue
      }
      let numerals = Numerals(.seconds, limit: limit)
      outcomes.append(
        .broken(
          context.breach(
            at: [place.id],
            "\(numerals.text(reading.seconds)) to read\(reading.source.words), "
              + Side.atMost.words(numerals.limitText),
            fix: Self.fix, path: .touchpoint(place.id, reading.source.key)
          ).counting(.reading, reading.seconds, limit: limit)))
    }
    return context.conclude(outcomes)
  }

  private static let fix = "say the same in fewer words, or ask for it where it is needed"

  private func wholeWay(_ limit: Double, _ context: RuleContext) -> Outcome {
    func unknown(_ why: Outcome.Why, _ path: DocumentPath) -> Outcome {
      .open(
        Outcome.Open(
          touchpoint: nil, what: "how long it takes to read all of it", why: why, path: path,
          measured: Measured(.reading, limit: limit)))
    }
    guard context.analysis.hasFlow else { return unknown(.noFlow, .root) }
    guard let way = context.analysis.paths.first(where: { $0.end == .completed }) else {
      return unknown("no way that is completed is likely", ["flow"])
    }
    let readings = way.touchpoints.map { context.facts[$0].flatMap { ReadingTime($0.touchpoint) } }
    let sum = readings.reduce(0) { $0 + ($1?.seconds ?? 0) }
    let isWhole = readings.allSatisfy { $0 != nil }
    guard Side.atMost.isBeyond(sum, limit) else {
      guard !isWhole else { return .fine }
      return unknown(
        "parts of the way do not say how much there is to read", ["touchpoints"])
    }
    let numerals = Numerals(.seconds, limit: limit)
    return .broken(
      context.breach(
        "\(isWhole ? "" : "at least ")\(numerals.text(sum)) to read on the likeliest way through, "
          + Side.atMost.words(numerals.limitText),
        fix: Self.fix, path: ["touchpoints"]
      ).counting(.reading, sum, limit: limit))
  }
}

/// How long it takes to read what a touchpoint asks one to read.
///
/// What it says itself; else its words at ``wordsPerMinute``; else its pages of ``wordsPerPage``.
struct ReadingTime: Sendable {
  /// How fast adults read, silently and without skipping.
  ///
  /// Source: Brysbaert, "How many words do we read per minute? A review and meta-analysis of reading
  /// rate", Journal of Memory and Language 109 (2019): 238 for non-fiction in English.
  static let wordsPerMinute = 238.0
  /// The words of a page, as typescripts count them.
  static let wordsPerPage = 250.0

  /// What it was computed from.
  enum Source: Sendable {
    case reading
    case words(Int)
    case pages(Double)

    /// The touchpoint's key.
    var key: String {
      switch self {
      case .reading: "reading"
      case .words: "words"
      case .pages: "pages"
      }
    }

    /// Such as ` (12,000 words)`.
    var words: String {
      switch self {
      case .reading: ""
      case .words(let count): " (\(Numerals.trimmed(Double(count), 0)) words)"
      case .pages(let count): " (\(Numerals.trimmed(count, 1)) \(count == 1 ? "page" : "pages"))"
      }
    }
  }

  /// How long.
  let seconds: Double
  /// What it was computed from.
  let source: Source

  /// Finds how long; nil when the touchpoint does not say.
  init?(_ touchpoint: Touchpoint) {
    if let reading = touchpoint.reading {
      (seconds, source) = (reading.seconds, .reading)
    } else if let words = touchpoint.words {
      (seconds, source) = (60 * Double(words) / Self.wordsPerMinute, .words(words))
    } else if let pages = touchpoint.pages {
      (seconds, source) = (
        60 * pages * Self.wordsPerPage / Self.wordsPerMinute, .pages(pages)
      )
    } else {
      return nil
    }
  }
}

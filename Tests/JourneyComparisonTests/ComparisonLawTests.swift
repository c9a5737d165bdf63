import JourneyAnalysis
import JourneyComparison
import JourneyModel
import JourneyTestSupport
import Testing

@Suite struct ComparisonLawTests {
  @Test("A journey against itself: nothing changed, no figure better or worse", arguments: 0..<60)
  func itself(seed: UInt64) throws {
    let journey = RandomJourney.make(seed: seed)
    let comparison = try compare(journey, journey)
    #expect(comparison.isMakeSame)
    #expect(comparison.pairs.map(\.after.id) == journey.touchpoints.map(\.id))
    #expect(comparison.pairs.allSatisfy { $0.reason == .id })
    #expect(!comparison.isScaleConverted)
    for change in comparison.figures {
      #expect(change.difference?.value == 0)
      #expect(change.verdict == .same)
      #expect(change.tendency == .same)
      #expect(!change.isBeyondChance)
    }
    #expect(comparison.reliefWays.allSatisfy { !$0.isLonger && $0.added.isEmpty })
    #expect(comparison.beyondChance.isEmpty)
  }

  @Test("Two journeys the other way round are the mirror", arguments: 0..<60)
  func mirror(seed: UInt64) throws {
    let first = RandomJourney.make(seed: seed)
    var second = RandomJourney.make(seed: seed + 1000)
    second.scale = first.scale
    let journeys = (first, Self.fitted(second))
    let forth = try compare(journeys.0, journeys.1)
    let back = try compare(journeys.1, journeys.0)
    #expect(Set(forth.pairs.map(\.before.id)) == Set(back.pairs.map(\.after.id)))
    #expect(forth.added.map(\.id) == back.removed.map(\.id))
    #expect(forth.removed.map(\.id) == back.added.map(\.id))
    #expect(forth.addedChannels.map(\.id) == back.removedChannels.map(\.id))
    #expect(forth.addedTransitions.map(\.key) == back.removedTransitions.map(\.key))
    #expect(forth.removedTransitions.map(\.key) == back.addedTransitions.map(\.key))
    #expect(
      forth.pairs.count { $0.changes.contains(.order) }
        == back.pairs.count { $0.changes.contains(.order) })
    #expect(forth.figures.count == back.figures.count)
    for change in forth.figures {
      let figure = Figure(change.figure.measure, at: change.touchpointBefore)
      let other = try #require(back[figure])
      #expect(other.before == change.after && other.after == change.before)
      #expect((other.difference?.value ?? 0) == -(change.difference?.value ?? 0))
      #expect(other.verdict == Self.mirrored(change.verdict))
      #expect(other.isBeyondChance == change.isBeyondChance)
    }
  }

  @Test("A scale with other numbers on it changes nothing", arguments: 0..<40)
  func relabelled(seed: UInt64) throws {
    var recipe = RandomJourney()
    recipe.hasStandardScale = true
    let journey = recipe.journey(seed: seed)
    let comparison = try compare(Self.relabelled(journey), journey)
    #expect(comparison.isScaleConverted)
    #expect(comparison.beyondChance.isEmpty)
    for change in comparison.figures {
      let difference = try #require(change.difference)
      let size = max(1, (change.after?.value ?? 0).magnitude)
      #expect(difference.value.magnitude < 1e-9 * size, "\(change.figure)")
      #expect(change.verdict != .better && change.verdict != .worse)
    }
  }

  /// The journey on 10…0, where high is bad.
  private static func relabelled(_ journey: Journey) -> Journey {
    var journey = journey
    journey.scale = Scale(low: 0, high: 10, isInverted: true)
    func score(_ value: Double) -> Double { 5 - value * 2.5 }
    func score(_ old: Score) -> Score {
      var new = old
      new.mean = score(old.mean)
      new.sd = old.sd.map { $0 * 2.5 }
      return new
    }
    for index in journey.touchpoints.indices {
      switch journey.touchpoints[index].felt {
      case .everyone(let old): journey.touchpoints[index].felt = .everyone(score(old))
      case .each(let entries):
        journey.touchpoints[index].felt = .each(
          entries.map { .init($0.persona, score($0.value)) })
      case nil: break
      }
      for place in journey.touchpoints[index].believed.indices {
        journey.touchpoints[index].believed[place].mean =
          score(journey.touchpoints[index].believed[place].mean)
      }
    }
    for index in journey.evidence.indices {
      journey.evidence[index].felt = journey.evidence[index].felt.map(score)
      journey.evidence[index].sd = journey.evidence[index].sd.map { $0 * 2.5 }
    }
    journey.decisions = []
    return journey
  }

  /// The journey with its scores drawn onto its scale.
  private static func fitted(_ journey: Journey) -> Journey {
    var journey = journey
    func fitted(_ value: Double) -> Double {
      min(max(value, journey.scale.low), journey.scale.high)
    }
    for index in journey.touchpoints.indices {
      switch journey.touchpoints[index].felt {
      case .everyone(var score):
        score.mean = fitted(score.mean)
        journey.touchpoints[index].felt = .everyone(score)
      case .each(let entries):
        journey.touchpoints[index].felt = .each(
          entries.map { entry in
            var entry = entry
            entry.value.mean = fitted(entry.value.mean)
            return entry
          })
      case nil: break
      }
      for place in journey.touchpoints[index].believed.indices {
        journey.touchpoints[index].believed[place].mean =
          fitted(journey.touchpoints[index].believed[place].mean)
      }
    }
    for index in journey.evidence.indices {
      journey.evidence[index].felt = journey.evidence[index].felt.map(fitted)
    }
    journey.decisions = []
    return journey
  }

  private static func mirrored(_ verdict: Verdict) -> Verdict {
    switch verdict {
    case .better: .worse
    case .worse: .better
    case .different, .same, .tooCloseToCall, .unknown: verdict
    }
  }
}

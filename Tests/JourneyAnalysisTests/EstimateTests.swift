import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

/// What holds for every estimate of every journey.
@Suite("Estimates")
struct EstimateTests {
  static let day = LawTests.day

  /// Every figure that the journey has a number for.
  static func all(_ estimates: Estimates) -> [(figure: Figure, estimate: Estimate)] {
    let places: [TouchpointID?] = [nil] + estimates.journey.touchpoints.map(\.id)
    return places.flatMap { place in
      Figure.Measure.allCases.compactMap { measure in
        let figure = Figure(measure, at: place)
        return estimates.estimate(of: figure).map { (figure, $0) }
      }
    }
  }

  @Test(
    "An interval holds its figure and stays where the figure can be",
    arguments: SeededGenerator.seeds(80))
  func holds(seed: UInt64) throws {
    let journey = RandomJourney.lean(seed: seed)
    for persona in [nil] + journey.personas.map(\.id) {
      let estimates = try journey.estimated(asOf: Self.day, persona: persona)
      for (figure, estimate) in Self.all(estimates) {
        let name = "seed \(seed): \(figure.measure) at \(figure.touchpoint?.rawValue ?? "-")"
        #expect(estimate.value.isFinite, "\(name)")
        if let low = estimate.low { #expect(low <= estimate.value + 1e-12, "\(name)") }
        if let high = estimate.high {
          #expect(high.isFinite && high >= estimate.value - 1e-12, "\(name)")
        }
        if let deviation = estimate.deviation {
          #expect(deviation.isFinite && deviation >= 0, "\(name)")
          #expect(estimate.low != nil && estimate.high != nil, "\(name)")
        }
        switch figure.measure.unit {
        case .share:
          #expect((estimate.low ?? 0) >= 0 && (estimate.high ?? 1) <= 1 + 1e-12, "\(name)")
        case .score where figure.measure != .gap:
          let scale = journey.scale
          #expect((estimate.low ?? scale.low) >= scale.low - 1e-9, "\(name)")
          #expect((estimate.high ?? scale.high) <= scale.high + 1e-9, "\(name)")
        case .score: break
        case .perThousand, .seconds, .count: #expect((estimate.low ?? 0) >= 0, "\(name)")
        }
      }
    }
  }

  @Test("Every figure that analysis tells can be asked for, and is the same")
  func agreement() throws {
    var asked: Set<Figure.Measure> = []
    var bounded: Set<Figure.Measure> = []
    for seed in SeededGenerator.seeds(60) {
      let estimates = try RandomJourney.lean(seed: seed).estimated(asOf: Self.day)
      let analysis = estimates.analysis
      for (figure, estimate) in Self.all(estimates) {
        asked.insert(figure.measure)
        if estimate.deviation != nil { bounded.insert(figure.measure) }
        guard let id = figure.touchpoint, let point = analysis[touchpoint: id] else { continue }
        let told: Double? =
          switch figure.measure {
          case .visits: point.visits
          case .reach: point.reach
          case .left: point.left
          case .dropOff: point.dropOff
          case .completionFromHere: point.completionFromHere
          case .felt: point.felt?.shrunk
          case .gap: point.gap
          case .pain: point.pain
          case .reliefChance: point.relief?.chance
          case .reliefSteps: point.relief?.steps
          case .reliefTime: point.relief?.time
          case .loss: point.left.map { $0 * 1000 }
          default: estimate.value
          }
        #expect(told.map { near(estimate.value, $0) } ?? false, "seed \(seed): \(figure.measure)")
      }
      for hotspot in analysis.hotspots.hotspots {
        let heat = estimates.estimate(of: Figure(.heat, at: hotspot.touchpoint))
        #expect(heat?.value == hotspot.heat && heat?.high == hotspot.heatHigh)
        #expect(heat?.low == hotspot.heatLow)
      }
    }
    #expect(asked == Set(Figure.Measure.allCases))
    #expect(bounded == Set(Figure.Measure.allCases))
  }

  /// 1,000 customers with a loop, an unlikely way and a way that nobody took.
  private func counted(_ factor: Int, felt factorOfN: Int = 1) -> Journey {
    func line(_ way: String, _ count: Int) -> String { "\(way): \(count * factor)" }
    var journey = Journey.sketch(
      [
        line("start -> a", 1000), line("a -> b", 900), line("a -> left", 200),
        line("b -> a", 100), line("b -> c", 500), line("b -> left", 300),
        line("c -> completed", 450),
        line("c -> diverted", 50),
      ],
      felt: [
        "a": Score(mean: -1, n: 200 * factorOfN, sd: 0.8),
        "b": Score(mean: -0.5, n: 100 * factorOfN, sd: 0.8),
        "c": Score(mean: 1.5, n: 100 * factorOfN, sd: 0.8),
      ])
    for index in journey.touchpoints.indices {
      journey.touchpoints[index].wait = TimeSpan(seconds: 60)
      journey.touchpoints[index].believed = [Belief(mean: 1)]
    }
    return journey
  }

  @Test("Ten times the customers are √10 times as sure")
  func tenfold() throws {
    let few = try counted(10, felt: 10).estimated(asOf: Self.day)
    let many = try counted(100, felt: 100).estimated(asOf: Self.day)
    var compared = 0
    for (figure, estimate) in Self.all(few) {
      let other = try #require(many.estimate(of: figure))
      let (before, after) = (estimate.deviation ?? 0, other.deviation ?? 0)
      // What is 0 or 1 for all that was seen becomes sure ten times as fast.
      guard before > 1e-4 * max(1, estimate.value), figure.touchpoint != "c" else { continue }
      compared += 1
      let ratio = before / after
      #expect(ratio > 3.1 && ratio < 3.25, "\(figure.measure) \(ratio)")
    }
    #expect(compared > 25)
  }

  @Test(
    "Shares that were counted themselves have Jeffreys' interval, whichever way they are asked for")
  func jeffreys() throws {
    let journey = Journey.sketch(["start -> a: 50", "a -> completed: 41", "a -> left: 9"])
    let estimates = try journey.estimated(asOf: Self.day)
    let expected = CountedShare(9, of: 50)
    for figure in [Figure(.left), Figure(.left, at: "a"), Figure(.dropOff, at: "a")] {
      let estimate = try #require(estimates.estimate(of: figure))
      #expect(near(estimate.low, expected.low) && near(estimate.high, expected.high))
      #expect(near(estimate.deviation, (9.5 / 51 * 41.5 / 51 / 52).squareRoot()))
    }
    let loss = try #require(estimates.estimate(of: Figure(.loss, at: "a")))
    #expect(near(loss.value, 180) && near(loss.high, 1000 * expected.high))
  }

  @Test("What nobody was seen to do is not sure: 5 of 5 less than 500 of 500")
  func allOneWay() throws {
    func completion(_ count: Int) throws -> Estimate {
      let journey = Journey.sketch([
        "start -> a: \(count)", "a -> b: \(count)", "b -> c: \(count)", "c -> completed: \(count)",
      ])
      let estimates = try journey.estimated(asOf: Self.day)
      let estimate = try #require(estimates.estimate(of: Figure(.completionFromHere, at: "a")))
      // Three rows without a leaver are one doubt, not three.
      #expect(near(estimate.low, CountedShare(Double(count), of: Double(count)).low))
      #expect(estimate.high == 1 && estimate.value == 1)
      let reach = try #require(estimates.estimate(of: Figure(.reach, at: "a")))
      #expect(reach.low == 1 && reach.deviation == 0)
      return estimate
    }
    let few = try completion(5)
    let many = try completion(500)
    #expect((few.low ?? 1) < 0.75 && (many.low ?? 0) > 0.995)
  }

  @Test(
    "Shares without counts have a value and no interval; where they do not matter they do no harm")
  func shares() throws {
    var journey = counted(1)
    let last = journey.flow.count - 2
    journey.flow[last].traffic = .everyone(.init(.share(Share(percentage: "90%") ?? .zero)))
    journey.flow[last + 1].traffic = .everyone(.init(.share(Share(percentage: "10%") ?? .zero)))
    let estimates = try journey.estimated(asOf: Self.day)
    let open = try #require(estimates.estimate(of: Figure(.completionFromHere, at: "a")))
    #expect(open.low == nil && open.high == nil && open.deviation == nil)
    #expect(estimates.estimate(of: Figure(.dropOff, at: "a"))?.deviation != nil)
    #expect(estimates.estimate(of: Figure(.reach, at: "c"))?.deviation != nil)
    // A hundred of a hundred is no doubt that shares could hide.
    journey.flow.removeLast()
    journey.flow[last].traffic = .everyone(.init(.share(Share(percentage: "100%") ?? .zero)))
    let sure = try journey.estimated(asOf: Self.day)
    #expect(sure.estimate(of: Figure(.completionFromHere, at: "a"))?.deviation != nil)
  }

  @Test("An assumption has no interval, and takes that of the journey's feeling with it")
  func assumed() throws {
    var journey = counted(1)
    let measured = try journey.estimated(asOf: Self.day)
    for measure in [Figure.Measure.felt, .gap, .peakEnd] {
      #expect(measured.estimate(of: Figure(measure))?.deviation != nil)
    }
    journey.touchpoints[1].felt = .everyone(Score(mean: -0.5))
    let estimates = try journey.estimated(asOf: Self.day)
    for figure in [
      Figure(.felt, at: "b"), Figure(.gap, at: "b"), Figure(.felt), Figure(.gap), Figure(.peakEnd),
    ] {
      let estimate = try #require(estimates.estimate(of: figure))
      #expect(estimate.low == nil && estimate.high == nil && estimate.deviation == nil)
    }
    #expect(estimates.estimate(of: Figure(.gap, at: "a"))?.deviation != nil)
    #expect(estimates.estimate(of: Figure(.heat, at: "b"))?.high == nil)
  }

  @Test(
    "Relabelling the scale changes no interval", arguments: SeededGenerator.seeds(40),
    [Relabelling(shift: 50, factor: 25), Relabelling(shift: 4, factor: -1.5)])
  func relabelling(seed: UInt64, labels: Relabelling) throws {
    let journey = RandomJourney.lean(seed: seed)
    let one = try journey.estimated(asOf: Self.day)
    let two = try labels.apply(to: journey).estimated(asOf: Self.day)
    for (figure, estimate) in Self.all(one) {
      let other = try #require(two.estimate(of: figure))
      var expected = [estimate.low, estimate.value, estimate.high]
      if figure.measure == .gap {
        expected = expected.map { $0.map { $0 * labels.factor.magnitude } }
      } else if figure.measure.unit == .score {
        expected = expected.map { $0.map(labels.score) }
        if labels.factor < 0 { expected.reverse() }
      }
      for (told, wanted) in zip([other.low, other.value, other.high], expected) {
        guard let wanted else {
          #expect(told == nil)
          continue
        }
        #expect(near(told, wanted), "seed \(seed): \(figure)")
      }
    }
  }

  @Test("A touchpoint where all is well has heat 0, not none")
  func noHeat() throws {
    let estimates = try counted(1).estimated(asOf: Self.day)
    let heat = try #require(estimates.estimate(of: Figure(.heat, at: "c")))
    #expect(heat.value == 0 && heat.low == 0 && (heat.high ?? 0) > 0 && (heat.high ?? 9) < 3)
  }

  @Test("A figure that its place does not have is none")
  func none() throws {
    let estimates = try counted(1).estimated(asOf: Self.day)
    #expect(estimates.estimate(of: Figure(.heat)) == nil)
    #expect(estimates.estimate(of: Figure(.completed, at: "a")) == nil)
    #expect(estimates.estimate(of: Figure(.heat, at: "nowhere")) == nil)
    #expect(estimates.estimate(of: Figure(.reliefSteps, at: "c")) == nil)
  }
}

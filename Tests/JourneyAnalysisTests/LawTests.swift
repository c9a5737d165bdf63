import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

/// What always holds, on random journeys.
///
/// A failure names the seed; `RandomJourney.lean(seed:)` makes the journey again.
@Suite("Laws")
struct LawTests {
  static let seeds = SeededGenerator.seeds(150)
  static let day = RandomJourney.day(19_300)

  @Test("Random journeys are valid and as different as they should be")
  func generator() throws {
    let journeys = Self.seeds.map(RandomJourney.lean)
    for (seed, journey) in zip(Self.seeds, journeys) {
      let problems = journey.problems() + journey.flowProblems()
      #expect(!problems.containsErrors, "seed \(seed): \(problems)")
      #expect(RandomJourney.lean(seed: seed) == journey)
    }
    let analyses = try journeys.map { try $0.analyzed(asOf: Self.day) }
    #expect(analyses.contains { !$0.hasFlow })
    #expect(analyses.contains { $0.hasFlow && $0.started == nil })
    #expect(analyses.contains { !$0.mazes.isEmpty })
    #expect(analyses.contains { ($0.ends?.underWay ?? 0) > 0 })
    #expect(analyses.contains { $0.transitions.contains(where: \.isInferred) })
    for id in FigureWarning.ID.allCases
    where id != .flowNotByPersona && id != .modelDiffersFromCount && id != .outcomeUnknown {
      let all = analyses.flatMap { $0.warnings + $0.touchpoints.flatMap(\.warnings) }
      #expect(all.contains { $0.id == id }, "\(id)")
    }
  }

  @Test("Journeys with every field set are valid too", arguments: SeededGenerator.seeds(100))
  func full(seed: UInt64) {
    let journey = RandomJourney.make(seed: seed)
    let problems = journey.problems() + journey.flowProblems()
    #expect(!problems.containsErrors, "seed \(seed): \(problems.filter { $0.severity == .error })")
  }

  @Test("Shares are shares, and what must sum to 1 does", arguments: seeds)
  func sums(seed: UInt64) throws {
    for analysis in try analyses(seed) {
      guard let ends = analysis.ends else { continue }
      #expect(near(ends.completed + ends.left + ends.diverted + ends.ended, 1))
      let lost = analysis.touchpoints.reduce(0) { $0 + ($1.left ?? 0) }
      #expect(lost <= ends.left + 1e-9)
      #expect(near(analysis.steps, analysis.touchpoints.reduce(0) { $0 + ($1.visits ?? 0) }))
      for figures in analysis.touchpoints {
        let visits = try #require(figures.visits)
        let reach = try #require(figures.reach)
        let shares = [
          reach, figures.left, figures.dropOff, figures.completionFromHere,
          figures.completionIfNobodyLeft, figures.removalEffect, figures.pain,
        ]
        for share in shares.compactMap(\.self) { #expect(share >= 0 && share <= 1) }
        #expect(visits >= reach - 1e-12)
        #expect((figures.left ?? 1) <= reach + 1e-12)
        #expect((figures.completionIfNobodyLeft ?? 1) >= ends.completed - 1e-12)
        if let relief = figures.relief {
          let all = relief.chance + relief.completedBefore + relief.leftBefore
          #expect(near(all + relief.divertedBefore + relief.endedBefore, 1))
          #expect((relief.steps ?? 1) >= 1)
        }
      }
      for way in analysis.transitions where way.target != .end(.underWay) {
        #expect(way.probability >= 0 && way.probability <= 1 + 1e-12)
      }
      let told = analysis.paths.reduce(0) { $0 + $1.share }
      #expect(told <= 1 + 1e-9 && (analysis.peakEndCovered ?? 0) <= told + 1e-9)
      let here = analysis.stages.compactMap(\.stillHere)
      for (earlier, later) in zip(here, here.dropFirst()) { #expect(later <= earlier + 1e-12) }
    }
  }

  @Test("Traffic into a touchpoint is its visits, and traffic to the ends is 1", arguments: seeds)
  func traffic(seed: UInt64) throws {
    for analysis in try analyses(seed) where analysis.hasFlow {
      var into: [TouchpointID: Double] = [:]
      var out = 0.0
      for way in analysis.transitions {
        switch way.target {
        case .touchpoint(let id): into[id, default: 0] += way.traffic
        case .end(.underWay): break
        case .end: out += way.traffic
        }
      }
      #expect(near(out, 1))
      for figures in analysis.touchpoints {
        #expect(near(figures.visits, into[figures.id] ?? 0))
      }
    }
  }

  @Test(
    "Without under-way, counted flows are met exactly: visits · started = arrivals",
    arguments: seeds)
  func conservation(seed: UInt64) throws {
    let journey = RandomJourney.lean(seed: seed)
    let analysis = try journey.analyzed(asOf: Self.day)
    guard let started = analysis.started, analysis.ends?.underWay == 0,
      analysis.transitions.allSatisfy({ $0.count != nil })
    else { return }
    for way in analysis.transitions { #expect(near(way.traffic * started, way.count ?? -1)) }
  }

  @Test("Bounds hold what they bound, and ranks are in order", arguments: seeds)
  func bounds(seed: UInt64) throws {
    for analysis in try analyses(seed) {
      for figures in analysis.touchpoints {
        guard let felt = figures.felt else { continue }
        if let low = felt.low, let high = felt.high {
          #expect(low <= felt.shrunk + 1e-12 && felt.shrunk <= high + 1e-12)
          #expect(low >= analysis.scale.low && high <= analysis.scale.high)
        }
        #expect((felt.n == nil) == felt.isAssumed)
      }
      let spots = analysis.hotspots.hotspots
      for spot in spots {
        let low = spot.heatLow ?? spot.painLow ?? 0
        #expect(low >= 0 && low <= (spot.heat ?? spot.pain ?? 0) + 1e-9)
        if let high = spot.heatHigh { #expect(high >= (spot.heat ?? 0) - 1e-9) }
        #expect(
          (spot.kind == .sure)
            == ((spot.heatLow ?? 0) >= analysis.hotspots.threshold
              && (spot.heat ?? 0) >= analysis.hotspots.threshold && spot.heat != nil))
      }
      for (earlier, later) in zip(spots, spots.dropFirst()) {
        #expect(
          (earlier.heatLow ?? earlier.painLow ?? 0) >= (later.heatLow ?? later.painLow ?? 0) - 1e-8)
      }
    }
  }

  @Test(
    "Without shrinkage the shrunk mean is the mean, and its interval holds it", arguments: seeds)
  func unshrunk(seed: UInt64) throws {
    let journey = RandomJourney.lean(seed: seed)
    let held = Shrinkage(pooledVariance: 0.25, prior: nil)
    for persona in [nil] + journey.personas.map({ Optional($0.id) }) {
      let analysis = try journey.analyzed(asOf: Self.day, persona: persona, shrinkage: held)
      for felt in analysis.touchpoints.compactMap(\.felt) {
        #expect(near(felt.shrunk, felt.mean))
        #expect((felt.low == nil) == felt.isAssumed)
        guard let low = felt.low, let high = felt.high else { continue }
        #expect(low <= felt.mean + 1e-9 && felt.mean <= high + 1e-9)
      }
    }
  }

  @Test("No figure is infinite, not a number or the negative zero", arguments: seeds)
  func finite(seed: UInt64) throws {
    for analysis in try analyses(seed) {
      forEachNumber(in: analysis) { number, path in
        #expect(number.isFinite && !(number == 0 && number.sign == .minus), "\(path): \(number)")
      }
    }
  }

  @Test(
    "Relabelling the scale changes nothing", arguments: seeds,
    [
      Relabelling(shift: 3, factor: 1), Relabelling(shift: 50, factor: 25),
      Relabelling(shift: 4, factor: -1.5),
    ])
  func relabelling(seed: UInt64, labels: Relabelling) throws {
    let journey = RandomJourney.lean(seed: seed)
    let one = try journey.analyzed(asOf: Self.day)
    let two = try labels.apply(to: journey).analyzed(asOf: Self.day)
    #expect(one.hotspots.hotspots.map(\.touchpoint) == two.hotspots.hotspots.map(\.touchpoint))
    #expect(one.hotspots.hotspots.map(\.kind) == two.hotspots.hotspots.map(\.kind))
    for (a, b) in zip(one.hotspots.hotspots, two.hotspots.hotspots) {
      #expect(same(a.heat, b.heat) && same(a.heatLow, b.heatLow) && same(a.heatHigh, b.heatHigh))
      #expect(same(a.burden, b.burden) && same(a.pain, b.pain) && same(a.painLow, b.painLow))
    }
    #expect(one.brightSpots.map(\.touchpoint) == two.brightSpots.map(\.touchpoint))
    #expect(one.mazes == two.mazes)
    #expect(one.feltGood == two.feltGood && one.believedGood == two.believedGood)
    #expect(same(one.peakEnd.map(labels.score), two.peakEnd))
    #expect(same(one.gap.map { $0 * labels.factor.magnitude }, two.gap))
    for (a, b) in zip(one.touchpoints, two.touchpoints) {
      #expect(same(a.relief?.chance, b.relief?.chance) && (a.relief == nil) == (b.relief == nil))
      #expect(same(a.felt.map { labels.score($0.shrunk) }, b.felt?.shrunk))
      let ends = [a.felt?.low, a.felt?.high].map { $0.map(labels.score) }
      #expect(same(labels.factor < 0 ? ends[1] : ends[0], b.felt?.low))
      #expect(a.warnings.map(\.id) == b.warnings.map(\.id))
    }
  }

  @Test(
    "The order of evidence, and doing it twice, change nothing",
    arguments: SeededGenerator.seeds(40))
  func order(seed: UInt64) throws {
    let journey = RandomJourney.lean(seed: seed)
    let analysis = try journey.analyzed(asOf: Self.day)
    #expect(try journey.analyzed(asOf: Self.day) == analysis)
    var reversed = journey
    reversed.evidence.reverse()
    let other = try reversed.analyzed(asOf: Self.day)
    #expect(
      other.hotspots.hotspots.map(\.touchpoint) == analysis.hotspots.hotspots.map(\.touchpoint))
  }

  // MARK: - Helpers

  /// The analysis of everybody and of each persona.
  private func analyses(_ seed: UInt64) throws -> [Analysis] {
    let journey = RandomJourney.lean(seed: seed)
    let chosen = [nil] + journey.personas.map { Optional($0.id) }
    return try chosen.map { try journey.analyzed(asOf: Self.day, persona: $0) }
  }

  private func same(_ a: Double?, _ b: Double?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return (a - b).magnitude <= 1e-7 * max(1, a.magnitude)
  }

  /// Every number in a value, however deep.
  private func forEachNumber(
    in value: Any, path: String = "", _ body: (Double, String) -> Void
  ) {
    if let number = value as? Double {
      body(number, path)
      return
    }
    for child in Mirror(reflecting: value).children {
      forEachNumber(in: child.value, path: path + "." + (child.label ?? "some"), body)
    }
  }
}

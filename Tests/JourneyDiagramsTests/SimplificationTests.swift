import JourneyAnalysis
import JourneyKit
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("Simplification")
struct SimplificationTests {
  private func subject(_ journey: Journey) -> Subject {
    Subject(journey: journey, analysis: Sketch.analysis(of: journey))
  }

  private func large(_ seed: UInt64) -> Subject {
    subject(RandomJourney.make(seed: seed, touchpoints: 40))
  }

  @Test("leaves small journeys as they are", arguments: 0..<8)
  func small(seed: UInt64) {
    let subject = subject(RandomJourney.make(seed: seed, touchpoints: 12))
    let result = subject.simplified(toAtMost: 12)
    #expect(result.leftOut == nil)
    #expect(result.subject.journey == subject.journey)
    #expect(result.subject.analysis == subject.analysis)
  }

  @Test("keeps to the limit, the document's order, the figures and itself", arguments: 0..<8)
  func laws(seed: UInt64) {
    let subject = large(seed)
    let result = subject.simplified(toAtMost: 12)
    let kept = result.subject.journey.touchpoints.map(\.id)
    #expect(kept.count <= 12)
    #expect(kept == subject.journey.touchpoints.map(\.id).filter(Set(kept).contains))
    var analysis = result.subject.analysis
    analysis.transitions = subject.analysis.transitions
    #expect(analysis == subject.analysis)
    let again = subject.simplified(toAtMost: 12)
    #expect(again.subject.journey == result.subject.journey)
    #expect(again.rest == result.rest)
  }

  @Test("draws no way to what is left out, and none that nobody goes", arguments: 0..<8)
  func ways(seed: UInt64) throws {
    let subject = large(seed)
    let result = subject.simplified(toAtMost: 12)
    let kept = Set(result.subject.journey.touchpoints.map(\.id))
    var coming: [TouchpointID: Double] = [:]
    for way in result.ways {
      if case .touchpoint(let id) = way.source { #expect(kept.contains(id)) }
      guard case .touchpoint(let id) = way.target else { continue }
      #expect(kept.contains(id))
      coming[id, default: 0] += way.traffic
    }
    // Ways through others bring no more than comes; ways round to the same touchpoint are not drawn.
    for figures in subject.analysis.touchpoints where kept.contains(figures.id) {
      let visits = subject.analysis.transitions.reduce(0) {
        $0 + ($1.target == .touchpoint(figures.id) ? $1.traffic : 0)
      }
      #expect(coming[figures.id, default: 0] <= visits + 1e-9, "\(figures.id)")
    }
    for transition in subject.analysis.transitions {
      if case .touchpoint(let id) = transition.source, !kept.contains(id) { continue }
      if case .touchpoint(let id) = transition.target, !kept.contains(id) { continue }
      let way = try #require(
        result.ways.first { $0.source == transition.source && $0.target == transition.target })
      #expect(way.traffic >= transition.traffic)
    }
  }

  @Test("says what is left out", arguments: 0..<8)
  func rest(seed: UInt64) throws {
    let subject = large(seed)
    let result = subject.simplified(toAtMost: 12)
    let kept = Set(result.subject.journey.touchpoints.map(\.id))
    let rest = try #require(result.rest)
    #expect(rest.touchpoints == 40 - kept.count)
    let text = try #require(result.leftOut)
    #expect(text.hasPrefix("\(kept.count) of 40 touchpoints are drawn"))
    #expect(text.contains("visits") == subject.analysis.hasFlow)
    #expect(!text.contains("ways"), "a view without ways says nothing of them")
    guard subject.analysis.hasFlow else { return }
    let leaving = subject.analysis.touchpoints.reduce(0) {
      $0 + (kept.contains($1.id) ? 0 : $1.left ?? 0)
    }
    #expect((rest.leaving ?? 0) >= leaving - 1e-9)
    #expect(text.contains("leave at touchpoints") == ((rest.leaving ?? 0) >= 0.005))
  }

  @Test("keeps the surest hotspots by rank, and says how many it does not", arguments: 0..<8)
  func hotspots(seed: UInt64) throws {
    let subject = large(seed)
    let kinds = subject.analysis.hotspots.hotspots.filter { $0.kind != nil }
    let sure = kinds.filter { $0.kind == .sure }.map(\.touchpoint)
    let result = subject.simplified(toAtMost: 12)
    let kept = Set(result.subject.journey.touchpoints.map(\.id))
    #expect(kept.isSuperset(of: sure.prefix(3)))
    let missing = kinds.count { !kept.contains($0.touchpoint) }
    #expect((result.rest?.hotspots ?? 0) == missing)
    #expect((result.leftOut ?? "").contains("not drawn") || missing == 0)
  }

  @Test("tells a long line from its start to its end", arguments: [0, 1, 6, 10])
  func longLine(stages: Int) throws {
    let subject = try LongJourney.line(touchpoints: 160, stages: stages)
    for most in [24, 40] {
      let result = subject.simplified(toAtMost: most)
      let kept = result.subject.journey.touchpoints
      let places = kept.compactMap { Int($0.id.rawValue.dropFirst()) }
      #expect(places.count == most)
      #expect(places.first == 0 && places.last == 159)
      for stage in 0..<stages {
        let all = (0..<160).filter { $0 * stages / 160 == stage }
        #expect(places.contains { $0 <= all[0] + 1 && $0 >= all[0] }, "begins stage \(stage)")
        guard most >= 3 * stages else { continue }
        let last = all[all.count - 1]
        #expect(places.contains { $0 >= last - 1 && $0 <= last }, "ends stage \(stage)")
      }
      // No long part of it is told by nothing.
      for part in 0..<4 { #expect(places.contains { $0 / 40 == part }) }
      // One way from each to the next, with all who come there.
      for (from, to) in zip(kept, kept.dropFirst()) {
        let way = result.ways.first {
          $0.source == .touchpoint(from.id) && $0.target == .touchpoint(to.id)
        }
        let coming = result.ways.reduce(0) {
          $0 + ($1.target == .touchpoint(to.id) ? $1.traffic : 0)
        }
        let reach = try #require(subject.analysis.touchpoints.first { $0.id == to.id }?.reach)
        #expect((way?.traffic ?? 0) > 0.5 * reach)
        #expect(abs(coming - reach) < 0.02, "\(from.id) to \(to.id)")
      }
    }
  }

  @Test("tells a long line without flow from its start to its end")
  func longLineWithoutFlow() throws {
    let subject = try LongJourney.line(touchpoints: 160, stages: 8, hasFlow: false)
    let result = subject.simplified(toAtMost: 40)
    let places = result.subject.journey.touchpoints.compactMap { Int($0.id.rawValue.dropFirst()) }
    #expect(places.count == 40)
    for stage in 0..<8 {
      #expect(places.contains(stage * 20) && places.contains(stage * 20 + 19))
    }
    let text = try #require(result.leftOut)
    #expect(text.hasPrefix("40 of 160 touchpoints are drawn"))
    #expect(!text.contains("%"))
  }

  @Test("says in a map that ways lead through what is not drawn, and calls no main way rarer")
  func waysThrough() throws {
    let subject = try LongJourney.line(touchpoints: 160, stages: 0)
    let small = MapForm.simplified(subject)
    let text = try #require(small.leftOut)
    #expect(text.contains("; ways lead through the others; "))
    let order = try MapOrder(small.joined).columns(by: GraphvizLayout())
    #expect(order == Array(order.indices), "the line stays a line")
    for (way, isDrawn) in zip(small.ways, small.isDrawn) where !isDrawn {
      #expect(
        small.ways.contains { $0.source == way.source && $0.traffic > way.traffic })
    }
  }

  @Test("leaves the curve's first sentence true of the whole journey", arguments: 0..<8)
  func lead(seed: UInt64) throws {
    let subject = large(seed)
    var theme = Theme.light
    theme.isBrief = true
    let picture = try CurveView().picture(
      of: subject, options: DrawingOptions(theme: theme), engines: .table)
    let figures = zip(subject.journey.touchpoints, subject.analysis.touchpoints)
    let lead = CurveLead.text(of: figures.map { ($0, $1) }, subject)
    #expect(picture.summary.contains(lead), "seed \(seed)")
  }

  @Test("keeps the paths that nine in ten customers take, and no more")
  func paths() throws {
    var lines = ["start -> a: 1000", "a -> b: 950", "b -> completed: 950", "a -> c0: 50"]
    for index in 0..<30 { lines.append("c\(index) -> c\(index + 1): 50") }
    lines.append("c30 -> completed: 50")
    let journey = Journey.sketch(lines)
    let subject = Subject(
      journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
    let result = subject.simplified(toAtMost: 12)
    #expect(result.subject.journey.touchpoints.map(\.id) == ["a", "b"])
    #expect(
      result.leftOut
        == "2 of 33 touchpoints are drawn, with 56% of all visits")
  }

  @Test("hangs together")
  func connected() throws {
    var subject = subject(RandomJourney.make(seed: 3, touchpoints: 60))
    subject.analysis = FlowFixtures.dense(subject.journey, transitions: 300)
    let small = subject.simplified(toAtMost: 25).subject
    var reached: Set<TouchpointID> = []
    var grows = true
    while grows {
      grows = false
      for transition in small.analysis.transitions {
        guard case .touchpoint(let target) = transition.target, !reached.contains(target) else {
          continue
        }
        switch transition.source {
        case .start: grows = true
        case .touchpoint(let source): grows = reached.contains(source) || grows
        }
        if case .touchpoint(let source) = transition.source, !reached.contains(source) { continue }
        reached.insert(target)
      }
    }
    #expect(small.journey.touchpoints.count == 25)
    #expect(reached == Set(small.journey.touchpoints.map(\.id)))
  }

  @Test("keeps ways back that many of those at a touchpoint take")
  func waysBack() {
    var lines = ["start -> t0: 1000"]
    for index in 0..<8 {
      for further in (index + 1)...9 { lines.append("t\(index) -> t\(further): 100") }
    }
    lines += ["t8 -> t9: 10", "t8 -> t1: 1", "t9 -> completed: 500"]
    let subject = subject(.sketch(lines))
    var limits = LinkSelection.Limits(
      drawsAll: 5, share: 0.5, most: 20, countsEnds: false, leastWayBack: nil)
    func hasLoop() -> Bool {
      subject.simplified(toAtMost: 60, links: limits).subject.analysis.transitions.contains {
        $0.source == .touchpoint("t8") && $0.target == .touchpoint("t1")
      }
    }
    #expect(!hasLoop())
    limits.leastWayBack = 0.05
    #expect(hasLoop())
  }

  @Test("draws no way back of next to nobody for its chance, nor more ways than can be followed")
  func thicket() {
    var lines = [
      "start -> t0: 1000", "t0 -> t1: 995", "t0 -> odd: 5", "odd -> t0: 2", "odd -> t1: 3",
    ]
    for from in 1..<16 {
      for to in 1..<16 where to != from { lines.append("t\(from) -> t\(to): \(60 + to)") }
    }
    let subject = subject(.sketch(lines))
    let small = MapForm.simplified(subject)
    let drawn = small.subject.analysis.transitions
    #expect(!drawn.contains { $0.source == .touchpoint("odd") && $0.target == .touchpoint("t0") })
    #expect(drawn.count <= MapForm.mostLinks(columns: 17) + 17)
    #expect((small.leftOut ?? "").contains("rarer transitions"))
  }
}

import JourneyAnalysis
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
    #expect(Set(analysis.transitions).isSubset(of: subject.analysis.transitions))
    analysis.transitions = subject.analysis.transitions
    #expect(analysis == subject.analysis)
    let again = subject.simplified(toAtMost: 12)
    #expect(again.subject.journey == result.subject.journey)
    #expect(again.rest == result.rest)
  }

  @Test("draws no transition to what is left out, and says how much that is", arguments: 0..<8)
  func rest(seed: UInt64) throws {
    let subject = large(seed)
    let result = subject.simplified(toAtMost: 12)
    let kept = Set(result.subject.journey.touchpoints.map(\.id))
    func isKept(_ transition: TransitionFigures) -> Bool {
      if case .touchpoint(let id) = transition.source, !kept.contains(id) { return false }
      if case .touchpoint(let id) = transition.target { return kept.contains(id) }
      return true
    }
    #expect(result.subject.analysis.transitions == subject.analysis.transitions.filter(isKept))
    let rest = try #require(result.rest)
    #expect(rest.touchpoints == 40 - kept.count)
    let all = subject.analysis.transitions.reduce(0) { $0 + $1.traffic }
    let drawn = result.subject.analysis.transitions.reduce(0) { $0 + $1.traffic }
    if all > 0 { #expect(abs(rest.share - (1 - drawn / all)) < 1e-9) }
    let text = try #require(result.leftOut)
    #expect(text.hasPrefix("\(kept.count) of 40 touchpoints are drawn"))
    #expect(text.contains("visits") == subject.analysis.hasFlow)
  }

  @Test("never leaves out a sure hotspot while there is room", arguments: 0..<8)
  func hotspots(seed: UInt64) throws {
    let subject = large(seed)
    let kinds = subject.analysis.hotspots.hotspots.filter { $0.kind != nil }
    let sure = kinds.filter { $0.kind == .sure }.map(\.touchpoint)
    let most = max(12, sure.count)
    let result = subject.simplified(toAtMost: most)
    let kept = Set(result.subject.journey.touchpoints.map(\.id))
    if subject.analysis.hasFlow { #expect(kept.isSuperset(of: sure)) }
    let missing = kinds.count { !kept.contains($0.touchpoint) }
    #expect((result.rest?.hotspots ?? 0) == missing)
    #expect((result.leftOut ?? "").contains("not drawn") || missing == 0)
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
        == "2 of 33 touchpoints are drawn, with 56% of all visits; "
        + "32 rarer transitions, 36% of traffic, are not drawn")
  }

  @Test("hangs together where no hotspot forces an island")
  func connected() throws {
    var subject = subject(RandomJourney.make(seed: 3, touchpoints: 60))
    subject.analysis = FlowFixtures.dense(subject.journey, transitions: 300)
    subject.analysis.hotspots.hotspots = []
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
}

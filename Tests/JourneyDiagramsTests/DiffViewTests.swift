import JourneyAnalysis
import JourneyComparison
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("The picture of two journeys")
struct DiffViewTests {
  /// The clinic half a year later: no log-in any more, a call back instead, news on the way.
  private func later() -> Journey {
    var journey = ClinicJourney.sound()
    journey.period = CalendarDate("2026-09-01").flatMap { start in
      CalendarDate("2026-12-31").flatMap { Period(start: start, end: $0) }
    }
    journey.channels.append(Channel(id: "phone", name: "Phone", kind: .human))
    journey.touchpoints[1].felt = .everyone(Score(mean: -0.4, n: 280))
    journey.touchpoints[2].channel = "phone"
    journey.touchpoints[3] = Touchpoint(
      id: "call-back", name: "Call back", stage: "Find out", channel: "phone",
      felt: .everyone(Score(mean: 1.1, n: 44)))
    journey.flow = journey.flow.compactMap { transition in
      var transition = transition
      if transition.source == .touchpoint("log-in") {
        transition.source = .touchpoint("call-back")
      }
      if transition.target == .touchpoint("log-in") {
        transition.target = .touchpoint("call-back")
      }
      return transition
    }
    journey.decisions = []
    journey.evidence = journey.evidence.filter { $0.about != "log-in" }
    return journey
  }

  private func compare(
    _ before: Journey, _ after: Journey, labels: (String, String) = ("a", "b")
  ) throws -> Comparison {
    Comparison(
      ComparedJourney(label: labels.0, estimates: try before.estimated(asOf: Sketch.day)),
      ComparedJourney(label: labels.1, estimates: try after.estimated(asOf: Sketch.day)))
  }

  private func picture(
    _ comparison: Comparison, _ options: DrawingOptions = DrawingOptions()
  ) throws -> Picture {
    try DiffView().finishedPicture(of: comparison, options: options, engines: .table)
  }

  private func groups(_ picture: Picture) -> [Group] {
    for case .group(let layer) in picture.elements where layer.id == "touchpoints" {
      return layer.elements.compactMap { element in
        if case .group(let group) = element { group } else { nil }
      }
    }
    return []
  }

  private func texts(_ picture: Picture) -> [String] {
    var texts: [String] = []
    picture.forEachLeaf { element in
      if case .text(let line) = element { texts.append(line.text) }
    }
    return texts
  }

  @Test("draws the clinic before and after as its golden says")
  func golden() throws {
    let text = try picture(compare(ClinicJourney.sound(), later())).description
    #expect(Golden.difference(text, from: "clinic.diff.txt") == nil)
  }

  @Test("has every touchpoint of either journey once, with what became of it in words")
  func touchpoints() throws {
    let groups = groups(try picture(compare(ClinicJourney.sound(), later())))
    #expect(
      groups.compactMap(\.name) == [
        "touchpoint/blood", "touchpoint/no-news", "touchpoint/text", "gone/log-in",
        "touchpoint/call-back", "touchpoint/nurse",
      ])
    #expect(groups[1].summary == "felt −0.4, was −1.6, better")
    #expect(groups[2].summary?.hasSuffix("Patient portal → Phone") == true)
    #expect(groups[3].summary == "was −1.2, gone")
    #expect(groups[4].summary == "felt +1.1, new")
    #expect(groups[5].summary == "no score")
  }

  @Test("marks nothing between a journey and itself", arguments: 0..<8)
  func itself(seed: UInt64) throws {
    let journey = try RandomSubject.make(seed: seed).journey
    let picture = try picture(compare(journey, journey))
    let words = Words.inLanguage(journey.language).diff
    let texts = texts(picture)
    for word in [words.new, words.gone, words.better, words.worse, words.tooClose] {
      #expect(!texts.contains(word), "\(word)")
    }
    #expect(!groups(picture).contains { $0.name?.hasPrefix("gone/") ?? true })
    #expect(Inspection.collisions(in: picture) == [])
  }

  @Test(
    "never lets text lie on text, reach over the edge or be faint, in any theme, either way read",
    arguments: 0..<12)
  func legible(seed: UInt64) throws {
    let most = seed.isMultiple(of: 3) ? 24 : 8
    let before = try RandomSubject.make(seed: seed, most: most).journey
    var after = try RandomSubject.make(seed: seed + 500, most: most).journey
    after.language = ["en", "ar", "de", "ja"][Int(seed % 4)]
    let comparison = try compare(before, after)
    for theme in Theme.all {
      let picture = try picture(comparison, DrawingOptions(theme: theme))
      #expect(Inspection.collisions(in: picture) == [], "\(theme.name)")
      #expect(Inspection.faint(in: picture) == [], "\(theme.name)")
    }
  }

  @Test("puts what is gone where it was, within its stage")
  func ghosts() throws {
    func journey(_ touchpoints: [(TouchpointID, StageID?)]) -> Journey {
      var journey = Journey(id: "j", title: "J")
      journey.touchpoints = touchpoints.map { Touchpoint(id: $0.0, stage: $0.1) }
      journey.stages = Set(touchpoints.compactMap(\.1)).sorted().map { Stage($0.rawValue) }
      return journey
    }
    func columns(_ before: Journey, _ after: Journey) throws -> [String] {
      DiffColumns(try compare(before, after), order: after.touchpoints).columns.map {
        $0.touchpoint.id.rawValue
      }
    }
    let plain = journey([("a", nil), ("x", nil), ("y", nil), ("b", nil)])
    #expect(try columns(plain, journey([("a", nil), ("b", nil)])) == ["a", "x", "y", "b"])
    #expect(try columns(plain, journey([("b", nil), ("a", nil)])) == ["b", "a", "x", "y"])
    let first = journey([("x", nil), ("a", nil)])
    #expect(try columns(first, journey([("a", nil)])) == ["x", "a"])
    // `x` was in stage 2, whose first touchpoint is `c` now.
    let staged = journey([("a", "1"), ("x", "2"), ("c", "2")])
    let after = journey([("a", "1"), ("new", "1"), ("c", "2")])
    #expect(try columns(staged, after) == ["a", "new", "x", "c"])
  }

  @Test("draws those that changed most when there are too many, and says so")
  func many() throws {
    var before = Journey(id: "j", title: "J")
    before.touchpoints = (0..<40).map {
      Touchpoint(id: TouchpointID("t\($0)"), felt: .everyone(Score(mean: 0, n: 50, sd: 0.5)))
    }
    var after = before
    after.touchpoints[37].felt = .everyone(Score(mean: -1.5, n: 50, sd: 0.5))
    let picture = try picture(compare(before, after))
    #expect(groups(picture).count == 30)
    #expect(groups(picture).contains { $0.name == "touchpoint/t37" })
    #expect(texts(picture).contains("30 of 40 touchpoints are drawn, those that changed most"))
  }

  @Test("calls the sides by what tells them apart")
  func sides() throws {
    var before = ClinicJourney.sound()
    let names = { (comparison: Comparison) in
      let sides = DiffSides.names(of: comparison, .english)
      return [sides.before, sides.after].map { $0.replacing("\u{A0}", with: " ") }
    }
    #expect(try names(compare(before, later())) == ["Mar–Aug 2026", "Sep–Dec 2026"])
    #expect(
      try names(
        compare(before, before, labels: ("git:HEAD~1:x/a.journey.yaml", "x/a.journey.yaml")))
        == ["HEAD~1", "a"])
    #expect(try names(compare(before, before, labels: ("a", "a"))) == ["before", "after"])
    before.state = .toBe
    #expect(
      try names(compare(before, later())) == ["as it is planned", "as it is today"])
  }

  @Test("leads from before to after from right to left too, each number in an isolate of its own")
  func arabic() throws {
    let words = Words.inLanguage("ar")
    let text = words.change(from: "\u{2212}0.4", to: "+0.6")
    #expect(text == "\u{2068}\u{2212}0.4\u{2069} ← \u{2068}+0.6\u{2069}")
    #expect(Scalars.direction(of: text, in: .rightToLeft) == .rightToLeft)
    var before = ClinicJourney.sound()
    before.language = "ar"
    var after = later()
    after.language = "ar"
    var count = 0
    try picture(compare(before, after)).forEachLeaf { element in
      guard case .text(let line) = element, line.text.contains("←") else { return }
      count += 1
      #expect(line.direction == .rightToLeft, "\(line.text)")
      #expect(line.text.contains("\u{2069} ← \u{2068}"), "\(line.text)")
    }
    #expect(count > 3)
  }

  @Test("says of journeys without a common touchpoint that they look different, and judges nothing")
  func unmatched() throws {
    var other = Journey(id: "x", title: "Something else")
    other.touchpoints = [
      Touchpoint(id: "q", name: "Quite another", felt: .everyone(Score(mean: 1, n: 50, sd: 0.5)))
    ]
    let texts = texts(try picture(compare(ClinicJourney.sound(), other)))
    #expect(texts.contains("No touchpoint matches: these look like different journeys."))
    let words = Words.english.diff
    for text in texts {
      #expect(!text.hasSuffix(words.better) && !text.hasSuffix(words.worse), "\(text)")
    }
  }

  @Test("has a sign beside no circle: above or below it, where no line goes")
  func signs() throws {
    // Each feels a little better or worse: too little for an arrow, and no chance.
    var before = Journey(id: "j", title: "J")
    before.touchpoints = (0..<8).map {
      Touchpoint(id: TouchpointID("t\($0)"), felt: .everyone(Score(mean: 0.5, n: 800, sd: 0.5)))
    }
    var after = before
    for index in after.touchpoints.indices {
      let change = index.isMultiple(of: 2) ? 0.12 : -0.12
      after.touchpoints[index].felt = .everyone(Score(mean: 0.5 + change, n: 800, sd: 0.5))
    }
    for theme in Theme.all {
      let picture = try picture(compare(before, after), DrawingOptions(theme: theme))
      for group in groups(picture) {
        var circle: Double?
        var signs: [Double] = []
        for case .shape(let shape) in group.elements {
          switch shape.geometry {
          case .circle(let center, let radius) where radius > 14 * theme.scale: circle = center.x
          case .path(let path):
            if case .move(let tip) = path.steps.first { signs.append(tip.x) }
          default: continue
          }
        }
        let middle = try #require(circle)
        #expect(signs.contains { ($0 - middle).magnitude < 1 }, "\(theme.name)")
      }
    }
  }

  @Test("says of what differs by less than is shown that it is the same, unless it is sure")
  func tiny() throws {
    var before = Journey(id: "j", title: "J")
    before.touchpoints = [
      Touchpoint(id: "a", felt: .everyone(Score(mean: 0.5, n: 50, sd: 0.5))),
      Touchpoint(id: "b", felt: .everyone(Score(mean: -0.5, n: 50, sd: 0.5))),
    ]
    var after = before
    after.touchpoints[0].felt = .everyone(Score(mean: 0.503, n: 50, sd: 0.5))
    for language in ["en", "ar"] {
      after.language = language
      let texts = texts(try picture(compare(before, after)))
      #expect(!texts.contains { $0.contains("0.00") }, "\(texts)")
      #expect(texts.count { $0 == Words.inLanguage(language).diff.same } == 2)
    }
  }

  @Test("leads with the outcome from far away too")
  func brief() throws {
    var after = later()
    after.touchpoints[1].felt = .everyone(Score(mean: 1.4, n: 280, sd: 0.5))
    let comparison = try compare(ClinicJourney.sound(), after)
    let lead = DiffLead(comparison, Subject(journey: after, analysis: comparison.after.analysis))
    let first = try #require(lead.brief)
    #expect(lead.lead.hasPrefix(first))
    let texts = texts(try picture(comparison, DrawingOptions(theme: .projector)))
    #expect(texts.joined(separator: " ").contains(first), "\(texts)")
  }

  @Test("leads a line past what is gone without a break, and straight where nothing is in its way")
  func unbroken() {
    let (start, end) = (Point(0, 0), Point(100, 40))
    let plain = StepCurve(start, end).path()
    func path(_ obstacle: Point) -> Path {
      StepCurve.path(from: start, to: end, around: [obstacle], above: 12, below: 10)
    }
    #expect(path(Point(50, 90)) == plain)
    for (obstacle, passed) in [(Point(50, 22), 10.0), (Point(50, 16), 26)] {
      let steps = path(obstacle).steps
      #expect(steps.count == 3)
      guard case .curve(_, _, let through) = steps[1] else {
        Issue.record("no curve")
        continue
      }
      #expect(through == Point(50, passed))
    }
  }
}

import JourneyAnalysis
import JourneyComparison
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("What the picture of two journeys says is true")
struct DiffTruthTests {
  private func side(_ journey: Journey, persona: PersonaID? = nil) throws -> ComparedJourney {
    ComparedJourney(
      label: "", estimates: try journey.estimated(asOf: Sketch.day, persona: persona))
  }

  private func compare(_ before: Journey, _ after: Journey) throws -> Comparison {
    Comparison(try side(before), try side(after))
  }

  private func content(
    _ comparison: Comparison, theme: Theme = .light
  ) throws -> (content: DiffContent, lead: DiffLead) {
    let subject = Subject(
      journey: comparison.after.journey, analysis: comparison.after.analysis, words: .english)
    let setter = Typesetter(theme: theme, measurer: Engines.table.measurer)
    let columns = DiffColumns(comparison, order: comparison.after.touchpoints).columns
    return (
      DiffContent(comparison, subject, columns: columns, setter: setter),
      DiffLead(comparison, subject)
    )
  }

  private func texts(_ comparison: Comparison, _ theme: Theme = .light) throws -> [String] {
    var texts: [String] = []
    let picture = try DiffView().finishedPicture(
      of: comparison, options: DrawingOptions(theme: theme), engines: .table)
    picture.forEachLeaf { if case .text(let line) = $0 { texts.append(line.text) } }
    return texts
  }

  @Test("Filled marks of what is felt are as many as the sentence says")
  func filled() throws {
    var said = 0
    var hollow = 0
    for seed: UInt64 in 0..<120 {
      var recipe = JourneyTestSupport.RandomJourney()
      recipe.hasStandardScale = true
      recipe.touchpoints = 3...9
      let before = recipe.journey(seed: seed)
      let comparison = try compare(before, recipe.journey(seed: seed + 4000))
      guard !comparison.isUnmatched else { continue }
      let (content, lead) = try content(comparison)
      let better: Int = content.columns.count { $0.sign == DiffSign.better(isSure: true) }
      let worse: Int = content.columns.count { $0.sign == DiffSign.worse(isSure: true) }
      let alone: [DiffSign] = [.better(isSure: false), .worse(isSure: false)]
      hollow += content.columns.count { column in
        guard let sign = column.sign, let felt = column.felt else { return false }
        return alone.contains(sign) && (felt.verdict == .better || felt.verdict == .worse)
      }
      let sentence = Words.english.fill(Words.english.diff.leadFelt, "\(better)", "\(worse)")
      #expect(lead.lead.contains(sentence) == (better + worse > 0), "seed \(seed): \(lead.lead)")
      said += better + worse
    }
    #expect(said > 20 && hollow > 0)
  }

  /// A journey of two personas: one touchpoint is told apart, one is everybody's.
  private func twoPersonas() -> Journey {
    var journey = Journey(id: "j", title: "J")
    journey.personas = [Persona(id: "a", name: "Ann"), Persona(id: "b", name: "Ben")]
    journey.touchpoints = [
      Touchpoint(
        id: "apart",
        felt: .each([
          .init("a", Score(mean: -1, n: 50, sd: 0.5)), .init("b", Score(mean: 1, n: 50, sd: 0.5)),
        ])),
      Touchpoint(id: "shared", felt: .everyone(Score(mean: 0.5, n: 50, sd: 0.5))),
    ]
    journey.evidence = [
      Evidence(about: "apart", method: .interview, n: 7, persona: "a"),
      Evidence(about: "apart", method: .survey, n: 9, persona: "b"),
    ]
    return journey
  }

  @Test("Says of a score that is everybody's that the personas are not told apart")
  func notToldApart() throws {
    let journey = twoPersonas()
    let comparison = Comparison(
      try side(journey, persona: "a"), try side(journey, persona: "b"))
    #expect(comparison.isShared(Figure(.felt, at: "shared")))
    #expect(!comparison.isShared(Figure(.felt, at: "apart")))
    let (content, lead) = try content(comparison)
    #expect(content.columns.map(\.isShared) == [false, true])
    #expect(content.columns[1].summary.contains("not told apart"))
    let texts = try texts(comparison)
    #expect(texts.contains("not told apart"))
    #expect(!texts.contains("the same"))
    let evidence = try #require(lead.evidence)
    #expect(evidence.contains("Ann") && evidence.contains("Ben"))
    #expect(evidence.contains("7") && evidence.contains("9"))
  }

  @Test("Names the touchpoint that stands out, and draws it whatever is left out")
  func foremost() throws {
    var before = Journey(id: "j", title: "J")
    before.touchpoints = (0..<40).map {
      Touchpoint(
        id: TouchpointID("t\($0)"), name: "Step \($0)",
        felt: .everyone(Score(mean: 0, n: 90, sd: 0.5)))
    }
    var after = before
    after.touchpoints[35].felt = .everyone(Score(mean: -1.5, n: 90, sd: 0.5))
    after.touchpoints[36].felt = .everyone(Score(mean: -0.9, n: 90, sd: 0.5))
    let comparison = try compare(before, after)
    #expect(comparison.foremost?.figure.touchpoint == "t35")
    let (content, lead) = try content(comparison)
    #expect(content.columns.filter(\.isForemost).map(\.what.touchpoint.id) == ["t35"])
    #expect(lead.lead.contains("Step 35"))
    #expect(lead.brief?.contains("Step 35") == true)
  }

  @Test("Gives no figure for what is too close, where letters are large")
  func tooClose() throws {
    var before = Journey(id: "j", title: "J")
    before.touchpoints = [
      Touchpoint(id: "a", felt: .everyone(Score(mean: 0.5, n: 20, sd: 0.9)))
    ]
    var after = before
    after.touchpoints[0].felt = .everyone(Score(mean: 0.6, n: 20, sd: 0.9))
    let texts = try texts(compare(before, after), .projector)
    #expect(texts.contains("too close"))
    #expect(!texts.contains { $0.contains("+0.1") })
  }

  @Test("A figure of everybody is not told as one persona's")
  func everybodys() throws {
    var before = twoPersonas()
    before.customers = "patients"
    let counts = [
      ("start>apart", 100), ("apart>shared", 100), ("shared>completed", 90), ("shared>left", 10),
    ]
    before.flow = counts.map { key, count in
      let ends = key.split(separator: ">").map(String.init)
      return Transition(
        Transition.Source(ends[0]), Transition.Target(ends[1]),
        .everyone(Transition.Traffic(.customers(count))))
    }
    var after = before
    after.flow[2].traffic = .everyone(Transition.Traffic(.customers(40)))
    after.flow[3].traffic = .everyone(Transition.Traffic(.customers(60)))
    let comparison = Comparison(try side(before, persona: "a"), try side(after, persona: "a"))
    #expect(comparison.isEverybodys(.completed) && !comparison.isEverybodys(.felt))
    let (_, lead) = try content(comparison)
    #expect(lead.lead.hasPrefix("All patients: 50 of 100 fewer"))
    #expect(lead.subtitle(isBrief: false).hasSuffix("100 patients in all"))
    #expect(!(try compare(before, after)).isEverybodys(.completed))
  }
}

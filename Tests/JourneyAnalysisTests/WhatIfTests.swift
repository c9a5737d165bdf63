import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

/// What changes when something is supposed, and that nothing else does.
@Suite("What if")
struct WhatIfTests {
  private let day = LawTests.day

  /// 1,000 start; a leaves 200 of 1,100 (100 come back), b 300 of 900.
  private var journey: Journey {
    Journey.sketch(
      [
        "start -> a: 1000", "a -> b: 900", "a -> left: 200", "b -> a: 100", "b -> c: 500",
        "b -> left: 300", "c -> completed: 450", "c -> diverted: 50",
      ],
      felt: [
        "a": Score(mean: -1, n: 200, sd: 0.8), "b": Score(mean: -0.5, n: 100, sd: 0.8),
        "c": Score(mean: 1.5, n: 100, sd: 0.8),
      ])
  }

  private func whatIf(_ texts: String..., in journey: Journey? = nil, persona: PersonaID? = nil)
    throws -> WhatIf
  {
    try WhatIf(journey ?? self.journey, texts: texts, asOf: day, persona: persona)
  }

  @Test("Changes are written as they are read")
  func text() throws {
    for text in [
      "log-in.felt=0", "log-in.felt.amina=-0.5", "log-in.believed=1.5", "log-in.wait=4m",
      "log-in -> left=5%", "start -> log-in=400", "log-in -> diverted/by-phone=0.5%",
    ] {
      #expect(try Change(text).description == text)
    }
    #expect(try Change(" a->b = 5 % ") == Change("a -> b=5%"))
    #expect(try Change("a → b=5%") == Change("a -> b=5%"))
    #expect(try Change("a.felt=−1") == Change("a.felt=-1"))
    for text in [
      "", "=", "a", "a.felt", "a.felt=", "a.felt=x", "a.felt=0x1", "a.felt=nan", "a.wait=3",
      "a.name=b", "a.felt.b.c=1", "-> a=5%", "a -> =5%", "a -> b=101%", "a -> b=-1", "a -> b=1.5",
    ] {
      #expect(throws: ImpossibleChanges.self, "\(text)") { try Change(text) }
    }
  }

  @Test("A share is set, and the source's other transitions keep their proportions")
  func share() throws {
    let result = try whatIf("b -> left=10%")
    // b: 100 and 500 of 600 divide 90 %.
    let completed = try #require(result.after.analysis.ends?.completed)
    let onwards = 0.9 * 5 / 6
    let back = 0.9 / 6
    let toB = 900.0 / 1100
    #expect(near(completed, toB * onwards / (1 - toB * back) * 0.9))
    #expect(
      near(result.after.analysis.touchpoints[1].left.map { $0 / 0.1 }, toB / (1 - toB * back)))
    #expect(result.after.analysis.started == 1000)
    // The same as a count of the 900 who go on.
    let counted = try whatIf("b -> left=90")
    #expect(near(counted.after.analysis.ends?.completed, completed))
    #expect(result.before.analysis == (try journey.analyzed(asOf: day)))
  }

  @Test("Setting what is there already changes nothing", arguments: SeededGenerator.seeds(60))
  func nothing(seed: UInt64) throws {
    let journey = RandomJourney.lean(seed: seed)
    for persona in [nil, journey.personas.first?.id] {
      let before = try journey.estimated(asOf: day, persona: persona)
      guard let view = before.solved.view else { continue }
      var flow = SupposedFlow(view)
      for (source, ways) in flow.ways.enumerated() where ways?.isEmpty == false {
        try flow.set(source, [])
      }
      var other = journey
      other.flow = flow.transitions()
      let after = try other.analyzed(asOf: day, persona: persona)
      #expect(near(after.ends?.completed, before.analysis.ends?.completed ?? -1), "seed \(seed)")
      #expect(near(after.steps, before.analysis.steps ?? -1), "seed \(seed)")
      #expect((after.time == nil) == (before.analysis.time == nil))
      for (a, b) in zip(after.touchpoints, before.analysis.touchpoints) {
        #expect(near(a.reach, b.reach ?? -1) && near(a.visits, b.visits ?? -1), "seed \(seed)")
        #expect(near(a.left, b.left ?? -1), "seed \(seed)")
      }
    }
  }

  @Test("Any share of any transition gives figures without an error", arguments: [1, 2, 3, 4, 5])
  func anything(seed: UInt64) throws {
    for number in 0..<12 {
      var random = SeededGenerator(seed: seed &* 100 &+ UInt64(number))
      let journey = RandomJourney.lean(seed: random.next() % 1000)
      guard !journey.flow.isEmpty else { continue }
      let transition = random.pick(journey.flow)
      let share = random.pick(["0%", "3%", "50%", "99.5%"])
      do {
        let result = try whatIf("\(transition.key)=\(share)", in: journey)
        let ends = try #require(result.after.analysis.ends)
        #expect(near(ends.completed + ends.left + ends.diverted + ends.ended, 1))
      } catch let error as ImpossibleChanges {
        #expect(error.problems.allSatisfy { $0.contains("nothing else leads on") }, "\(error)")
      } catch let error as InvalidJourney {
        // Without the only way out there is none.
        let ids = Set(error.diagnostics.filter { $0.severity == .error }.map(\.id))
        #expect(ids.isSubset(of: ["no-way-out", "no-start"]), "\(ids) \(transition.key) \(share)")
      }
    }
  }

  @Test("A supposed feeling decides alone, is marked assumed, and moves no other touchpoint")
  func felt() throws {
    var journey = journey
    journey.evidence = [Evidence(about: "a", method: .interview, n: 5000, felt: -2)]
    let result = try whatIf("a.felt=0", in: journey)
    let after = result.after.analysis.touchpoints
    #expect(after[0].felt?.mean == 0 && after[0].felt?.shrunk == 0 && after[0].pain == 0)
    #expect(after[0].felt?.isAssumed == true && after[0].felt?.low == nil)
    #expect(after[0].warnings.contains { $0.id == .assumed })
    for (now, before) in zip(after, result.before.analysis.touchpoints).dropFirst() {
      #expect(now.felt == before.felt && now.pain == before.pain && now.reach == before.reach)
    }
    #expect(result.after.analysis.ends == result.before.analysis.ends)
    #expect((result.after.burden ?? 9) < (result.before.burden ?? 0))
  }

  @Test("One persona's supposed feeling enters by its share, whoever was measured")
  func personaFelt() throws {
    var journey = Journey.sketch(
      ["start -> a: 10", "a -> completed: 10"], personas: ["amina: 70%", "george: 30%"],
      felt: ["a": Score(mean: -1, n: 50, sd: 0.5)])
    var result = try whatIf("a.felt.amina=0.5", in: journey)
    #expect(near(result.after.analysis.touchpoints[0].felt?.mean, 0.7 * 0.5 - 0.3))
    #expect(near(result.after.analysis.touchpoints[0].pain, 0.3 * 0.5))
    journey.touchpoints[0].felt = .each([
      .init("amina", Score(mean: -2, n: 40)), .init("george", Score(mean: 1, n: 4)),
    ])
    result = try whatIf("a.felt.amina=1", "a.felt.george=0", in: journey)
    #expect(near(result.after.analysis.touchpoints[0].felt?.mean, 0.7))
    // All are made together: her own score holds for her, whichever is written first.
    for texts in [["a.felt.amina=1", "a.felt=0"], ["a.felt=0", "a.felt.amina=1"]] {
      let result = try WhatIf(journey, texts: texts, asOf: day)
      #expect(near(result.after.analysis.touchpoints[0].felt?.mean, 0.7))
    }
    result = try whatIf("a.felt.amina=1", in: journey, persona: "amina")
    #expect(result.after.analysis.touchpoints[0].felt?.mean == 1)
  }

  @Test("Belief and waiting are set")
  func beliefAndWait() throws {
    var journey = journey
    for index in journey.touchpoints.indices {
      journey.touchpoints[index].wait = .init(seconds: 60)
    }
    let result = try whatIf("a.believed=2", "a.wait=2m", in: journey)
    #expect(near(result.after.analysis.touchpoints[0].gap, 3))
    let before = try #require(result.before.analysis.time)
    #expect(near(result.after.analysis.time, before + 60 * 1.1))
  }

  @Test("What is not changed stays as sure as it was, what is supposed is taken as it stands")
  func intervals() throws {
    let result = try whatIf("b -> left=10%")
    let figure = Figure(.completionFromHere, at: "c")
    #expect(result.after.estimate(of: figure) == result.before.estimate(of: figure))
    let dropOff = Figure(.dropOff, at: "b")
    let before = try #require(result.before.estimate(of: dropOff)?.deviation)
    let after = try #require(result.after.estimate(of: dropOff)?.deviation)
    #expect(after < before / 2)
    #expect(result.after.estimate(of: Figure(.completed))?.low != nil)
    // Nobody's end was counted in a flow that is supposed, but c's 500 customers were.
    let whole = try #require(result.after.estimate(of: Figure(.completed))?.deviation)
    #expect(whole < (result.before.estimate(of: Figure(.completed))?.deviation ?? 0))
    // With another start nobody knows how many would have been counted.
    let start = try whatIf("start -> a=100%")
    #expect(start.after.analysis.started == nil)
    #expect(start.after.estimate(of: Figure(.reach, at: "c"))?.deviation != nil)
  }

  @Test("A share that is set fixes itself alone: the rest divides with the doubt of its counts")
  func remainder() throws {
    let journey = Journey.sketch([
      "start -> a: 1000", "a -> left: 200", "a -> completed: 300", "a -> b: 500",
      "b -> completed: 500",
    ])
    let after = try whatIf("a -> left=10%", in: journey).after
    let dropOff = try #require(after.estimate(of: Figure(.dropOff, at: "a")))
    #expect(dropOff.low == dropOff.value && dropOff.high == dropOff.value)
    // 500 of 800 of the 90 % come to b; half a customer more on each way.
    let b = 500.5 / 801
    let expected = 0.9 * (b * (1 - b) / 802).squareRoot()
    for figure in [
      Figure(.steps), Figure(.visits, at: "b"), Figure(.reach, at: "b"),
    ] {
      let found = try #require(after.estimate(of: figure))
      #expect(near(found.deviation, expected), "\(figure)")
      #expect(try #require(found.low) < found.value - expected)
      #expect(try #require(found.high) > found.value + expected)
    }
    // That nobody was diverted is as sure as it was.
    let diverted = try #require(after.estimate(of: Figure(.diverted)))
    #expect(diverted.value == 0 && (diverted.high ?? 0) > 0.001)
    // Where all is set nothing is in doubt, and 0 % is nobody.
    let whole = try whatIf("a -> left=0%", "a -> b=60%", "a -> completed=40%", in: journey).after
    let reach = try #require(whole.estimate(of: Figure(.reach, at: "b")))
    #expect(near(reach.low, 0.6) && near(reach.high, 0.6))
    #expect(whole.estimate(of: Figure(.dropOff, at: "a"))?.high == 0)
    // Shares say nothing about how sure they are.
    let shares = Journey.sketch([
      "start -> a: 100%", "a -> left: 20%", "a -> completed: 30%", "a -> b: 50%",
      "b -> completed: 100%",
    ])
    #expect(try whatIf("a -> left=10%", in: shares).after.estimate(of: Figure(.steps))?.low == nil)
  }

  @Test(
    "90 % of the intervals hold what would be known if the true shares were", arguments: [80, 600])
  func coverage(customers: Int) throws {
    let ids = ["a", "b", "c"]
    // To a, b and c, completed, left, diverted.
    let truth: [[Double]] = [
      [0, 0.5, 0.1, 0.1, 0.2, 0.1], [0.15, 0, 0.55, 0.1, 0.2, 0], [0, 0.1, 0, 0.6, 0.2, 0.1],
    ]
    let targets = ids + ["completed", "left", "diverted/by-phone"]
    func journey(_ started: String, _ rows: [[String]]) -> Journey {
      var flow = ["start -> a: \(started)"]
      for (id, row) in zip(ids, rows) {
        for (target, amount) in zip(targets, row) where amount != "0" && amount != "0%" {
          flow.append("\(id) -> \(target): \(amount)")
        }
      }
      return Journey.sketch(flow)
    }
    let shares = truth.map { $0.map { "\(Int(($0 * 100).rounded()))%" } }
    let change = try Change("b -> left=5%")
    let real = try WhatIf(journey("100%", shares), [change], asOf: day).after
    let figures =
      [Figure(.steps), Figure(.completed), Figure(.left), Figure(.diverted)]
      + ids.flatMap { id in
        [.visits, .reach, .completionFromHere, .dropOff, .left].map {
          Figure($0, at: TouchpointID(id))
        }
      }.filter { $0 != Figure(.reach, at: "a") }  // Everybody comes there, whatever is counted.
    var random = SeededGenerator(seed: 7)
    var held: [Figure: Int] = [:]
    let rounds = 250
    for _ in 0..<rounds {
      var counts = truth.map { $0.map { _ in 0 } }
      for _ in 0..<customers {
        var place = 0
        while place < 3 {
          var number = Double.random(in: 0..<1, using: &random)
          let target =
            truth[place].firstIndex { chance in
              number -= chance
              return number < 0
            } ?? 4
          counts[place][target] += 1
          place = target
        }
      }
      let after = try WhatIf(
        journey("\(customers)", counts.map { $0.map(String.init) }), [change], asOf: day
      ).after
      for figure in figures {
        let expected = try #require(real.estimate(of: figure)?.value)
        let found = try #require(after.estimate(of: figure))
        let (low, high) = (try #require(found.low), try #require(found.high))
        if low <= expected + 1e-12, expected <= high + 1e-12 { held[figure, default: 0] += 1 }
      }
    }
    for figure in figures {
      let share = Double(held[figure] ?? 0) / Double(rounds)
      #expect(share > 0.84 && share < 0.96, "\(figure): \(share)")
    }
  }

  @Test("Everything that cannot be done is told at once, with the nearest name")
  func mistakes() {
    func problems(_ texts: String..., in other: Journey? = nil) -> [String] {
      do {
        _ = try WhatIf(other ?? journey, texts: texts, asOf: day)
        return []
      } catch {
        return (error as? ImpossibleChanges)?.problems ?? ["\(error)"]
      }
    }
    var named = journey
    named.touchpoints.append(Touchpoint(id: "log-in"))
    #expect(
      problems(
        "x", "logn.felt=0", "a.felt=3", "a.felt.amina=0", "b -> a=60%", "b -> left=60%",
        in: named) == [
          "'x' has no '='; write it like log-in.felt=0",
          "no touchpoint 'logn'; did you mean 'log-in'?",
          "a.felt=3 is not on the scale from -2 to 2", "no persona 'amina'",
          "what is set for 'b' comes to 120%, more than all who go on from it",
        ])
    #expect(
      problems("a -> completed=5%", "b -> left=1000", "c -> diverted=1%", "c -> diverted=2%") == [
        "there is no transition 'a -> completed'; from 'a' they lead to 'b', 'left'",
        "'b -> left' cannot be 1000: 900 go on from there",
        "'c -> diverted' is set twice",
      ])
    named.personas = [Persona(id: "amina"), Persona(id: "george")]
    #expect(
      problems("a.felt.amine=0", "a.felt.bob=0", "a.felt=0,5", in: named) == [
        "'0,5' is no score for a.felt; write it like -0.5",
        "no persona 'amine'; did you mean 'amina'?", "no persona 'bob'; there are amina, george",
      ])
    #expect(
      problems("a.felt=0", "a.felt=1", "a.wait=1m", "a.wait=1m") == [
        "'a.felt' is set twice", "'a.wait' is set twice",
      ])
    #expect(
      problems("start -> a=5%") == [
        "what is set for 'start' comes to 5%, and nothing else leads on from it"
      ])
    var bare = journey
    bare.flow = []
    #expect(problems("a -> b=5%", "b -> a=5%", in: bare) == ["the journey has no flow to change"])
  }

  @Test("The changed journey is a journey: it analyses by itself to the same flow")
  func applying() throws {
    let changes = [try Change("b -> left=10%"), try Change("a.felt=1")]
    let after = try WhatIf(journey, changes, asOf: day).after
    let other = after.journey
    #expect(!(other.problems() + other.flowProblems()).containsErrors)
    let analysis = try other.analyzed(asOf: day)
    #expect(near(analysis.ends?.completed, after.analysis.ends?.completed ?? -1))
    // What is supposed to be felt stands beside the journey, not in it.
    #expect(after.analysis.touchpoints[0].felt?.mean == 1)
    #expect(analysis.touchpoints[0].felt?.mean == -1)
    #expect(other.touchpoints.map(\.extensions) == journey.touchpoints.map(\.extensions))
  }

  @Test("No key that a document keeps is taken for what is supposed")
  func keptKey() throws {
    var kept = journey
    kept.touchpoints[0].extensions = [
      .init("x-what-if-felt", .mapping([.init("everyone", .number(2))]))
    ]
    let analysis = try kept.analyzed(asOf: day)
    #expect(analysis.touchpoints[0].felt?.mean == -1)
    #expect(analysis.touchpoints[0].felt == (try journey.analyzed(asOf: day)).touchpoints[0].felt)
  }

  @Test("One feeling for everybody takes those of personas back, one of a persona keeps the others")
  func supposing() {
    var supposed = Suppositions()
    #expect(supposed.isEmpty)
    supposed.suppose(1, at: "a", by: "amina")
    supposed.suppose(-1, at: "a", by: nil)
    #expect(supposed["a"] == [nil: -1])
    supposed.suppose(2, at: "a", by: "everyone")
    #expect(supposed["a"] == [nil: -1, "everyone": 2])
    #expect(supposed["b"] == [:])
  }
}

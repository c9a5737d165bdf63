import JourneyAnalysis
import JourneyModel
import JourneyPortfolio
import JourneyTestSupport
import Testing

@Suite("Linked figures")
struct LinkedEndsTests {
  @Test("who is diverted completes where they go over to")
  func completesThere() throws {
    let portfolio = try Sketches.portfolio([
      (
        "online",
        ["start -> a: 100", "a -> completed: 60", "a -> left: 20", "a -> diverted/phone: 20"]
      ),
      ("phone", ["start -> b: 50", "b -> completed: 40", "b -> left: 10"]),
    ])
    let linked = portfolio.linked.compactMap(\.self)
    #expect(linked.count == 2)
    expect(linked[0].completed, 0.6 + 0.2 * 0.8)
    expect(linked[0].left, 0.2 + 0.2 * 0.2)
    expect(linked[0].journeys, 1.2)
    #expect(linked[0].caveats == [.entersAtStart])
    #expect(linked[0].isLinked)
    expect(linked[1].completed, 0.8)
    #expect(!linked[1].isLinked)
    let link = try #require(portfolio.links.first)
    #expect(portfolio.links.count == 1)
    #expect((link.source, link.target) == ("online", "phone"))
    expect(link.share, 0.2)
    #expect(link.customers == 20)
    #expect(link.shareOfArrivals == 0.4)
  }

  @Test("journeys that lead into each other are solved together")
  func cycle() throws {
    let portfolio = try Sketches.portfolio([
      ("a", ["start -> x: 100", "x -> completed: 50", "x -> diverted/b: 50"]),
      ("b", ["start -> y: 100", "y -> left: 50", "y -> diverted/a: 50"]),
    ])
    let linked = portfolio.linked.compactMap(\.self)
    expect(linked[0].completed, 2.0 / 3)
    expect(linked[0].left, 1.0 / 3)
    expect(linked[1].completed, 1.0 / 3)
    expect(linked[0].journeys, 2)
    #expect(linked[0].unresolved == 0)
  }

  @Test("a circle without a way out is unresolved, and who gets there by the way too")
  func trap() throws {
    let portfolio = try Sketches.portfolio([
      ("a", ["start -> x: 100", "x -> diverted/b: 100"]),
      ("b", ["start -> y: 100", "y -> diverted/a: 100"]),
      ("c", ["start -> z: 100", "z -> completed: 75", "z -> diverted/a: 25"]),
      ("self", ["start -> w: 10", "w -> completed: 5", "w -> diverted/self: 5"]),
    ])
    let linked = portfolio.linked.compactMap(\.self)
    #expect(linked[0].unresolved == 1)
    #expect(linked[0].journeys == nil)
    expect(linked[2].completed, 0.75)
    expect(linked[2].unresolved, 0.25)
    #expect(linked[2].journeys == nil)
    #expect(linked[2].caveats.contains(.goesRound))
    expect(linked[3].completed, 1)
    expect(linked[3].journeys, 2)
  }

  @Test("a journey without flow resolves nobody, one that is not there stays diverted")
  func open() throws {
    let portfolio = try Sketches.portfolio([
      (
        "a",
        [
          "start -> x: 100", "x -> completed: 40", "x -> diverted/b: 30", "x -> diverted/none: 20",
          "x -> diverted: 10",
        ]
      ),
      ("b", []),
    ])
    let linked = try #require(portfolio.linked[0])
    expect(linked.completed, 0.4)
    expect(linked.unresolved, 0.3)
    expect(linked.diverted, 0.3)
    #expect(linked.caveats.contains(.flowMissing))
    #expect(portfolio.linked[1] == nil)
    #expect(portfolio.looseEnds.map(\.target) == ["none", nil])
    #expect(portfolio.looseEnds.map(\.customers) == [20, 10])
  }

  @Test("of those who are unresolved all may complete: the interval reaches that far")
  func unresolved() throws {
    let open = try Sketches.portfolio([
      ("a", ["start -> x: 1000", "x -> completed: 400", "x -> diverted/b: 600"]), ("b", []),
      ("c", ["start -> y: 1000", "y -> completed: 400", "y -> left: 350", "y -> diverted/b: 250"]),
    ])
    let whole = try #require(open.linked[0]).completion
    let own = countedShare(400, of: 1000)
    expect(whole.value, 0.4)
    expect(whole.low, own.low ?? .nan)
    expect(whole.high, 1)
    // 40 % complete and 25 % may: as sure as 650 of 1,000.
    let part = try #require(open.linked[2]).completion
    expect(part.value, 0.4)
    expect(part.low, own.low ?? .nan)
    expect(part.high, countedShare(650, of: 1000).high ?? .nan)
  }

  @Test("shares on the way leave completion without bounds, counts bound it")
  func bounds() throws {
    let phone = ["start -> b: 50", "b -> completed: 40", "b -> left: 10"]
    let counted = try Sketches.portfolio([
      ("online", ["start -> a: 100", "a -> completed: 80", "a -> diverted/phone: 20"]),
      ("phone", phone),
    ])
    let shared = try Sketches.portfolio([
      ("online", ["start -> a: 100%", "a -> completed: 80%", "a -> diverted/phone: 20%"]),
      ("phone", phone),
    ])
    let bounded = try #require(counted.linked[0]).completion
    let low = try #require(bounded.low)
    let high = try #require(bounded.high)
    #expect(low < bounded.value && bounded.value < high)
    let unbounded = try #require(shared.linked[0])
    #expect(unbounded.completion.low == nil)
    #expect(unbounded.caveats.contains(.restsOnShares))
    expect(unbounded.completed, bounded.value)
  }

  @Test("a journey that leads nowhere has its own interval", arguments: [1, 7, 40])
  func alone(_ completed: Int) throws {
    let portfolio = try Sketches.portfolio([
      ("a", ["start -> x: 40", "x -> completed: \(completed)", "x -> left: \(40 - completed)"])
    ])
    let linked = try #require(portfolio.linked[0])
    let own = countedShare(Double(completed), of: 40)
    expect(linked.completion.low, own.low ?? .nan)
    expect(linked.completion.high, own.high ?? .nan)
    #expect(linked.journeys == 1)
    #expect(linked.caveats.isEmpty)
  }

  @Test("random portfolios: shares sum to 1 and are what walking on for long comes to")
  func walks() throws {
    for seed in 0..<40 as Range<UInt64> {
      let portfolio = try Sketches.random(2 + Int(seed % 9), seed: seed)
      let linked = portfolio.linked
      var chance = portfolio.members.map { $0.analysis.ends?.completed ?? 0 }
      let own = chance
      let links = portfolio.links
      for _ in 0..<4_000 {
        var next = own
        for link in links {
          guard let source = portfolio.position(of: link.source),
            let target = portfolio.position(of: link.target)
          else { continue }
          next[source] += link.share * chance[target]
        }
        chance = next
      }
      for (index, ends) in linked.enumerated() {
        #expect((ends == nil) == (portfolio.members[index].analysis.ends == nil), "seed \(seed)")
        guard let ends else { continue }
        let sum = ends.completed + ends.left + ends.ended + ends.diverted + ends.unresolved
        #expect(abs(sum - 1) < 1e-9, "seed \(seed)")
        #expect(abs(ends.completed - chance[index]) < 1e-9, "seed \(seed)")
        #expect(ends.completed >= own[index] - 1e-12, "seed \(seed)")
        #expect((ends.journeys ?? 0) >= 1, "seed \(seed)")
      }
    }
  }

  @Test("the interval holds the truth as often as it says, by simulation")
  func coverage() throws {
    var random = SeededGenerator(seed: 7)
    // The truth: 50 % complete, 30 % go over, of whom 60 % complete: 68 %.
    var held = 0
    let rounds = 300
    for _ in 0..<rounds {
      func draw(_ count: Int, _ chances: [Double]) -> [Int] {
        var found = chances.map { _ in 0 }
        for _ in 0..<count {
          var u = Double.random(in: 0..<1, using: &random)
          let index = chances.firstIndex { chance in
            u -= chance
            return u < 0
          }
          found[index ?? 0] += 1
        }
        return found
      }
      let here = draw(200, [0.5, 0.2, 0.3])
      let there = draw(60, [0.6, 0.4])
      let portfolio = try Sketches.portfolio([
        (
          "a",
          [
            "start -> x: 200", "x -> completed: \(here[0])", "x -> left: \(here[1])",
            "x -> diverted/b: \(here[2])",
          ]
        ),
        ("b", ["start -> y: 60", "y -> completed: \(there[0])", "y -> left: \(there[1])"]),
      ])
      let estimate = try #require(portfolio.linked[0]).completion
      if let low = estimate.low, let high = estimate.high, low <= 0.68, 0.68 <= high { held += 1 }
    }
    // 90 % of 300, give or take three standard deviations of 5.2.
    #expect((254...286).contains(held), "held \(held) of \(rounds)")
  }

  private func expect(
    _ value: Double?, _ wanted: Double, _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(abs((value ?? .nan) - wanted) < 1e-9, sourceLocation: location)
  }
}

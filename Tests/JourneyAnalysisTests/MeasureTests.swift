import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyAnalysis

/// Measures of flow against the slow and obvious way to compute them.
@Suite("Measures of flow")
struct MeasureTests {
  /// Random networks with flow, those that can be followed step by step.
  static let networks: [(seed: UInt64, network: FlowNetwork, journey: Journey)] = {
    SeededGenerator.seeds(120).compactMap { seed in
      let journey = RandomJourney.lean(seed: seed)
      guard !journey.flow.isEmpty, let network = try? FlowNetwork(journey),
        Propagation(network: network).isShort
      else { return nil }
      return (seed, network, journey)
    }
  }()

  @Test("There are enough random networks")
  func enough() {
    #expect(Self.networks.count > 60)
    let loops = Self.networks.filter { entry in
      (try? Visits(entry.network))?.returns.contains { $0 > 1.01 } ?? false
    }
    #expect(loops.count > 20)
  }

  @Test("Golden: GA>conv ×2, Mail>conv, GA>Mail>conv, GA>null")
  func golden() throws {
    let journey = Journey.sketch([
      "start -> ga: 4", "start -> mail: 1", "ga -> completed: 2", "ga -> mail: 1", "ga -> left: 1",
      "mail -> completed: 2",
    ])
    let analysis = try journey.analyzed(asOf: .epoch)
    #expect(near(analysis.ends?.completed, 4 / 5))
    #expect(near(analysis[touchpoint: "ga"]?.removalEffect, 3 / 4))
    #expect(near(analysis[touchpoint: "mail"]?.removalEffect, 1 / 2))
    #expect(analysis.started == 5)
    #expect(near(analysis[touchpoint: "ga"]?.dropOff, 1 / 4))
    #expect(near(analysis[touchpoint: "ga"]?.completionIfNobodyLeft, 1))
    #expect(near(analysis.steps, 6 / 5))
  }

  @Test("Visits, reach, ends and completion agree with following everybody", arguments: networks)
  func visits(seed: UInt64, network: FlowNetwork, journey: Journey) throws {
    let chain = try Visits(network)
    let slow = Propagation(network: network)
    let all = slow.follow(from: network.first, to: [])
    for index in network.rows.indices {
      #expect(near(chain.visits[index], all.visits[index]))
      #expect(near(chain.reach[index], slow.reach([index])))
      guard network.rows[index].isActive else { continue }
      var present = [Double](repeating: 0, count: network.rows.count)
      present[index] = 1
      let from = slow.follow(from: present, to: [])
      for outcome in Visits.Outcome.allCases {
        #expect(near(chain.fromHere[outcome.rawValue][index], from.ends[outcome.rawValue]))
      }
      #expect(near(chain.returns[index], from.visits[index]))
    }
    #expect(near(chain.share(.completed), slow.completed))
  }

  @Test("The removal effect is what losing everybody there would cost", arguments: networks)
  func removal(seed: UInt64, network: FlowNetwork, journey: Journey) throws {
    let chain = try Visits(network)
    let slow = Propagation(network: network)
    let completed = slow.completed
    for index in network.rows.indices {
      let effect = chain.removalEffect(of: index, completed: chain.share(.completed))
      guard completed > 0 else {
        #expect(effect == nil)
        continue
      }
      let without = slow.changing(index) { row in
        row.next = []
        row.ends = [FlowNetwork.Exit(end: .left, chance: 1)]
      }
      #expect(near(effect, 1 - without.completed / completed))
    }
  }

  @Test("If nobody left, one factorisation says what solving again says", arguments: networks)
  func nobodyLeft(seed: UInt64, network: FlowNetwork, journey: Journey) throws {
    let chain = try Visits(network)
    let slow = Propagation(network: network)
    let kept = chain.completionIfNobodyLeft(completed: chain.share(.completed))
    for (index, row) in network.rows.enumerated() {
      let leaving = row.ends.filter { $0.end == .left }.reduce(0) { $0 + $1.chance }
      if leaving > 1 - 1e-12 {
        if chain.reach[index] > 0 { #expect(kept[index] == nil) }
        continue
      }
      let changed = slow.changing(index) { row in
        row.ends.removeAll { $0.end == .left }
        for slot in row.next.indices { row.next[slot].chance /= 1 - leaving }
        for slot in row.ends.indices { row.ends[slot].chance /= 1 - leaving }
      }
      guard changed.isShort else { continue }
      #expect(near(kept[index], changed.completed))
    }
  }

  @Test("If nobody left keeps its digits where nearly everybody leaves", arguments: [1e-3, 1e-9])
  func nobodyLeftTiny(rest: Double) throws {
    // Of those who stay at a, one in three completes; the others come round or leave at b.
    let a = FlowNetwork.Row(
      next: [FlowNetwork.Step(target: 1, chance: rest / 3), .init(target: 0, chance: rest / 3)],
      ends: [
        FlowNetwork.Exit(end: .left, chance: 1 - rest), .init(end: .completed, chance: rest / 3),
      ])
    let b = FlowNetwork.Row(ends: [FlowNetwork.Exit(end: .left, chance: 1)])
    let start = FlowNetwork.Row(next: [FlowNetwork.Step(target: 0, chance: 1)])
    let chain = try Visits(FlowNetwork(start: start, rows: [a, b]))
    let kept = chain.completionIfNobodyLeft(completed: chain.share(.completed))
    #expect(relativeError(kept[0] ?? 0, 0.5) < 1e-12)
    #expect(kept[1] == nil)
  }

  @Test("The share still here is the share that reaches a set of touchpoints", arguments: networks)
  func here(seed: UInt64, network: FlowNetwork, journey: Journey) throws {
    var random = SeededGenerator(seed: seed)
    let count = 4
    // Stages that the flow goes back and forth between, and touchpoints without any.
    let stages = network.rows.indices.map { _ in
      random.chance(0.1) ? nil : Int.random(in: 0..<count, using: &random)
    }
    let shares = try stillHere(in: network, stages: stages, count: count)
    let one = try stillHere(in: network, stages: stages, count: count, fill: -1)
    for stage in 0..<count {
      #expect(near(one[stage] ?? -1, shares[stage] ?? -1), "one by one as all together")
      let goals = Set(network.rows.indices.filter { (stages[$0] ?? -1) >= stage })
      if goals.isEmpty {
        #expect(shares[stage] == nil)
      } else {
        #expect(near(shares[stage], Propagation(network: network).reach(goals)))
      }
    }
  }

  @Test(
    "The share still here is the same where the chain is dense", arguments: [1, 2, 3] as [UInt64])
  func hereDense(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = 12
    let rows = (0..<count).map { _ in
      let exit = random.decimal(0.1...0.5)
      return FlowNetwork.Row(
        next: (0..<count).map {
          FlowNetwork.Step(target: $0, chance: (1 - exit) / Double(count))
        }, ends: [FlowNetwork.Exit(end: .left, chance: exit)])
    }
    let start = FlowNetwork.Row(next: [FlowNetwork.Step(target: 0, chance: 1)])
    let network = FlowNetwork(start: start, rows: rows)
    let stages = (0..<count).map { Optional($0 / 3) }
    let shares = try stillHere(in: network, stages: stages, count: 4)
    for stage in 0..<4 {
      let goals = Set((0..<count).filter { $0 / 3 >= stage })
      #expect(near(shares[stage], Propagation(network: network).reach(goals)))
    }
  }

  @Test("Relief agrees with following those who are there", arguments: networks)
  func relief(seed: UInt64, network: FlowNetwork, journey: Journey) throws {
    var random = SeededGenerator(seed: seed)
    let values: [Double?] = network.rows.indices.map { _ in
      random.chance(0.15) ? nil : random.pick([-0.8, -0.3, -0.1, 0, 0.5])
    }
    let times = Times(journey)
    let chain = try ReliefChain(network, values: values, times: times)
    let found = network.rows.indices.map { chain?.relief(at: $0) }
    let goals = Set(values.indices.filter { (values[$0] ?? -1) >= 0 })
    for (index, relief) in found.enumerated() {
      guard let v = values[index], v < 0, network.rows[index].isActive else {
        #expect(relief == nil)
        continue
      }
      let relief = try #require(relief)
      var present = [Double](repeating: 0, count: values.count)
      present[index] = 1
      let slow = Propagation(network: network).follow(from: present, to: goals, times: times)
      #expect(near(relief.chance, slow.arrived))
      #expect(near(relief.completedBefore, slow.ends[0]))
      #expect(near(relief.leftBefore, slow.ends[1]))
      #expect(near(relief.divertedBefore, slow.ends[2]))
      #expect(near(relief.endedBefore, slow.ends[3]))
      let ends = relief.completedBefore + relief.leftBefore + relief.divertedBefore
      #expect(near(relief.chance + ends + relief.endedBefore, 1))
      guard slow.arrived > 1e-9 else { continue }
      #expect(near(relief.steps, slow.steps / slow.arrived))
      if slow.isTimed {
        #expect(near(relief.time, slow.seconds / slow.arrived))
      } else {
        #expect(relief.time == nil)
      }
    }
  }

  @Test("A maze's rounds agree with following those who are caught", arguments: networks)
  func maze(seed: UInt64, network: FlowNetwork, journey: Journey) throws {
    var random = SeededGenerator(seed: seed)
    let isBad = network.rows.map { _ in random.chance(0.7) }
    let chain = try Visits(network)
    let ids = journey.touchpoints.map(\.id)
    for maze in try mazes(in: chain, isBad: isBad, ids: ids) {
      let members = Set(maze.touchpoints.compactMap { ids.firstIndex(of: $0) })
      #expect(members.allSatisfy { isBad[$0] })
      let chances = members.map { member -> (reach: Double, back: Double) in
        var present = [Double](repeating: 0, count: ids.count)
        present[member] = 1
        let slow = Propagation(network: network)
          .follow(from: present, to: [member], inside: members)
        return (chain.reach[member], slow.arrived)
      }
      #expect((chances.map(\.back).max() ?? 0) >= 0.01 - 1e-9)
      let most = chances.map { $0.reach * $0.back }.max() ?? 0
      #expect(near(maze.customers, 1000 * most))
      #expect(most > 0)
      // All three are of one touchpoint.
      let pivots = chances.filter { $0.reach * $0.back > most - 1e-9 }
      #expect(
        pivots.contains { near(maze.chance, $0.back) && near(maze.rounds, 1 / (1 - $0.back)) })
    }
  }
}

/// Whether a figure is what it should be, but for rounding.
func near(_ value: Double?, _ expected: Double) -> Bool {
  guard let value else { return false }
  return (value - expected).magnitude <= 1e-9 * max(1, expected.magnitude)
}

import JourneyKit

/// Every figure of large journeys, and how the time grows.
enum Figures {
  static func run(runs: Int) throws {
    let asOf = try date("2026-09-30")
    print("figures of large journeys")
    for (touchpoints, transitions) in [(500, 2_500), (2_000, 10_000)] {
      let journey = network(touchpoints: touchpoints, transitions: transitions)
      let time = try Timing.of(runs: runs, warmup: 1) { _ = try journey.analyzed(asOf: asOf) }
      print("  \(touchpoints) touchpoints, \(transitions) transitions: \(time.text)")
    }
    print("")
  }

  /// A journey with loops whose transitions go to touchpoints near and far.
  static func network(touchpoints count: Int, transitions: Int) -> Journey {
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      // SplitMix64: small, and the same everywhere.
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(bound))
    }
    let ids = (0..<count).map { TouchpointID("t\($0)") }
    let perSource = max(2, transitions / count)
    var flow = [
      Transition(.start, .touchpoint(ids[0]), .everyone(.init(.share(.whole))))
    ]
    for (index, id) in ids.enumerated() {
      var targets: [Transition.Target] = [
        index + 1 < count ? .touchpoint(ids[index + 1]) : .end(.completed), .end(.left),
      ]
      while targets.count < perSource {
        // Mostly near, as journeys are, one in eight anywhere.
        let far = random(8) == 0
        let next = far ? random(count) : min(count - 1, max(0, index + random(11) - 5))
        let target = Transition.Target.touchpoint(ids[next])
        if next != index, !targets.contains(target) { targets.append(target) }
      }
      // Equal shares, the first takes what is left to the whole.
      for (place, target) in targets.enumerated() {
        let percent = place == 0 ? 100 - 5 * (targets.count - 1) : 5
        let share = Share(percentage: "\(percent)%") ?? .whole
        flow.append(
          Transition(.touchpoint(id), target, .everyone(.init(.share(share)))))
      }
    }
    let touchpoints = ids.enumerated().map { index, id in
      Touchpoint(
        id: id,
        felt: .everyone(Score(mean: Double(index * 37 % 41) / 10 - 2, n: 20 + index % 200, sd: 0.9))
      )
    }
    return Journey(id: "network", title: "Network", touchpoints: touchpoints, flow: flow)
  }
}

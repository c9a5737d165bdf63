#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A large journey as mining a log gives one, drawn by us and by dot.
///
/// It has loops, a few popular places and many rare ones. Ours draws what can be read of it, dot all
/// of it.
enum LargeGraph {
  /// Measures.
  ///
  /// - Parameters:
  ///   - program: The release program.
  ///   - touchpoints: How many touchpoints; five times as many transitions.
  ///   - runs: How often ours is run for each view.
  ///   - patience: How many seconds dot may take before it is stopped.
  /// - Throws: What keeps a program from running.
  static func run(program: String, touchpoints: Int, runs: Int, patience: Int) throws {
    let folder = try ScratchFolder()
    let graph = MinedGraph(touchpoints: touchpoints, transitions: 5 * touchpoints, seed: 7)
    let document = folder.path + "/mined.journey.yaml"
    let dot = folder.path + "/mined.dot"
    try writeFile(graph.yaml, to: document)
    try writeFile(graph.dot, to: dot)
    print(
      "whole program, cold: \(touchpoints) touchpoints, \(graph.count) transitions, "
        + "against dot -Tsvg on all of them")
    // Not in pairs: one run of dot takes longer than all of ours.
    let theirs = try runProcess(["sh", "-c", "timeout \(patience) dot -Tsvg \(dot) || true"])
    let isStopped = theirs.wallMilliseconds >= Double(patience) * 1e3
    for view in ["map", "flow"] {
      let ours = try (0..<runs).map { _ in
        try runProcess([program, "render", document, "--view", view]).wallMilliseconds
      }
      let ratio = median(ours) / theirs.wallMilliseconds
      print(
        "  \(view): \(rounded(median(ours))) against \(isStopped ? "more than " : "")"
          + "\(rounded(theirs.wallMilliseconds)) ms, ratio \(isStopped ? "below " : "")"
          + "\(rounded(ratio))   goal: 0.1")
    }
    print("")
  }
}

/// Transitions between numbered touchpoints, the same for the same seed.
private struct MinedGraph {
  private var next: [[(target: Int, share: Double)]] = []
  private var leaving: [Double] = []

  /// How many transitions there are, starting and ending among them.
  var count: Int { 1 + next.reduce(0) { $0 + $1.count } + next.count }

  init(touchpoints: Int, transitions: Int, seed: UInt64) {
    var random = SplitMix(state: seed)
    var targets = (0..<touchpoints).map { $0 + 1 < touchpoints ? [$0 + 1] : [] }
    var left = transitions - 2 * touchpoints
    while left > 0 {
      let source = random.below(touchpoints - 1)
      // Mostly near, seldom far, one in five back.
      let far = 1 + Int(1 / (random.unit() + 0.004))
      let target = random.unit() < 0.8 ? source + far : source - far
      guard targets.indices.contains(target), !targets[source].contains(target) else { continue }
      targets[source].append(target)
      left -= 1
    }
    let popularity = (0..<touchpoints).map { _ in 1 / (0.01 + random.unit()) }
    for (source, ends) in targets.enumerated() {
      let weights = ends.map { popularity[$0] * ($0 < source ? 0.15 : 1) }
      let total = weights.reduce(0, +)
      leaving.append(ends.isEmpty ? 1 : 0.03 * random.unit())
      next.append(zip(ends, weights).map { ($0, $1 / total) })
    }
  }

  var yaml: String {
    var text = "journey: A mined journey\nid: mined\ncustomers: customers\n"
    text += "stages: [" + (1...8).map { "Part \($0)" }.joined(separator: ", ") + "]\ntouchpoints:\n"
    var random = SplitMix(state: 11)
    for index in next.indices {
      let felt = Int((random.unit() * 36).rounded()) - 18
      text += "  t\(index): {name: Step \(index) of it, stage: Part \(index * 8 / next.count + 1), "
      text += "felt: {mean: \(Double(felt) / 10), n: \(5 + random.below(300))}}\n"
    }
    text += "flow:\n  start -> t0: 100000\n"
    for (source, ends) in next.enumerated() {
      // Whole millionths, so that the shares add up exactly.
      var rest = 1_000_000
      for (target, share) in ends {
        let part = max(1, Int(share * (1 - leaving[source]) * 1e6))
        rest -= part
        text += "  t\(source) -> t\(target): \(Double(part) / 1e4)%\n"
      }
      let end = source % 37 == 36 || ends.isEmpty ? "completed" : "left"
      text += "  t\(source) -> \(end): \(Double(max(0, rest)) / 1e4)%\n"
    }
    return text
  }

  /// The same graph as somebody would write it for dot: every node and every edge.
  var dot: String {
    var text = "digraph mined {\n  rankdir=LR\n"
    for index in next.indices { text += "  t\(index) [label=\"Step \(index) of it\"]\n" }
    text += "  start -> t0\n"
    for (source, ends) in next.enumerated() {
      for (target, _) in ends { text += "  t\(source) -> t\(target)\n" }
      text += "  t\(source) -> \(source % 37 == 36 || ends.isEmpty ? "completed" : "left")\n"
    }
    return text + "}\n"
  }
}

/// A small generator of numbers, the same on every machine.
private struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number from 0 up to 1, without 1.
  mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

  /// A whole number below another.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

import JourneyKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The whole program, cold: `journey render --view flow` against `dot -Tsvg` on the DOT it exports.
enum ColdFlow {
  static func run(program: String, runs: Int) throws {
    let folder = "/tmp/journey-benchmarks-\(getpid())"
    mkdir(folder, 0o700)
    let document = folder + "/benchmark.journey.yaml"
    let dot = folder + "/benchmark.dot"
    defer {
      unlink(document)
      unlink(dot)
      rmdir(folder)
    }
    try writeFile(SampleDocument.yaml(touchpoints: 24), to: document)
    _ = try runProcess([program, "render", document, "--view", "flow", "-o", dot])
    let (ours, theirs) = try runPairs(
      [program, "render", document, "--view", "flow"], ["dot", "-Tsvg", dot], runs: runs)
    print("whole program, cold: journey render --view flow against dot -Tsvg, \(runs) pairs")
    report("wall", ours, theirs, "ms", \.wallMilliseconds)
    report("cpu", ours, theirs, "ms", \.cpuMilliseconds)
    report("peak memory", ours, theirs, "MiB", \.peakMebibytes)
    print("")
  }

  private static func report(
    _ name: String, _ ours: [ProcessCost], _ theirs: [ProcessCost], _ unit: String,
    _ value: KeyPath<ProcessCost, Double>
  ) {
    let pairs = zip(ours, theirs).map { $0.0[keyPath: value] / $0.1[keyPath: value] }
    print(
      "  \(name): \(rounded(median(ours.map { $0[keyPath: value] }))) against "
        + "\(rounded(median(theirs.map { $0[keyPath: value] }))) \(unit), "
        + "ratio \(rounded(median(pairs)))   goal: 2")
  }
}

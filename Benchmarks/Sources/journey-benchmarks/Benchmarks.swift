import JourneyKit

/// The measurements of `Docs/performance.md`, each a ratio within this one run.
@main
enum Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let isSmoke = arguments.contains("--smoke")
    let runs = isSmoke ? 3 : 200
    print("JourneyKit benchmarks\(isSmoke ? " (smoke run: too few runs to quote)" : "")\n")
    // First, while this process is small: the system counts its memory as the least peak of the
    // processes that it starts.
    if let program = arguments.first(where: { !$0.hasPrefix("--") }) {
      try ColdFlow.run(program: program, runs: isSmoke ? 3 : 40)
      try ManyDocuments.run(program: program, documents: isSmoke ? 20 : 1000, runs: isSmoke ? 1 : 3)
      try Deciding.run(program: program, documents: isSmoke ? 20 : 1000, runs: isSmoke ? 1 : 5)
      try LargeGraph.run(
        program: program, touchpoints: isSmoke ? 150 : 1000, runs: isSmoke ? 1 : 9,
        patience: isSmoke ? 10 : 120)
      try WatchLatency.run(program: program, saves: isSmoke ? 3 : 50)
    } else {
      print("whole program: name the release binary as an argument to measure it\n")
    }
    try WarmMap.run(runs: runs)
    try Figures.run(runs: isSmoke ? 1 : 10)
  }
}

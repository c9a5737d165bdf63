import JourneyKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The measurements of `Docs/performance.md`, each a ratio within this one run.
@main
enum Benchmarks {
  static func main() {
    do {
      try run()
    } catch {
      let message = Array("journey-benchmarks: \(error)\n".utf8)
      _ = write(2, message, message.count)
      exit(1)
    }
  }

  private static func run() throws {
    let arguments = CommandLine.arguments.dropFirst()
    if arguments.first == "log" {
      try writeLog(Array(arguments.dropFirst()))
      return
    }
    let isSmoke = arguments.contains("--smoke")
    let runs = isSmoke ? 3 : 200
    print("JourneyKit benchmarks\(isSmoke ? " (smoke run: too few runs to quote)" : "")\n")
    // First, while this process is small: the system counts its memory as the least peak of the
    // processes that it starts.
    if let program = arguments.first(where: { !$0.hasPrefix("--") }) {
      try Mining.run(
        program: program, largest: isSmoke ? 100_000 : 10_000_000, runs: isSmoke ? 1 : 5)
      if arguments.contains("--mining") { return }
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

  /// `log csv|xes EVENTS FILE [SEED]`: writes an event log, the same for the same seed.
  private static func writeLog(_ arguments: [String]) throws {
    guard arguments.count >= 3, let events = Int(arguments[1]), events > 0,
      let seed = UInt64(arguments.count > 3 ? arguments[3] : "1")
    else { throw ProcessFailure(description: "log csv|xes EVENTS FILE [SEED]") }
    var generator = LogGenerator(events: events, seed: seed)
    switch arguments[0] {
    case "csv": try generator.writeTable(to: arguments[2])
    case "xes": try generator.writeXES(to: arguments[2])
    default: throw ProcessFailure(description: "log csv|xes EVENTS FILE [SEED]")
    }
  }
}

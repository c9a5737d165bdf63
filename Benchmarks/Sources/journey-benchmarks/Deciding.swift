/// What holding a portfolio to its policy, comparing and reporting add to reading the journeys.
///
/// Every figure is a ratio of two programs that run in turn: to `check` without a policy, which reads
/// every document and says what is wrong with it, and for one journey to `analyze`.
enum Deciding {
  static func run(program: String, documents: Int, runs: Int) throws {
    let scratch = try ScratchFolder()
    let policy = "\(scratch.path).yaml"
    try writeFile(Self.policy, to: policy)
    defer { _ = try? runProcess(["rm", "-f", policy]) }
    for number in 0..<documents {
      let id = "journey-\(number)"
      try writeFile(
        SampleDocument.yaml(touchpoints: 9 + number % 16, salt: "\(number % 10)", id: id),
        to: "\(scratch.path)/\(id).journey.yaml")
    }
    let asOf = ["--as-of", "2026-09-30"]
    let read = [program, "check", scratch.path] + asOf
    print("a portfolio of \(documents) journeys, \(runs) pairs, against check without a policy")
    try tell("check with a policy", read + ["--policy", policy], read, runs: runs, goal: "2")
    try tell(
      "check with a policy and a baseline",
      read + ["--policy", policy, "--baseline", scratch.path], read,
      runs: runs, goal: "4")
    try tell(
      "report", [program, "report", scratch.path, "-o", scratch.path + ".html"] + asOf, read,
      runs: runs, goal: "4")
    try tell(
      "decisions", [program, "decisions", scratch.path] + asOf, read, runs: runs, goal: "2")
    _ = try? runProcess(["rm", "-f", scratch.path + ".html"])

    let (before, after) = (
      "\(scratch.path)/journey-15.journey.yaml", "\(scratch.path)/journey-14.journey.yaml"
    )
    print("one journey of 24 touchpoints, \(runs * 5) pairs, against analyze")
    try tell(
      "compare with one of 23", [program, "compare", before, after],
      [program, "analyze", before] + asOf, runs: runs * 5, goal: "3")
    print("")
  }

  /// One line: the ratio of two programs' times, and both times.
  private static func tell(
    _ what: String, _ program: [String], _ base: [String], runs: Int, goal: String
  ) throws {
    let (own, other) = try runPairs(program, base, runs: runs)
    let ratios = zip(own, other).map { $0.wallMilliseconds / $1.wallMilliseconds }
    let times = (median(own.map(\.wallMilliseconds)), median(other.map(\.wallMilliseconds)))
    print(
      "  \(what): \(rounded(times.0)) ms against \(rounded(times.1)) ms, "
        + "ratio \(rounded(median(ratios)))   goal: \(goal)")
  }

  /// Rules of every kind whose limits nothing reaches: all is judged, and nothing fails.
  private static let policy = """
    rules:
      - {rule: max-heat, limit: 100000}
      - {rule: max-steps-to-relief, limit: 100000}
      - {rule: max-drop-off, limit: 100%}
      - {rule: max-gap, limit: 4}
      - {rule: min-completion, limit: 0%}
      - {rule: min-peak-end, limit: -2}
      - {rule: hotspots-owned}
      - {rule: quotes-anonymous}
      - {rule: not-worse}

    """
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The whole program on event logs: `journey mine` against DuckDB's SQL for the same counts, and on
/// XES against the reader of r4pm; both where a Python is found that has them.
///
/// `JOURNEY_PYTHON` names the Python; `python3` unless set.
enum Mining {
  static func run(program: String, largest: Int, runs: Int) throws {
    let scratch = try ScratchFolder()
    let python = getenv("JOURNEY_PYTHON").map { String(cString: $0) } ?? "python3"
    let duckDB = scratch.path + "/duckdb-counts.py"
    try writeFile(duckScript, to: duckDB)
    let hasDuckDB = (try? runProcess([python, "-c", "import duckdb"])) != nil
    if !hasDuckDB { print("no \(python) with duckdb: journey mine is measured alone\n") }
    for events in [largest / 100, largest / 10, largest] {
      let log = "\(scratch.path)/log-\(events).csv"
      var generator = LogGenerator(events: events)
      try generator.writeTable(to: log)
      try measure(
        "journey mine, CSV of \(events) events", [program, "mine", log, "-o", "/dev/null"],
        hasDuckDB ? ("DuckDB", [python, duckDB, log]) : nil,
        runs: events < 1_000_000 ? runs * 4 : runs)
      unlink(log)
    }
    let log = scratch.path + "/log.xes"
    var generator = LogGenerator(events: largest / 10)
    try generator.writeXES(to: log)
    let hasReader = (try? runProcess([python, "-c", "import r4pm.df"])) != nil
    let script = "import sys, r4pm.df; r4pm.df.import_xes(sys.argv[1])"
    try measure(
      "journey mine, XES of \(largest / 10) events", [program, "mine", log, "-o", "/dev/null"],
      hasReader ? ("r4pm", [python, "-c", script, log]) : nil, runs: runs)
  }

  private static func measure(
    _ title: String, _ ours: [String], _ peer: (name: String, command: [String])?, runs: Int
  ) throws {
    print("\(title), \(runs) \(peer == nil ? "runs" : "pairs"), whole program")
    guard let peer else {
      _ = try runProcess(ours)
      let costs = try (0..<runs).map { _ in try runProcess(ours) }
      print("  \(text(costs))\n")
      return
    }
    let (own, theirs) = try runPairs(ours, peer.command, runs: runs)
    print("  journey: \(text(own))")
    print("  \(peer.name): \(text(theirs))")
    let time = zip(own, theirs).map { $0.wallMilliseconds / $1.wallMilliseconds }
    let memory = zip(own, theirs).map { $0.peakMebibytes / $1.peakMebibytes }
    print(
      "  ratio: \(rounded(median(time))) of the time, \(rounded(median(memory))) of the memory\n")
  }

  private static func text(_ costs: [ProcessCost]) -> String {
    let wall = median(costs.map(\.wallMilliseconds)) / 1000
    let processor = median(costs.map(\.cpuMilliseconds)) / 1000
    let memory = median(costs.map(\.peakMebibytes))
    return "\(rounded(wall)) s, \(rounded(processor)) s of processors, \(rounded(memory)) MiB"
  }

  /// What `journey mine` counts, less its medians and visits, as one would write it by hand.
  private static let duckScript = """
    import duckdb, sys
    c = duckdb.connect()
    c.execute("set threads=2")
    c.execute(f\"\"\"create temp table e as select * from read_csv('{sys.argv[1]}', header=true,
      escape='"', columns={{'case_id': 'VARCHAR', 'activity': 'VARCHAR',
      'timestamp': 'TIMESTAMPTZ', 'channel': 'VARCHAR', 'score': 'DOUBLE'}})\"\"\")
    c.execute(\"\"\"with n as (select case_id, activity, timestamp, lead(activity) over w nx,
        lead(timestamp) over w nt, lag(activity) over w pv
      from e window w as (partition by case_id order by timestamp))
      select activity, nx, count(*), avg(epoch(nt) - epoch(timestamp)),
        count(*) filter (where pv is null) from n group by all\"\"\").fetchall()
    c.execute(\"\"\"select activity, count(*), avg(m), stddev_samp(m) from
      (select case_id, activity, avg(score) m from e group by all) group by 1\"\"\").fetchall()

    """
}

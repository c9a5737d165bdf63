/// A folder of journeys of 9 to 24 touchpoints: one process against two, and a second run that finds
/// everything as it is.
enum ManyDocuments {
  static func run(program: String, documents: Int, runs: Int) throws {
    let scratch = try ScratchFolder()
    for number in 0..<documents {
      let id = "journey-\(number)"
      try writeFile(
        SampleDocument.yaml(touchpoints: 9 + number % 16, salt: "\(number % 10)", id: id),
        to: "\(scratch.path)/\(id).journey.yaml")
    }
    let render = [program, "render", scratch.path, "-o", scratch.path + "/out"]
    let (one, two) = try runPairs(
      render + ["--force", "--jobs", "1"], render + ["--force", "--jobs", "2"], runs: runs)
    _ = try runProcess(render)
    let same = try (0..<max(3, runs)).map { _ in try runProcess(render).wallMilliseconds }
    let seconds = (median(one.map(\.wallMilliseconds)), median(two.map(\.wallMilliseconds)))
    let ratios = zip(one, two).map { $0.wallMilliseconds / $1.wallMilliseconds }
    print("a folder of \(documents) journeys, \(runs) pairs")
    print("  one process: \(rounded(seconds.0 / 1000)) s, two: \(rounded(seconds.1 / 1000)) s")
    print("  ratio \(rounded(median(ratios)))   goal: 2 on two cores")
    print("  nothing changed: \(rounded(median(same) / 1000)) s\n")
  }
}

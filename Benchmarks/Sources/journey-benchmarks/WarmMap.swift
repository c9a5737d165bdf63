import JourneyKit

/// In process, warm: read + analyse + lay out + draw the map of 24 touchpoints.
enum WarmMap {
  static func run(runs: Int) throws {
    let asOf = try date("2026-09-30")
    let text = SampleDocument.yaml(touchpoints: 24)
    let cached = try Timing.of(runs: runs, warmup: max(3, runs / 10)) {
      _ = try draw(text, asOf: asOf)
    }
    print("map of 24 touchpoints, read + analyse + lay out + draw")
    print("  text widths cached: \(cached.text)   goal: 3 ms")
    let json = JourneyWriter.text(
      of: try JourneyDocument(text: text, name: "benchmark.journey.yaml").validJourney(),
      format: .json)
    let fromJSON = try Timing.of(runs: runs, warmup: 3) { _ = try draw(json, asOf: asOf, "json") }
    print("  the same from JSON: \(fromJSON.text)")
    var number = 0
    let fresh = try Timing.of(runs: max(3, runs / 4), warmup: 1) {
      number += 1
      _ = try draw(SampleDocument.yaml(touchpoints: 24, salt: "\(number)"), asOf: asOf)
    }
    print("  every label new:    \(fresh.text)")
    try printParts(text, asOf: asOf, runs: runs)
  }

  private static func draw(
    _ text: String, asOf: CalendarDate, _ format: String = "yaml"
  ) throws -> [UInt8] {
    let journey = try JourneyDocument(text: text, name: "benchmark.journey.\(format)")
      .validJourney()
    let analysis = try journey.analyzed(asOf: asOf)
    return try Renderer.graphviz.svg(
      of: Subject(journey: journey, analysis: analysis), view: MapView())
  }

  /// Where the time goes.
  private static func printParts(_ text: String, asOf: CalendarDate, runs: Int) throws {
    let read = try Timing.of(runs: runs, warmup: 3) {
      _ = try JourneyDocument(text: text, name: "benchmark.journey.yaml").validJourney()
    }
    let journey = try JourneyDocument(text: text, name: "benchmark.journey.yaml").validJourney()
    let analyse = try Timing.of(runs: runs, warmup: 3) { _ = try journey.analyzed(asOf: asOf) }
    let subject = Subject(journey: journey, analysis: try journey.analyzed(asOf: asOf))
    let layOut = try Timing.of(runs: runs, warmup: 3) {
      _ = try Renderer.graphviz.picture(of: subject, view: MapView())
    }
    let picture = try Renderer.graphviz.picture(of: subject, view: MapView())
    let write = Timing.of(runs: runs, warmup: 3) { _ = SVGWriter().bytes(of: picture) }
    print("    read \(read.text)")
    print("    analyse \(analyse.text)")
    print("    lay out and draw \(layOut.text)")
    print("    write SVG \(write.text)\n")
  }
}

/// A date that is right.
func date(_ text: String) throws -> CalendarDate {
  guard let date = CalendarDate(text) else {
    throw ProcessFailure(description: "no such day: \(text)")
  }
  return date
}

import JourneyKit

func hotspots(of path: String, asOf: CalendarDate) throws -> [UInt8] {
  let document = try JourneyDocument(path: path)  // document.diagnostics has every mistake
  let journey = try document.validJourney()
  let analysis = try journey.analyzed(asOf: asOf)
  for hotspot in analysis.hotspots.hotspots where hotspot.kind == .sure {
    print(hotspot.rank, hotspot.name, hotspot.heat ?? .nan, hotspot.owner ?? "nobody")
  }
  let subject = Subject(journey: journey, analysis: analysis)
  return try Renderer.graphviz.svg(of: subject, view: MapView(), options: DrawingOptions())
}

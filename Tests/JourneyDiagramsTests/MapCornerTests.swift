import JourneyAnalysis
import JourneyModel
import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("Around the circles of the map")
struct MapCornerTests {
  private struct Case {
    var spot: MapRoutes.Spot
    var corners: MapCorners
    var hasRank: Bool
  }

  /// Circles of all sizes, with and without a ring, with every set of marks.
  private var cases: [Case] {
    var cases: [Case] = []
    for radius in [17.5, 21, 24] {
      for bits in 0..<64 {
        let has = { (bit: Int) in bits & (1 << bit) != 0 }
        let spot = MapRoutes.Spot(x: 300, y: -40, radius: radius, isRinged: has(0))
        // Only who is ringed has a rank.
        let hasRank = has(0) && has(1)
        let corners = MapCorners(
          hasRank: hasRank, hasStar: has(2), moments: .init(rawValue: bits >> 3), spot: spot)
        cases.append(Case(spot: spot, corners: corners, hasRank: hasRank))
      }
    }
    return cases
  }

  private func distance(_ a: Point, _ b: Point) -> Double {
    let (dx, dy) = (a.x - b.x, a.y - b.y)
    return (dx * dx + dy * dy).squareRoot()
  }

  @Test("leaves rings and circles whole: no mark bites into them")
  func rings() {
    for one in cases {
      let edge = one.spot.radius + (one.spot.isRinged ? MapCorners.ring : 0)
      for place in one.corners.places where place.mark != .rank {
        #expect(distance(place.offset, Point(0, 0)) - place.radius >= edge, "\(place)")
      }
    }
  }

  @Test("gives every mark a corner of its own")
  func corners() {
    for one in cases {
      let places = one.corners.places
      #expect(places.contains { $0.mark == .rank } == one.hasRank)
      for (index, place) in places.enumerated() {
        for other in places[(index + 1)...] {
          #expect(distance(place.offset, other.offset) > place.radius + other.radius)
        }
      }
    }
  }

  @Test("shows both ends of every interval, free of the circle and of the marks")
  func whiskers() throws {
    let setter = Typesetter(theme: .light, measurer: TableMeasurer())
    for half in [0.002, 0.05, 0.12, 0.4, 1.2] {
      let journey = Journey.sketch(
        ["start -> a: 10", "a -> completed: 10"], felt: ["a": Score(mean: 0.4, n: 9, sd: 1)])
      var figures = try #require(try journey.analyzed(asOf: Sketch.day).touchpoints.first)
      figures.felt?.low = 0.4 - 2 * half
      figures.felt?.high = 0.4 + 2 * half
      let column = MapColumn(
        journey.touchpoints[0], figures: figures, scale: journey.scale,
        score: setter.add("0.4", .score), name: setter.add("a", .cardTitle))
      for one in cases {
        let whisker = try #require(
          MapWhisker(column, beside: one.spot, one.corners, unit: 168, columnWidth: 172))
        #expect((whisker.top + 168 * min(1, 0.2 + half)).magnitude < 1e-9)
        #expect((whisker.bottom + 168 * max(-1, 0.2 - half)).magnitude < 1e-9)
        let box = whisker.box
        let edge = one.spot.radius + (one.spot.isRinged ? MapCorners.ring : 0)
        let nearest = min((box.x - one.spot.x).magnitude, (box.maxX - one.spot.x).magnitude)
        #expect(nearest >= edge)
        for place in one.corners.places {
          let middle = Point(one.spot.x + place.offset.x, one.spot.y + place.offset.y)
          let near = Point(
            min(max(middle.x, box.x), box.maxX), min(max(middle.y, box.y), box.maxY))
          #expect(distance(middle, near) >= place.radius, "\(place) \(half)")
        }
      }
    }
  }

  @Test("sets the marks of one persona on the same side in the map and in the curve")
  func sides() throws {
    var journey = ClinicJourney.sound()
    journey.personas = [Persona(id: "amina", name: "Amina"), Persona(id: "george", name: "George")]
    journey.touchpoints[1].felt = .each([
      .init("amina", Score(mean: -1.8, n: 200, sd: 0.6)),
      .init("george", Score(mean: 0.9, n: 80, sd: 0.8)),
    ])
    let subject = Subject(journey: journey, analysis: try journey.analyzed(asOf: Sketch.day))
    func sides(_ view: any JourneyView, _ prefix: String) throws -> [Double] {
      let options = DrawingOptions(overlaysPersonas: true)
      let picture = try view.picture(of: subject, options: options, engines: .table)
      let all = groups(picture.elements)
      let circle = try #require(all.first { $0.name == "touchpoint/no-news" })
      let center = circle.elements.lazy.compactMap { element -> Point? in
        guard case .shape(let shape) = element,
          case .circle(let center, let radius) = shape.geometry,
          radius > 15
        else { return nil }
        return center
      }.first
      let x = try #require(center).x
      return try ["amina", "george"].map { name in
        let line = try #require(all.first { $0.name == prefix + name })
        let marks = line.elements.compactMap { element -> Double? in
          guard case .shape(let shape) = element, case .path(let path) = shape.geometry,
            case .emotion = shape.fill
          else { return nil }
          return path.flattened().map(\.x).reduce(0, +) / Double(path.flattened().count)
        }
        return try #require(marks.min { ($0 - x).magnitude < ($1 - x).magnitude }) < x ? -1 : 1
      }
    }
    #expect(try sides(MapView(), "persona/") == [-1, 1])
    #expect(try sides(CurveView(), "line/") == [-1, 1])
  }

  private func groups(_ elements: [Element]) -> [Group] {
    elements.flatMap { element -> [Group] in
      guard case .group(let group) = element else { return [] }
      return [group] + groups(group.elements)
    }
  }
}

import JourneyTestSupport
import Testing

@testable import JourneyDiagrams

@Suite("The flow's curves")
struct FlowCurveTests {
  private func places(_ seed: UInt64) -> [Point] {
    var random = SeededGenerator(seed: seed)
    var x = 0.0
    return (0..<Int.random(in: 2...9, using: &random)).map { _ in
      x += Double.random(in: 5...200, using: &random)
      return Point(x, Double.random(in: -300...300, using: &random))
    }
  }

  @Test("pass through every place and never swing beyond two neighbours", arguments: 0..<50)
  func bounds(seed: UInt64) {
    let places = places(seed)
    let curve = FlowCurve(places)
    for place in places { #expect(abs(curve.y(at: place.x) - place.y) < 1e-6) }
    for (a, b) in zip(places, places.dropFirst()) {
      for piece in 0...20 {
        let y = curve.y(at: a.x + (b.x - a.x) * Double(piece) / 20)
        #expect(y >= min(a.y, b.y) - 1e-6 && y <= max(a.y, b.y) + 1e-6)
      }
    }
  }

  @Test("are the same in parts", arguments: 0..<50)
  func parts(seed: UInt64) throws {
    let curve = FlowCurve(places(seed))
    let first = try #require(curve.knots.first)
    let cut = first.x + curve.length * 0.37
    let left = try #require(curve.part(from: -1, to: cut))
    let right = try #require(curve.part(from: cut, to: 10_000))
    #expect(abs(left.length + right.length - curve.length) < 1e-9)
    for piece in 0...40 {
      let x = first.x + curve.length * Double(piece) / 40
      let part = x < cut ? left : right
      #expect(abs(part.y(at: x) - curve.y(at: x)) < 1e-6)
    }
  }

  @Test("draw as a path what they say")
  func path() {
    let curve = FlowCurve(places(3))
    for point in curve.path.flattened(pieces: 8) {
      #expect(abs(curve.y(at: point.x) - point.y) < 0.6)
    }
  }
}

import JourneyModel
import Testing

/// Path data is read as SVG's grammar says, and arcs become curves that stay on their ellipse.
@Suite struct PathDataTests {
  private func steps(_ text: String) throws -> [String] {
    try PathData(text).steps.map { step in
      func at(_ point: PathData.Point) -> String {
        func shown(_ value: Double) -> String {
          let rounded = (value * 1000).rounded() / 1000
          return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
        }
        return "\(shown(point.x)),\(shown(point.y))"
      }
      switch step {
      case .move(let end): return "M \(at(end))"
      case .line(let end): return "L \(at(end))"
      case .curve(let a, let b, let end): return "C \(at(a)) \(at(b)) \(at(end))"
      case .close: return "Z"
      }
    }
  }

  @Test(arguments: [
    ("M1 2L3 4", ["M 1,2", "L 3,4"]),
    ("m1,2l3,4", ["M 1,2", "L 4,6"]),
    ("M1 2 3 4 5 6", ["M 1,2", "L 3,4", "L 5,6"]),
    ("m1 2 3 4z m1 1", ["M 1,2", "L 4,6", "Z", "M 2,3"]),
    ("M1 2H9V8h-1v-1", ["M 1,2", "L 9,2", "L 9,8", "L 8,8", "L 8,7"]),
    ("M0 0C1 2 3 4 5 6S9 8 10 10", ["M 0,0", "C 1,2 3,4 5,6", "C 7,8 9,8 10,10"]),
    ("M0 0c1 2 3 4 5 6s4 2 5 4", ["M 0,0", "C 1,2 3,4 5,6", "C 7,8 9,8 10,10"]),
    ("M1 1S3 4 5 6", ["M 1,1", "C 1,1 3,4 5,6"]),
    ("M0 0Q3 3 6 0T12 0", ["M 0,0", "C 2,2 4,2 6,0", "C 8,-2 10,-2 12,0"]),
    ("M0 0q3 3 6 0t6 0", ["M 0,0", "C 2,2 4,2 6,0", "C 8,-2 10,-2 12,0"]),
    ("M0 0T6 0", ["M 0,0", "C 0,0 2,0 6,0"]),
    (" M.5.5-1e1+2\n", ["M 0.5,0.5", "L -10,2"]),
    ("M0 0A5 0 0 0 1 4 4", ["M 0,0", "L 4,4"]),
    ("M3 3A5 5 0 0 1 3 3", ["M 3,3"]),
    // Flags may touch what follows.
    ("M0 0a1 1 0 011 1", ["M 0,0", "C 0.552,0 1,0.448 1,1"]),
  ])
  func isReadAsSVGDoes(text: String, expected: [String]) throws {
    #expect(try steps(text) == expected)
    #expect(try PathData(text).description == text)
  }

  @Test(arguments: [
    ("", PathDataError.empty), ("  ", .empty), ("L4 4", .beginsWithoutMove("L")),
    ("x", .unexpected("x", at: 1)), ("M4 4é", .unexpected("é", at: 5)),
    ("M4 4L8", .missingNumber(of: "L", at: 7)), ("M", .missingNumber(of: "M", at: 2)),
    ("M4 4,", .unexpected(",", at: 5)), ("M4,,4", .missingNumber(of: "M", at: 3)),
    ("M4 4z5", .unexpected("5", at: 6)), ("M1e999 2", .notFinite(of: "M")),
    ("M0 0a1 1 0 2 0 4 4", .badFlag(at: 12)), ("M0 0a1 1 0 1", .missingNumber(of: "a", at: 13)),
    ("M--1 2", .missingNumber(of: "M", at: 2)), ("M. 2", .missingNumber(of: "M", at: 2)),
  ])
  func saysWhatIsWrong(text: String, expected: PathDataError) {
    #expect(throws: expected) { try PathData(text) }
  }

  @Test func isBounded() {
    let text = "M0 0" + String(repeating: "h1", count: PathData.longest)
    #expect(throws: PathDataError.tooLong(text.utf8.count)) { try PathData(text) }
  }

  /// Every point of an arc lies on its ellipse, on the side and of the length that its flags say.
  @Test(arguments: [false, true], [false, true])
  func arcsStayOnTheirEllipse(isLarge: Bool, isPositive: Bool) throws {
    let (large, positive) = (isLarge ? 1 : 0, isPositive ? 1 : 0)
    let data = try PathData("M13 7A6 6 0 \(large) \(positive) 7 13")
    // Both circles of radius 6 through the ends; the one is taken where the flags differ.
    let center = isLarge == isPositive ? PathData.Point(13, 13) : PathData.Point(7, 7)
    var current = PathData.Point(13, 7)
    var quarters = 0
    for case .curve(let a, let b, let end) in data.steps {
      quarters += 1
      for piece in 0...20 {
        let t = Double(piece) / 20
        let u = 1 - t
        let k = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
        let x = k[0] * current.x + k[1] * a.x + k[2] * b.x + k[3] * end.x - center.x
        let y = k[0] * current.y + k[1] * a.y + k[2] * b.y + k[3] * end.y - center.y
        #expect(abs((x * x + y * y).squareRoot() - 6) < 0.003)
      }
      current = end
    }
    #expect(current == PathData.Point(7, 13))
    #expect(quarters == (isLarge ? 3 : 1))
  }

  /// Turned ellipses that are too small are made just large enough, with their axes where they were.
  @Test func radiiThatDoNotReachGrow() throws {
    let (low, high) = try PathData("M2 12A1 1 30 0 1 22 12").bounds
    #expect(abs(low.y - 2) < 0.01 && abs(low.x - 2) < 0.01 && abs(high.x - 22) < 0.01)
    let tall = try PathData("M0 12a2 1 90 1 1 0 .0001").bounds
    #expect(abs(tall.high.y - tall.low.y - 4) < 0.1 && abs(tall.high.x - tall.low.x - 2) < 0.1)
  }

  @Test(arguments: [
    ("M4 4", true), ("m-1 2", true), ("M", true), ("L4 4", true), ("M x", false), ("mail", false),
    ("chat", false), ("", false), ("a", false), ("sms", false),
  ])
  func isToldFromNames(text: String, expected: Bool) {
    #expect(PathData.isMeant(by: text) == expected)
  }
}

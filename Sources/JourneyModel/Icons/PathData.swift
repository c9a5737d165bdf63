/// An outline as SVG writes it in the `d` of a `path`: `M4 4h16v16H4z`.
///
/// All of SVG's commands are understood, relative and absolute: M, L, H, V, C, S, Q, T, A and Z.
/// What is kept are the text as it was written and its lines and cubic curves, which arcs and
/// quadratic curves are turned into.
public struct PathData: Hashable, Sendable, CustomStringConvertible {
  /// A place in the path's own units, y growing downwards.
  public struct Point: Hashable, Sendable {
    /// To the right.
    public var x: Double
    /// Down.
    public var y: Double

    /// Creates a point.
    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// One step of an outline.
  public enum Step: Hashable, Sendable {
    /// Goes to a place without drawing.
    case move(Point)
    /// Draws a straight line.
    case line(Point)
    /// Draws a cubic Bézier curve by its two control points and its end.
    case curve(Point, Point, Point)
    /// Draws a straight line back to the last `move`.
    case close
  }

  /// The most bytes of text that are read.
  public static let longest = 8_000

  /// The text as it was written.
  public let text: String
  /// The outline; the first step is a `move`.
  public let steps: [Step]

  /// Reads path data.
  ///
  /// Cost: linear in the text.
  ///
  /// - Parameter text: The text of a `d` attribute.
  /// - Throws: ``PathDataError`` for the first thing in it that is wrong.
  public init(_ text: String) throws(PathDataError) {
    self.text = text
    guard text.utf8.count <= Self.longest else { throw .tooLong(text.utf8.count) }
    var parser = PathDataParser(text)
    steps = try parser.steps()
  }

  /// The text as it was written.
  public var description: String { text }

  /// Whether a text is meant as path data, right or wrong: a command followed by a number.
  public static func isMeant(by text: String) -> Bool {
    let bytes = text.utf8.drop(while: PathDataParser.isSpace)
    guard let first = bytes.first, PathDataParser.commands.contains(first | 0x20) else {
      return false
    }
    let next = bytes.dropFirst().first { !PathDataParser.isSpace($0) }
    return next.map(PathDataParser.beginsNumber) ?? (first | 0x20 == UInt8(ascii: "m"))
  }

  /// The least and the greatest place of the outline, to a hundredth of its curves' size.
  ///
  /// Cost: linear in the steps.
  public var bounds: (low: Point, high: Point) {
    var (low, high) = (Point(.infinity, .infinity), Point(-.infinity, -.infinity))
    var current = Point(0, 0)
    func take(_ point: Point) {
      low = Point(min(low.x, point.x), min(low.y, point.y))
      high = Point(max(high.x, point.x), max(high.y, point.y))
    }
    for step in steps {
      switch step {
      case .move(let end), .line(let end):
        take(end)
        current = end
      case .curve(let a, let b, let end):
        for piece in 1...8 {
          let t = Double(piece) / 8
          let u = 1 - t
          let (k0, k1, k2, k3) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
          take(
            Point(
              k0 * current.x + k1 * a.x + k2 * b.x + k3 * end.x,
              k0 * current.y + k1 * a.y + k2 * b.y + k3 * end.y))
        }
        current = end
      case .close: break
      }
    }
    return (low, high)
  }
}

/// What is wrong with path data.
public enum PathDataError: Error, Hashable, Sendable, CustomStringConvertible {
  /// It has so many bytes, more than ``PathData/longest``.
  case tooLong(Int)
  /// It holds nothing.
  case empty
  /// It does not begin with a move; the command that it begins with.
  case beginsWithoutMove(Character)
  /// A character, counted from 1, is none that path data has.
  case unexpected(Character, at: Int)
  /// A command lacks a number; where the number should be, counted from 1.
  case missingNumber(of: Character, at: Int)
  /// A number is too large to be computed with.
  case notFinite(of: Character)
  /// A flag of an arc is neither 0 nor 1; where it stands, counted from 1.
  case badFlag(at: Int)

  /// What is wrong, in one line.
  public var description: String {
    switch self {
    case .tooLong(let count):
      "path data of \(count) characters is more than an icon has"
    case .empty: "path data without a command"
    case .beginsWithoutMove(let command):
      "path data begins with 'M', a place to start from, and not with '\(command)'"
    case .unexpected(let character, let place):
      "'\(character)' at character \(place) is no command of path data"
    case .missingNumber(let command, let place):
      "'\(command)' lacks a number at character \(place)"
    case .notFinite(let command): "a number of '\(command)' is too large to be drawn"
    case .badFlag(let place): "a flag of 'A' at character \(place) is neither 0 nor 1"
    }
  }

  /// How to mend it, in one line.
  public var fix: String {
    switch self {
    case .tooLong: "simplify it to \(PathData.longest) characters at most"
    case .empty, .beginsWithoutMove: "begin with a place, such as M4 4"
    case .unexpected: "write one of M L H V C S Q T A Z, in either case"
    case .missingNumber(let command, _):
      "write \(PathDataParser.need(of: command)) after '\(command)'"
    case .notFinite: "write numbers from 0 to 24"
    case .badFlag: "write 0 or 1"
    }
  }
}

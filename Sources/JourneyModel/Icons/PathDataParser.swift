/// Reads the grammar of SVG path data, once through its bytes.
struct PathDataParser {
  private let bytes: [UInt8]
  private let text: String
  private var index = 0
  private var result: [PathData.Step] = []
  private var current = PathData.Point(0, 0)
  private var start = PathData.Point(0, 0)
  /// The last control point of a cubic (S) or a quadratic (T) curve, when one came just before.
  private var cubic: PathData.Point?
  private var quadratic: PathData.Point?

  /// Every command in lower case.
  static let commands: Set<UInt8> = Set("mlhvcsqtaz".utf8)

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  static func beginsNumber(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".")
  }

  /// What follows a command, in words.
  static func need(of command: Character) -> String {
    switch command.lowercased() {
    case "h", "v": "one number"
    case "s", "q": "four numbers"
    case "c": "six numbers"
    case "a": "seven numbers"
    default: "two numbers"
    }
  }

  /// The outline.
  mutating func steps() throws(PathDataError) -> [PathData.Step] {
    skipSpace()
    guard index < bytes.count else { throw .empty }
    guard bytes[index] | 0x20 == UInt8(ascii: "m") else {
      guard Self.commands.contains(bytes[index] | 0x20) else { throw unexpected() }
      throw .beginsWithoutMove(character(bytes[index]))
    }
    while index < bytes.count {
      let command = bytes[index]
      guard Self.commands.contains(command | 0x20) else { throw unexpected() }
      index += 1
      try draw(command)
      skipSpace()
    }
    return result
  }

  // MARK: - Commands

  /// Reads a command with its numbers, as often as numbers follow.
  private mutating func draw(_ letter: UInt8) throws(PathDataError) {
    let isRelative = letter & 0x20 != 0
    if letter | 0x20 == UInt8(ascii: "z") {
      result.append(.close)
      current = start
      (cubic, quadratic) = (nil, nil)
      return
    }
    var command = letter | 0x20
    repeat {
      let origin = isRelative ? current : PathData.Point(0, 0)
      try draw(command, from: origin, letter)
      // Places that follow a move are lines.
      if command == UInt8(ascii: "m") { command = UInt8(ascii: "l") }
      skipSeparator()
    } while index < bytes.count && Self.beginsNumber(bytes[index])
  }

  private mutating func draw(
    _ command: UInt8, from origin: PathData.Point, _ letter: UInt8
  ) throws(PathDataError) {
    switch command {
    case UInt8(ascii: "m"):
      current = try point(origin, letter)
      start = current
      result.append(.move(current))
    case UInt8(ascii: "l"):
      line(to: try point(origin, letter))
    case UInt8(ascii: "h"):
      line(to: PathData.Point(origin.x + (try number(letter)), current.y))
    case UInt8(ascii: "v"):
      line(to: PathData.Point(current.x, origin.y + (try number(letter))))
    case UInt8(ascii: "c"):
      let a = try point(origin, letter)
      let b = try point(origin, letter)
      return curve(a, b, try point(origin, letter))
    case UInt8(ascii: "s"):
      let a = reflected(cubic)
      let b = try point(origin, letter)
      return curve(a, b, try point(origin, letter))
    case UInt8(ascii: "q"):
      let control = try point(origin, letter)
      return quadraticCurve(control, try point(origin, letter))
    case UInt8(ascii: "t"):
      return quadraticCurve(reflected(quadratic), try point(origin, letter))
    default:
      try arc(from: origin, letter)
    }
    (cubic, quadratic) = (nil, nil)
  }

  private mutating func line(to end: PathData.Point) {
    result.append(.line(end))
    current = end
  }

  private mutating func curve(_ a: PathData.Point, _ b: PathData.Point, _ end: PathData.Point) {
    result.append(.curve(a, b, end))
    (current, cubic, quadratic) = (end, b, nil)
  }

  /// A quadratic curve, raised to a cubic one.
  private mutating func quadraticCurve(_ control: PathData.Point, _ end: PathData.Point) {
    func toward(_ point: PathData.Point) -> PathData.Point {
      PathData.Point(
        point.x + (control.x - point.x) * 2 / 3, point.y + (control.y - point.y) * 2 / 3)
    }
    result.append(.curve(toward(current), toward(end), end))
    (current, cubic, quadratic) = (end, nil, control)
  }

  private mutating func arc(
    from origin: PathData.Point, _ letter: UInt8
  ) throws(PathDataError) {
    let rx = try number(letter)
    let ry = try number(letter)
    let rotation = try number(letter)
    let isLarge = try flag(letter)
    let isPositive = try flag(letter)
    let end = try point(origin, letter)
    let arc = PathArc(
      from: current, to: end, rx: rx, ry: ry, rotation: rotation, isLarge: isLarge,
      isPositive: isPositive)
    result += arc.steps
    current = end
  }

  private func reflected(_ control: PathData.Point?) -> PathData.Point {
    guard let control else { return current }
    return PathData.Point(2 * current.x - control.x, 2 * current.y - control.y)
  }

  // MARK: - Tokens

  private mutating func skipSpace() {
    while index < bytes.count, Self.isSpace(bytes[index]) { index += 1 }
  }

  /// Skips space with at most one comma in it.
  private mutating func skipSeparator() {
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: ",") else { return }
    var next = index + 1
    while next < bytes.count, Self.isSpace(bytes[next]) { next += 1 }
    // A comma separates numbers and nothing else.
    if next < bytes.count, Self.beginsNumber(bytes[next]) { index = next }
  }

  private mutating func point(
    _ origin: PathData.Point, _ letter: UInt8
  ) throws(PathDataError) -> PathData.Point {
    let x = try number(letter)
    let y = try number(letter)
    return PathData.Point(origin.x + x, origin.y + y)
  }

  private mutating func number(_ letter: UInt8) throws(PathDataError) -> Double {
    skipSeparator()
    let from = index
    if index < bytes.count, bytes[index] == 0x2D || bytes[index] == 0x2B { index += 1 }
    var digits = skipDigits()
    if index < bytes.count, bytes[index] == 0x2E {
      index += 1
      digits += skipDigits()
    }
    guard digits > 0 else {
      index = from
      throw .missingNumber(of: character(letter), at: place)
    }
    if index < bytes.count, bytes[index] | 0x20 == 0x65 {
      let mark = index
      index += 1
      if index < bytes.count, bytes[index] == 0x2D || bytes[index] == 0x2B { index += 1 }
      if skipDigits() == 0 { index = mark }
    }
    let written = String(decoding: bytes[from..<index], as: UTF8.self)
    // Beyond this, sums of numbers would not be finite any more.
    guard let value = Double(written), value.magnitude < 1e9 else {
      throw .notFinite(of: character(letter))
    }
    return value
  }

  private mutating func skipDigits() -> Int {
    let from = index
    while index < bytes.count, Self.isDigit(bytes[index]) { index += 1 }
    return index - from
  }

  /// A flag is one digit; what follows may touch it.
  private mutating func flag(_ letter: UInt8) throws(PathDataError) -> Bool {
    skipSeparator()
    guard index < bytes.count, Self.beginsNumber(bytes[index]) else {
      throw .missingNumber(of: character(letter), at: place)
    }
    let byte = bytes[index]
    guard byte == 0x30 || byte == 0x31 else { throw .badFlag(at: place) }
    index += 1
    return byte == 0x31
  }

  // MARK: - Messages

  private func character(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }

  /// The place in the text, counted in characters from 1.
  private var place: Int { String(decoding: bytes[..<index], as: UTF8.self).count + 1 }

  private func unexpected() -> PathDataError {
    let place = place
    let character = text.dropFirst(place - 1).first ?? "?"
    return .unexpected(character, at: place)
  }
}

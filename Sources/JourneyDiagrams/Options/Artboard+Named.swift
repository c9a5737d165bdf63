extension Artboard {
  /// The board of that name: a screen's ratio, a sheet of paper, or a size in px.
  ///
  /// `16:9` and `4:3` are the screens of projectors, 1920×1080 and 1600×1200; `A4` to `A0` lie on
  /// their long side, `A4-portrait` to `A0-portrait` stand; `1280x720` is that many px.
  ///
  /// - Parameter name: The name; large and small letters are the same.
  public init?(named name: String) {
    let name = name.lowercased()
    switch name {
    case "16:9": self.init(name: name, width: 1920, height: 1080)
    case "4:3": self.init(name: name, width: 1600, height: 1200)
    default:
      if let sheet = Self.sheet(name) ?? Self.pixels(name) { self = sheet } else { return nil }
    }
  }

  /// The names that stand for one board each, as messages and completions offer them.
  public static let names =
    ["16:9", "4:3"] + (0...4).reversed().flatMap { ["A\($0)", "A\($0)-portrait"] }

  /// The smallest and the largest side, px: beneath nothing can be seen, beyond no program opens it.
  static let sides = 16.0...65_536

  private static func sheet(_ name: String) -> Artboard? {
    // ISO 216, each in its own whole millimetres.
    let short = [841.0, 594, 420, 297, 210]
    let long = [1189.0, 841, 594, 420, 297]
    let parts = name.split(separator: "-", maxSplits: 1)
    guard let sheet = parts.first, sheet.utf8.count == 2, sheet.hasPrefix("a"),
      let number = sheet.last?.wholeNumberValue, short.indices.contains(number),
      parts.count == 1 || parts[1] == "portrait"
    else { return nil }
    let pxPerMillimetre = 96 / 25.4
    let (a, b) = (short[number] * pxPerMillimetre, long[number] * pxPerMillimetre)
    return parts.count == 1
      ? Artboard(name: "A\(number)", width: b, height: a)
      : Artboard(name: "A\(number)-portrait", width: a, height: b)
  }

  private static func pixels(_ name: String) -> Artboard? {
    let parts = name.split(omittingEmptySubsequences: false) { $0 == "x" || $0 == "×" }
    guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]),
      sides.contains(Double(width)), sides.contains(Double(height))
    else { return nil }
    return Artboard(name: "\(width)x\(height)", width: Double(width), height: Double(height))
  }
}

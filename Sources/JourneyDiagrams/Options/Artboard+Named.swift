extension Artboard {
  /// The board of that name: a screen's ratio, a sheet of paper, or a size in px.
  ///
  /// - `16:9`, `4:3`, `1:1` and every other ratio are screens whose shorter side has 1080 px, so
  ///   that `16:9` is a beamer's 1920×1080.
  /// - `A0`…`A5`, `Letter`, `Legal` and `Tabloid` are paper. They lie or stand as the picture does;
  ///   `A3-landscape` and `A3-portrait` decide.
  /// - `1280x720` is that many px.
  ///
  /// - Parameter name: The name; large and small letters are the same.
  public init?(named name: String) {
    let name = name.lowercased()
    guard let board = Self.sheet(name) ?? Self.ratio(name) ?? Self.pixels(name) else { return nil }
    self = board
  }

  /// The names that stand for one board each, as messages and completions offer them.
  public static let names =
    ["16:9", "4:3"] + sheets.map(\.name)
    + sheets.flatMap { [$0.name + "-landscape", $0.name + "-portrait"] }

  /// The smallest and the largest side, px: beneath nothing can be seen, beyond no program opens it.
  static let sides = 16.0...65_536

  /// Short and long side in millimetres; ISO 216 has whole ones, the others are in inches.
  private static let sheets: [(name: String, short: Double, long: Double)] = [
    ("A4", 210, 297), ("A3", 297, 420), ("A2", 420, 594), ("A1", 594, 841), ("A0", 841, 1189),
    ("A5", 148, 210), ("Letter", 8.5 * 25.4, 11 * 25.4), ("Legal", 8.5 * 25.4, 14 * 25.4),
    ("Tabloid", 11 * 25.4, 17 * 25.4),
  ]

  private static func sheet(_ name: String) -> Artboard? {
    let parts = name.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let sheet = sheets.first(where: { $0.name.lowercased() == parts[0] }) else { return nil }
    let pxPerMillimetre = 96 / 25.4
    let (short, long) = (sheet.short * pxPerMillimetre, sheet.long * pxPerMillimetre)
    // 10 mm is more than what any office printer leaves white; posters have wider margins.
    let margin = max(10, sheet.short / 40) * pxPerMillimetre
    func board(_ name: String, _ width: Double, _ height: Double, turns: Bool = false) -> Artboard {
      Artboard(
        name: name, width: width, height: height, margin: margin, turns: turns, isPaper: true)
    }
    switch parts.count == 1 ? nil : parts[1] {
    case nil: return board(sheet.name, long, short, turns: true)
    case "landscape": return board(sheet.name + "-landscape", long, short)
    case "portrait": return board(sheet.name + "-portrait", short, long)
    default: return nil
    }
  }

  private static func ratio(_ name: String) -> Artboard? {
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let width = Double(parts[0]), let height = Double(parts[1]),
      width.isFinite, height.isFinite, width > 0, height > 0
    else { return nil }
    let px = 1080 / min(width, height)
    let (w, h) = ((width * px).rounded(), (height * px).rounded())
    guard sides.contains(w), sides.contains(h) else { return nil }
    return Artboard(name: name, width: w, height: h)
  }

  private static func pixels(_ name: String) -> Artboard? {
    let parts = name.split(omittingEmptySubsequences: false) { $0 == "x" || $0 == "×" }
    guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]),
      sides.contains(Double(width)), sides.contains(Double(height))
    else { return nil }
    return Artboard(name: "\(width)x\(height)", width: Double(width), height: Double(height))
  }
}

/// A size of paper, upright, in mm.
public struct PaperSize: Hashable, Sendable {
  /// The name, such as `A4`.
  public var name: String
  /// The shorter side in mm.
  public var width: Double
  /// The longer side in mm.
  public var height: Double

  /// Creates a size of paper; which side is given first does not matter.
  public init(name: String, width: Double, height: Double) {
    self.name = name
    self.width = min(width, height)
    self.height = max(width, height)
  }

  /// The sizes that have names: ISO's A0 to A5, and those of North America.
  public static let all: [PaperSize] = [
    PaperSize(name: "A0", width: 841, height: 1189), PaperSize(name: "A1", width: 594, height: 841),
    PaperSize(name: "A2", width: 420, height: 594), PaperSize(name: "A3", width: 297, height: 420),
    PaperSize(name: "A4", width: 210, height: 297), PaperSize(name: "A5", width: 148, height: 210),
    PaperSize(name: "Letter", width: 215.9, height: 279.4),
    PaperSize(name: "Legal", width: 215.9, height: 355.6),
    PaperSize(name: "Tabloid", width: 279.4, height: 431.8),
  ]

  /// 210 × 297 mm.
  public static let a4 = PaperSize(name: "A4", width: 210, height: 297)

  /// The size of that name, however it is capitalised; nil when there is none.
  public static func named(_ name: String) -> PaperSize? {
    all.first { $0.name.lowercased() == name.lowercased() }
  }

  /// The sides in mm, lying or upright.
  func sides(isLandscape: Bool) -> (width: Double, height: Double) {
    isLandscape ? (height, width) : (width, height)
  }
}

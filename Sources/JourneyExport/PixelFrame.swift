/// How many pixels a PNG has, and how many of them make an inch.
struct PixelFrame {
  let width: Int
  let height: Int
  let dpi: Double

  /// What a writer's wishes make of a picture's size in px.
  init(of writer: PNGWriter, width: Double, height: Double) throws(ExportError) {
    if let dpi = writer.dpi, !(dpi >= 1 && dpi <= 100_000) {
      throw ExportError(.invalidSize, "a resolution is from 1 to 100000 dpi, not \(dpi)")
    }
    let scale: Double =
      switch writer.size {
      case .scale(let scale): scale
      case .width(let pixels): Double(pixels) / width
      case nil: (writer.dpi ?? 96) / 96
      }
    guard scale > 0, scale.isFinite, width > 0, height > 0, width.isFinite, height.isFinite else {
      throw ExportError(.invalidSize, "a picture cannot have a width or scale of 0 or less")
    }
    let (across, down) = ((width * scale).rounded(), (height * scale).rounded())
    let side = Double(PNGWriter.maximumSide)
    guard across <= side, down <= side, across * down <= Double(PNGWriter.maximumPixels) else {
      throw ExportError(
        .tooLarge,
        "\(Self.number(across)) × \(Self.number(down)) px is more than a PNG can have here "
          + "(\(PNGWriter.maximumSide) a side, \(PNGWriter.maximumPixels / 1_000_000) million in "
          + "all): ask for a smaller scale, width or dpi, or for PDF, which has no pixels")
    }
    self.width = max(1, Int(across))
    self.height = max(1, Int(down))
    self.dpi = writer.dpi ?? 96 * scale
  }

  private static func number(_ value: Double) -> String {
    value < 1e15 ? String(Int(value)) : String(value)
  }
}

/// How somebody sees colours.
///
/// Simulated after Machado, Oliveira and Fernandes, “A Physiologically-based Model for Simulation of
/// Color Vision Deficiency”, IEEE TVCG 15 (2009): their matrices for a whole deficiency, applied to
/// linear light.
public enum ColorVision: String, Hashable, Sendable, CaseIterable {
  /// As most people do.
  case usual
  /// Without the cones for long waves: red is dark.
  case protanopia
  /// Without the cones for middle waves, the most common: red and green are alike.
  case deuteranopia
  /// Without the cones for short waves, rare: blue and green are alike.
  case tritanopia
  /// Without any colour: paper with one ink, a photocopy.
  case grey

  /// What a colour looks like to somebody who sees so.
  public func seen(_ color: Color) -> Color {
    if self == .usual { return color }
    let light = color.linear
    func row(_ a: Double, _ b: Double, _ c: Double) -> Double {
      a * light.red + b * light.green + c * light.blue
    }
    switch self {
    case .usual: return color
    case .protanopia:
      return Color(
        linearRed: row(0.152286, 1.052583, -0.204868), green: row(0.114503, 0.786281, 0.099216),
        blue: row(-0.003882, -0.048116, 1.051998))
    case .deuteranopia:
      return Color(
        linearRed: row(0.367322, 0.860646, -0.227968), green: row(0.280085, 0.672501, 0.047413),
        blue: row(-0.011820, 0.042940, 0.968881))
    case .tritanopia:
      return Color(
        linearRed: row(1.255528, -0.076749, -0.178779), green: row(-0.078411, 0.930809, 0.147602),
        blue: row(0.004733, 0.691367, 0.303900))
    case .grey:
      let luminance = color.luminance
      return Color(linearRed: luminance, green: luminance, blue: luminance)
    }
  }

  /// How far apart two colours look: the distance in OKLab (Ottosson 2020), black and white being
  /// 100 apart and 2 just noticeable.
  public func distance(_ one: Color, _ other: Color) -> Double {
    let (a, b) = (seen(one).oklab, seen(other).oklab)
    let (l, m, n) = (a.lightness - b.lightness, a.a - b.a, a.b - b.b)
    return 100 * (l * l + m * m + n * n).squareRoot()
  }
}

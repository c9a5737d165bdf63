/// An opaque colour of the sRGB space.
public struct Color: Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// Red, 0…255.
  public var red: UInt8
  /// Green, 0…255.
  public var green: UInt8
  /// Blue, 0…255.
  public var blue: UInt8

  /// Creates a colour from its parts.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Creates a colour from `0xRRGGBB`.
  public init(integerLiteral value: UInt32) {
    self.init(
      red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
      blue: UInt8(truncatingIfNeeded: value))
  }

  /// The colour as `#rrggbb`.
  public var hex: String {
    String(decoding: [UInt8(ascii: "#")] + hexDigits, as: UTF8.self)
  }

  /// The six hexadecimal digits as ASCII.
  var hexDigits: [UInt8] {
    var digits: [UInt8] = []
    for byte in [red, green, blue] {
      for digit in [byte >> 4, byte & 15] { digits.append(digit < 10 ? digit + 48 : digit + 87) }
    }
    return digits
  }

  /// The relative luminance of WCAG 2, 0 (black) … 1 (white).
  public var luminance: Double {
    let (red, green, blue) = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }

  /// The contrast ratio of WCAG 2 between two colours, 1…21.
  public func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// This colour painted over another one, so opaque.
  public func over(_ under: Color, opacity: Double) -> Color {
    mixed(with: under, by: 1 - opacity)
  }

  /// The colour between two, 0 (this one) … 1 (the other one).
  public func mixed(with other: Color, by share: Double) -> Color {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8(min(255, max(0, Double(a) + (Double(b) - Double(a)) * share)).rounded())
    }
    return Color(
      red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
  }
}

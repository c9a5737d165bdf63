extension Color {
  /// The light of each primary, 0…1.
  var linear: (red: Double, green: Double, blue: Double) {
    func linear(_ byte: UInt8) -> Double {
      let value = Double(byte) / 255
      guard value > 0.04045 else { return value / 12.92 }
      return Power.power((value + 0.055) / 1.055, 2.4)
    }
    return (linear(red), linear(green), linear(blue))
  }

  /// Creates a colour from the light of each primary; what no screen can show is cut off.
  init(linearRed red: Double, green: Double, blue: Double) {
    func byte(_ light: Double) -> UInt8 {
      let light = min(1, max(0, light))
      let value = light > 0.003_130_8 ? 1.055 * Power.power(light, 1 / 2.4) - 0.055 : light * 12.92
      return UInt8((value * 255).rounded())
    }
    self.init(red: byte(red), green: byte(green), blue: byte(blue))
  }

  /// The colour in OKLab: lightness 0…1, and two axes that are 0 for greys.
  var oklab: (lightness: Double, a: Double, b: Double) {
    let (r, g, b) = linear
    let l = Power.power(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b, 1 / 3.0)
    let m = Power.power(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b, 1 / 3.0)
    let s = Power.power(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b, 1 / 3.0)
    return (
      0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
      1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
      0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s
    )
  }

  /// The nearest colour that can be read on some grounds: this one, moved towards black or white
  /// only as far as it must.
  ///
  /// - Parameters:
  ///   - grounds: What it must be read on.
  ///   - contrast: The least contrast with each of them.
  /// - Returns: The colour; nil when neither way leads to one.
  func readable(on grounds: [Color], contrast: Double) -> Color? {
    func passes(_ color: Color) -> Bool {
      grounds.allSatisfy { color.contrast(with: $0) >= contrast }
    }
    if passes(self) { return self }
    let ends: [Color] = [0x000000, 0xffffff]
    var best: (share: Double, color: Color)?
    for end in ends where passes(end) {
      var (low, high) = (0.0, 1.0)
      for _ in 0..<16 {
        let middle = (low + high) / 2
        if passes(mixed(with: end, by: middle)) { high = middle } else { low = middle }
      }
      let color = mixed(with: end, by: high)
      if passes(color), high < best?.share ?? 2 { best = (high, color) }
    }
    return best?.color
  }
}

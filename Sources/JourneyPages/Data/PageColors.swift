import JourneyDiagrams

/// The colours and fonts of a page: those of its pictures, as custom properties.
enum PageColors {
  /// The style sheet that names them.
  static func style(of theme: Theme) -> String {
    let isDark = theme.color(.paper).luminance < theme.color(.ink).luminance
    var style = ":root {\n  color-scheme: \(isDark ? "dark" : "light");\n"
    for role in ColorRole.allCases {
      style += "  --\(role.name): \(theme.color(role).hex);\n"
    }
    style += "  --worst: \(theme.ramp.color(-1).hex);\n"
    style += "  --neutral: \(theme.ramp.color(0).hex);\n"
    style += "  --best: \(theme.ramp.color(1).hex);\n"
    style += "  --font: \(theme.families.map(family).joined(separator: ", "));\n}\n"
    return style
  }

  /// A font family as CSS: letters and `-` as a word, all else in quotes with escapes.
  private static func family(_ name: String) -> String {
    if name.utf8.allSatisfy({ $0 == 45 || (97...122).contains($0 | 32) }) { return name }
    var text = "\""
    for scalar in name.unicodeScalars {
      let isPlain =
        scalar.value == 0x20 || (0x30...0x39).contains(scalar.value)
        || (0x61...0x7A).contains(scalar.value | 0x20) || scalar.value > 0x9F
      text += isPlain ? String(scalar) : "\\" + String(scalar.value, radix: 16) + " "
    }
    return text + "\""
  }
}

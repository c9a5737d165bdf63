/// Names of columns as messages show them.
enum ShownName {
  private static let longest = 60

  /// A name without control characters, cut where it is long.
  static func of(_ name: String) -> String {
    var text = String.UnicodeScalarView()
    for scalar in name.unicodeScalars.prefix(longest * 4) {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: text.append("\u{FFFD}")
      default: text.append(scalar)
      }
    }
    let shown = String(text)
    return shown.count > longest ? shown.prefix(longest - 1) + "…" : shown
  }
}

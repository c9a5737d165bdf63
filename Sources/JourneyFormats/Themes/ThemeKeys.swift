/// The keys of a theme file.
enum ThemeKey: String, DocumentKey {
  case theme
  case base
  case fonts
  case colors
  case ramp
  case logo

  static let level = "a theme"
  static let table = keyTable()
  static let example = "'base: light' and what differs from it below"
}

/// The keys of `fonts`.
enum FontsKey: String, DocumentKey {
  case families
  case sizes
  case weights

  static let level = "'fonts'"
  static let table = keyTable()
  static let example = "{families: [Inter, Arial, sans-serif]}"
}

/// The keys of `logo`.
enum LogoKey: String, DocumentKey {
  case file
  case height
  case title

  static let level = "a logo"
  static let table = keyTable()
  static let example = "{file: logo.svg, height: 40, title: ACME}"
}

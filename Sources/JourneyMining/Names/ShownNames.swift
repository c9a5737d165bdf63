/// How names of a log are shown to people.
///
/// On one line, nothing invisible around them. Web addresses of one site lose what they have in
/// common, so that the eye falls on what tells them apart.
struct ShownNames {
  /// What all web addresses among the names begin with, such as `https://shop.example`; nil where
  /// there are fewer than two, or of several sites.
  let site: String?

  /// Looks at the names of all touchpoints.
  init(_ names: [String]) {
    var site: String?
    var count = 0
    for name in names {
      guard let address = WebAddress(name) else { continue }
      guard site == nil || site == address.site else {
        self.site = nil
        return
      }
      site = address.site
      count += 1
    }
    self.site = count > 1 ? site : nil
  }

  /// The name as people see it; the id where nothing is left.
  func shown(_ name: String, id: String) -> String {
    let plain = Self.plain(name)
    guard let site, plain.hasPrefix(site), plain.utf8.count > site.utf8.count else {
      return plain.isEmpty ? id : plain
    }
    return String(plain.dropFirst(site.count))
  }

  /// The name on one line.
  static func plain(_ name: String, id: String = "") -> String {
    var text = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isGap = scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7F
      text.append(isGap || (0x80..<0xA0).contains(scalar.value) ? " " : scalar)
    }
    let words = String(text).split(separator: " ")
    return words.isEmpty ? id : words.joined(separator: " ")
  }
}

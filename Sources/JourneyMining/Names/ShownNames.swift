/// How names of a log are shown to people.
///
/// On one line, nothing invisible around them. Web addresses of one site lose what they have in
/// common, so that the eye falls on what tells them apart.
struct ShownNames {
  /// What all web addresses among the names begin with, such as `https://shop.example`; nil where
  /// there are fewer than two, or of several sites.
  let site: String?
  /// What all web addresses among the names ask with, such as `ref=mail`; empty where there are fewer
  /// than two.
  let asked: [String]

  /// Looks at the names of all touchpoints.
  init(_ names: [String]) {
    let addresses = names.compactMap { WebAddress($0) }
    guard addresses.count > 1, let first = addresses.first else {
      (site, asked) = (nil, [])
      return
    }
    site = addresses.allSatisfy { $0.site == first.site } ? first.site : nil
    asked = addresses.dropFirst().reduce(first.asked) { common, address in
      common.isEmpty ? [] : common.filter(address.asked.contains)
    }
  }

  /// The name as people see it; the id where nothing is left.
  func shown(_ name: String, id: String) -> String {
    var plain = Self.plain(name)
    if !asked.isEmpty, WebAddress(name) != nil {
      plain = WebAddress.text(plain, without: asked)
    }
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

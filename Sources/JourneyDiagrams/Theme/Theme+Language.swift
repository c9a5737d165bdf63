extension Theme {
  /// The theme for a document in a language: with fonts that have its letters behind the theme's
  /// own, so that bold text is bold there too, and without slanted letters where none are written.
  ///
  /// - Parameter language: A BCP 47 tag; nil for what the theme has.
  /// - Returns: The theme; the same one for languages written in Latin letters.
  public func reading(_ language: String?) -> Theme {
    let tag = (language ?? "").lowercased().split(separator: "-").first.map(String.init) ?? ""
    guard let script = Self.scripts.first(where: { $0.languages.contains(tag) }) else {
      return self
    }
    var theme = self
    let generic = ["serif", "sans-serif", "monospace", "system-ui"]
    let end =
      families.last.map { generic.contains($0) } ?? false ? families.count - 1 : families.count
    let missing = script.families.filter { !families.contains($0) }
    theme.setFamilies(families[..<end] + missing + families[end...])
    for role in TextRole.allCases where style(role).isItalic {
      var style = theme.style(role)
      style.isItalic = false
      theme.setStyle(style, of: role)
    }
    return theme
  }

  /// Scripts that the usual fonts do not have, with the fonts of Linux, macOS and Windows for them.
  private static let scripts: [(languages: Set<String>, families: [String])] = [
    (
      ["ar", "fa", "ur", "ps", "ckb", "sd", "ug"],
      ["Noto Sans Arabic", "Geeza Pro", "Segoe UI", "Tahoma"]
    ),
    (["he", "yi"], ["Noto Sans Hebrew", "Arial Hebrew", "Segoe UI"]),
    (["ja"], ["Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic", "Meiryo"]),
    (["zh"], ["Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei"]),
    (["ko"], ["Noto Sans CJK KR", "Noto Sans KR", "Apple SD Gothic Neo", "Malgun Gothic"]),
  ]
}

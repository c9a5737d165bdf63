import JourneyModel

extension DocumentReader {
  /// Reads a whole theme file, as far as it can be understood.
  func themeFile(_ root: DocumentNode, roles: ThemeRoles) -> ThemeFile {
    var file = ThemeFile()
    var extensions: Extensions = []
    keys(of: root, ThemeKey.self, extensions: &extensions) { key, node in
      switch key {
      case .theme: file.name = themeName(node)
      case .base: file.base = choice(node, ThemeFile.Base.self) ?? file.base
      case .fonts: fonts(node, roles, into: &file)
      case .colors: file.colors = colors(node, of: "colour", among: roles.colors)
      case .ramp: file.ramp = colors(node, of: "feeling", among: roles.ramp)
      case .logo: file.logo = logo(node)
      }
    }
    return file
  }

  /// A name that can stand in ids, in classes and in file names.
  private func themeName(_ node: DocumentNode) -> String? {
    guard let name = text(node) else { return nil }
    if IdentifierRules.isIdentifier(name), name.utf8.count <= 64 { return name }
    let near = IdentifierRules.identifier(from: String(name.prefix(64)))
    report(
      "bad-theme-name", "'\(Self.shortened(name))' cannot stand in names of files",
      fix: near.map { "write '\($0)'" } ?? "write letters, digits, - and _", at: node)
    return nil
  }

  // MARK: - Fonts

  private func fonts(_ node: DocumentNode, _ roles: ThemeRoles, into file: inout ThemeFile) {
    var extensions: Extensions = []
    keys(of: node, FontsKey.self, extensions: &extensions) { key, node in
      switch key {
      case .families: file.families = families(node)
      case .sizes: file.sizes = sizes(node, roles.texts)
      case .weights: file.weights = weights(node, roles.texts)
      }
    }
  }

  private func families(_ node: DocumentNode) -> [String] {
    texts(node).filter { family in
      let isPlain = family.unicodeScalars.allSatisfy {
        $0.value >= 32 && !"'\"\\<>{};,".unicodeScalars.contains($0)
      }
      guard isPlain, !family.isEmpty, family.utf8.count <= 120 else {
        report(
          "bad-font", "'\(Self.shortened(family))' is not the name of a font",
          fix: "write names as a font menu shows them: [Inter, Helvetica Neue, sans-serif]",
          at: node)
        return false
      }
      return true
    }
  }

  private func sizes(_ node: DocumentNode, _ roles: [String]) -> [ThemeFile.Item<Double>] {
    byRole(node, of: "text", among: roles, example: "{body: 14}") { node in
      guard let size = number(node, wanted: "a size in px") else { return nil }
      guard (6...200).contains(size) else {
        report(
          "bad-size", "\(size.plainText) px is no size for text", fix: "write 6 to 200", at: node)
        return nil
      }
      return size
    }
  }

  private func weights(_ node: DocumentNode, _ roles: [String]) -> [ThemeFile.Item<Int>] {
    byRole(node, of: "text", among: roles, example: "{card-title: 600}") { node in
      guard let weight = count(node) else { return nil }
      let known = [400, 500, 600, 700]
      guard known.contains(weight) else {
        let near = known.min { abs($0 - weight) < abs($1 - weight) } ?? 400
        report(
          "bad-weight", "\(weight) is not a weight that pictures use",
          fix: "write \(near); there are 400, 500, 600 and 700", at: node)
        return nil
      }
      return weight
    }
  }

  // MARK: - Colours

  private func colors(
    _ node: DocumentNode, of kind: String, among roles: [String]
  ) -> [ThemeFile.Item<UInt32>] {
    let example = roles.first.map { "{\($0): \"#475569\"}" } ?? ""
    return byRole(node, of: kind, among: roles, example: example, empty: Self.commentFix) {
      color($0)
    }
  }

  private static let commentFix =
    "put the colour in quotes, \"#475569\": a # without them begins a comment"

  private func color(_ node: DocumentNode) -> UInt32? {
    guard case .scalar(let text, _) = node.content else {
      reportKind(node, wanted: "a colour", fix: "write one such as \"#475569\"")
      return nil
    }
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    let isHex = digits.utf8.allSatisfy {
      (48...57).contains($0) || (97...102).contains($0) || (65...70).contains($0)
    }
    let full = digits.count == 3 ? digits.map { "\($0)\($0)" }.joined() : String(digits)
    if isHex, full.count == 6, text.hasPrefix("#") { return UInt32(full, radix: 16) }
    var fix = "write red, green and blue in hexadecimal, such as \"#475569\""
    if isHex, full.count == 6 {
      fix = "write \"#\(full)\""
    } else if isHex, full.count == 8 {
      fix = "write \"#\(full.prefix(6))\"; colours of a theme are opaque"
    }
    report(
      "bad-color", "'\(Self.shortened(text))' where \(subject) takes a colour", fix: fix, at: node)
    return nil
  }

  /// Reads values under the names of roles.
  private func byRole<Value: Hashable & Sendable>(
    _ node: DocumentNode, of kind: String, among roles: [String], example: String,
    empty: String = "write one after the colon, or remove the line",
    _ read: (DocumentNode) -> Value?
  ) -> [ThemeFile.Item<Value>] {
    var items: [ThemeFile.Item<Value>] = []
    entries(of: node, wanted: "a mapping of roles", example: example) { entry in
      guard roles.contains(entry.key) else {
        let near = names.nearest(to: entry.key, among: roles)
        return report(
          "unknown-role", "'\(Self.shortened(entry.key))' is no \(kind) of a picture",
          fix: near.map { "write '\($0)'" } ?? "write one of \(roles.joined(separator: ", "))",
          atKey: entry)
      }
      guard !entry.value.isNull else {
        return report("empty-value", "'\(entry.key)' has no value", fix: empty, atKey: entry)
      }
      if let value = read(entry.value), !entry.isDuplicate {
        items.append(ThemeFile.Item(role: entry.key, value: value))
      }
    }
    return items
  }

  // MARK: - Logo

  private func logo(_ node: DocumentNode) -> ThemeFile.Logo? {
    var logo = ThemeFile.Logo(file: "", height: 40, title: nil)
    var extensions: Extensions = []
    let isMapping = keys(of: node, LogoKey.self, extensions: &extensions) { key, node in
      switch key {
      case .file: logo.file = text(node) ?? ""
      case .height:
        guard let height = number(node, wanted: "a height in px") else { return }
        guard (8...400).contains(height) else {
          return report(
            "bad-size", "a logo \(height.plainText) px high", fix: "write 8 to 400", at: node)
        }
        logo.height = height
      case .title: logo.title = text(node)
      }
    }
    guard isMapping else { return nil }
    require(LogoKey.file, in: node, fix: "add 'file:' with the path of an SVG or PNG file")
    return logo.file.isEmpty ? nil : logo
  }
}

import JourneyDiagrams
import JourneyFormats
import JourneyModel
import TextSupport

/// Makes a theme of what a theme file says, and checks that it can be read.
struct ThemeReader {
  /// What is wrong, with paths.
  private(set) var diagnostics: [Diagnostic] = []
  private let file: ThemeFile
  private let name: String
  private let knowsAllColors: Bool

  /// Creates a reader of a file; its name gives the theme's.
  ///
  /// - Parameters:
  ///   - file: What the file says, as far as it could be read.
  ///   - path: The file's path.
  ///   - knowsAllColors: False when some colours could not be read: then only those are compared
  ///     that the file says, since a colour of the base may not be the one that was meant.
  init(_ file: ThemeFile, name path: String, knowsAllColors: Bool) {
    self.file = file
    self.knowsAllColors = knowsAllColors
    let stem = path.split(separator: "/").last?.split(separator: ".").first.map(String.init)
    name = file.name ?? stem.flatMap { IdentifierRules.identifier(from: $0) } ?? "custom"
  }

  /// The names that theme files may use.
  static let roles = ThemeRoles(
    colors: ColorRole.allCases.map(\.name), texts: TextRole.allCases.map(\.name),
    ramp: Theme.rampSteps + ["ink"])

  /// The theme, whatever is wrong with it.
  mutating func theme(logo read: (String) throws(FileProblem) -> [UInt8]) -> Theme {
    var theme = Theme.named(file.base.rawValue) ?? .light
    theme.name = name
    if Theme.named(name) != nil {
      diagnostics.append(
        Diagnostic(
          "bad-theme-name", .error, "'\(name)' is the name of a built-in theme",
          fix: "add 'theme: my-\(name)'", at: ["theme"]))
    }
    if !file.families.isEmpty {
      let generic = ["serif", "sans-serif", "monospace", "system-ui"]
      let isClosed = file.families.last.map { generic.contains($0) } ?? false
      theme.setFamilies(isClosed ? file.families : file.families + ["sans-serif"])
    }
    setText(of: &theme)
    for item in file.colors {
      guard let role = ColorRole.allCases.first(where: { $0.name == item.role }) else { continue }
      theme.setColor(Color(integerLiteral: item.value), of: role)
    }
    setRamp(of: &theme)
    checkContrast(of: theme)
    checkVision(of: theme)
    if let logo = file.logo { theme.logo = self.logo(logo, read) }
    return theme
  }

  private func setText(of theme: inout Theme) {
    for role in TextRole.allCases {
      var style = theme.style(role)
      if let size = file.sizes.first(where: { $0.role == role.name }) { style.size = size.value }
      let weight = file.weights.first { $0.role == role.name }
      if let weight = weight.flatMap({ TextStyle.Weight(rawValue: $0.value) }) {
        style.weight = weight
      }
      theme.setStyle(style, of: role)
    }
  }

  private func setRamp(of theme: inout Theme) {
    guard !file.ramp.isEmpty else { return }
    var isChanged = false
    for (index, step) in Theme.rampSteps.enumerated() {
      guard let item = file.ramp.first(where: { $0.role == step }) else { continue }
      theme.ramp.stops[index] = Color(integerLiteral: item.value)
      isChanged = true
    }
    if let ink = file.ramp.first(where: { $0.role == "ink" }) {
      theme.ramp.inks = [Color(integerLiteral: ink.value)]
    } else if isChanged {
      // Nobody said which ink the new colours take: on each the one that can be read.
      theme.ramp.inks = [0xffffff, 0x000000]
    }
  }

  // MARK: - Checks

  private mutating func checkContrast(of theme: Theme) {
    for faint in theme.faintTexts()
    where knowsAllColors || (isSaid(faint.ink) && isSaid(faint.ground)) {
      let (ink, ground) = (path(of: faint.ink), path(of: faint.ground))
      let summary =
        "'\(faint.ink)' \(faint.inkColor.hex) on '\(faint.ground)' \(faint.groundColor.hex) has a "
        + "contrast of \(Self.ratio(faint.contrast)) where text needs \(Self.ratio(faint.wanted))"
      let fix =
        faint.readable.map { color in "write \(Self.key(faint.ink)): \"\(color.hex)\"" }
        ?? (faint.ink == .ramp("ink")
          ? "leave 'ink' out: each feeling then takes black or white"
          : "no ink is read on '\(faint.ground)' and '\(faint.opposite)' both; change one of the "
            + "two, or begin with another base")
      // At the colour that the file gives; what the base gives is not in it.
      let at = isSaid(faint.ink) ? ink : isSaid(faint.ground) ? ground : ["colors"]
      diagnostics.append(Diagnostic("low-contrast", .error, summary, fix: fix, at: at))
    }
  }

  private mutating func checkVision(of theme: Theme) {
    guard !file.ramp.isEmpty else { return }
    for blur in theme.ramp.blurs() {
      let (first, second) = (Theme.rampSteps[blur.first], Theme.rampSteps[blur.second])
      guard knowsAllColors || (isSaid(.ramp(first)) && isSaid(.ramp(second))) else { continue }
      let who = blur.vision == .usual ? "" : " with \(blur.vision.rawValue)"
      let said = [second, first].first { step in file.ramp.contains { $0.role == step } } ?? second
      diagnostics.append(
        Diagnostic(
          "alike-feelings", .warning, "'\(first)' and '\(second)' look alike\(who)",
          fix: "make them differ more in lightness, or take red and blue", at: ["ramp", .key(said)])
      )
    }
  }

  private func path(of name: Theme.FaintText.Name) -> DocumentPath {
    switch name {
    case .color(let role): ["colors", .key(role)]
    case .ramp(let step): ["ramp", .key(step)]
    }
  }

  private func isSaid(_ name: Theme.FaintText.Name) -> Bool {
    switch name {
    case .color(let role): file.colors.contains { $0.role == role }
    case .ramp(let step): file.ramp.contains { $0.role == step }
    }
  }

  private static func key(_ name: Theme.FaintText.Name) -> String {
    switch name {
    case .color(let role): role
    case .ramp(let step): step
    }
  }

  /// A ratio as people write it, rounded down so that it never claims to pass.
  private static func ratio(_ value: Double) -> String {
    var text = NumberText.fixed((value * 100).rounded(.down) / 100, 2)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text + ":1"
  }

  // MARK: - Logo

  private mutating func logo(
    _ logo: ThemeFile.Logo, _ read: (String) throws(FileProblem) -> [UInt8]
  ) -> Logo? {
    do throws(FileProblem) {
      let bytes = try read(logo.file)
      switch LogoFile.read(bytes) {
      case .success(let file):
        // Very long logos are drawn smaller, so that they never push the title away.
        let shrink = min(1, 480 / (logo.height * file.aspect))
        return Logo(
          format: file.format, bytes: bytes, title: logo.title ?? name,
          width: logo.height * file.aspect * shrink, height: logo.height * shrink)
      case .failure(let problem):
        diagnostics.append(
          Diagnostic(
            "bad-logo", .error, "\(logo.file): \(problem.reason)", fix: problem.fix,
            at: ["logo", "file"]))
      }
    } catch {
      diagnostics.append(
        Diagnostic(
          "bad-logo", .error, error.description,
          fix: "give the path from the folder of the theme file", at: ["logo", "file"]))
    }
    return nil
  }
}

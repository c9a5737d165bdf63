package import JourneyModel

/// Reads theme files, YAML and JSON, as far as that goes without knowing what a theme is.
package enum ThemeFileReader {
  /// The largest theme file, in bytes.
  package static let mostBytes = 1 << 20

  /// A theme file that was read.
  package struct Reading: Sendable {
    /// What it says, mistakes left out.
    package let file: ThemeFile
    /// Everything wrong, in the order of the places.
    package let diagnostics: [Diagnostic]
    /// The text.
    package let source: SourceText
    /// Whether the text is one that says something; without, there is nothing to look at further.
    package var isRead: Bool { root != nil }
    fileprivate var root: DocumentNode?
    fileprivate var unit = SourceMap.Unit.bytes

    /// Gives diagnostics that were found later their places, and puts them in order.
    package func locating(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
      PathFinder(root: root, map: SourceMap(source.text, unit), flowSpellings: [:])
        .locating(diagnostics)
    }
  }

  /// Reads a theme file.
  ///
  /// - Parameters:
  ///   - bytes: The file as UTF-8.
  ///   - name: The name that diagnostics show; it gives the format.
  ///   - roles: The names of roles that it may use.
  /// - Returns: What it says and what is wrong with it.
  package static func read(_ bytes: [UInt8], name: String, roles: ThemeRoles) -> Reading {
    switch InputText.decode(bytes, limit: mostBytes) {
    case .success(let text): return read(text, name: name, roles: roles)
    case .failure(let problem):
      return Reading(
        file: ThemeFile(), diagnostics: [problem.diagnostic],
        source: SourceText(name: name, text: problem.text))
    }
  }

  /// Reads a theme file from text.
  package static func read(_ text: String, name: String, roles: ThemeRoles) -> Reading {
    let parsed = ParsedText(
      text, name: name, format: nil, beginning: "begin with 'base: light' and what differs from it")
    guard let root = parsed.root else {
      return Reading(
        file: ThemeFile(), diagnostics: parsed.diagnostics.sortedByPlace(), source: parsed.source)
    }
    let map = SourceMap(parsed.source.text, parsed.unit)
    let reader = DocumentReader(map: map, levels: .theme)
    let file = reader.themeFile(root, roles: roles)
    let found = parsed.diagnostics + reader.diagnostics
    return Reading(
      file: file,
      diagnostics: PathFinder(root: root, map: map, flowSpellings: [:]).locating(found),
      source: parsed.source, root: root, unit: parsed.unit)
  }
}

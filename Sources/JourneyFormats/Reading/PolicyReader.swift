public import JourneyModel

/// Reads policy files, YAML and JSON.
public enum PolicyReader {
  /// The largest policy file, in bytes.
  public static let mostBytes = 4 << 20

  /// Reads a policy file.
  ///
  /// - Parameters:
  ///   - bytes: The file as UTF-8.
  ///   - name: The name that diagnostics show; it gives the format.
  /// - Returns: The policy or the reasons why there is none, with the places of both.
  public static func read(_ bytes: [UInt8], name: String) -> PolicyReading {
    switch InputText.decode(bytes, limit: mostBytes) {
    case .success(let text): return read(text, name: name)
    case .failure(let problem):
      return PolicyReading(
        draft: nil, diagnostics: [problem.diagnostic],
        source: SourceText(name: name, text: problem.text), root: nil, unit: .bytes)
    }
  }

  /// Reads a policy file from text.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - name: The name that diagnostics show; it gives the format.
  /// - Returns: The policy or the reasons why there is none, with the places of both.
  public static func read(_ text: String, name: String) -> PolicyReading {
    let parsed = ParsedText(
      text, name: name, format: nil, beginning: "begin with 'rules:' and a rule below it")
    guard let root = parsed.root else {
      return PolicyReading(
        draft: nil, diagnostics: parsed.diagnostics.sortedByPlace(), source: parsed.source,
        root: nil, unit: parsed.unit)
    }
    let map = SourceMap(parsed.source.text, parsed.unit)
    let reader = DocumentReader(map: map, levels: .policy)
    let draft = reader.policyFile(root)
    let problems = draft.problems().filter { !reader.silence.covers($0) }
    return PolicyReading(
      draft: draft,
      diagnostics: PathFinder(root: root, map: map, flowSpellings: [:])
        .locating(parsed.diagnostics + reader.diagnostics + problems),
      source: parsed.source, root: root, unit: parsed.unit)
  }
}

/// What became of a policy file that was read.
public struct PolicyReading: Sendable {
  /// The policy; nil when any diagnostic is an error.
  public let policy: Policy?
  /// Everything wrong or noteworthy, in the order of the places it is about.
  public let diagnostics: [Diagnostic]
  /// The text that was read.
  public let source: SourceText

  private let root: DocumentNode?
  private let unit: SourceMap.Unit

  init(
    draft: Policy?, diagnostics: [Diagnostic], source: SourceText, root: DocumentNode?,
    unit: SourceMap.Unit
  ) {
    policy = diagnostics.containsErrors ? nil : draft
    self.diagnostics = diagnostics
    self.source = source
    self.root = root
    self.unit = unit
  }

  /// Where a part of the file stands; nil when the file does not say it.
  public func range(of path: DocumentPath) -> SourceRange? {
    finder.range(of: path)
  }

  /// Where a part of the file stands, or the nearest part above it that is there.
  public func nearestRange(of path: DocumentPath) -> SourceRange? {
    finder.nearestRange(to: path).range
  }

  private var finder: PathFinder {
    PathFinder(root: root, map: SourceMap(source.text, unit), flowSpellings: [:])
  }
}

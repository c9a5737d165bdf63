import JourneyModel

/// Reads journey documents, YAML and JSON.
///
/// Reading never throws and never stops at the first mistake: what is wrong is in the result, each
/// with its place. A text whose syntax is broken is the exception; then that alone is reported.
public enum JourneyReader {
  /// The largest document that is read, in bytes.
  public static let mostBytes = 64 << 20

  /// Reads a document from bytes, as a file holds them.
  ///
  /// - Parameters:
  ///   - bytes: The document as UTF-8.
  ///   - name: The name that diagnostics show; it gives the format and the default id.
  ///   - format: The format; nil to go by the name, then by the content.
  ///   - shared: Personas and channels from the shared document, which the document may use.
  /// - Returns: The journey or the reasons why there is none, with the places of both.
  public static func read(
    _ bytes: [UInt8], name: String, format: DocumentFormat? = nil, shared: SharedParts? = nil
  ) -> Reading {
    switch InputText.decode(bytes, limit: mostBytes) {
    case .success(let text):
      return read(text, name: name, format: format, shared: shared)
    case .failure(let problem):
      return Reading(
        draft: nil, diagnostics: [problem.diagnostic],
        source: SourceText(name: name, text: problem.text), root: nil, unit: .bytes,
        flowSpellings: [:])
    }
  }

  /// Reads a document from text.
  ///
  /// - Parameters:
  ///   - text: The document.
  ///   - name: The name that diagnostics show; it gives the format and the default id.
  ///   - format: The format; nil to go by the name, then by the content.
  ///   - shared: Personas and channels from the shared document, which the document may use.
  /// - Returns: The journey or the reasons why there is none, with the places of both.
  public static func read(
    _ text: String, name: String, format: DocumentFormat? = nil, shared: SharedParts? = nil
  ) -> Reading {
    let parsed = ParsedText(text, name: name, format: format)
    var diagnostics = parsed.diagnostics
    guard let root = parsed.root else {
      return Reading(
        draft: nil, diagnostics: diagnostics.sortedByPlace(), source: parsed.source, root: nil,
        unit: parsed.unit, flowSpellings: [:])
    }
    let map = SourceMap(parsed.source.text, parsed.unit)
    let reader = DocumentReader(map: map)
    let draft = reader.journey(root, defaultID: JourneyID(fileName: name), shared: shared)
    diagnostics += reader.diagnostics
    let isSharedWrong = shared?.diagnostics.containsErrors == true
    let problems = draft.problems().filter { problem in
      !reader.silence.covers(problem) && !isAboutShared(problem.path, root: root)
        && !(isSharedWrong && mayComeFromShared.contains(problem.id))
    }.map { withShares($0, of: shared) }
    if isSharedWrong {
      diagnostics.append(
        Diagnostic(
          "shared-errors", .error, "the shared document has errors of its own",
          fix: "mend \(shared?.source.name ?? "it") first"))
    }
    diagnostics += problems
    let finder = PathFinder(root: root, map: map, flowSpellings: reader.flowSpellings)
    return Reading(
      draft: draft,
      diagnostics: diagnostics.isEmpty ? [] : finder.locating(diagnostics),
      source: parsed.source, root: root, unit: parsed.unit, flowSpellings: reader.flowSpellings)
  }

  /// Reads the document that several journeys share: `personas` and `channels`, nothing else.
  ///
  /// - Parameters:
  ///   - bytes: The document as UTF-8.
  ///   - name: The name that diagnostics show; it gives the format.
  ///   - format: The format; nil to go by the name, then by the content.
  /// - Returns: The parts, with what is wrong with them.
  public static func readShared(
    _ bytes: [UInt8], name: String, format: DocumentFormat? = nil
  ) -> SharedParts {
    switch InputText.decode(bytes, limit: mostBytes) {
    case .success(let text):
      return readShared(text, name: name, format: format)
    case .failure(let problem):
      return SharedParts(
        diagnostics: [problem.diagnostic], source: SourceText(name: name, text: problem.text))
    }
  }

  /// Reads the document that several journeys share: `personas` and `channels`, nothing else.
  ///
  /// - Parameters:
  ///   - text: The document.
  ///   - name: The name that diagnostics show; it gives the format.
  ///   - format: The format; nil to go by the name, then by the content.
  /// - Returns: The parts, with what is wrong with them.
  public static func readShared(
    _ text: String, name: String, format: DocumentFormat? = nil
  ) -> SharedParts {
    let parsed = ParsedText(text, name: name, format: format, allowsEmpty: true)
    var parts = SharedParts(diagnostics: parsed.diagnostics, source: parsed.source)
    guard let root = parsed.root else { return parts }
    let map = SourceMap(parsed.source.text, parsed.unit)
    let reader = DocumentReader(map: map)
    reader.readShared(root, into: &parts)
    let draft = Journey(
      id: "shared", title: "", personas: parts.personas, channels: parts.channels)
    let problems = draft.problems().filter {
      [.key("personas"), .key("channels")].contains($0.path.steps.first)
        && $0.path.steps.count > 1 && !reader.silence.covers($0)
    }
    parts.diagnostics = PathFinder(root: root, map: map, flowSpellings: [:])
      .locating(parts.diagnostics + reader.diagnostics + problems)
    return parts
  }

  /// What a mistake in the shared document makes wrong in every journey that uses it; one cause is told
  /// once.
  private static let mayComeFromShared: Set<String> = [
    "unknown-persona", "unknown-channel", "persona-shares", "persona-without-share",
  ]

  /// Says of shares that do not add up where the others of them stand.
  private static func withShares(_ problem: Diagnostic, of shared: SharedParts?) -> Diagnostic {
    guard problem.id == "persona-shares", let fix = problem.fix, let shared,
      shared.personas.contains(where: { $0.share != nil })
    else { return problem }
    var problem = problem
    problem.fix = fix + "; the personas of \(shared.source.name) are among them"
    return problem
  }

  /// Whether a problem is about a persona or channel that only the shared document has; it is
  /// reported there.
  private static func isAboutShared(_ path: DocumentPath, root: DocumentNode) -> Bool {
    guard path.steps.count > 1, case .key(let part) = path.steps[0],
      part == "personas" || part == "channels", case .key(let id) = path.steps[1]
    else { return false }
    return root.mapping?[part]?.value.mapping?[id] == nil
  }
}

extension JourneyID {
  /// The id that a file's name gives: `journeys/test-results.journey.yaml` is `test-results`.
  init(fileName name: String) {
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    let words = IdentifierRules.identifier(from: stem)
    self.init(words != nil && IdentifierRules.isIdentifier(stem) ? stem : words ?? "journey")
  }
}

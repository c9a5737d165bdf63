public import JourneyAnalysis
public import JourneyFormats
public import JourneyModel

/// A journey document that was read and checked: the journey, or every reason why there is none.
public struct JourneyDocument: Sendable {
  /// The text, named as it was given.
  public let source: SourceText
  /// Everything wrong or noteworthy, in the document's order.
  public let diagnostics: [Diagnostic]
  /// The personas and channels of the shared document, with what is wrong there.
  public let shared: SharedParts?
  /// The journey; nil when a diagnostic is an error.
  public let journey: Journey?

  private let reading: Reading

  /// Reads and checks a document.
  ///
  /// - Parameters:
  ///   - bytes: The document in UTF-8, YAML or JSON.
  ///   - name: The name that diagnostics show; it gives the format and the default id.
  ///   - shared: Personas and channels that the document may use.
  public init(bytes: [UInt8], name: String, shared: SharedParts? = nil) {
    self.init(JourneyReader.read(bytes, name: name, shared: shared), shared: shared)
  }

  /// Reads and checks a document.
  ///
  /// - Parameters:
  ///   - text: The document, YAML or JSON.
  ///   - name: The name that diagnostics show; it gives the format and the default id.
  ///   - shared: Personas and channels that the document may use.
  public init(text: String, name: String, shared: SharedParts? = nil) {
    self.init(JourneyReader.read(text, name: name, shared: shared), shared: shared)
  }

  /// Reads and checks a file, with the `shared.yaml` beside it when there is one.
  ///
  /// - Parameter path: The file.
  /// - Throws: ``FileProblem`` when a file cannot be read; what is wrong inside is in
  ///   ``diagnostics``.
  public init(path: String) throws(FileProblem) {
    let bytes = try Files.read(path)
    self.init(bytes: bytes, name: path, shared: try Self.sharedParts(beside: path))
  }

  private init(_ reading: Reading, shared: SharedParts?) {
    let isFlowWhole = !reading.diagnostics.contains {
      $0.severity == .error && $0.path.steps.first.map(Self.bearsOnFlow) ?? true
    }
    // What a mistake left out of the flow would only be told a second time.
    let found = isFlowWhole ? reading.draft?.flowProblems() ?? [] : []
    self.reading = reading
    self.source = reading.source
    self.shared = shared
    self.diagnostics =
      found.isEmpty ? reading.diagnostics : reading.locating(reading.diagnostics + found)
    self.journey = diagnostics.containsErrors ? nil : reading.draft
  }

  private static func bearsOnFlow(_ step: DocumentPath.Step) -> Bool {
    step == "flow" || step == "touchpoints" || step == "personas"
  }

  private static func sharedParts(beside path: String) throws(FileProblem) -> SharedParts? {
    guard let file = sharedPaths(beside: path).first(where: Files.exists) else { return nil }
    return try sharedParts(at: file)
  }

  /// What a shared document holds, and what is wrong with it.
  package static func sharedParts(at path: String) throws(FileProblem) -> SharedParts {
    JourneyReader.readShared(try Files.read(path), name: path)
  }

  /// Whether a file's name says that it is what several journeys share.
  package static func isShared(_ path: String) -> Bool {
    sharedNames.contains { path == $0 || path.hasSuffix("/" + $0) }
  }

  private static let sharedNames = ["shared.yaml", "shared.yml", "shared.json"]

  /// Where the shared document of a document may stand, the first that is there being the one: in its
  /// own folder, then in those above it up to the one called `journeys`.
  package static func sharedPaths(beside path: String) -> [String] {
    DocumentFolders.above(path).flatMap { folder in
      sharedNames.map { folder + $0 }
    }.filter { $0 != path }
  }

  /// What could be understood, mistakes or not; nil when the text could not even be parsed.
  package var draft: Journey? { reading.draft }

  /// Gives diagnostics that were found later the places of what they are about.
  func locating(_ diagnostics: [Diagnostic]) -> [Diagnostic] { reading.locating(diagnostics) }

  /// The journey.
  ///
  /// - Returns: The journey.
  /// - Throws: `InvalidJourney` with every diagnostic when one is an error.
  public func validJourney() throws(InvalidJourney) -> Journey {
    guard let journey else { throw InvalidJourney(diagnostics: diagnostics) }
    return journey
  }

  /// Where a part of the document stands; nil when the document does not say it.
  public func range(of path: DocumentPath) -> SourceRange? {
    reading.range(of: path)
  }

  /// Where a part of the document stands, or the nearest part above it that is there; nil when
  /// nothing could be read.
  public func nearestRange(of path: DocumentPath) -> SourceRange? {
    reading.nearestRange(of: path)
  }
}

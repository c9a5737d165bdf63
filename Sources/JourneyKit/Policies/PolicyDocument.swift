import JourneyFormats
public import JourneyModel

/// A policy file that was read and checked: the policy, or every reason why there is none.
///
/// ```swift
/// let document = try PolicyDocument(path: "journeys/policy.yaml")
/// var check = GuardrailCheck(policy: document.policy, asOf: today)
/// ```
public struct PolicyDocument: Sendable {
  /// The text, named as it was given.
  public let source: SourceText
  /// Everything wrong or noteworthy, in the file's order.
  public let diagnostics: [Diagnostic]
  /// The policy; nil when a diagnostic is an error.
  public let policy: Policy?

  private let reading: PolicyReading

  /// Reads and checks a policy file.
  ///
  /// - Parameter path: The file, YAML or JSON.
  /// - Throws: ``FileProblem`` when the file cannot be read; what is wrong inside is in
  ///   ``diagnostics``.
  public init(path: String) throws(FileProblem) {
    self.init(bytes: try Files.read(path), name: path)
  }

  /// Reads and checks a policy file.
  ///
  /// - Parameters:
  ///   - bytes: The file in UTF-8, YAML or JSON.
  ///   - name: The name that diagnostics show; it gives the format.
  public init(bytes: [UInt8], name: String) {
    reading = PolicyReader.read(bytes, name: name)
    source = reading.source
    diagnostics = reading.diagnostics
    policy = reading.policy
  }

  /// Where a part of the file stands; nil when the file does not say it.
  public func range(of path: DocumentPath) -> SourceRange? {
    reading.range(of: path)
  }

  /// Where a part of the file stands, or the nearest part above it that is there.
  public func nearestRange(of path: DocumentPath) -> SourceRange? {
    reading.nearestRange(of: path)
  }

  /// The names of policy files.
  public static let fileNames = ["policy.yaml", "policy.yml", "policy.json"]

  /// Whether a path names a policy file and no journey.
  package static func isPolicy(_ path: String) -> Bool {
    path.split(separator: "/").last.map { fileNames.contains(String($0)) } ?? false
  }

  /// The policy file that governs a document: of those in its own folder and in the folders above
  /// it, up to the one called `journeys` and up to those that were named, the nearest.
  ///
  /// - Parameters:
  ///   - path: The document.
  ///   - named: What a person named to be looked at.
  /// - Returns: The path of the first of ``fileNames`` that is there; nil when there is none.
  package static func path(governing path: String, named: [String] = []) -> String? {
    DocumentFolders.above(path, upTo: named).lazy
      .flatMap { folder in fileNames.map { folder + $0 } }
      .first { $0 != path && Files.exists($0) }
  }
}

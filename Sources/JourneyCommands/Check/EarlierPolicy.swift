import JourneyKit

/// A policy as it was in a baseline.
enum EarlierPolicy {
  /// The policy that stood where one of today does at a revision, or that governs the documents of
  /// the baseline elsewhere.
  ///
  /// - Parameters:
  ///   - path: The policy of today.
  ///   - baseline: The baseline, as the command line names it.
  /// - Returns: The policy; nil when there is none, it cannot be understood, or it is today's.
  static func policy(before path: String, in baseline: String) -> Policy? {
    if let file = GitFile.baseline(baseline, of: path) {
      return (try? file.read()).flatMap { PolicyDocument(bytes: $0.bytes, name: path).policy }
    }
    guard !baseline.hasPrefix(GitFile.prefix) else { return nil }
    let isFolder = Files.isFolder(baseline)
    let document =
      isFolder ? (baseline.hasSuffix("/") ? baseline : baseline + "/") + "it" : baseline
    guard let found = PolicyDocument.path(governing: document, named: isFolder ? [baseline] : []),
      Files.identity(found) != Files.identity(path)
    else { return nil }
    return (try? PolicyDocument(path: found))?.policy
  }
}

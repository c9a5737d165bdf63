public import JourneyModel

/// Writes policies as files.
///
/// What is written reads back as an equal policy, for every policy without `Policy.problems()`.
public enum PolicyWriter {
  /// The policy as a file.
  ///
  /// - Parameters:
  ///   - policy: The policy.
  ///   - format: The format.
  /// - Returns: The text, with a newline at its end.
  public static func text(of policy: Policy, format: DocumentFormat) -> String {
    let document = DocumentEncoder.policy(policy)
    return switch format {
    case .yaml: YAMLEmitter.text(of: document)
    case .json: JSONEmitter.text(of: document)
    }
  }
}

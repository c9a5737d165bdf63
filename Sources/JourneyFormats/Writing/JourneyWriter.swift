public import JourneyModel

/// Writes journeys as documents.
///
/// What is written reads back as an equal journey, for every journey without `Journey.problems()`
/// that are errors. Keys stand in the order in which the documentation explains them; what is not
/// known is left out. Comments of a document that was read are not part of a journey and are lost.
public enum JourneyWriter {
  /// The journey as a document.
  ///
  /// - Parameters:
  ///   - journey: The journey.
  ///   - format: The format.
  /// - Returns: The text, with a newline at its end.
  public static func text(of journey: Journey, format: DocumentFormat) -> String {
    let document = DocumentEncoder.document(of: journey)
    return switch format {
    case .yaml: YAMLEmitter.text(of: document)
    case .json: JSONEmitter.text(of: document)
    }
  }
}

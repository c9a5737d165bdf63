public import JourneyFormats
public import JourneyModel
import TextSupport

/// Puts what a survey says into a document, by editing its text.
public enum SurveyWriter {
  /// A changed document and what a person should know of the change.
  public struct Written: Hashable, Sendable {
    /// The document's text.
    public var text: String
    /// What was done, one sentence each.
    public var remarks: [String]
  }

  /// Adds pieces of evidence.
  ///
  /// One from the same source about the same touchpoint, by the same method and of the same persona is
  /// replaced; the `by` and the `x-` keys that somebody wrote there stay.
  ///
  /// - Parameters:
  ///   - evidence: What is added.
  ///   - text: The document.
  ///   - name: What it is called.
  ///   - journey: What it says.
  /// - Returns: The changed text.
  /// - Throws: Why it cannot be changed without harm.
  public static func add(
    _ evidence: [Evidence], to text: String, name: String, journey: Journey
  ) throws(EditProblem) -> Written {
    var editor = try DocumentEditor(text, name: name)
    var replaced = 0
    for entry in evidence {
      let index = journey.evidence.firstIndex {
        $0.about == entry.about && $0.method == entry.method && $0.persona == entry.persona
          && $0.source == entry.source
      }
      if let index {
        var new = entry
        new.by = journey.evidence[index].by
        new.extensions = journey.evidence[index].extensions
        try editor.set(DocumentParts.evidence(new), at: ["evidence", .index(index)])
        replaced += 1
      } else {
        try editor.append(DocumentParts.evidence(entry), to: ["evidence"])
      }
    }
    let added = evidence.count - replaced
    var parts: [String] = []
    if added > 0 { parts.append("\(Wording.count(added, "piece")) of evidence added") }
    if replaced > 0 {
      parts.append(
        "\(Wording.count(replaced, "piece")) from the same source "
          + "\(replaced == 1 ? "was" : "were") replaced")
    }
    return Written(text: try editor.text(), remarks: parts)
  }

  /// Adds quotes that a person kept; those that are there already are left out.
  ///
  /// - Parameters:
  ///   - kept: The quotes.
  ///   - text: The document.
  ///   - name: What it is called.
  ///   - journey: What it says.
  /// - Returns: The changed text.
  /// - Throws: Why it cannot be changed without harm.
  public static func add(
    _ kept: [QuoteReview.Kept], to text: String, name: String, journey: Journey
  ) throws(EditProblem) -> Written {
    var editor = try DocumentEditor(text, name: name)
    var known: Set<[String]> = []
    for touchpoint in journey.touchpoints {
      for quote in touchpoint.quotes { known.insert([touchpoint.id.rawValue, quote.text]) }
    }
    var added = 0
    var hidden = 0
    for entry in kept
    where known.insert([entry.touchpoint.rawValue, entry.quote.text]).inserted {
      try editor.append(
        DocumentParts.quote(entry.quote), to: .touchpoint(entry.touchpoint, "quotes"))
      added += 1
      if entry.quote.consent == false { hidden += 1 }
    }
    var parts = ["\(Wording.count(added, "quote")) added"]
    if added < kept.count {
      parts.append("\(Wording.count(kept.count - added, "quote")) stood there already")
    }
    if hidden > 0 {
      parts.append(
        "\(NumberText.grouped(hidden)) with consent: false, which no picture shows until somebody "
          + "writes that the customer agreed")
    }
    return Written(text: try editor.text(), remarks: parts)
  }
}

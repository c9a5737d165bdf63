public import JourneyFormats
public import JourneyModel
import TextSupport

/// Puts what a survey says into a document, by editing its text.
public enum SurveyWriter {
  /// A changed document and what a person should know of the change.
  public struct Written: Hashable, Sendable {
    /// The document's text.
    public var text: String
    /// What was done, a few words each.
    public var remarks: [String]
    /// What a person should look at, in whole sentences.
    public var warnings: [String] = []
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
    var places: [Place: Int] = [:]
    for (index, known) in journey.evidence.enumerated() {
      let place = Place(known)
      places[place] = places[place] ?? index
    }
    for entry in evidence {
      if let index = places[Place(entry)] {
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
    return Written(
      text: try editor.text(), remarks: parts, warnings: doubles(evidence, in: journey))
  }

  /// What a piece of evidence is replaced by.
  private struct Place: Hashable {
    var about: TouchpointID?
    var method: Evidence.Method
    var persona: PersonaID?
    var source: String?

    init(_ evidence: Evidence) {
      about = evidence.about
      method = evidence.method
      persona = evidence.persona
      source = evidence.source
    }
  }

  /// Evidence that stays and looks as if it were of the same answers, so that they would count twice.
  private static func doubles(_ evidence: [Evidence], in journey: Journey) -> [String] {
    let new = Set(evidence.map(Place.init))
    let stays = journey.evidence.filter { $0.about != nil && !new.contains(Place($0)) }
    let sources = Set(evidence.compactMap(\.source))
    let same = stays.filter { $0.source.map(sources.contains) == true }
    var remarks: [String] = []
    if !same.isEmpty {
      let list = same.map { entry in
        "'\(entry.about?.rawValue ?? "")'" + (entry.persona.map { " of '\($0)'" } ?? "")
          + " (\(entry.method.rawValue))"
      }
      remarks.append(
        "\(Wording.count(same.count, "piece")) of evidence from the same source "
          + "\(same.count == 1 ? "is" : "are") of an earlier run and not of this one, and "
          + "\(same.count == 1 ? "stays" : "stay"): \(Wording.list(list, most: 8)). Remove what is no "
          + "longer true, so that no answer counts twice.")
    }
    var scores: [Score: String] = [:]
    for entry in stays {
      guard let source = entry.source, !sources.contains(source) else { continue }
      scores[Score(entry)] = source
    }
    var others: Set<String> = []
    for entry in evidence where entry.felt != nil {
      if let other = scores[Score(entry)] { others.insert(other) }
    }
    if !others.isEmpty {
      remarks.append(
        "The document has the same scores of as many people from "
          + "\(Wording.list(others.sorted().map { "'\($0)'" }, most: 4)). Where that is this survey "
          + "under another name, remove it there, or give --source, so that no answer counts twice."
      )
    }
    return remarks
  }

  /// What two pieces of evidence of the same answers have in common.
  private struct Score: Hashable {
    var about: TouchpointID?
    var n: Int?
    var felt: Double?
    var sd: Double?

    init(_ evidence: Evidence) {
      about = evidence.about
      n = evidence.n
      felt = evidence.felt
      sd = evidence.sd
    }
  }
}

public import JourneyFormats
public import JourneyModel
import TextSupport

extension SurveyWriter {
  /// Puts the quotes of a review into a document.
  ///
  /// One that stands there already gets the consent that the review says, and one whose words were
  /// mended since gets the mended ones. What a person said no to, or what is in the review no more,
  /// stays and is told, since somebody may have written it there by hand.
  ///
  /// - Parameters:
  ///   - review: The review.
  ///   - text: The document.
  ///   - name: What it is called.
  ///   - journey: What it says.
  /// - Returns: The changed text.
  /// - Throws: Why it cannot be changed without harm.
  public static func add(
    _ review: QuoteReview, to text: String, name: String, journey: Journey
  ) throws(EditProblem) -> Written {
    var editor = try DocumentEditor(text, name: name)
    var standing = StandingQuotes(journey)
    var counts = Counts()
    for entry in review.kept {
      let words = entry.quote.text
      if let index = standing.place(of: words, at: entry.touchpoint) {
        counts.stood += 1
        guard let old = standing.quote(entry.touchpoint, index), let said = entry.saidConsent,
          old.consent != said
        else { continue }
        var new = old
        new.consent = said
        try editor.set(new, entry.touchpoint, index)
        standing.change(entry.touchpoint, index, to: new)
        if said { counts.agreed += 1 } else { counts.withdrawn += 1 }
      } else if let id = entry.id, let index = standing.place(ofID: id, at: entry.touchpoint),
        let old = standing.quote(entry.touchpoint, index)
      {
        var new = old
        new.text = words
        new.consent = entry.saidConsent ?? old.consent
        try editor.set(new, entry.touchpoint, index)
        standing.change(entry.touchpoint, index, to: new)
        counts.mended += 1
      } else {
        try editor.append(
          DocumentParts.quote(entry.quote), to: .touchpoint(entry.touchpoint, "quotes"))
        standing.append(entry.quote, at: entry.touchpoint)
        counts.added += 1
        if entry.quote.consent == false { counts.hidden += 1 }
      }
    }
    return Written(
      text: try editor.text(), remarks: counts.remarks, warnings: standing.warnings(review))
  }

  /// What became of the quotes of a review.
  private struct Counts {
    var added = 0
    var mended = 0
    var stood = 0
    var hidden = 0
    var agreed = 0
    var withdrawn = 0

    var remarks: [String] {
      var parts = ["\(Wording.count(added, "quote")) added"]
      if mended > 0 {
        parts.append("\(Wording.count(mended, "quote")) got the words that were mended")
      }
      if stood > 0 { parts.append("\(Wording.count(stood, "quote")) stood there already") }
      if withdrawn > 0 {
        parts.append("\(NumberText.grouped(withdrawn)) of them set to consent: false")
      }
      if agreed > 0 {
        parts.append("\(NumberText.grouped(agreed)) of them set to consent: true")
      }
      if hidden > 0 {
        parts.append(
          "\(NumberText.grouped(hidden)) with consent: false, which no picture shows until somebody "
            + "writes that the customer agreed")
      }
      return parts
    }
  }
}

extension DocumentEditor {
  /// Changes a quote in its place, in a list or alone.
  fileprivate mutating func set(
    _ quote: Touchpoint.Quote, _ touchpoint: TouchpointID, _ index: Int
  ) throws(EditProblem) {
    let path = DocumentPath.touchpoint(touchpoint, "quotes")
    let isList = if case .list? = value(at: path) { true } else { false }
    try set(
      DocumentParts.quote(quote), at: isList ? DocumentPath(path.steps + [.index(index)]) : path)
  }
}

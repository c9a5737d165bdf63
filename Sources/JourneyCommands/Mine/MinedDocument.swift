import JourneyKit
import JourneyMining

/// A mined journey as the document that a person opens first.
struct MinedDocument {
  var mined: JourneyMiner.Mined

  /// The text, in YAML with a head that says what it is.
  func text(as format: DocumentFormat) -> String {
    let document = JourneyWriter.text(of: mined.journey, format: format)
    return format == .yaml ? Self.head + document : document
  }

  /// True whatever is merged later: what may change stands under `x-mined`, which a merge renews.
  private static let head = """
    # Mined from an event log. Counts and scores are the log's, 'x-mined' at the end says of which and how;
    # names, stages and what is believed are yours to write. 'journey mine --merge' brings newer counts in.


    """
}

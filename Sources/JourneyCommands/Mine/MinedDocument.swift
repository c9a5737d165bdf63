import EventCounting
import JourneyKit
import JourneyMining
import TextSupport

/// A mined journey as the document that a person opens first.
struct MinedDocument {
  var mined: JourneyMiner.Mined
  var counts: EventCounts
  /// What the log is called.
  var source: String

  /// The text, in YAML with a head that says where it comes from.
  func text(as format: DocumentFormat) -> String {
    let document = JourneyWriter.text(of: mined.journey, format: format)
    guard format == .yaml else { return document }
    return head + document
  }

  private var head: String {
    let everyone = counts.everyone
    let first =
      "Mined from \(source): \(Wording.count(everyone.events, "event")) of "
      + "\(Wording.count(everyone.customers, "customer")). Counts and scores are the log's; names, "
      + "stages and what is believed are yours to write. 'journey mine --merge' brings newer counts in."
    return ([first] + mined.remarks).map { Self.comment(TextTable.printable($0)) }.joined() + "\n"
  }

  /// A sentence as comment lines of at most 100 characters.
  static func comment(_ text: String) -> String {
    var lines: [String] = []
    var line = "#"
    for word in text.split(whereSeparator: { $0 == " " || $0.isNewline }) {
      if line.count + word.count + 1 > 100, line != "#" {
        lines.append(line)
        line = "#"
      }
      line += " " + word
    }
    lines.append(line)
    return lines.map { $0 + "\n" }.joined()
  }
}

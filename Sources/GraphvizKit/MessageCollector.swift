/// Puts the pieces together in which the library hands out its messages.
///
/// A message arrives as "Error" or "Warning", then ": ", then its text; more pieces may follow that
/// belong to it. The text ends with a line break.
struct MessageCollector {
  private(set) var messages: [GraphvizMessage] = []
  private var severity: GraphvizMessage.Severity?
  private var text = ""
  /// The severity's word, until the colon behind it shows that it is not a piece of text.
  private var announced: String?

  mutating func receive(_ piece: String) {
    if let word = announced {
      announced = nil
      if piece == ": " {
        finish()
        severity = word == "Error" ? .error : .warning
        return
      }
      text += word
    }
    if piece == "Error" || piece == "Warning" {
      announced = piece
    } else {
      text += piece
    }
  }

  /// Closes the message in hand; to be called at the end of the job.
  mutating func finish() {
    let lines = text.split(whereSeparator: \.isNewline).map(trimmed).filter { !$0.isEmpty }
    // Text that nothing announced is taken for an error: better one too many than one unheard.
    if severity != nil || !lines.isEmpty {
      messages.append(.init(severity: severity ?? .error, text: lines.joined(separator: " ")))
    }
    severity = nil
    text = ""
  }

  private func trimmed(_ line: Substring) -> Substring {
    var line = line.drop(while: \.isWhitespace)
    while line.last?.isWhitespace == true { line.removeLast() }
    return line
  }
}

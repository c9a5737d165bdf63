import TextSupport

/// What a run came to: told at its end, in the order of the documents.
struct RenderOutcome {
  /// How many documents were drawn or could not be.
  var done = 0
  /// The documents that had nothing to draw.
  var upToDate: Set<String> = []
  /// How many pictures were written.
  var pictures = 0
  /// The documents that could not be drawn.
  private(set) var failed: Set<String> = []
  private var words: [String: String] = [:]
  private var status = ExitStatus.fine

  /// Keeps what is to be told about a document.
  mutating func add(_ text: String, _ status: ExitStatus, of document: String) {
    if !text.isEmpty { words[document, default: ""] += text }
    guard status != .fine else { return }
    self.status = max(self.status, status)
    failed.insert(document)
  }

  /// Keeps why a document could not be drawn.
  mutating func add(_ error: any Error, of document: String, on console: Console) {
    let (text, status) = console.words(for: error)
    add(text, status, of: document)
  }

  /// Tells everything; the status to end with.
  func tell(_ documents: [String], isBrief: Bool, on console: Console) -> ExitStatus {
    for document in documents { if let text = words[document] { console.error(text) } }
    // A call that fits some of the documents was meant for them.
    let status = status == .usage && failed.count < documents.count ? .badInput : status
    guard documents.count > 1, !isBrief else { return status }
    var parts: [String] = []
    let same = upToDate.subtracting(failed).count
    let drawn = documents.count - same - failed.count
    if drawn > 0 { parts.append("\(grouped(drawn)) drawn") }
    if same > 0 { parts.append("\(grouped(same)) up to date") }
    if !failed.isEmpty { parts.append("\(grouped(failed.count)) failed") }
    console.error("\(grouped(documents.count)) documents: \(parts.joined(separator: ", "))\n")
    for document in documents where failed.contains(document) { console.error("  \(document)\n") }
    return status
  }

  private func grouped(_ number: Int) -> String { NumberText.grouped(number) }
}

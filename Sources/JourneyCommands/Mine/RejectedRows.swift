import EventLogs
import JourneyKit
import TextSupport

/// The rows that could not be counted, written to a file as a table in the order of the log.
///
/// Rows come in any order from several threads' blocks; they are sorted in portions of 64 MB, which
/// is all of them unless something is very wrong.
final class RejectedRows {
  private struct Row {
    var input: String
    var line: Int
    var reason: String
    var why: String
    var text: String
  }

  private var stream: FileStream
  private var rows: [Row] = []
  private var size = 0
  private var problem: FileProblem?
  private static let portion = 64 << 20

  init(_ path: String) throws(FileProblem) {
    try Files.makeFolder(Files.folder(of: path))
    var stream = try FileStream(path)
    try stream.write(CSV.line(["input", "line", "reason", "why", "row"]).utf8)
    self.stream = stream
  }

  /// Keeps a row.
  func add(
    _ reason: LogReport.Reason, _ place: LogReport.Rejected.Row, _ row: UnsafeRawBufferPointer
  ) {
    rows.append(
      Row(
        input: place.input, line: place.line, reason: reason.rawValue, why: place.why,
        text: String(decoding: row, as: UTF8.self)))
    size += row.count + place.why.utf8.count + 128
    if size >= Self.portion { writeOut() }
  }

  /// Ends the file.
  func finish() throws(FileProblem) {
    writeOut()
    if let problem { throw problem }
    try stream.commit()
  }

  private func writeOut() {
    // Inputs are read one after another, so that a stable sort by line within each keeps them apart.
    var inputs: [String] = []
    for row in rows where inputs.last != row.input && !inputs.contains(row.input) {
      inputs.append(row.input)
    }
    let place = Dictionary(uniqueKeysWithValues: inputs.enumerated().map { ($1, $0) })
    rows.sort { (place[$0.input] ?? 0, $0.line) < (place[$1.input] ?? 0, $1.line) }
    do throws(FileProblem) {
      guard problem == nil else { return }
      for row in rows {
        try stream.write(
          CSV.line([row.input, String(row.line), row.reason, row.why, row.text]).utf8)
      }
    } catch {
      problem = error
    }
    rows.removeAll(keepingCapacity: true)
    size = 0
  }
}

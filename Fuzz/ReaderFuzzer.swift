import JourneyFormats
import JourneyModel

/// Reads whatever the fuzzer comes up with, as YAML and as JSON, and checks what always holds.
///
/// Run it with `Scripts/fuzz`. An input that breaks a rule here ends the process; the fuzzer keeps
/// it, and it then belongs into `Tests/JourneyFormatsTests/Inputs/bad`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReader(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  for format in DocumentFormat.allCases {
    let reading = JourneyReader.read(bytes, name: "fuzz", format: format)
    check(reading)
    _ = JourneyReader.readShared(bytes, name: "fuzz", format: format)
    // What was read can be written and is read as the same again.
    guard let journey = reading.journey else { continue }
    for other in DocumentFormat.allCases {
      let text = JourneyWriter.text(of: journey, format: other)
      let again = JourneyReader.read(text, name: "again", format: other)
      guard
        again.journey == journey || text.unicodeScalars.contains("\u{feff}")
          || text.contains("uFEFF")
      else {
        fatalError(
          "not the same after writing \(other):\n\(text)\n"
            + DiagnosticFormatter().text(for: again.diagnostics, in: again.source))
      }
    }
  }
  return 0
}

private func check(_ reading: Reading) {
  precondition(
    (reading.journey == nil) == reading.diagnostics.containsErrors || reading.draft == nil)
  precondition(reading.draft != nil || reading.diagnostics.containsErrors)
  let count = reading.source.text.utf8.count
  for diagnostic in reading.diagnostics {
    precondition(!diagnostic.summary.isEmpty)
    let ranges = [diagnostic.range] + diagnostic.notes.map(\.range)
    for range in ranges.compactMap({ $0 }) {
      precondition(range.lowerBound >= 0 && range.upperBound <= count, "\(diagnostic)")
    }
  }
  let text = DiagnosticFormatter(usesColor: true, most: 20)
    .text(for: reading.diagnostics, in: reading.source)
  precondition(text.isEmpty == reading.diagnostics.isEmpty)
}

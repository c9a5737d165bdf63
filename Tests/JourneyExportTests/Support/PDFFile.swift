import Foundation

/// What can be read of a PDF without its compressed parts, and what other programs read of it.
struct PDFFile {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Width and height of each page in points.
  var pageSizes: [(width: Double, height: Double)] {
    text.matches(of: /\/MediaBox \[ 0 0 ([0-9.]+) ([0-9.]+) \]/).compactMap { match in
      guard let width = Double(match.1), let height = Double(match.2) else { return nil }
      return (width, height)
    }
  }

  /// What a program of Poppler or qpdf says about the file; nil when it is not installed here.
  ///
  /// In CI it must be: `Scripts/setup --checks` installs it.
  func told(by program: String, _ options: [String], after: [String] = []) throws -> String? {
    guard let path = Self.path(of: program) else {
      if ProcessInfo.processInfo.environment["CI"] != nil { throw Missing(program: program) }
      return nil
    }
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("journey-\(UUID().uuidString).pdf")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = options + [file.path] + after
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  private struct Missing: Error { var program: String }

  private static func path(of program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
